"""Workbooks into registers: the stated rows of the township, all or nothing, one undo, and never the same twice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from app.models import BY_KEY, REGISTERS
from app.services import importing, listing, undoing
from app.services.desk import Desk
from app.services.importing import CannotImport, Imported, preview, store_preview
from app.services.listing import Wanted, all_ids
from tests.services.conftest import a_record, add, picture, stored
from tests.township import DATA, expected

INCOMING = ("收文号", "收文日期", "来文单位", "标题")


def workbook(path: Path, *sheets: tuple[str, Sequence[Sequence[Any]]]) -> Path:
    """A workbook of plain texts and numbers."""
    with xlsxwriter.Workbook(path) as book:
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return path


def imported(desk: Desk, register: str, path: Path, **how: bool) -> Imported:
    return store_preview(desk, preview(desk, BY_KEY[register], path), **how)


def offices_and_villages(desk: Desk) -> None:
    imported(desk, "office", DATA / "01内设机构.xlsx")
    imported(desk, "village", DATA / "02村社区基本情况.csv")


def test_the_whole_township_comes_in_as_stated(desk: Desk) -> None:
    for item in expected()["import"]:
        found = preview(desk, BY_KEY[item["register"]], DATA / item["file"], item["sheet"])
        told = store_preview(desk, found, skip_bad=True)
        good = item["read"] - len(item["bad"])
        assert (told.read, told.imported, told.skipped) == (item["read"], good, len(item["bad"])), item
        assert sorted({error.row for error in told.errors}) == item["bad"], item
    with desk.store.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []


def test_without_skipping_a_sheet_with_a_bad_row_stores_nothing(desk: Desk) -> None:
    offices_and_villages(desk)
    before = picture(desk)
    told = imported(desk, "staff", DATA / "03干部花名册.xls")
    assert (told.imported, told.skipped, told.change) == (0, 42, None)
    assert [error.row for error in told.errors] == [47, 48]
    assert picture(desk) == before
    assert preview(desk, BY_KEY["staff"], DATA / "03干部花名册.xls").already is None


def test_one_undo_takes_a_whole_import_back(desk: Desk) -> None:
    offices_and_villages(desk)
    before = picture(desk)
    assert imported(desk, "staff", DATA / "03干部花名册.xls", skip_bad=True).imported == 40
    assert undoing.undo(desk) == "已撤回：导入干部职工 40 条（03干部花名册.xls）。"
    assert picture(desk) == before
    assert imported(desk, "staff", DATA / "03干部花名册.xls", skip_bad=True).imported == 40


def test_the_same_sheet_twice_is_refused_with_when_it_came(desk: Desk, tmp_path: Path) -> None:
    first = DATA / "01内设机构.xlsx"
    imported(desk, "office", first)
    copy = tmp_path / "另一个名字.xlsx"
    copy.write_bytes(first.read_bytes())
    with pytest.raises(CannotImport) as told:
        imported(desk, "office", copy)
    today = desk.today()
    assert str(told.value).startswith(f"同样的内容（01内设机构.xlsx）已由 文书 在 {today:%Y年%m月%d日} ")
    assert listing.counts(desk, 2026)["office"] == 11


def test_asked_for_again_it_comes_again(office: Desk, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ("收文", [INCOMING, ["", "2026-03-07", "县水利局", "关于防汛的通知"]]))
    imported(office, "incoming", path)
    with pytest.raises(CannotImport):
        imported(office, "incoming", path)
    assert imported(office, "incoming", path, again=True).imported == 1
    assert len(all_ids(office, Wanted("incoming"))) == 2


def test_another_register_or_sheet_of_the_same_file_is_not_the_same(office: Desk, tmp_path: Path) -> None:
    rows = [["日期", "标题", "收文日期", "来文单位"], ["", "甲文", "2026-03-07", "县水利局"]]
    path = workbook(tmp_path / "a.xlsx", ("一月", rows), ("二月", [rows[0], ["", "乙文", "2026-03-08", "县水利局"]]))
    incoming = BY_KEY["incoming"]
    for sheet in ("一月", "二月"):
        assert store_preview(office, preview(office, incoming, path, sheet)).imported == 1


def test_rows_alike_in_a_corrected_copy_are_passed_over_and_named(office: Desk, tmp_path: Path) -> None:
    rows = [[*INCOMING], ["", "2026-03-07", "县水利局", "甲文"], ["", "2026-03-08", "县民政局", "乙文"]]
    imported(office, "incoming", workbook(tmp_path / "a.xlsx", ("收文", rows)))
    corrected = workbook(tmp_path / "b.xlsx", ("收文", [*rows, ["", "2026-03-09", "县财政局", "丙文"]]))
    found = preview(office, BY_KEY["incoming"], corrected)
    assert [draft.row for draft in found.alike] == [2, 3]
    told = store_preview(office, found)
    assert (told.imported, told.skipped) == (1, 2)
    assert told.notes[:2] == [("收文", row, "与已登记的一条完全相同，没有再登记。") for row in (2, 3)]
    assert len(all_ids(office, Wanted("incoming"))) == 3


def test_rows_alike_are_taken_where_asked_for(office: Desk, tmp_path: Path) -> None:
    rows = [[*INCOMING], ["", "2026-03-07", "县水利局", "甲文"]]
    imported(office, "incoming", workbook(tmp_path / "a.xlsx", ("收文", rows)))
    found = preview(office, BY_KEY["incoming"], workbook(tmp_path / "b.xlsx", ("收文", rows), ("空", [["x"]])))
    assert store_preview(office, found, take_alike=True).imported == 1


def test_two_rows_alike_in_one_sheet_are_both_taken(office: Desk, tmp_path: Path) -> None:
    rows = [[*INCOMING], *[["", "2026-03-07", "县水利局", "甲文"]] * 2]
    assert imported(office, "incoming", workbook(tmp_path / "a.xlsx", ("收文", rows))).imported == 2


def test_a_typed_number_is_kept_and_one_taken_is_replaced_and_named(office: Desk, tmp_path: Path) -> None:
    add(office, "incoming", **a_record("incoming"))
    rows = [[7, "甲"], [1, "乙"], [None, "丙"], [7, "丁"], [12, "戊"]]
    sheet = [[*INCOMING], *[[number, "2026-03-07", "县水利局", f"{name}文"] for number, name in rows]]
    told = imported(office, "incoming", workbook(tmp_path / "a.xlsx", ("收文", sheet)))
    numbers = {}
    for record in all_ids(office, Wanted("incoming")):
        values = stored(office, "incoming", record)
        numbers[values["title"]] = values["number"]
    assert numbers == {"关于防汛的通知": 1, "甲文": 7, "乙文": 13, "丙文": 14, "丁文": 15, "戊文": 12}
    assert [(row, note) for _, row, note in told.notes] == [
        (3, "收文号 1 已被使用，另给了新号。"),
        (5, "收文号 7 已被使用，另给了新号。"),
    ]
    assert stored(office, "incoming", add(office, "incoming", **a_record("incoming")))["number"] == 16


def test_a_secret_row_is_an_error_whatever_else_is_skipped(office: Desk, tmp_path: Path) -> None:
    heads = [*INCOMING, "密级", "来文字号", "纸质登记簿页号"]
    good = [None, "2026-03-07", "县委办", "涉密件", "机密", None, "第1册第2页"]
    rows = [heads, good, [None, "2026-03-07", "县委办", "关于某事的通知", "机密", "某〔2026〕1号", None]]
    rows += [[None, "2026-03-07", "县委办", "秘密★5年 某通知", "无", None, None]]
    told = imported(office, "incoming", workbook(tmp_path / "a.xlsx", ("收文", rows)), skip_bad=True)
    assert told.imported == 1
    assert {error.row for error in told.errors} == {3, 4}
    assert any("涉密标志「秘密★」" in error.message for error in told.errors)


def test_a_record_beyond_a_limit_is_a_fact_and_is_stored(office: Desk, tmp_path: Path) -> None:
    heads = ["日期", "来宾单位", "来宾人数", "公务事由", "用餐地点", "陪餐人数", "状态"]
    path = workbook(
        tmp_path / "a.xlsx", ("接待", [heads, ["2026-03-07", "县水利局", 5, "调研", "单位食堂", 9, "已接待"]])
    )
    assert imported(office, "reception", path).imported == 1


def test_worked_out_values_come_from_the_program(office: Desk, tmp_path: Path) -> None:
    heads = ["姓名", "假别", "开始日期", "结束日期", "天数", "状态"]
    path = workbook(
        tmp_path / "a.xlsx", ("请销假", [heads, ["张三", "年休假", "2026-09-28", "2026-10-10", "13天", "已批准"]])
    )
    assert imported(office, "leave", path).errors == []
    (record,) = all_ids(office, Wanted("leave"))
    assert stored(office, "leave", record)["days"] == Decimal(6)
    assert stored(office, "leave", record)["office"] == 1


def test_unknown_people_are_offered_once_each(office: Desk, tmp_path: Path) -> None:
    heads = ["日期", "姓名", "村(社区)", "方式", "天数"]
    rows = [["2026-03-01", name, "柳溪村", "入户走访", 1] for name in ("王五", "张三", "王五", "赵六")]
    found = preview(office, BY_KEY["visit"], workbook(tmp_path / "a.xlsx", ("走访", [heads, *rows])))
    assert found.unknown_people == ["王五", "赵六"]
    assert found.errors[0].message == "「王五」不在干部花名册里，请先登记，或检查是否写错。"


def test_two_people_of_one_name_are_an_error_that_tells_them_apart(office: Desk, tmp_path: Path) -> None:
    heads = ["日期", "姓名", "村(社区)", "方式", "天数"]
    rows = [["2026-03-01", "张伟", "柳溪村", "入户走访", 1], ["2026-03-01", "张伟(财政所)", "柳溪村", "入户走访", 1]]
    told = imported(office, "visit", workbook(tmp_path / "a.xlsx", ("走访", [heads, *rows])), skip_bad=True)
    assert (told.imported, [error.row for error in told.errors]) == (1, [2])
    assert "张伟(财政所)、张伟(党政办公室)" in told.errors[0].message


def test_a_look_stores_nothing(office: Desk) -> None:
    before = picture(office)
    told = importing.looked_at(preview(office, BY_KEY["village"], DATA / "02村社区基本情况.csv"))
    assert (told.read, told.imported) == (9, 0)
    assert picture(office) == before


def test_an_error_while_storing_leaves_nothing(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    found = preview(office, BY_KEY["village"], DATA / "02村社区基本情况.csv")
    before = picture(office)

    def stumble(*given: Any) -> None:
        raise OSError("half way")

    monkeypatch.setattr("app.services.changing.insert_records", stumble)
    with pytest.raises(OSError, match="half way"):
        store_preview(office, found)
    assert picture(office) == before


@pytest.mark.parametrize("register", [register.key for register in REGISTERS])
def test_a_sheet_of_another_kind_is_refused_in_a_sentence(office: Desk, register: str, tmp_path: Path) -> None:
    path = workbook(tmp_path / "菜单.xlsx", ("菜单", [["菜名", "价格"], ["豆腐", 3]]))
    with pytest.raises(CannotImport) as told:
        preview(office, BY_KEY[register], path)
    assert str(told.value).endswith("。")


def test_the_office_adds_words_of_its_own(office: Desk, tmp_path: Path) -> None:
    heads = ["去的人", "日期", "村(社区)", "方式", "天数"]
    path = workbook(tmp_path / "a.xlsx", ("走访", [heads, ["张三", "2026-03-01", "柳溪村", "串门", 1]]))
    own = '[columns.visit]\nstaff = ["去的人"]\n[choices.visit.kind]\n"串门" = "入户走访"\n'
    assert [error.column for error in preview(office, BY_KEY["visit"], path).errors] == ["方式", "姓名"]
    (office.store.folder / importing.OWN_WORDS).write_text(own, "utf-8")
    assert imported(office, "visit", path).imported == 1


def test_history_and_search_know_imported_records(desk: Desk) -> None:
    imported(desk, "village", DATA / "02村社区基本情况.csv")
    (record,) = all_ids(desk, Wanted("village", "沙棠"))
    assert undoing.history(desk, BY_KEY["village"], record)[0].endswith("文书 登记了这条记录")
    assert stored(desk, "village", record)["plan_date"] == date(2021, 9, 30)
