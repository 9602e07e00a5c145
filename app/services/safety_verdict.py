"""数据安全 in words: one sentence that says whether the data is safe and what to do if not, and the facts behind it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from app.services.backing_up import WEEK, is_changed, last_change, newest, size_of
from app.services.desk import Desk
from app.services.safety_notes import Notes, read
from app.store import room
from app.store.backups import Backup

OLD = timedelta(days=7)
"""Age of a backup, with changes after it, that is told."""
LATE = timedelta(days=21)
"""Age of a drill that is told."""
TIMES = 3
"""So many times the size of the data should be free on the disk."""
STATES = ("well", "near", "broken")


@dataclass(frozen=True)
class Verdict:
    """The state («well», «near», «broken»), its sentence, and what else is to be known."""

    state: str
    sentence: str
    second: str
    drill: str
    room: str
    """Empty where there is room enough."""


def verdict(desk: Desk, now: datetime) -> Verdict:
    """What is worst comes first; only what needs doing stands in the sentence."""
    folder = desk.store.folder
    notes, last = read(folder), newest(folder)
    space = _room(folder)
    second, second_late = _second(notes, now)
    drill, drill_failed = _drill(notes, now)
    facts = second, drill, space
    wrong = _broken(notes, last) or (drill if drill_failed else "")
    if wrong:
        return Verdict("broken", wrong, *facts)
    if last is None and last_change(desk):
        return Verdict("near", "数据还没有备份。请点「立即备份」。", *facts)
    if last is None:
        return Verdict("well", "还没有登记内容，登记以后会自动备份。", *facts)
    late = _late(desk, last, now) or space or (second if second_late else "")
    said = f"最近一次备份：{told_moment(last.at, now)}，已逐项核对"
    if late:
        return Verdict("near", f"{said}。{late}", *facts)
    return Verdict("well", f"数据是安全的。{said}；{second}", *facts)


def _broken(notes: Notes, last: Backup | None) -> str:
    if notes.wrong:
        more = f"等 {len(notes.wrong)} 处" if len(notes.wrong) > 1 else ""
        return f"上次检查发现问题{more}：{notes.wrong[0]}"
    if notes.failed:
        return f"上一次备份没有成功：{notes.failed}"
    lost = len(last.manifest.lost) if last and last.manifest else 0
    return f"有 {lost} 个附件丢失或损坏，备份里也没有。请点「检查数据」看是哪些。" if lost else ""


def _late(desk: Desk, last: Backup, now: datetime) -> str:
    if now - last.at >= OLD and is_changed(desk):
        return f"之后又有改动，已经 {(now - last.at).days} 天没有备份，请点「立即备份」。"
    return ""


def _second(notes: Notes, now: datetime) -> tuple[str, bool]:
    """The sentence on the second place, and whether something is to be done."""
    if not notes.second:
        return "还没有第二份备份。这台电脑坏了就都没有了，请插上移动盘，点「第二份备份到…」。", True
    if notes.second_at is None:
        return notes.second_failed or f"第二份备份还没有做，请点「备份到第二处」（{notes.second}）。", True
    days = (now.date() - notes.second_at.date()).days
    said = f"第二份备份：{told_moment(notes.second_at, now)}，在「{notes.second}」"
    if now - notes.second_at < WEEK:
        return f"{said}。", False
    there = Path(notes.second).parent.is_dir()
    return f"{said}，已经 {days} 天，请{'' if there else '插上移动盘，'}点「备份到第二处」。", True


def _drill(notes: Notes, now: datetime) -> tuple[str, bool]:
    """The sentence on the drill, and whether it failed."""
    if notes.drill_at is None:
        return "恢复演练：还没有做过，有了备份以后每周自动做一次。", False
    when = told_moment(notes.drill_at, now)
    if notes.drill_failed:
        return f"恢复演练（{when}）没有成功：{notes.drill_failed}", True
    late = "，请点「现在演练」" if now - notes.drill_at >= LATE else ""
    return f"恢复演练：{when}，恢复、打开、逐项核对都一致，用了 {notes.drill_seconds:.0f} 秒{late}。", False


def _room(folder: Path) -> str:
    free, size = room.free_bytes(folder), sum(size_of(folder))
    if free is None or free >= TIMES * size:
        return ""
    return (
        f"「{folder}」所在的磁盘只剩 {room.megabytes(free)}，不到数据（{room.megabytes(size)}）的三倍，"
        "备份和升级可能放不下，请清理磁盘。"
    )


def told_moment(at: datetime, now: datetime) -> str:
    """«今天 15:30», «昨天 08:00», «11月3日 17:20», with its year where that is another."""
    near = {now.date(): "今天", now.date() - timedelta(days=1): "昨天"}
    return f"{near.get(at.date()) or _day(at.date(), now.date())} {at:%H:%M}"


def _day(day: date, today: date) -> str:
    return f"{day.month}月{day.day}日" if day.year == today.year else f"{day.year}年{day.month}月{day.day}日"
