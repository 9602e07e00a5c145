from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from app.exchange.cells import SplitNumber, split_number
from app.exchange.importing import ReadRows
from app.kinds import Misread

LEAVE = ["姓名", "假别", "开始日期", "截止日期", "状态", "离镇", "路程及另加天数", "假期联系电话"]
Read = Callable[..., ReadRows]


def values(result: ReadRows) -> dict[str, Any]:
    assert result.errors == []
    return result.drafts[-1].values


def test_a_row_becomes_a_draft(read: Read) -> None:
    row = ["张三", "护理假", "3月7日", "2024.3.9", "同意", "√", "0.5天", 13800000000.0]
    assert values(read("leave", [["2024年请销假"], LEAVE, row])) == {
        "staff": 2,
        "kind": "陪产假",
        "start": date(2024, 3, 7),
        "end": date(2024, 3, 9),
        "status": "已批准",
        "leaves_town": True,
        "extra_days": Decimal("0.5"),
        "phone": "13800000000",
    }


def test_every_bad_cell_is_named_with_its_row_and_column(read: Read) -> None:
    rows = [LEAVE, ["外人", "游玩", "2月30日", None, "已批准", "也许", "几天", None]]
    errors = read("leave", rows, "请销假2024.csv").errors
    assert {(error.row, error.column) for error in errors} == {
        (2, column) for column in ("姓名", "假别", "开始日期", "截止日期", "离镇", "路程及另加天数")
    }
    assert all(error.message.endswith("。") for error in errors)
    assert next(error.given for error in errors if error.column == "姓名") == "外人"


def test_a_bad_record_is_counted_and_refused(read: Read) -> None:
    good = ["张三", "事假", "2024.1.2", "2024.1.2", "已批准"]
    result = read("leave", [LEAVE, good, ["外人", *good[1:]], good])
    assert (result.read, len(result.drafts), len(result.refused)) == (3, 2, 1)
    assert [draft.row for draft in result.drafts] == [2, 4]


def test_an_end_before_the_start_is_an_error_of_the_column_as_headed(read: Read) -> None:
    (error,) = read("leave", [LEAVE, ["张三", "事假", "2024.1.5", "2024.1.2", "已批准"]]).errors
    assert (error.row, error.column) == (2, "截止日期")


def test_a_column_that_is_missing_is_named(read: Read) -> None:
    (error,) = read("leave", [LEAVE[:4], ["张三", "事假", "2024.1.2", "2024.1.2"]]).errors
    assert error.column == "状态"
    assert "没有「状态」这一栏" in error.message


def test_ditto_and_marks_for_nothing(read: Read) -> None:
    first = ["张三", "事假", "2024.1.2", "2024.1.2", "已批准", "否", "无", "/"]
    second = ["李四四", "同上", "〃", "2024.1.2", "已批准", None, "—", "——"]
    result = read("leave", [LEAVE, first, second])
    assert result.errors == []
    assert result.drafts[0].values["leaves_town"] is False
    assert result.drafts[1].values["kind"] == "事假"
    assert result.drafts[1].values["start"] == date(2024, 1, 2)
    assert all("phone" not in draft.values and "extra_days" not in draft.values for draft in result.drafts)


def test_units_stand_in_cells_headers_and_titles(read: Read) -> None:
    header = ["日期", "捐助事由", "类别", "受助对象", "捐款", "捐物折款"]
    row = ["2024.1.2", "帮扶", "灾区", "安家", "1,200元", "0.5万元"]
    assert values(read("donation", [header, row]))["goods"] == Decimal("5000.00")
    header[4:] = ["捐款(万元)", "捐物折款(万元)"]
    found = values(read("donation", [header, [*row[:4], 1.2, "3,000元"]]))
    assert (found["money"], found["goods"]) == (Decimal("12000.00"), Decimal("3000.00"))
    header[4:] = ["捐款", "捐物折款"]
    assert values(read("donation", [["单位：万元"], header, [*row[:4], "0.5", None]]))["money"] == Decimal("5000.00")


def test_a_budget_line_is_that_of_the_year_of_the_record(read: Read) -> None:
    header = ["日期", "预算项目", "摘要", "金额(元)", "支付方式", "实际用途"]
    row = ["办公费", "纸张", 35.5, "刷卡", "办公费"]
    result = read("expense", [header, ["2024.1.2", *row], ["2025.1.2", *row]])
    assert result.drafts[0].values["payment"] == "公务卡"
    assert [(error.row, error.column) for error in result.errors] == [(3, "预算项目")]


@pytest.mark.parametrize(
    "text",
    [
        "云委办〔2026〕61号",
        "云委办[2026]61号",
        "云委办(2026)第61号",
        "云委办（2026）６１号",
        "云委办 【2026】 061 号",
        "云委办2026年第61号",
    ],
)
def test_the_number_of_a_paper_in_every_spelling(text: str) -> None:
    assert split_number(text) == SplitNumber("云委办", 2026, 61)


@pytest.mark.parametrize("text", ["待编号", "云委办61号", "〔2026〕3号", "2026"])
def test_what_is_no_number_of_a_paper(text: str) -> None:
    with pytest.raises(Misread, match="机关代字"):
        split_number(text)


def test_the_parts_of_a_number_go_to_their_fields(read: Read) -> None:
    header = ["发文字号", "标题", "文种", "发文名义", "行文方向", "文稿类别", "状态"]
    row = ["通知一件", "通知", "政府", "下行文", "一般性文件", "作废"]
    found = values(read("outgoing", [header, ["云政发〔2026〕3号", *row]]))
    assert (found["code"], found["year"], found["serial"], found["status"]) == ("云政发", 2026, 3, "撤销")
    (error,) = read("outgoing", [header, [None, *row]]).errors
    assert error.column == "发文字号"


def test_typed_numbers_of_stamped_paper_are_kept_and_other_worked_out_values_left(read: Read) -> None:
    header = ["收文号", "收文日期", "来文单位", "标题"]
    assert values(read("incoming", [header, [12.0, "2024.1.2", "县委", "通知"]]))["number"] == 12
    assert "number" not in values(read("incoming", [header, ["暂无", "2024.1.2", "县委", "通知"]]))
    leave = ["张三", "事假", "2024.1.2", "2024.1.2", "已批准"]
    assert "days" not in values(read("leave", [[*LEAVE[:5], "天数"], [*leave, "9天"]]))


def test_child_rows_stand_under_the_merged_cells_of_their_parent(read: Read) -> None:
    rows = [
        ["会议名称", "日期", "开始时间", "会议类别", "地点", "状态", "议题", None],
        [None, None, None, None, None, None, "议题", "发言人"],
        ["例会", "2024.1.2", time(9, 0), "党委会", "会议室", "已召开", "防汛", "张三、李四"],
        [None, None, None, None, None, None, "秋收", "王五"],
        ["例会", "2024.1.9", time(9, 0), "党委会", "会议室", "已召开", "预算", None],
    ]
    merged = [(3, column, 4, column) for column in range(6)] + [(1, 6, 1, 7)]
    result = read("meeting", rows, merged=merged)
    assert result.read == 2
    assert result.drafts[0].values["items"] == (
        {"order": 1, "topic": "防汛", "speakers": "张三、李四"},
        {"order": 2, "topic": "秋收", "speakers": "王五"},
    )
    assert [(error.row, error.column) for error in result.errors] == [(5, "发言人")]


def test_what_a_spreadsheet_has_spoiled_is_an_error(read: Read) -> None:
    row = ["张三", "事假", "2024.1.2", "2024.1.2", "已批准", None, "#REF!", 1.2345678901234568e17]
    errors = read("leave", [LEAVE, row]).errors
    assert {error.column for error in errors} == {"路程及另加天数", "假期联系电话"}


def test_a_text_of_a_hundred_thousand_characters_is_one_error(read: Read) -> None:
    header = [*LEAVE[:5], "请假事由"]
    (error,) = read("leave", [header, ["张三", "事假", "2024.1.2", "2024.1.2", "已批准", "长" * 100_000]]).errors
    assert error.column == "请假事由"
    assert len(error.message) < 100
    assert len(error.given) <= 60
