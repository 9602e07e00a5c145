from collections.abc import Callable

import pytest

from app.exchange.table import FoundTable

HEADER = ["序号", "姓名", "假别", "开始日期", "结束日期", "状态"]
ROW = [1, "张三", "事假", "2024.1.2", "2024.1.3", "已批准"]
Table = Callable[..., FoundTable | None]


def numbers(table: FoundTable | None) -> list[int]:
    assert table is not None
    return [row.number for row in table.rows]


def fields(table: FoundTable | None) -> dict[str, str]:
    assert table is not None
    return {column.label: column.field for column in table.columns}


def test_a_header_is_found_below_titles(table: Table) -> None:
    found = table("leave", [["请销假登记簿"], [], ["(2024年度)"], HEADER, ROW])
    assert numbers(found) == [5]
    assert found is not None
    assert found.year == 2024
    assert found.above == ("请销假登记簿", "(2024年度)")


def test_other_words_brackets_spaces_and_line_breaks_in_headers(table: Table) -> None:
    header = ["请 假 人", "请假\n类别", "起始时间", "截止时间", "是否离镇", "★备注", "状态"]
    assert fields(table("leave", [header, ROW[1:]])) == {
        "请 假 人": "staff",
        "请假类别": "kind",
        "起始时间": "start",
        "截止时间": "end",
        "是否离镇": "leaves_town",
        "状态": "status",
    }


def test_a_label_is_surer_than_another_word(table: Table) -> None:
    header = ["来访日期", "时间", "来访人", "人数", "来访类别", "来访事由", "首问责任人", "接待人", "处理方式"]
    found = fields(table("visitor", [header, ["1月2日"] * 9]))
    assert found["首问责任人"] == "receiver"
    assert "接待人" not in found
    assert (found["来访日期"], found["时间"]) == ("date", "time")


@pytest.mark.parametrize("merged", [[], [(1, 2, 1, 3), (1, 0, 2, 0), (1, 1, 2, 1)]])
def test_a_header_of_two_rows_with_groups(table: Table, merged: list[tuple[int, int, int, int]]) -> None:
    rows = [
        ["会议名称", "会议日期", "会议时间", None, "会议类别", "地点", "状态"],
        [None, None, "开始", "结束", None, None, None],
        ["例会", "1月2日", "9:00", "10:00", "党委会", "会议室", "已召开"],
    ]
    found = table("meeting", rows, merged=merged)
    assert fields(found) | {} == {
        "会议名称": "title",
        "会议日期": "date",
        "开始": "start",
        "结束": "end",
        "会议类别": "kind",
        "地点": "venue",
        "状态": "status",
    }
    assert numbers(found) == [3]


@pytest.mark.parametrize(
    "aside",
    [
        ["合计", None, "3天"],
        ["合 计：", "12人次"],
        [None, "本年累计", "12"],
        ["一月小计"],
        ["沙棠村小计", None, None, "12"],
        ["注：年休假按工作日计算。"],
        ["说明:以上数据由办公室提供"],
        ["(以上数据由办公室提供)"],
        ["填表人：", "张三", None, "审核:"],
        [None, "制表:张三", None, None, "审核:"],
        ["第 1 页 共 3 页"],
        ["承前页", None, None, "120"],
        ["以下空白"],
        ["联系电话：0599-661200"],
        ["请销假登记簿"],
        HEADER,
        [7],
        [None, None, None, None, None, None, "不在表内"],
    ],
)
def test_rows_that_are_no_records_are_left_out(table: Table, aside: list[object]) -> None:
    assert numbers(table("leave", [["请销假登记簿"], HEADER, ROW, aside, ROW])) == [3, 5]


def test_a_record_without_its_name_is_still_a_row(table: Table) -> None:
    assert numbers(table("leave", [HEADER, [1, None, "事假", "2024.1.2"], [2, "张三"]])) == [2, 3]


def test_the_row_that_numbers_the_columns_is_left_out(table: Table) -> None:
    assert numbers(table("leave", [HEADER, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], ROW])) == [3]


def test_a_merged_value_counts_for_every_row_under_it(table: Table) -> None:
    rows = [
        ["村(社区)", "收集日期", "渠道", "内容", "类别", "采纳情况"],
        ["沙棠村", "2024.1.2", "座谈会", "修路", "其他", "研究中"],
        [None, "2024.1.3", "座谈会", "修桥", "其他", "研究中"],
        [None] * 6,
        [None, "2024.1.4", "座谈会", "植树", "其他", "研究中"],
    ]
    found = table("opinion", rows, merged=[(2, 0, 4, 0)])
    assert found is not None
    assert [row.cells[0] for row in found.rows] == ["沙棠村", "沙棠村", None]
    assert found.rows[1].spread == {0}


def test_columns_of_no_field_are_named(table: Table) -> None:
    found = table("leave", [[*HEADER, "月份", "经手科室"], [*ROW, "1月", "办公室"]])
    assert found is not None
    assert found.passed_over == ("月份", "经手科室")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["一、填写说明"], ["二、不得重复"]],
        [["月份", "2024年会议数"], ["1月", 9]],
        [["姓名", "电话"], ["张三", "139"]],
        [["村(社区)", "户数", "人口", "书记"], ["沙棠村", 3, 9, "李四"]],
    ],
)
def test_a_sheet_of_another_kind_has_no_table(table: Table, rows: list[list[object]]) -> None:
    assert table("leave", rows) is None


@pytest.mark.parametrize(
    ("title", "name", "file_name", "year"),
    [
        ("2024年请销假", "", "", 2024),
        ("二〇二四年请销假", "2025", "", 2024),
        ("请销假", "2025年", "2024.csv", 2025),
        ("请销假", "Sheet1", "请销假2023.csv", 2023),
        ("请销假(2024—2025年)", "", "", None),
        ("填报日期:2025年1月5日", "", "请销假2024.xlsx", 2024),
        ("请销假", "", "", None),
    ],
)
def test_the_year_of_short_days(table: Table, title: str, name: str, file_name: str, year: int | None) -> None:
    found = table("leave", [[title], HEADER, ROW], file_name, name=name)
    assert found is not None
    assert found.year == year
