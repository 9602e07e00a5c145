"""Links of meetings: the sign-in list, the 纪要, matters to supervise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select

from app.models.meetings.meeting import Meeting, MeetingAttendance
from app.models.people.leave import GRANTED, Leave
from app.models.people.office import Office as Unit
from app.models.people.staff import Staff
from app.models.register import Values
from app.services.links.link import CannotFollow, Link, Origin, line
from app.services.links.papers import last_used

OF_THE_TEAM = ("党委会", "政府办公会", "党政联席会", "班子会", "民主生活会")
"""Meetings of the leading team (班子); to the others all of the office are called."""
ISSUERS = {"党委会": "党委", "政府办公会": "政府", "党政联席会": "党政联合"}
"""In whose name the 纪要 of a meeting is issued; of all others in that of the 党政办."""
_ITEM_NUMBER = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]|[-·•])\s*")
_DUE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:之?前|以前)")


def signing_in(origin: Origin) -> Values:
    """填签到名单: who came to the last meeting of the kind, else the office; those on leave stand with the reason."""
    day, rows = origin.get("date"), list(origin.get("attendance") or ())
    names = {row["name"] for row in rows}
    gone, away = people_gone(origin, day), on_leave(origin, day)
    for row in last_attendance(origin) or called_up(origin, day):
        if row["name"] in names or row["name"] in gone:
            continue
        names.add(row["name"])
        excuse = away.get(row["name"])
        rows.append({**row, "present": False if excuse else None, "excuse": excuse, "phone": row.get("phone")})
    if len(rows) == len(origin.get("attendance") or ()):
        raise CannotFollow("签到名单里已经有应到的人员，没有可以再填的。")
    return {**origin.values, "attendance": tuple(rows), "expected": origin.get("expected") or len(rows)}


def last_attendance(origin: Origin) -> list[dict[str, Any]]:
    """The names of the latest earlier meeting of the kind that has a list."""
    listed = select(MeetingAttendance.meeting_id).distinct()
    kept = Meeting.kind == origin.get("kind"), Meeting.trashed_at.is_(None), Meeting.id != origin.id
    asked = select(Meeting.id).where(*kept, Meeting.date <= origin.get("date"), Meeting.id.in_(listed))
    found = origin.connection.execute(asked.order_by(Meeting.date.desc(), Meeting.id.desc()).limit(1)).scalar()
    table = MeetingAttendance
    rows = select(table.name, table.unit, table.role, table.phone).where(table.meeting_id == found)
    return [dict(row._mapping) for row in origin.connection.execute(rows.order_by(table.position))]


def called_up(origin: Origin, day: date) -> Iterator[dict[str, Any]]:
    """The people of the office in post on a day, in the order of the offices; the team for its own meetings."""
    team = origin.get("kind") in OF_THE_TEAM
    asked = select(Staff.name, Staff.post, Staff.phone, Unit.name.label("office"))
    asked = asked.outerjoin(Unit, Unit.id == Staff.office_id).where(
        Staff.trashed_at.is_(None),
        Staff.duty_class != "村(社区)干部",
        or_(Staff.left.is_(None), Staff.left > day),
        or_(Staff.arrived.is_(None), Staff.arrived <= day),
        *((Staff.team.is_(True),) if team else ()),
    )
    for row in origin.connection.execute(asked.order_by(func.coalesce(Unit.order, 999), Unit.id, Staff.id)):
        unit = "".join(filter(None, (row.office, row.post)))
        yield {"name": row.name, "unit": unit or None, "role": "出席", "phone": row.phone}


def people_gone(origin: Origin, day: date) -> set[str]:
    """Names on the roster of none but people who have left."""
    asked = select(Staff.name, Staff.left).where(Staff.trashed_at.is_(None))
    rows = list(origin.connection.execute(asked))
    return {row.name for row in rows if row.left and row.left <= day} - {
        row.name for row in rows if not row.left or row.left > day
    }


def on_leave(origin: Origin, day: date) -> dict[str, str]:
    """Name → why the person is away on a day."""
    asked = select(Staff.name, Leave.kind).join(Staff, Staff.id == Leave.staff_id)
    away = (
        Leave.start <= day,
        func.coalesce(Leave.extension, Leave.end) >= day,
        or_(Leave.returned.is_(None), Leave.returned > day),
        Leave.status.in_(GRANTED),
        Leave.trashed_at.is_(None),
    )
    return {name: f"请假（{kind}）" for name, kind in origin.connection.execute(asked.where(*away))}


def minutes(origin: Origin) -> Values:
    """起草纪要: a paper of the kind 纪要 with what the meeting settled and who was there."""
    if not origin.get("decisions") and not origin.get("items"):
        raise CannotFollow("会议还没有「议定事项」和「议题」，请先填写再起草纪要。")
    issuer = ISSUERS.get(origin.get("kind"), "党政办")
    return {
        **origin.taken(office="office", drafter="recorder"),
        **last_used(origin, "纪要", issuer),
        "issued": None,
        "drafted": origin.today,
        "kind": "纪要",
        "title": line(f"{origin.get('title')}纪要"),
        "text": "\n".join(minutes_text(origin)),
    }


def minutes_text(origin: Origin) -> Iterator[str]:
    """The paragraphs of the 纪要 (GB/T 9704-2012 10.3): meeting, what was settled, 出席, 请假 and 列席."""
    day, host = origin.get("date"), origin.name("staff", origin.get("host"))
    led = f"，{host}在{origin.get('venue')}主持召开" if host else f"，在{origin.get('venue')}召开"
    topic = f"，{origin.get('topic')}" if origin.get("topic") else ""
    yield f"{day.year}年{day.month}月{day.day}日{led}{origin.get('title')}{topic}。现将会议议定事项纪要如下："
    topics = [row["topic"].rstrip("。；;") for row in origin.get("items") or ()]
    if topics:
        yield f"会议研究了：{'；'.join(topics)}。"
    yield from (text.strip() for text in (origin.get("decisions") or "").splitlines() if text.strip())
    rows = origin.get("attendance") or ()
    for words, some in (
        ("出席", [row for row in rows if row.get("role") != "列席" and row.get("present") is not False]),
        ("请假", [row for row in rows if row.get("role") != "列席" and row.get("present") is False]),
        ("列席", [row for row in rows if row.get("role") == "列席" and row.get("present") is not False]),
    ):
        if some:
            yield f"{words}：{'、'.join(row['name'] for row in some)}"
    if recorder := origin.name("staff", origin.get("recorder")):
        yield f"记录：{recorder}"


def decided(origin: Origin) -> Values:
    """列入督办: the first 议定事项 not yet under supervision, with office and term where its words name them."""
    matters = items_of(origin.get("decisions"))
    if not matters:
        raise CannotFollow("会议还没有「议定事项」，请先填写再列入督办。")
    listed = {row.matter for row in origin.known_to("supervision", "meeting", "matter")}
    matter = next((each for each in matters if each not in listed), None)
    if matter is None:
        raise CannotFollow("这次会议的议定事项都已列入督办。")
    offices = offices_named(origin, matter)
    office = offices[0] if len(offices) == 1 else None
    return {
        **origin.taken(),
        "date": origin.get("date"),
        "source": "会议议定",
        "matter": matter,
        "office": office,
        "leader": origin.office.value_of("office", office, "leader"),
        "due": day_named(matter, origin.get("date")),
        "meeting": origin.id,
    }


def items_of(decisions: str | None) -> list[str]:
    """The 议定事项 one by one, without their numbers."""
    lines = (line(_ITEM_NUMBER.sub("", each)) for each in (decisions or "").splitlines())
    return [each for each in lines if each]


def offices_named(origin: Origin, text: str) -> Sequence[int]:
    """Offices whose name stands in a text, not those whose name is part of a longer one there."""
    asked = select(Unit.id, Unit.name).where(Unit.trashed_at.is_(None))
    found = {name: record for record, name in origin.connection.execute(asked) if name in text}
    return [record for name, record in found.items() if not any(name != other and name in other for other in found)]


def day_named(text: str, since: date) -> date | None:
    """The term that a text names: «4月30日前» is that of the year, or of the next where it has passed."""
    found = _DUE.search(text)
    if found is None:
        return None
    try:
        day = date(int(found[1] or since.year), int(found[2]), int(found[3]))
        return day if found[1] or day >= since else day.replace(year=since.year + 1)
    except ValueError:
        return None


MEETINGS = (
    Link("meeting.sign_in", "填签到名单", "meeting", "meeting", signing_in, shows="attendance"),
    Link("meeting.minutes", "起草纪要", "meeting", "outgoing", minutes),
    Link("meeting.supervision", "列入督办", "meeting", "supervision", decided),
)
