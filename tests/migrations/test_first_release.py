"""A file of the first release is brought to the whole catalogue with every row, sum, history line and undo step."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from app.figures import Period, count
from app.models import BY_KEY, REGISTERS
from app.services import undoing
from app.services.desk import Desk, open_desk
from app.services.listing import Wanted, all_ids
from app.store import upgrading
from app.store.backups import make_whole
from app.store.opening import FILE_NAME, open_store
from app.store.places import BACKUPS
from app.store.records import load
from app.store.restoring import restore
from tests.migrations.conftest import content, is_whole, unpacked, unpacked_backup
from tests.township import expected

HELD = ("staff", "offices", "villages", "honours", "meetings", "leave", "reception", "petitions", "donations")
STATED = [
    (item["key"], item["by"], int(year), item[year])
    for item in expected()["figures"]
    for year in ("2024", "2025")
    if item["key"].partition(".")[0] in HELD and [item["key"], year] not in expected()["not_asked"]
]


@pytest.fixture
def upgraded(old: Path) -> Iterator[Desk]:
    """A desk over the file after its upgrade."""
    desk = open_desk(old, "文书")
    yield desk
    desk.close()


def test_every_row_and_every_sum_is_kept(old: Path, tmp_path: Path) -> None:
    first = unpacked(tmp_path / "原来") / FILE_NAME
    assert upgrading.version_of(old / FILE_NAME) == "0001"
    open_store(old).close()
    assert upgrading.version_of(old / FILE_NAME) == upgrading.HEAD == "0004"
    assert is_whole(old / FILE_NAME)
    before = upgrading.counts(first)
    assert {table: upgrading.counts(old / FILE_NAME)[table] for table in before} == before
    assert (before["budget"][0], before["staff"][0], before["history"][0]) == (20, 40, 1009)
    assert content(old / FILE_NAME, like=first) == content(first)


def test_the_old_file_is_kept_among_the_backups(old: Path, tmp_path: Path) -> None:
    first = unpacked(tmp_path / "原来") / FILE_NAME
    open_store(old).close()
    (kept,) = (old / BACKUPS).iterdir()
    assert kept.name.startswith("升级前-0001-")
    assert upgrading.version_of(unpacked_backup(kept)) == "0001"
    assert content(unpacked_backup(kept)) == content(first)


def test_a_backup_of_the_first_release_is_restored_and_brought_up_to_date(old: Path, tmp_path: Path) -> None:
    held = content(old / FILE_NAME)
    made = make_whole(old, tmp_path / "台账.zip")
    assert made.manifest is not None
    assert made.manifest.seen.version == "0001"
    assert upgrading.version_of(old / FILE_NAME) == "0001"
    restore(tmp_path / "新", made.path)
    assert upgrading.version_of(tmp_path / "新" / FILE_NAME) == upgrading.HEAD
    assert content(tmp_path / "新" / FILE_NAME, like=old / FILE_NAME) == held
    assert sorted(path.name for path in (tmp_path / "新").iterdir()) == [FILE_NAME, "正在使用.lock"]


def test_the_upgraded_file_has_the_tables_of_a_new_one(old: Path, empty_folder: Path) -> None:
    open_store(old).close()
    asked = "SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    shapes = []
    for folder in (old, empty_folder):
        store = open_store(folder)
        with store.read() as connection:
            tables = [name for kind, name, _ in connection.execute(text(asked)) if kind == "table"]
            described = {name: connection.execute(text(f'PRAGMA table_info("{name}")')).all() for name in tables}
            shapes.append((connection.execute(text(asked)).all(), described))
        store.close()
    assert shapes[0] == shapes[1]


def test_every_record_loads(upgraded: Desk) -> None:
    found = {}
    with upgraded.store.read() as connection:
        for register in REGISTERS:
            table = register.record.__table__
            ids = list(connection.execute(text(f'SELECT id FROM "{table.name}" ORDER BY id')).scalars())
            found[register.key] = load(connection, register, ids)
            assert sorted(found[register.key]) == ids, register.key
    assert {key: len(records) for key, records in found.items() if records} == {
        "meeting": 198,
        "study": 92,
        "outgoing": 187,
        "petition": 116,
        "donation": 32,
        "reception": 124,
        "budget": 20,
        "leave": 156,
        "honour": 14,
        "office": 11,
        "staff": 40,
        "village": 9,
        "campaign": 3,
    }


def test_history_is_told_as_before(upgraded: Desk) -> None:
    told = undoing.history(upgraded, BY_KEY["outgoing"], 183)
    assert [line.split(" ", 2)[2] for line in told] == ["张三 把「备注」从 空 改为 补记", "张三 登记了这条记录"]


def test_the_last_changes_are_still_undone(upgraded: Desk) -> None:
    assert undoing.undo(upgraded) == "已撤回：批量填写发文「备注」5 条。"
    with upgraded.store.read() as connection:
        assert load(connection, BY_KEY["outgoing"], [183])[183]["remarks"] is None
    before = len(all_ids(upgraded, Wanted("leave")))
    assert undoing.undo(upgraded) == "已撤回：删除请销假 2 条。"
    assert len(all_ids(upgraded, Wanted("leave"))) == before + 2


def test_figures_are_those_stated(upgraded: Desk) -> None:
    undoing.undo(upgraded)
    undoing.undo(upgraded)
    assert len(STATED) > 80
    with upgraded.store.read() as connection:
        for key, by, year, value in STATED:
            counted = count(connection, key, Period.of_year(year), by).value
            assert (None if counted is None else float(str(counted))) == value, (key, by, year)


@pytest.mark.parametrize(("version", "new"), [("0002", "summary_text"), ("0003", "printed_paper")])
def test_a_file_of_a_later_version_gets_the_table_it_lacks(tmp_path: Path, version: str, new: str) -> None:
    folder = tmp_path / "数据"
    folder.mkdir()
    packed = Path(__file__).parents[1] / "data" / "releases" / f"{version}.db.gz"
    (folder / FILE_NAME).write_bytes(gzip.decompress(packed.read_bytes()))
    before = content(folder / FILE_NAME)
    assert new not in before
    store = open_store(folder)
    with store.read() as connection:
        assert connection.exec_driver_sql(f"SELECT count(*) FROM {new}").scalar() == 0
    store.close()
    after = content(folder / FILE_NAME)
    assert {table: after[table] for table in before} == before
    assert sum(map(len, before.values())) > 0
