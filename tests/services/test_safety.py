"""When backups are made, where a second one goes, the drill, the check of everything, and the sentence on all that."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import text

from app.models import BY_KEY
from app.services import attachments, backing_up, records, safety, safety_notes
from app.services.backing_up import CannotBackUp, back_up, back_up_second, is_changed, is_due, set_every, set_second
from app.services.desk import Desk, open_desk
from app.services.exporting import Stopped
from app.services.safety_verdict import told_moment, verdict
from app.store import restoring, room
from app.store.attachments import keep, place_of
from app.store.backups import listing
from app.store.errors import DiskFull, FolderUnwritable, StoreError
from app.store.opening import FILE_NAME
from app.store.places import BACKUPS
from tests.conftest import opened

NOW = datetime.now()


@pytest.fixture
def office(desk: Desk, tmp_path: Path) -> Desk:
    """One record with a scan."""
    add(desk, "党政办公室")
    scan = tmp_path / "扫描.pdf"
    scan.write_bytes(b"%PDF scan" * 1000)
    attachments.add(desk, BY_KEY["office"], 1, scan)
    return desk


def add(desk: Desk, name: str) -> None:
    records.save(desk, BY_KEY["office"], records.blank_for(BY_KEY["office"]) | {"name": name})


def names(desk: Desk) -> list[str]:
    return [each.why for each in listing(desk.store.folder / BACKUPS)]


def test_a_backup_is_due_after_so_many_changes(desk: Desk) -> None:
    assert not is_due(desk)
    assert not is_changed(desk)
    for number in range(backing_up.FIRST_AFTER):
        assert not is_due(desk)
        add(desk, f"办公室{number}")
    assert is_due(desk)
    back_up(desk, "改动较多")
    assert not is_due(desk)
    set_every(desk, 2)
    add(desk, "甲")
    assert not is_due(desk)
    add(desk, "乙")
    assert is_due(desk)


def test_nothing_new_needs_no_backup_and_anything_new_does(office: Desk) -> None:
    assert is_changed(office)
    assert backing_up.back_up_before(office, "导入") is not None
    assert names(office) == ["导入前"]
    assert backing_up.back_up_before(office, "导入") is None
    last = listing(office.store.folder / BACKUPS)[0]
    assert last.manifest is not None
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(office.store, "last_written", lambda: last.at.timestamp() + 3)
        assert is_changed(office)
    add(office, "财政所")
    assert is_changed(office)


def test_a_folder_closed_after_its_backup_has_nothing_new_when_it_opens_again(office: Desk, tmp_path: Path) -> None:
    folder = office.store.folder
    back_up(office, "关闭时")
    office.close()
    shutil.copytree(folder, tmp_path / "又", copy_function=shutil.copy2)
    again = open_desk(tmp_path / "又")
    assert backing_up.changes_since(again) == 0
    again.close()


@pytest.mark.parametrize("wrong", [0, -1, 10_001])
def test_a_senseless_number_of_changes_is_refused(desk: Desk, wrong: int) -> None:
    with pytest.raises(CannotBackUp, match="1 到 10000"):
        set_every(desk, wrong)


def test_a_failure_is_remembered_told_and_forgotten_after_the_next_backup(
    office: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(room, "free_bytes", lambda folder: 1000)
        with pytest.raises(DiskFull, match="磁盘已满，备份没有做成"):
            back_up(office, "手动")
    told = verdict(office, NOW)
    assert told.state == "broken"
    assert told.sentence.startswith("上一次备份没有成功：磁盘已满，备份没有做成")
    back_up(office, "手动")
    assert verdict(office, NOW).state == "near"


def test_a_cancelled_backup_leaves_nothing(office: Desk) -> None:
    with pytest.raises(Stopped):
        back_up(office, "手动", cancelled=lambda: True)
    assert names(office) == []
    told: list[tuple[int, int]] = []
    back_up(office, "手动", lambda done, total: told.append((done, total)))
    assert told[-1][0] > told[-1][1] // 2
    assert all(0 <= done <= total == backing_up.PARTS for done, total in told)


def test_the_second_place_gets_a_folder_of_its_own_once_a_week(office: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "移动盘"
    stick.mkdir()
    assert not backing_up.second_is_due(office, NOW)
    assert "同一块盘" in set_second(office, stick)
    assert backing_up.second_is_due(office, NOW)
    made = back_up_second(office)
    assert made.path.parent == stick / "台账备份"
    assert not backing_up.second_is_due(office, datetime.now())
    assert backing_up.second_is_due(office, datetime.now() + timedelta(days=7, minutes=1))
    assert [each.path.parent.name for each in backing_up.at_all_places(office.store.folder)] == ["台账备份"]
    shutil.rmtree(stick)
    with pytest.raises(FolderUnwritable, match=r"现在不在，可能移动盘没有插上。.*本机的备份不受影响。"):
        back_up_second(office)
    assert not stick.exists()
    assert back_up(office, "手动").path.exists()


def test_a_restored_folder_is_served_by_its_second_place_alone(office: Desk, tmp_path: Path) -> None:
    stick = tmp_path / "移动盘"
    stick.mkdir()
    set_second(office, stick)
    made = back_up_second(office)
    safety.restore(tmp_path / "新电脑", made.path)
    with pytest.raises(StoreError, match="要和同一处的「内容」文件夹放在一起"):
        safety.restore(tmp_path / "另一台", Path(shutil.copy(made.path, tmp_path)))
    assert (tmp_path / "新电脑" / FILE_NAME).exists()
    assert not (tmp_path / "另一台" / FILE_NAME).exists()


def test_a_second_place_that_is_none_is_refused(office: Desk, tmp_path: Path) -> None:
    with pytest.raises(CannotBackUp, match="找不到文件夹"):
        set_second(office, tmp_path / "没有")
    with pytest.raises(CannotBackUp, match="不能放在数据目录里"):
        set_second(office, office.store.folder / "附件")
    set_second(office, tmp_path)
    set_second(office, None)
    assert safety_notes.read(office.store.folder).second == ""


def test_the_drill_restores_opens_and_counts(office: Desk) -> None:
    assert not safety.drill_is_due(office, NOW)
    back_up(office, "手动")
    assert safety.drill_is_due(office, NOW)
    done = safety.drill(office)
    assert done.failed == ""
    assert not safety.drill_is_due(office, datetime.now())
    assert safety.drill_is_due(office, datetime.now() + timedelta(days=8))
    assert "恢复、打开、逐项核对都一致" in verdict(office, datetime.now()).drill
    assert not list((office.store.folder / BACKUPS).glob("未完成*"))


def test_a_backup_that_fails_the_drill_is_never_trusted_again(office: Desk) -> None:
    good = back_up(office, "手动")
    bad = back_up(office, "手动")
    content = bytearray(bad.path.read_bytes())
    content[len(content) // 2] ^= 1
    bad.path.write_bytes(content)
    assert "已经损坏" in safety.drill(office).failed
    told = verdict(office, datetime.now())
    assert told.state == "broken"
    assert told.sentence.startswith("恢复演练（今天 ")
    newest = backing_up.newest(office.store.folder)
    assert newest is not None
    assert newest.path == good.path
    assert safety.drill(office).failed == ""


def test_a_drill_that_finds_a_difference_says_so(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up(office, "手动")
    was = restoring.prepare

    def forgetful(stage: Path, source: Path, step: object) -> object:
        told = was(stage, source)
        raw = driver.connect(str(stage / FILE_NAME))
        raw.execute("DELETE FROM office")
        raw.commit()
        raw.close()
        return told

    monkeypatch.setattr(restoring, "prepare", forgetful)
    assert "与备份" in safety.drill(office).failed


def test_a_drill_without_room_does_not_blame_the_backup(office: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    back_up(office, "手动")
    with monkeypatch.context() as patched:
        patched.setattr(room, "free_bytes", lambda folder: 1000)
        assert "磁盘已满" in safety.drill(office).failed
    assert safety_notes.read(office.store.folder).broken == {}


def test_everything_whole_is_said_and_each_damage_found(office: Desk) -> None:
    back_up(office, "手动")
    assert safety.verify(office).as_json()["whole"] is True
    (scan,) = (path for path in (office.store.folder / "附件").rglob("*") if path.is_file())
    whole = scan.read_bytes()
    scan.write_bytes(whole[:-1] + b"x")
    found = safety.verify(office)
    assert found.attachments == ("内设机构的附件「扫描.pdf」已损坏，请从最近的备份恢复「附件」文件夹。",)
    assert verdict(office, NOW).sentence.startswith("上次检查发现问题：内设机构的附件「扫描.pdf」已损坏")
    scan.write_bytes(whole)
    with office.store.write() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    raw = driver.connect(str(office.store.path))
    raw.execute("PRAGMA foreign_keys = OFF")
    raw.execute("UPDATE office SET head_id = 99")
    raw.commit()
    raw.close()
    assert safety.verify(office).database == ("数据表「office」里有记录指向不存在的记录，请从最近的备份恢复。",)


def test_a_damaged_newest_backup_is_found(office: Desk) -> None:
    made = back_up(office, "手动")
    (shelved,) = (path for path in (office.store.folder / BACKUPS / "内容").rglob("*") if path.is_file())
    shelved.write_bytes(b"x")
    found = safety.verify(office)
    assert (found.newest, len(found.findings)) == (made.path.name, 1)
    assert made.path.name in found.backup[0]


@pytest.fixture
def aged(empty_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from opened(empty_folder, tmp_path / "旧")


def test_the_sentence_says_what_is_to_be_done(aged: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verdict(aged, NOW).sentence == "还没有登记内容，登记以后会自动备份。"
    add(aged, "党政办公室")
    assert verdict(aged, NOW).sentence == "数据还没有备份。请点「立即备份」。"
    back_up(aged, "手动")
    said = verdict(aged, datetime.now())
    assert said.state == "near"
    assert said.sentence.startswith("最近一次备份：今天 ")
    assert "已逐项核对。还没有第二份备份。" in said.sentence
    (tmp_path / "盘").mkdir()
    set_second(aged, tmp_path / "盘")
    back_up_second(aged)
    said = verdict(aged, datetime.now())
    assert (said.state, said.room) == ("well", "")
    assert said.sentence.startswith("数据是安全的。最近一次备份：今天 ")
    add(aged, "财政所")
    late = verdict(aged, datetime.now() + timedelta(days=9))
    assert "已经 9 天没有备份，请点「立即备份」。" in late.sentence
    assert "已经 9 天，请点「备份到第二处」。" in late.second
    shutil.rmtree(tmp_path / "盘")
    assert "请插上移动盘，点「备份到第二处」。" in verdict(aged, datetime.now() + timedelta(days=9)).second
    monkeypatch.setattr(room, "free_bytes", lambda folder: 2 * aged.store.path.stat().st_size)
    assert "不到数据（" in verdict(aged, datetime.now()).sentence


def test_files_that_are_lost_everywhere_are_told_until_they_are_back(office: Desk) -> None:
    (scan,) = (path for path in (office.store.folder / "附件").rglob("*") if path.is_file())
    whole = scan.read_bytes()
    scan.unlink()
    assert back_up(office, "手动").manifest.lost  # type: ignore[union-attr]
    assert verdict(office, NOW).sentence.startswith("有 1 个附件丢失或损坏，备份里也没有。")
    scan.write_bytes(whole)
    back_up(office, "手动")
    assert verdict(office, NOW).state == "near"


def test_a_kept_print_is_backed_up_and_missed_like_any_file(office: Desk, tmp_path: Path) -> None:
    page = tmp_path / "存底.pdf"
    page.write_bytes(b"%PDF print")
    kept = keep(office.store.folder, page)
    columns = (
        "at, who, kind, key, title, span, first_page, first_row, last_page, last_row, pages, sent_to, digest, size"
    )
    row = ("2026-01-01 00:00:00", "", "list", "", "清单", "", 1, 1, 1, 1, 1, "", kept.digest, kept.size)
    with office.store.write() as connection:
        connection.exec_driver_sql(f"INSERT INTO printed_paper ({columns}) VALUES ({','.join('?' * len(row))})", row)
    place_of(office.store.folder, kept.digest).unlink()
    lost = back_up(office, "手动").manifest
    assert lost is not None
    assert lost.lost == (f"附件/{kept.digest[:2]}/{kept.digest[2:]}",)
    keep(office.store.folder, page)
    whole = back_up(office, "手动").manifest
    assert whole is not None
    assert whole.lost == ()
    assert kept.digest in {each.digest for each in whole.files}


def test_a_restore_is_remembered_as_a_fresh_start(office: Desk) -> None:
    folder, made = office.store.folder, back_up(office, "手动")
    safety_notes.note(folder, wrong=("坏了。",), failed="没有做成。", second="/盘/台账备份")
    add(office, "财政所")
    office.close()
    told: list[int] = []
    safety.restore(folder, made.path, lambda done, total: told.append(done))
    assert told == sorted(told)
    notes = safety_notes.read(folder)
    assert (notes.wrong, notes.failed, notes.second) == ((), "", "/盘/台账备份")
    again = open_desk(folder)
    with again.store.read() as connection:
        assert connection.execute(text("SELECT COUNT(*) FROM office")).scalar() == 1
    again.close()


@pytest.mark.parametrize("content", ["", "[]", "{", '{"every": null, "second_at": "x"}', '{"unknown": 1}'])
def test_notes_that_cannot_be_read_are_as_at_first(desk: Desk, content: str) -> None:
    (desk.store.folder / BACKUPS).mkdir()
    (desk.store.folder / BACKUPS / safety_notes.NAME).write_text(content, "utf-8")
    assert safety_notes.read(desk.store.folder) == safety_notes.Notes()


def test_moments_are_told_as_people_say_them() -> None:
    now = datetime(2026, 3, 1, 9, 30)
    assert told_moment(datetime(2026, 3, 1, 8, 5), now) == "今天 08:05"
    assert told_moment(datetime(2026, 2, 28, 23, 59), now) == "昨天 23:59"
    assert told_moment(datetime(2026, 1, 3, 10, 0), now) == "1月3日 10:00"
    assert told_moment(datetime(2025, 12, 31, 10, 0), now) == "2025年12月31日 10:00"
