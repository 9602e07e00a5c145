"""Making and opening a data folder: what is wrong with it is said in one sentence, and nothing of it is touched."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import event, select, text

from app.models import BY_KEY
from app.models.people.office import Office
from app.services import records
from app.services.desk import Desk, create_desk, open_desk
from app.store import connecting, reserve
from app.store.errors import (
    DiskFull,
    FolderUnwritable,
    StoreDamaged,
    StoreError,
    StoreMissing,
    StoreNewer,
    StorePresent,
)
from app.store.opening import FILE_NAME, Store, create_store, default_folder, open_store
from app.store.places import BACKUPS
from tests.store.conftest import digest, without_rights


def sentence(told: pytest.ExceptionInfo[StoreError]) -> str:
    said = str(told.value)
    assert said.endswith("。")
    assert "\n" not in said
    return said


def test_a_new_folder_is_made_empty_and_opens_again(tmp_path: Path) -> None:
    create_store(tmp_path / "甲" / "乙").close()
    store = open_store(tmp_path / "甲" / "乙")
    with store.read() as connection:
        assert connection.execute(select(Office.id)).all() == []
    store.close()
    assert sorted(path.name for path in (tmp_path / "甲" / "乙").iterdir()) == [FILE_NAME, "正在使用.lock"]


def test_a_folder_with_data_is_not_made_again(folder: Path) -> None:
    before = digest(folder)
    with pytest.raises(StorePresent) as told:
        create_store(folder)
    assert "已经有台账数据" in sentence(told)
    assert digest(folder) == before


def test_missing_data_is_said_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing) as told:
        open_store(tmp_path / "没有")
    assert "没有台账数据" in sentence(told)
    assert not (tmp_path / "没有").exists()


def test_every_connection_keeps_the_settings(folder: Path) -> None:
    store = open_store(folder)
    with store.write() as connection:
        asked = {name: connection.execute(text(f"PRAGMA {name}")).scalar() for name in ("journal_mode", "synchronous")}
        assert asked == {"journal_mode": "wal", "synchronous": 2}
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    with store.read() as connection:
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
        assert connection.execute(text("PRAGMA query_only")).scalar() == 1
    store.close()


def test_the_driver_is_new_enough_and_an_older_one_is_refused(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert driver.sqlite_version_info >= (3, 51, 3)
    monkeypatch.setattr(connecting.driver, "sqlite_version_info", (3, 51, 2))
    with pytest.raises(StoreError) as told:
        open_store(folder)
    assert "版本太旧" in sentence(told)


def test_writing_is_possible_while_somebody_reads_a_fresh_file(tmp_path: Path) -> None:
    desk = create_desk(tmp_path / "新")
    with desk.store.read() as connection:
        before = connection.execute(select(Office.id)).all()
        desk.set_setting("town", "云禾镇")
        assert connection.execute(select(Office.id)).all() == before
    assert desk.setting("town") == "云禾镇"
    desk.close()


def test_a_reader_sees_one_state_of_the_data(folder: Path) -> None:
    desk = open_desk(folder)
    with desk.store.read() as connection:
        assert len(connection.execute(select(Office.name)).all()) == 1
        records.save(desk, BY_KEY["office"], records.blank_for(BY_KEY["office"]) | {"name": "财政所"})
        assert len(connection.execute(select(Office.name)).all()) == 1
    with desk.store.read() as connection:
        assert len(connection.execute(select(Office.name)).all()) == 2
    desk.close()


def test_a_folder_may_be_named_with_any_marks(folder: Path) -> None:
    odd = folder.rename(folder.parent / "数据 50% #1 ?&mode=rw")
    assert names_of_everything(odd) == "党政办公室 办公用品费 印刷费"


def test_a_reader_cannot_write(folder: Path) -> None:
    store = open_store(folder)
    with pytest.raises(FolderUnwritable), store.read() as connection:
        connection.execute(text("DELETE FROM budget"))
    store.close()


def delete_and_stumble(store: Store) -> float:
    with store.write() as connection:
        connection.execute(text("DELETE FROM budget"))
        return 1 / 0


def test_an_error_takes_the_whole_transaction_back(folder: Path) -> None:
    store = open_store(folder)
    with pytest.raises(ZeroDivisionError):
        delete_and_stumble(store)
    with store.read() as connection:
        assert connection.execute(text("SELECT COUNT(*) FROM budget")).scalar() == 2
    store.close()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no data file", b"\x00" * 8192, "纯文本".encode() * 3000])
def test_a_file_that_is_no_data_file_is_left_as_it_is(folder: Path, content: bytes) -> None:
    (folder / FILE_NAME).write_bytes(content)
    before = digest(folder)
    with pytest.raises(StoreDamaged) as told:
        open_store(folder)
    assert FILE_NAME in sentence(told)
    assert digest(folder) == before


def test_another_programs_database_is_left_as_it_is(folder: Path) -> None:
    (folder / FILE_NAME).unlink()
    other = sqlite3.connect(folder / FILE_NAME)
    other.execute("CREATE TABLE accounts (id INTEGER)")
    other.commit()
    other.close()
    before = digest(folder)
    with pytest.raises(StoreDamaged, match="不是台账的数据文件"):
        open_store(folder)
    assert digest(folder) == before


def pages_of(folder: Path) -> int:
    return (folder / FILE_NAME).stat().st_size // 4096


def overwrite(folder: Path, page: int, content: bytes) -> None:
    with (folder / FILE_NAME).open("rb+") as file:
        file.seek(page * 4096)
        file.write(content)


def test_the_first_page_overwritten_is_damage(folder: Path) -> None:
    overwrite(folder, 0, b"\xa5" * 4096)
    before = digest(folder)
    with pytest.raises(StoreDamaged) as told:
        open_store(folder)
    assert "已损坏" in sentence(told)
    assert "备份" in sentence(told)
    assert digest(folder) == before


def test_any_page_overwritten_is_damage_or_none_of_the_data(folder: Path) -> None:
    whole = (folder / FILE_NAME).read_bytes()
    found = set()
    for page in range(1, pages_of(folder), 7):
        (folder / FILE_NAME).write_bytes(whole)
        overwrite(folder, page, bytes(range(1, 251)) * 16)
        try:
            found.add(names_of_everything(folder))
        except StoreDamaged as damaged:
            found.add(type(damaged).__name__)
    assert found <= {"党政办公室 办公用品费 印刷费", "StoreDamaged"}


def names_of_everything(folder: Path) -> str:
    store = open_store(folder)
    try:
        with store.read() as connection:
            asked = "SELECT name FROM office UNION ALL SELECT name FROM budget"
            return " ".join(connection.execute(text(asked)).scalars())
    finally:
        store.close()


@pytest.mark.parametrize("logged", [False, True])
def test_a_newer_file_is_refused_and_stays_the_same(folder: Path, logged: bool) -> None:
    raw = driver.connect(str(folder / FILE_NAME))
    raw.execute("PRAGMA journal_mode = " + ("WAL" if logged else "DELETE"))
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    before = digest(folder)
    with pytest.raises(StoreNewer) as told:
        open_store(folder)
    assert "更新版本" in sentence(told)
    assert digest(folder) == before


def test_a_folder_that_may_not_be_written_is_said(open_place: Path) -> None:
    before = digest(open_place)
    open_place.chmod(0o555)
    (open_place / FILE_NAME).chmod(0o444)
    with without_rights(), pytest.raises(FolderUnwritable) as told:
        open_store(open_place)
    assert "不能写入" in sentence(told)
    with without_rights(), pytest.raises(FolderUnwritable):
        create_store(open_place / "新")
    assert digest(open_place) == before


def test_a_folder_that_may_not_be_read_is_said(open_place: Path) -> None:
    open_place.chmod(0o000)
    with without_rights(), pytest.raises(FolderUnwritable) as told:
        open_store(open_place)
    assert "不能读取" in sentence(told)


def test_a_file_on_the_way_to_a_new_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x")
    with pytest.raises(FolderUnwritable) as told:
        create_store(tmp_path / "文件" / "数据")
    assert "不能建立数据目录" in sentence(told)


def test_a_folder_that_turns_read_only_while_open_is_said(folder: Path) -> None:
    desk = open_desk(folder)
    event.listen(desk.store._writing, "connect", lambda raw, _: raw.execute("PRAGMA query_only = ON"))
    with pytest.raises(FolderUnwritable) as told:
        desk.set_setting("town", "云禾镇")
    assert "不能写入" in sentence(told)
    desk.close()


def no_room(desk: Desk, pages: int) -> None:
    """The file may grow by so many pages and no further, as on a full disk."""

    def limit(raw: driver.Connection, _: object) -> None:
        raw.execute(f"PRAGMA max_page_count = {raw.execute('PRAGMA page_count').fetchone()[0] + pages}")

    event.listen(desk.store._writing, "connect", limit)


def save_big_ones(desk: Desk) -> None:
    for number in range(9):
        big = {"name": f"村{number}", "remarks": "字" * 19_000}
        records.save(desk, BY_KEY["village"], records.blank_for(BY_KEY["village"]) | big)


@pytest.mark.parametrize("pages", [0, 1, 3])
def test_a_full_disk_leaves_nothing_half_written(folder: Path, pages: int) -> None:
    desk = open_desk(folder)
    no_room(desk, pages)
    with pytest.raises(DiskFull) as told:
        save_big_ones(desk)
    assert "磁盘已满" in sentence(told)
    assert desk.store.folder.name in sentence(told)
    with desk.store.read() as connection:
        stored = connection.execute(text("SELECT COUNT(*) FROM village")).scalar()
        told_of = connection.execute(text("SELECT COUNT(*) FROM history WHERE register = 'village'")).scalar()
        assert stored == told_of
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    desk.close()


def test_work_goes_on_after_the_disk_has_room_again(folder: Path) -> None:
    desk = open_desk(folder)
    no_room(desk, 0)
    with pytest.raises(DiskFull):
        desk.set_setting("words", "字" * 50_000)
    desk.close()
    desk = open_desk(folder)
    desk.set_setting("words", "字" * 50_000)
    assert len(desk.setting("words")) == 50_000
    desk.close()


def test_the_reserve_is_given_up_for_what_was_typed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / BACKUPS).mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(reserve, "free_bytes", lambda place: reserve.ENOUGH - 1)
        reserve.keep(folder)
        assert not (folder / BACKUPS / reserve.NAME).exists()
        patched.setattr(reserve, "free_bytes", lambda place: reserve.ENOUGH)
        reserve.keep(folder)
    assert (folder / BACKUPS / reserve.NAME).stat().st_size == 50 * 1024 * 1024
    desk = open_desk(folder)
    no_room(desk, 0)
    with pytest.raises(DiskFull, match="程序已腾出预留的 50 MB，现在请再试一次"):
        desk.set_setting("words", "字" * 50_000)
    assert not (folder / BACKUPS / reserve.NAME).exists()
    with pytest.raises(DiskFull) as told:
        desk.set_setting("words", "字" * 50_000)
    assert "预留" not in sentence(told)
    desk.close()


def test_a_reserve_that_cannot_be_made_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    (folder / BACKUPS).mkdir()
    monkeypatch.setattr(reserve, "free_bytes", lambda place: reserve.ENOUGH)
    monkeypatch.setattr(reserve, "_fill", full)
    reserve.keep(folder)
    assert list((folder / BACKUPS).iterdir()) == []


def test_a_broken_disk_is_not_called_damage_of_the_file() -> None:
    said = connecting.sentence_for(driver.OperationalError("disk I/O error"), Path("/data/taizhang.db"))
    assert isinstance(said, StoreError)
    assert not isinstance(said, StoreDamaged)
    assert "磁盘出错" in str(said)


def test_what_is_no_error_of_the_store_stays_as_it_is() -> None:
    error = driver.OperationalError("no such table: x")
    assert connecting.sentence_for(error, Path("x")) is error


def test_the_usual_folder_is_the_users_own() -> None:
    assert default_folder().name == "taizhang"
    assert default_folder().is_absolute()
