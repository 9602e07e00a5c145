"""A backup is whole in every byte or not there: made of one moment, verified, found when a byte of it changes."""

from __future__ import annotations

import errno
import random
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import text

from app.services.desk import Desk, open_desk
from app.store import archives, backups, copying, shelf, unpacking
from app.store.archives import BackupBroken, opened
from app.store.backups import Backup, listing, make, make_whole, manifest_of
from app.store.errors import DiskFull, FolderUnwritable, StoreDamaged
from app.store.opening import FILE_NAME
from app.store.places import BACKUPS
from tests.store.conftest import digest
from tests.store.safe_office import TRIALS, add_office, full_after, furnish, held, with_one_byte_changed, with_room

CHANCE = random.Random()


@pytest.fixture
def office(folder: Path) -> Path:
    furnish(folder)
    return folder


def examined(backup: Path, tmp_path: Path) -> archives.Manifest:
    return unpacking.examine(backup, tmp_path)


def test_a_backup_holds_the_file_the_templates_and_every_attached_file(office: Path, tmp_path: Path) -> None:
    made = make(office, "手动")
    told = examined(made.path, tmp_path)
    tables, files = held(office)
    assert told.seen == tables
    assert {each.path: each.digest for each in told.files[1:]} == files
    assert told.seen.tables["budget"].rows == 2
    assert told.seen.tables["budget"].amount == 2 * 1200_00
    assert [each.inside for each in told.files] == [True, True, True, False, False, False]
    assert not list((office / BACKUPS).glob("未完成*"))


def test_unchanged_files_are_kept_once_for_all_backups(office: Path) -> None:
    make(office, "手动")
    before = {path: path.stat().st_mtime_ns for path in (office / BACKUPS / shelf.CONTENTS).rglob("*")}
    make(office, "手动")
    assert {path: path.stat().st_mtime_ns for path in (office / BACKUPS / shelf.CONTENTS).rglob("*")} == before
    assert len(listing(office / BACKUPS)) == 2


def test_one_file_holds_everything_and_stands_alone(office: Path, tmp_path: Path) -> None:
    (tmp_path / "盘").mkdir()
    made = make_whole(office, tmp_path / "盘" / "台账.zip")
    assert [path.name for path in made.path.parent.iterdir()] == ["台账.zip"]
    assert examined(made.path, tmp_path).is_alone
    with opened(made.path) as (archive, _):
        assert archive.testzip() is None


@pytest.mark.parametrize("alone", [False, True])
def test_one_changed_byte_anywhere_is_found(office: Path, tmp_path: Path, alone: bool) -> None:
    made = make_whole(office, tmp_path / "台账.zip") if alone else make(office, "手动")
    size = made.path.stat().st_size
    edges = [0, 1, size - 1, size - 64, size - 65, size - 66, size - 86]
    for at in edges + [CHANCE.randrange(size) for _ in range(TRIALS // 2)]:
        by = CHANCE.randrange(1, 256)
        with_one_byte_changed(made.path, at, by)
        with pytest.raises(BackupBroken) as told:
            examined(made.path, tmp_path)
        assert str(told.value).endswith("。"), at
        with_one_byte_changed(made.path, at, by)
    examined(made.path, tmp_path)


def test_one_changed_byte_on_the_shelf_is_found_and_mended_by_the_next_backup(office: Path, tmp_path: Path) -> None:
    made = make(office, "手动")
    shelved = [path for path in (office / BACKUPS / shelf.CONTENTS).rglob("*") if path.is_file()]
    for trial in range(TRIALS // 10):
        place = CHANCE.choice(shelved)
        at, by = CHANCE.randrange(place.stat().st_size), CHANCE.randrange(1, 256)
        with_one_byte_changed(place, at, by)
        with pytest.raises(BackupBroken):
            examined(made.path, tmp_path)
        if trial % 10:
            with_one_byte_changed(place, at, by)
        else:
            make(office, "手动")
            examined(made.path, tmp_path)


@pytest.mark.parametrize("cut", [0, 1, 63, 64, 65, 1000])
def test_a_shortened_or_lengthened_backup_is_found(office: Path, tmp_path: Path, cut: int) -> None:
    made = make(office, "手动")
    whole = made.path.read_bytes()
    for content in (whole[:cut], whole[: len(whole) - cut - 1], whole + b"x", b"x" + whole):
        made.path.write_bytes(content)
        with pytest.raises(BackupBroken):
            examined(made.path, tmp_path)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE budget SET amount = amount + 1 WHERE id = 1",
        "DELETE FROM budget WHERE id = 2",
        "UPDATE office SET name = name || '。'",
        "INSERT INTO setting (key, value) VALUES ('x', '1')",
    ],
)
def test_data_that_is_not_what_the_folder_held_is_found_behind_a_true_seal(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    was = backups.settle

    def changed(path: Path) -> None:
        raw = driver.connect(str(path), isolation_level=None)
        raw.execute(change)
        raw.close()
        was(path)

    monkeypatch.setattr(backups, "settle", changed)
    with pytest.raises(BackupBroken):
        make(office, "手动")
    assert listing(office / BACKUPS) == []


def test_a_path_that_leads_out_of_the_data_folder_is_refused() -> None:
    good = archives.Filed("模板/own-1.txt", 1, "0" * 64, True)
    assert unpacking.belongs(good)
    for path in (
        "../x",
        "/etc/x",
        "模板/../../x",
        "模板\\..\\x",
        "C:x",
        "",
        "taizhang.db-wal",
        "正在使用.lock",
        "备份/x",
    ):
        assert not unpacking.belongs(archives.Filed(path, 1, "0" * 64, True)), path
    assert not unpacking.belongs(archives.Filed("附件/x", 1, "../x", False))


def test_a_file_lost_in_the_folder_is_told_and_taken_from_the_shelf_where_it_is_there(office: Path) -> None:
    first, second = sorted(path for path in (office / "附件").rglob("*") if path.is_file())[:2]
    first.write_bytes(b"damaged")
    lost = make(office, "手动").manifest
    assert lost is not None
    assert lost.lost == (first.relative_to(office).as_posix(),)
    second.unlink()
    told = make(office, "手动").manifest
    assert told is not None
    assert told.lost == lost.lost
    carried = make_whole(office, office.parent / "台账.zip").manifest
    assert carried is not None
    assert {each.path for each in carried.files} == {each.path for each in told.files}
    assert second.relative_to(office).as_posix() in {each.path for each in told.files}


def keep_writing(desk: Desk, done: threading.Event, written: list[int]) -> None:
    """Two settings that are always equal, in one transaction each time."""
    while not done.is_set():
        with desk.store.write() as connection:
            for key in ("one", "two"):
                connection.execute(
                    text("INSERT OR REPLACE INTO setting (key, value) VALUES (:k, :v)"),
                    {"k": key, "v": f'"{len(written)} {"字" * 3000}"'},
                )
        written.append(1)


def test_a_backup_while_somebody_types_is_of_one_moment(office: Path, tmp_path: Path) -> None:
    desk, done, written = open_desk(office), threading.Event(), list[int]()
    writer = threading.Thread(target=keep_writing, args=(desk, done, written))
    writer.start()
    try:
        before = len(written)
        found = [make(office, "手动") for _ in range(4)]
    finally:
        done.set()
        writer.join()
        desk.close()
    assert len(written) > before
    for number, backup in enumerate(found):
        unpacking.unpack(backup.path, tmp_path / str(number))
        raw = driver.connect(str(tmp_path / str(number) / FILE_NAME))
        one, two = (raw.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone() for key in ("one", "two"))
        assert one == two
        raw.close()


Full = Callable[[pytest.MonkeyPatch], None]


def full_while_copying(patched: pytest.MonkeyPatch) -> None:
    bare = copying.open_bare

    def small(place: Path | str) -> driver.Connection:
        raw = bare(place)
        raw.execute("PRAGMA max_page_count = 20")
        return raw

    patched.setattr(copying, "open_bare", small)


def full_while_writing(after: int) -> Full:
    def patch(patched: pytest.MonkeyPatch) -> None:
        write, left = archives._Sealing.write, [after]

        def counted(stream: archives._Sealing, piece: bytes) -> int:
            left[0] -= len(piece)
            if left[0] < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            return write(stream, piece)

        patched.setattr(archives._Sealing, "write", counted)

    return patch


SAID = r"磁盘已满，备份没有做成，数据没有改动。请清理「.+」所在的磁盘（只剩 [0-9.]+ [MG]B，大约要 [0-9.]+ MB）"
FULL: dict[str, Full] = {
    "room": lambda patched: with_room(patched, 100_000),
    "copy": full_while_copying,
    **{f"flush {number}": lambda patched, number=number: full_after(patched, number) for number in range(0, 24, 3)},
    **{f"write {size}": full_while_writing(size) for size in (0, 10_000, 60_000)},
}


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("name", FULL)
def test_a_full_disk_says_where_and_how_much_and_leaves_nothing(
    office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, alone: bool
) -> None:
    def attempt() -> Backup:
        return make_whole(office, tmp_path / "台账.zip") if alone else make(office, "手动")

    before = digest(office)
    with monkeypatch.context() as patched:
        FULL[name](patched)
        with pytest.raises(DiskFull, match=SAID) as told:  # noqa: PT012  the disk fills at the first or at a later one
            for _ in range(10):
                attempt()
    assert "\n" not in str(told.value)
    after = {path: value for path, value in digest(office).items() if not path.startswith(BACKUPS)}
    assert after == before
    assert not list(office.rglob("未完成-备份*")) + list(tmp_path.glob("未完成-*"))
    for each in listing(office / BACKUPS):
        examined(each.path, tmp_path)
    attempt()


def test_a_full_disk_at_the_first_backup_offers_none(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        full_after(patched, 4)
        with pytest.raises(DiskFull):
            make(office, "手动")
    assert listing(office / BACKUPS) == []


def test_a_target_that_takes_nothing_is_told(office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for target in (tmp_path / "没有" / "台账.zip", tmp_path):
        with pytest.raises(FolderUnwritable, match=r"备份没有做成，数据没有改动。.*。"):
            make_whole(office, target)
    with monkeypatch.context() as patched:
        full_after(patched, 0, errno.EROFS)
        with pytest.raises(FolderUnwritable, match="请检查它是否只读、移动盘是否还在。"):
            make_whole(office, tmp_path / "台账.zip")
    assert not (tmp_path / "台账.zip").exists()


def test_damaged_data_is_not_backed_up_as_if_it_were_whole(office: Path) -> None:
    raw = driver.connect(str(office / FILE_NAME))
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("UPDATE office SET head_id = 99")
    raw.commit()
    raw.close()
    with pytest.raises(StoreDamaged, match="请从最近的备份恢复"):
        make(office, "手动")
    assert listing(office / BACKUPS) == []


def test_a_work_that_is_stopped_leaves_nothing(office: Path) -> None:
    class Enough(Exception):
        pass

    for after in (0, 300_000, 2_000_000):
        left = [after]

        def step(done: int, left: list[int] = left) -> None:
            left[0] -= done
            if left[0] < 0:
                raise Enough

        with pytest.raises(Enough):
            make(office, "手动", step=step)
    assert listing(office / BACKUPS) == []
    assert not list((office / BACKUPS).glob("未完成*"))


def test_what_is_no_backup_is_told_in_a_sentence(tmp_path: Path) -> None:
    place = tmp_path / "表.zip"
    for content in (b"", b"PK\x05\x06" + b"\x00" * 18, b"x" * 5000, "文字".encode() * 100):
        place.write_bytes(content)
        assert manifest_of(place) is None
        with pytest.raises(BackupBroken, match="不是台账的备份，或者已经损坏"):
            examined(place, tmp_path)
    with pytest.raises(BackupBroken, match="找不到备份「"):
        examined(tmp_path / "没有.zip", tmp_path)


def test_two_backups_in_one_second_have_two_names(office: Path) -> None:
    add_office(office, "财政所")
    made = {make(office, "手动").path for _ in range(3)}
    assert len(made) == len(listing(office / BACKUPS)) == 3
