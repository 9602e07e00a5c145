"""A restore brings back what the backup holds and keeps what was there; what stops it leaves one or the other."""

from __future__ import annotations

import errno
import random
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from app.store import archives, restoring, upgrading
from app.store.archives import BackupBroken
from app.store.backups import listing, make, make_whole
from app.store.errors import DiskFull, FolderBusy, FolderUnwritable, StoreError, StoreNewer
from app.store.opening import FILE_NAME, holds_data, open_store
from app.store.places import BACKUPS, PLAN, STAGE
from app.store.restoring import restore
from tests.store.conftest import digest
from tests.store.safe_office import ROOT, TRIALS, Held, add_office, full_after, furnish, held, with_room

CHANCE = random.Random()


@pytest.fixture
def office(folder: Path) -> Path:
    furnish(folder)
    return folder


@pytest.fixture
def backup(office: Path) -> Path:
    """A backup, after which an office was added, a scan and a template changed."""
    made = make(office, "手动").path
    add_office(office, "财政所")
    shutil.rmtree(office / "模板")
    next(path for path in (office / "附件").rglob("*") if path.is_file()).write_bytes(b"damaged")
    return made


def test_what_comes_back_is_what_was_backed_up(office: Path) -> None:
    before = held(office)
    made = make(office, "手动").path
    add_office(office, "财政所")
    (office / "模板" / "own-2.txt").write_text("另一个", "utf-8")
    after = held(office)
    done = restore(office, made)
    assert held(office) == before
    assert done.kept is not None
    assert done.kept.name.startswith("恢复前-20")
    assert held(done.kept) == after
    assert not (office / STAGE).exists()
    assert not (office / PLAN).exists()
    assert [each.why for each in listing(office / BACKUPS)] == ["恢复前", "手动"]


def test_the_data_that_was_there_is_a_data_folder_of_its_own(office: Path, backup: Path) -> None:
    kept = restore(office, backup).kept
    assert kept is not None
    store = open_store(kept)
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT COUNT(*) FROM office").scalar() == 2
    store.close()


def test_a_backup_is_restored_on_a_computer_that_has_nothing(office: Path, tmp_path: Path) -> None:
    made = make_whole(office, tmp_path / "台账.zip").path
    done = restore(tmp_path / "新电脑" / "数据", made)
    assert done.kept is None
    assert held(tmp_path / "新电脑" / "数据") == held(office)


def test_a_log_that_a_killed_program_left_never_meets_the_restored_file(office: Path, backup: Path) -> None:
    before = held(office)[0]
    store = open_store(office)
    with store.read() as reading, store.write() as connection:
        reading.exec_driver_sql("SELECT COUNT(*) FROM budget")
        connection.exec_driver_sql("UPDATE budget SET amount = 1")
        connection.commit()
        for ending in ("-wal", "-shm"):
            shutil.copy(office / f"{FILE_NAME}{ending}", office / f"留下{ending}")
    store.close()
    for ending in ("-wal", "-shm"):
        (office / f"留下{ending}").rename(office / f"{FILE_NAME}{ending}")
    kept = restore(office, backup).kept
    assert not (office / f"{FILE_NAME}-wal").exists()
    assert held(office)[0].tables["budget"] == before.tables["budget"]
    assert held(office)[0].tables["office"].rows == 1
    assert kept is not None
    assert held(kept)[0].tables["budget"].amount == 2


def test_damaged_data_is_replaced_and_kept_as_it_was(office: Path, backup: Path) -> None:
    with (office / FILE_NAME).open("rb+") as file:
        file.write(b"\xa5" * 20_000)
    damaged = digest(office)[FILE_NAME]
    kept = restore(office, backup).kept
    assert kept is not None
    assert digest(kept)[FILE_NAME] == damaged
    assert held(office)[0].tables["office"].rows == 1


def test_a_broken_backup_changes_nothing(office: Path, backup: Path) -> None:
    with backup.open("rb+") as file:
        file.seek(5000)
        file.write(b"\x00" * 10)
    before = held(office)
    with pytest.raises(BackupBroken):
        restore(office, backup)
    assert held(office) == before
    assert not (office / STAGE).exists()


def test_a_folder_in_use_is_not_touched(office: Path, backup: Path) -> None:
    store = open_store(office)
    with pytest.raises(FolderBusy):
        restore(office, backup)
    store.close()


def test_a_backup_of_a_newer_program_is_refused_politely(
    office: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(office)
    with monkeypatch.context() as patched:
        patched.setattr(upgrading, "VERSIONS", upgrading.VERSIONS[:-1])
        with pytest.raises(StoreNewer, match=r"更新版本的台账（.+）做的，.*请安装新版程序后再恢复。"):
            restore(office, backup)
    assert held(office) == before


def test_a_backup_in_a_format_to_come_is_refused_politely(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(archives, "FORMAT", 2)
        made = make(office, "手动").path
    with pytest.raises(StoreNewer, match="请安装新版程序后再恢复"):
        restore(office, made)


def test_a_restored_file_is_brought_up_to_date_before_it_takes_its_place(
    office: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen_by: list[tuple[str, bool]] = []

    def upgrade(path: Path, *, backed_up: bool = False) -> None:
        seen_by.append((path.parent.name, backed_up))
        raise StoreError("升级没有成功。")

    before = held(office)
    monkeypatch.setattr(upgrading, "bring_up_to_date", upgrade)
    with pytest.raises(StoreError, match="升级没有成功"):
        restore(office, backup)
    assert seen_by == [(STAGE, True)]
    assert held(office) == before


def said_of_restoring(office: Path, backup: Path) -> str:
    """What a full disk makes of a restore, «» where there was room after all."""
    try:
        restore(office, backup)
    except DiskFull as error:
        return str(error)
    return ""


@pytest.mark.parametrize("flushes", [*range(0, 40, 4), "room"])
def test_a_full_disk_leaves_the_old_data_and_goes_on_after_freeing(
    office: Path, backup: Path, monkeypatch: pytest.MonkeyPatch, flushes: int | str
) -> None:
    before = held(office)
    with monkeypatch.context() as patched:
        if isinstance(flushes, int):
            patched.setattr(restoring, "make", lambda *given, **named: None)
            full_after(patched, flushes)
        else:
            with_room(patched, 50_000)
        said = said_of_restoring(office, backup)
    if said:
        assert said.startswith("磁盘已满，没有恢复，现在的数据没有改动。请清理「")
        assert "只剩" in said
        assert held(office) == before
        assert not (office / STAGE).exists()
    assert said or flushes in range(14, 40), "the last flushes come when the backup is the data already"
    restore(office, backup)
    assert held(office)[0].tables["office"].rows == 1


def test_a_folder_that_takes_nothing_is_told(office: Path, backup: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = held(office)
    with monkeypatch.context() as patched:
        full_after(patched, 0, errno.EROFS)
        with pytest.raises(FolderUnwritable, match="没有恢复，现在的数据没有改动。"):
            restore(office, backup)
    assert held(office) == before


RESTORING = """
import sys
from pathlib import Path

import alembic.command, sqlalchemy
from app.store import restoring

{more}
print("ready", flush=True)
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]))
"""
DYING = """
import os
counted = [0]
def dying(was):
    def call(*given, **named):
        counted[0] += 1
        if counted[0] == {number} and not {after}:
            os._exit(9)
        answer = was(*given, **named)
        if counted[0] == {number}:
            os._exit(9)
        return answer
    return call
restoring.make = lambda *given, **named: None
for name in ("rename", "replace", "unlink", "mkdir"):
    setattr(Path, name, dying(getattr(Path, name)))
restoring.shutil.rmtree = dying(restoring.shutil.rmtree)
"""


def program(office: Path, backup: Path, more: str = "") -> subprocess.Popen[str]:
    """A program of its own that is about to restore."""
    code = RESTORING.format(more=more)
    begun = subprocess.Popen(
        [sys.executable, "-c", code, str(office), str(backup)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert begun.stdout is not None
    assert begun.stdout.readline() == "ready\n"
    return begun


@pytest.fixture(scope="module")
def prepared(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Held, Held]:
    """(data folder with a backup in it, what the backup holds, what the folder holds)."""
    office = tmp_path_factory.mktemp("killed") / "数据"
    shutil.copytree(empty_folder, office)
    add_office(office, "党政办公室")
    furnish(office)
    new = held(office)
    make(office, "手动")
    add_office(office, "财政所")
    return office, new, held(office)


@pytest.fixture
def copied(prepared: tuple[Path, Held, Held], tmp_path: Path) -> tuple[Path, Path, Held, Held]:
    """A copy of it: (folder, backup, what the backup holds, what the folder holds)."""
    office = tmp_path / "数据"
    shutil.copytree(prepared[0], office)
    made = next(path for path in (office / BACKUPS).glob("手动-*.zip"))
    return office, made, *prepared[1:]


def check_after_death(office: Path, new: Held, old: Held) -> bool:
    """Old or new, never between; opening finishes what was decided. True for the new."""
    decided = (office / PLAN).exists()
    assert holds_data(office)
    open_store(office).close()
    found = held(office)
    assert found in (new, old)
    assert not decided or found == new
    kept = list(office.glob("恢复前-*"))
    if found == new:
        assert [held(each) for each in kept] == [old]
    assert not (office / STAGE).exists()
    assert not (office / PLAN).exists()
    return found == new


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("number", range(1, 14))
def test_a_program_that_dies_at_a_step_leaves_the_old_or_the_new(
    copied: tuple[Path, Path, Held, Held], number: int, after: bool
) -> None:
    office, backup, new, old = copied
    with program(office, backup, DYING.format(number=number, after=after)) as begun:
        assert begun.wait(timeout=60) in (0, 9)
    check_after_death(office, new, old)
    restore(office, backup)
    assert held(office) == new


def test_what_was_decided_before_the_death_is_done_by_the_next_opening(copied: tuple[Path, Path, Held, Held]) -> None:
    office, backup, new, old = copied
    dying = "import os\nrestoring._move = lambda *given: os._exit(9)"
    with program(office, backup, dying) as begun:
        assert begun.wait(timeout=60) == 9
    assert (office / PLAN).exists()
    assert held(office) == old
    assert check_after_death(office, new, old)


@pytest.mark.parametrize("part", range(max(TRIALS // 40, 4)))
def test_a_program_killed_at_a_moment_leaves_the_old_or_the_new(
    copied: tuple[Path, Path, Held, Held], part: int
) -> None:
    office, backup, new, old = copied
    with program(office, backup) as begun:
        try:
            begun.wait(timeout=CHANCE.uniform(0, 1.2))
        except subprocess.TimeoutExpired:
            begun.kill()
    check_after_death(office, new, old)


def test_the_last_step_that_the_system_refuses_is_done_at_the_next_opening(
    copied: tuple[Path, Path, Held, Held], monkeypatch: pytest.MonkeyPatch
) -> None:
    office, backup, new, old = copied
    rename = Path.rename

    def refused(path: Path, target: Path) -> Path:
        if path == office / "附件":
            raise PermissionError(errno.EACCES, "Permission denied")
        return rename(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", refused)
        with pytest.raises(StoreError, match=r"还差最后一步.*会自动做完，数据不会丢。"):
            restore(office, backup)
    assert check_after_death(office, new, old)


BACKING_UP = """
import sys
from pathlib import Path
from app.store import backups
print("ready", flush=True)
while True:
    backups.make(Path(sys.argv[1]), "手动")
"""


@pytest.mark.parametrize("part", range(max(TRIALS // 60, 3)))
def test_a_killed_backup_is_never_offered(copied: tuple[Path, Path, Held, Held], part: int, tmp_path: Path) -> None:
    office, _, _, old = copied
    shutil.rmtree(office / BACKUPS / "内容")
    with subprocess.Popen(
        [sys.executable, "-c", BACKING_UP, str(office)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as begun:
        assert begun.stdout is not None
        assert begun.stdout.readline() == "ready\n"
        time.sleep(CHANCE.uniform(0, 0.9))
        begun.kill()
    assert held(office) == old
    fresh = [each for each in listing(office / BACKUPS) if each.manifest and each.manifest.seen == old[0]]
    for each in fresh:
        restore(tmp_path / each.path.stem, each.path)
        assert held(tmp_path / each.path.stem) == old
    assert all(each.manifest is not None for each in listing(office / BACKUPS))
    make(office, "手动")
    assert not list((office / BACKUPS).glob("未完成-*"))


def test_a_manifest_of_another_version_names_its_program(office: Path) -> None:
    manifest = make(office, "手动").manifest
    assert manifest is not None
    later = replace(manifest, program="9.1.0", seen=replace(manifest.seen, version="9999"))
    with pytest.raises(StoreNewer, match=r"（9\.1\.0）"):
        restoring._refuse_newer(later)


def test_a_log_beside_the_backup_folder_is_no_part_of_it(office: Path, tmp_path: Path) -> None:
    made = make_whole(office, tmp_path / "台账.zip").path
    (tmp_path / "台账.zip-wal").write_bytes(b"stale")
    raw = driver.connect(str(office / FILE_NAME))
    raw.execute("DELETE FROM budget")
    raw.commit()
    raw.close()
    restore(office, made)
    assert held(office)[0].tables["budget"].rows == 2
