from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from app.exchange.importing import Finder
from app.exchange.sheets import RegisterRows, read_register, sheet_name
from app.exchange.words import Words
from app.exchange.workbook import NotAWorkbook, SheetCells
from app.models import BY_KEY

HEADER = ["序号", "姓名", "假别", "开始日期", "结束日期", "状态"]
ROW = [1, "张三", "事假", "2024.1.2", "2024.1.3", "已批准"]
MEETINGS = ["序号", "会议名称", "日期", "开始时间", "会议类别", "地点", "状态"]
MEETING = ["例会", "2024.1.2", "9:00", "党委会", "会议室", "已召开"]
ITEMS = ["会议", "顺序", "议题", "发言人"]


@pytest.fixture
def take(words: Words, find: Finder) -> Callable[..., RegisterRows]:
    def done(register: str, *sheets: SheetCells, **more: Any) -> RegisterRows:
        return read_register(BY_KEY[register], sheets, find, words, date(2026, 1, 5), **more)

    return done


def test_every_sheet_that_fits_is_read_and_the_others_named(take: Any, sheet: Any) -> None:
    sheets = [sheet([HEADER, ROW], "1月"), sheet([HEADER, ROW, ROW], "2月"), sheet([["说明"]], "填写说明")]
    result = take("leave", *sheets)
    assert (result.read, result.sheets, result.sheets_passed_over) == (3, ["1月", "2月"], ["填写说明"])
    assert [draft.sheet for draft in result.drafts] == ["1月", "2月", "2月"]


def test_a_named_sheet_is_read_alone(take: Any, sheet: Any) -> None:
    sheets = [sheet([HEADER, ROW], "1月"), sheet([HEADER, ROW, ROW], "2月")]
    result = take("leave", *sheets, sheet="2月")
    assert (result.read, result.sheets_passed_over) == (2, ["1月"])


def test_a_sheet_that_is_not_there_is_named_with_those_that_are(take: Any, sheet: Any) -> None:
    with pytest.raises(NotAWorkbook, match=r"没有名为「3月」的工作表，有：1月。"):
        take("leave", sheet([HEADER, ROW], "1月"), sheet="3月")


def test_typed_values_of_worked_out_fields_are_named(take: Any, sheet: Any) -> None:
    result = take("leave", sheet([[*HEADER, "天数", "月份"], [*ROW, 2, "1月"]], "1月"))
    assert result.columns_passed_over == ["月份", "天数"]


def test_child_rows_of_a_sheet_of_their_own_find_their_parents(take: Any, sheet: Any) -> None:
    children = [
        ITEMS,
        ["2024-2", None, "防汛", "张三"],
        ["2024-1", 5, "预算", "李四"],
        ["2024—2", None, "秋收", "王五"],
    ]
    result = take("meeting", sheet([MEETINGS, [1, *MEETING], [2, *MEETING]], "会议"), sheet(children, "会议·议题"))
    assert result.errors == []
    assert result.drafts[0].values["items"] == ({"order": 5, "topic": "预算", "speakers": "李四"},)
    assert [item["topic"] for item in result.drafts[1].values["items"]] == ["防汛", "秋收"]
    assert [item["order"] for item in result.drafts[1].values["items"]] == [1, 2]
    assert result.sheets_passed_over == []


def test_a_spreadsheet_may_have_made_a_month_of_a_parents_name(take: Any, sheet: Any) -> None:
    children = [ITEMS, [date(2024, 1, 1), None, "防汛", "张三"]]
    result = take("meeting", sheet([MEETINGS, [1, *MEETING]], "会议"), sheet(children, "会议·议题"))
    assert len(result.drafts[0].values["items"]) == 1


def test_a_bad_child_row_spoils_its_parent(take: Any, sheet: Any) -> None:
    children = [ITEMS, ["2024-1", "第几", "防汛", "张三"], ["2024-2", 1, "预算", None], ["2024-9", 1, "秋收", "李四"]]
    result = take("meeting", sheet([MEETINGS, [1, *MEETING], [2, *MEETING]], "会议"), sheet(children, "会议·议题"))
    assert [(error.sheet, error.row, error.column) for error in result.errors] == [
        ("会议·议题", 2, "顺序"),
        ("会议·议题", 3, "发言人"),
        ("会议·议题", 4, "会议"),
    ]
    assert (result.read, result.drafts) == (2, [])


def test_names_of_sheets_are_such_as_spreadsheets_allow() -> None:
    assert sheet_name("村(社区)/单位[1]:*?") == "村(社区)／单位(1)：＊？"
    assert len(sheet_name("长" * 40)) == 31
