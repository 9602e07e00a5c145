"""What is exported comes in again without loss: the township's years, all registers with their child rows and links."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.models import BY_KEY, REGISTERS
from app.services import records
from app.services.demo import make_demo
from app.services.desk import Desk
from app.services.exporting import Stopped, export_register
from app.services.importing import CannotImport, preview, store_preview
from app.services.importing_folders import import_folder, sheets_of_folder
from app.services.listing import Wanted, all_ids, first_page
from app.services.reading import show_value
from app.services.undoing import undo
from app.store.records import load, shown
from app.store.surroundings import Office
from tests.conftest import opened
from tests.services.conftest import a_record, add, picture
from tests.services.test_importing import workbook


def whole(desk: Desk) -> dict[str, list[tuple[str, ...]]]:
    """All that the registers show, links by name, child rows in their order; 序号 follows the order of entry."""
    found = {}
    with desk.store.read() as connection:
        around = Office(connection, desk.today())
        for register in REGISTERS:
            ids = list(all_ids(desk, Wanted(register.key)))
            fields = [field for field in register.fields if not field.columns and field.key != "book_number"]
            rows = shown(connection, register, ids, fields, around)
            stored = load(connection, register, ids)
            under = [tuple(_rows(connection, register, stored[record])) for record in ids]
            found[register.key] = sorted((*row, *rows_of) for row, rows_of in zip(rows, under, strict=True))
    return found


def _rows(connection: Any, register: Any, values: dict[str, Any]) -> Iterator[str]:
    for field in register.fields:
        for row in values[field.key] if field.columns else ():
            yield "|".join(show_value(connection, column, row.get(column.key)) for column in field.columns)


def exported(desk: Desk, folder: Path, *keys: str) -> Path:
    folder.mkdir()
    filled = [register.key for register in REGISTERS if first_page(desk, Wanted(register.key), 1).rows]
    for register in (BY_KEY[key] for key in keys or filled):
        export_register(desk, Wanted(register.key, descending=False), folder / f"{register.label}.xlsx")
    return folder


def test_the_township_goes_out_and_comes_in(township: Desk, desk: Desk, tmp_path: Path) -> None:
    told = import_folder(desk, exported(township, tmp_path / "out"))
    assert [entry["errors"] for entry in told if entry["errors"]] == []
    assert sum(entry["imported"] for entry in told) == 6025
    assert whole(desk) == whole(township)
    assert undo(desk) == "已撤回：导入文件夹「out」。"
    assert sum(len(rows) for rows in whole(desk).values()) == 0


@pytest.fixture(scope="module")
def demo(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    for found in opened(empty_folder, tmp_path_factory.mktemp("demo") / "data"):
        make_demo(found, 2025)
        yield found


def test_child_rows_and_links_between_registers_come_in_too(demo: Desk, desk: Desk, tmp_path: Path) -> None:
    told = import_folder(desk, exported(demo, tmp_path / "out"))
    assert [entry["errors"] for entry in told if entry["errors"]] == []
    before, after = whole(demo), whole(desk)
    assert len(before) == len(REGISTERS)
    for register in before:
        assert before[register], register
        assert after[register] == before[register], register
    with desk.store.read() as connection:
        linked = connection.exec_driver_sql("SELECT COUNT(*) FROM expense WHERE reception_id IS NOT NULL").scalar()
        assert linked == connection.exec_driver_sql("SELECT COUNT(*) FROM expense WHERE nature = '接待'").scalar() > 20


def test_a_record_of_every_register_goes_out_and_comes_in(office: Desk, desk: Desk, tmp_path: Path) -> None:
    for register in REGISTERS:
        add(office, register.key, **a_record(register.key) | {"highlight": f"{register.label}的事例", "campaign": 1})
    told = import_folder(desk, exported(office, tmp_path / "out"))
    assert [entry["errors"] for entry in told if entry["errors"]] == []
    before, after = whole(office), whole(desk)
    assert all(before.values())
    for key in before:
        assert after[key] == before[key], key


@pytest.mark.parametrize("key", [register.key for register in REGISTERS])
def test_one_record_of_each_register_survives(office: Desk, key: str, tmp_path: Path) -> None:
    for_sure = {"remarks": "=1+1", "highlight": "-3 天 +@", "campaign": None}
    record = add(office, key, **a_record(key) | for_sure)
    path = tmp_path / "one.xlsx"
    export_register(office, Wanted(key, start=date(2022, 1, 1)), path)
    with office.store.read() as connection:
        before = load(connection, BY_KEY[key], [record])[record]
    if any(field.unique for field in BY_KEY[key].own_fields):
        records.delete(office, BY_KEY[key], [record])
    found = preview(office, BY_KEY[key], path)
    mine = [draft for draft in found.rows.drafts if draft.values.get("remarks") == "=1+1"]
    assert len(mine) == 1
    for name, value in mine[0].values.items():
        assert BY_KEY[key].by_key[name].auto or _plain(value) == _plain(before[name]), name


def _plain(value: Any) -> Any:
    """Empty child columns are empty whether they are named or not."""
    if isinstance(value, tuple) and value and isinstance(value[0], dict):
        return [{key: each for key, each in row.items() if each is not None} for row in value]
    return value


def test_two_of_one_name_and_day_are_told_apart(office: Desk, desk: Desk, tmp_path: Path) -> None:
    receptions = [add(office, "reception", **a_record("reception") | {"remarks": str(at)}) for at in range(3)]
    for at, reception in enumerate(receptions):
        add(
            office,
            "expense",
            **a_record("expense") | {"summary": f"第{at}笔", "reception": reception, "nature": "接待"},
        )
    told = import_folder(desk, exported(office, tmp_path / "out", "budget", "reception", "expense"))
    assert [entry["errors"] for entry in told if entry["errors"]] == []
    with desk.store.read() as connection:
        asked = (
            "SELECT summary, reception.remarks FROM expense JOIN reception ON reception.id = reception_id ORDER BY 1"
        )
        assert connection.exec_driver_sql(asked).all() == [("第0笔", "0"), ("第1笔", "1"), ("第2笔", "2")]


def test_a_period_is_exported_alone_and_progress_told(township: Desk, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    wanted = Wanted("visit", start=date(2024, 3, 1), end=date(2024, 3, 31))
    count = export_register(township, wanted, tmp_path / "a.xlsx", lambda done, whole: seen.append((done, whole)))
    assert count == len(all_ids(township, wanted)) > 50
    assert seen[-1] == (count, count)


def test_a_stopped_export_leaves_no_file(township: Desk, tmp_path: Path) -> None:
    with pytest.raises(Stopped):
        export_register(township, Wanted("visit"), tmp_path / "a.xlsx", None, lambda: True)
    assert list(tmp_path.iterdir()) == []


OFFICES = ("内设机构", [["机构名称", "负责人"], ["党政办公室", "田秀云"], ["财政所", "龚建平"]])
STAFF_HEADS = ["姓名", "所在机构", "干部类别"]


def staff_of(*people: tuple[str, str]) -> tuple[str, list[list[str]]]:
    return "干部职工", [STAFF_HEADS, *[[name, office, "其他机关干部"] for name, office in people]]


def test_an_office_and_its_head_come_in_together(desk: Desk, tmp_path: Path) -> None:
    before = picture(desk)
    leave = [["姓名", "假别", "开始日期", "结束日期", "状态"], ["田秀云", "事假", "2026-03-02", "2026-03-03", "已批准"]]
    people = staff_of(("田秀云", "党政办公室"), ("龚建平", "财政所"))
    workbook(tmp_path / "全部.xlsx", ("请销假", leave), OFFICES, people)
    told = import_folder(desk, tmp_path)
    assert [(entry["register"], entry["imported"], entry["errors"]) for entry in told] == [
        ("staff", 2, []),
        ("office", 2, []),
        ("leave", 1, []),
    ]
    with desk.store.read() as connection:
        joined = "office JOIN staff ON staff.id = head_id AND office_id = office.id"
        heads = f"SELECT office.name, staff.name FROM {joined}"
        assert sorted(connection.exec_driver_sql(heads).all()) == [("党政办公室", "田秀云"), ("财政所", "龚建平")]
        of_leave = "SELECT name FROM leave JOIN office ON office.id = office_id"
        assert connection.exec_driver_sql(of_leave).scalar() == "党政办公室"
    undo(desk)
    assert picture(desk) == before


def test_a_folder_comes_in_whole_or_not_at_all(desk: Desk, tmp_path: Path) -> None:
    workbook(tmp_path / "全部.xlsx", OFFICES, staff_of(("田秀云", "党政办公室"), ("龚建平", "没有的机构")))
    before = picture(desk)
    told = {entry["register"]: entry for entry in import_folder(desk, tmp_path)}
    (error,) = told["staff"]["errors"]
    assert (error["row"], error["column"], told["office"]["imported"]) == (3, "所在机构", 0)
    assert error["message"] == "「没有的机构」不在内设机构里，请先登记，或检查是否写错。"
    assert picture(desk) == before


def test_sheets_that_are_no_register_are_named(desk: Desk, tmp_path: Path) -> None:
    workbook(tmp_path / "1.xlsx", ("说明", [["填写说明"]]), ("村(社区)", [["名称", "户数"], ["柳溪村", 512]]))
    (tmp_path / "2.xlsx").write_bytes(b"no workbook")
    (tmp_path / "3.txt").write_text("x")
    found, passed = sheets_of_folder(tmp_path)
    assert [(each.sheet, each.register.key) for each in found] == [("村(社区)", "village")]
    assert [name for name, _, _ in passed] == ["1.xlsx", "2.xlsx"]
    told = import_folder(desk, tmp_path, skip_bad=True)
    assert [entry["imported"] for entry in told if entry["register"]] == [1]


@pytest.mark.parametrize(
    "name", ["捐款捐物", "donation", "18捐款捐物", "2026年捐款捐物", "捐款捐物2026年度", "规章制度"]
)
def test_a_sheet_is_named_after_its_register_with_a_year_or_without(tmp_path: Path, name: str) -> None:
    workbook(tmp_path / "1.xlsx", (name, [["名称"]]))
    ((found,), passed) = sheets_of_folder(tmp_path)
    assert (found.register.label, passed) == ("规章制度" if name == "规章制度" else "捐款捐物", [])


def test_a_folder_imported_twice_is_refused_unless_asked_for(desk: Desk, tmp_path: Path) -> None:
    rows = [["日期", "捐助事由", "类别", "受助对象"], ["2026-03-07", "助学", "困难学生", "某某"]]
    workbook(tmp_path / "1.xlsx", ("捐款捐物", rows))
    assert import_folder(desk, tmp_path)[0]["imported"] == 1
    again = import_folder(desk, tmp_path)[0]
    assert "导入过" in again["errors"][0]["message"]
    assert import_folder(desk, tmp_path, again=True)[0]["imported"] == 1


def test_what_is_no_folder_is_said(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match="不是文件夹"):
        import_folder(desk, tmp_path / "没有")


def test_a_workbook_of_ours_is_not_the_same_after_a_change(office: Desk, tmp_path: Path) -> None:
    record = add(office, "donation", **a_record("donation"))
    export_register(office, Wanted("donation"), tmp_path / "a.xlsx")
    records.delete(office, BY_KEY["donation"], [record])
    assert store_preview(office, preview(office, BY_KEY["donation"], tmp_path / "a.xlsx")).imported == 1
