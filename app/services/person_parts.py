"""The parts of one person's year, each counted from its register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, func, or_, select

from app.figures import Period, days_in_village
from app.figures.days import reaching
from app.kinds import names_in
from app.models.meetings.study import STUDY_MEMBERS, Study
from app.models.outreach.assistance import Assistance
from app.models.outreach.essay import ESSAY_COAUTHORS, Essay
from app.models.outreach.household import Household
from app.models.outreach.opinion import Opinion
from app.models.outreach.research import RESEARCH_MEMBERS, Research
from app.models.outreach.visit import Visit
from app.models.people.duty import DUTY_MEMBERS, Duty
from app.models.people.honour import Honour
from app.models.people.leave import GRANTED, Leave, days_away
from app.models.people.office import Office as Unit
from app.models.people.outing import OUTING_MEMBERS, Outing
from app.models.people.staff import Staff, entitled, leave_left
from app.models.people.training import TRAINING_MEMBERS, Training
from app.models.people.village import Village
from app.reports.person_year import NOTHING, Entry, Part
from app.rules.rule import amount
from app.store.surroundings import Office

MOST_NAMED = 8
"""Villages and kinds named one by one."""
LONGEST = 40
"""Characters of an opinion that are written out."""


class NoSuchPerson(ValueError):
    """The person is not on the roster; the message is one Chinese sentence."""


@dataclass(frozen=True)
class Asked:
    """Whose year, and the office around."""

    connection: Connection
    office: Office
    person: int
    year: int

    @property
    def first(self) -> date:
        """1 January."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """31 December."""
        return date(self.year, 12, 31)

    @cached_property
    def staff(self) -> Mapping[str, Any]:
        """The person on the roster, with the names of office and village."""
        asked = select(Staff.__table__, Unit.name.label("office"), Village.name.label("village"))
        asked = asked.outerjoin(Unit, Unit.id == Staff.office_id).outerjoin(Village, Village.id == Staff.village_id)
        found = self.connection.execute(asked.where(Staff.id == self.person)).mappings().first()
        if found is None:
            raise NoSuchPerson("干部职工里没有这个人，可能已经删除，请刷新后再试。")
        return dict(found)

    @cached_property
    def called(self) -> str:
        """The name, with the office where another bears the same."""
        name = self.staff["name"]
        alike = select(func.count()).where(Staff.name == name, Staff.trashed_at.is_(None))
        twice = (self.connection.execute(alike).scalar() or 0) > 1
        return f"{name}({self.staff['office']})" if twice and self.staff["office"] else str(name)

    def within(self, column: Any) -> Any:
        """The day lies in the year."""
        return column.between(self.first, self.last)

    def among(self, people: Any, record: Any) -> Any:
        """The person is one of several of a record."""
        return record.in_(select(people.c.record_id).where(people.c.staff_id == self.person))

    def rows(self, record: Any, *conditions: Any, order: Any = None, more: Sequence[Any] = ()) -> list[Any]:
        """The person's records of a register that count, the oldest first, with further columns."""
        asked = select(record.__table__, *more).where(record.trashed_at.is_(None), *conditions)
        return list(self.connection.execute(asked.order_by(record.date if order is None else order, record.id)))


def counted(words: Iterable[str | None], unit: str = "") -> str:
    """«入户走访12次、调查研究3次», the most frequent first, at most so many named."""
    found = Counter(each or "其他" for each in words).most_common()
    told = [f"{name}{number}{unit}" for name, number in found[:MOST_NAMED]]
    return "、".join(told) + ("等" if len(found) > MOST_NAMED else "")


def total(*told: tuple[Any, str]) -> str:
    """«18次、23.5天»: each amount with its unit, without those that are nothing."""
    return "、".join(f"{amount(number)}{unit}" for number, unit in told if number) or NOTHING


def short(text: str) -> str:
    """The beginning of a long text, on one line."""
    bare = " ".join(text.split())
    return bare if len(bare) <= LONGEST else f"{bare[:LONGEST]}…"


def visits(asked: Asked) -> Part:
    """下村走访: times, distinct days (figure visits.days), villages and households."""
    period = Period(asked.first, asked.last)
    names = dict(asked.connection.execute(select(Village.id, Village.name)).all())
    rows = asked.rows(Visit, Visit.staff_id == asked.person, reaching(asked.connection, period))
    days = days_in_village(asked.connection, period, [asked.person])[asked.person]
    villages = [names.get(row.village_id, "") for row in rows]
    households = sum(row.households or 0 for row in rows)
    told = total((len(rows), "次"), (days, "天"), (len(set(villages)), "个村(社区)"), (households, "户次"))
    entries = [
        Entry(row.date, f"{village} {row.kind} {amount(row.days)}天", "visit", row.id)
        for row, village in zip(rows, villages, strict=True)
    ]
    return Part("visit", "下村走访", told, counted(villages, "次"), tuple(entries))


def pairings(asked: Asked) -> Part:
    """帮扶结对: who was paired with the person in the year, and what help was brought."""
    mine = Household.staff_id == asked.person, Household.date <= asked.last
    running = or_(Household.ended.is_(None), Household.ended >= asked.first)
    village = select(Village.name).where(Village.id == Household.village_id).scalar_subquery().label("village")
    rows = asked.rows(Household, *mine, running, more=(village,))
    ids = [row.id for row in rows]
    helped = asked.rows(
        Assistance,
        asked.within(Assistance.date),
        or_(Assistance.staff_id == asked.person, Assistance.household_id.in_(ids)),
    )
    spent = sum(((row.money or Decimal(0)) + (row.goods or Decimal(0)) for row in helped), Decimal(0))
    times = Counter(row.household_id for row in helped)
    told = total((len(rows), "户(家)"), (len(helped), "次帮扶"), (spent, "元"))
    entries = [
        Entry(None, f"{row.name}（{row.village}，{row.kind}）帮扶{times[row.id]}次", "household", row.id)
        for row in rows
    ]
    return Part("household", "帮扶结对", told, counted((row.kind for row in rows), "户"), tuple(entries))


def leave(asked: Asked) -> Part:
    """请假: days of the year by kind, and how the annual leave stands."""
    end = func.coalesce(Leave.extension, Leave.end)
    rows = asked.rows(
        Leave,
        Leave.staff_id == asked.person,
        Leave.status.in_(GRANTED),
        Leave.start <= asked.last,
        end >= asked.first,
        order=Leave.start,
    )
    taken = [days_away(dict(row._mapping), asked.office, asked.first, asked.last) for row in rows]
    by_kind: dict[str, Decimal] = {}
    for row, days in zip(rows, taken, strict=True):
        by_kind[row.kind] = by_kind.get(row.kind, Decimal(0)) + days
    annual = by_kind.get("年休假", Decimal(0))
    made_up = "、".join(f"{kind}{amount(days)}天" for kind, days in by_kind.items())
    entries = [
        Entry(row.start, f"{row.kind}{amount(days)}天{'' if row.returned else '（未销假）'}", "leave", row.id)
        for row, days in zip(rows, taken, strict=True)
    ]
    told = total((len(rows), "次"), (sum(taken), "天"))
    return Part("leave", "请假", told, "；".join(filter(None, (made_up, balance(asked, annual)))), tuple(entries))


def balance(asked: Asked, taken: Decimal) -> str:
    """年休假: what is due, taken and left; of a past year without what was carried into it, which is not kept."""
    due = entitled(asked.staff["work_start"], asked.last, asked.office)
    if due is None:
        return "年休假天数不详（未填参加工作时间）"
    if asked.year == asked.office.today.year:
        left = leave_left(asked.connection, [asked.person], asked.office)[asked.person]
        carried = asked.staff["leave_carried"]
        more = f"加上年结转{amount(carried)}天" if carried else ""
        return f"年休假应休{due}天{more}、已休{amount(taken)}天、尚余{amount(left)}天"
    return f"年休假应休{due}天、已休{amount(taken)}天、未休{amount(max(due - taken, Decimal(0)))}天"


def duty(asked: Asked) -> Part:
    """值班: as leader and as one of those on duty, and how many on days off."""
    mine = or_(Duty.leader_id == asked.person, asked.among(DUTY_MEMBERS, Duty.id))
    rows = asked.rows(Duty, asked.within(Duty.date), mine)
    led = [row for row in rows if row.leader_id == asked.person]
    off = [row for row in rows if not asked.office.calendar.is_workday(row.date)]
    told = total((len(rows), "班"))
    made_up = total((len(led), "次带班"), (len(rows) - len(led), "次值班"), (len(off), "次在双休日或节假日"))
    entries = [
        Entry(row.date, f"{'带班' if row.leader_id == asked.person else '值班'}{row.shift or ''}", "duty", row.id)
        for row in rows
    ]
    return Part("duty", "值班", told, made_up if rows else "", tuple(entries))


def study(asked: Asked) -> Part:
    """学习: sessions at which the person is named, as one who came or who spoke."""
    rows = asked.rows(Study, asked.within(Study.date), asked.among(STUDY_MEMBERS, Study.id))
    spoke = select(Study.id, Study.presenter).where(asked.within(Study.date), Study.trashed_at.is_(None))
    own = {asked.called, asked.staff["name"]}
    lectures = sum(bool(own & set(names_in(row.presenter or ""))) for row in asked.connection.execute(spoke))
    hours = sum((row.hours or Decimal(0) for row in rows), Decimal(0))
    told = total((len(rows), "次"), (hours, "课时"), (lectures, "次主讲"))
    entries = [Entry(row.date, f"{row.kind}：{row.topic}", "study", row.id) for row in rows]
    return Part("study", "学习教育", told, counted((row.kind for row in rows), "次"), tuple(entries))


def training(asked: Asked) -> Part:
    """业务培训: classes attended."""
    rows = asked.rows(Training, asked.within(Training.date), asked.among(TRAINING_MEMBERS, Training.id))
    hours = sum((row.hours or Decimal(0) for row in rows), Decimal(0))
    entries = [Entry(row.date, f"{row.subject}（{row.level}级）", "training", row.id) for row in rows]
    return Part("training", "业务培训", total((len(rows), "期"), (hours, "学时")), "", tuple(entries))


def outings(asked: Asked) -> Part:
    """外出: trips on which the person went."""
    rows = asked.rows(Outing, asked.within(Outing.date), asked.among(OUTING_MEMBERS, Outing.id))
    entries = [Entry(row.date, f"{row.destination}（{row.kind}）", "outing", row.id) for row in rows]
    return Part("outing", "外出考察培训", total((len(rows), "次")), "", tuple(entries))


def essays(asked: Asked) -> Part:
    """文章与课题: what the person wrote, alone or with others, and the topics studied."""
    mine = or_(Essay.staff_id == asked.person, asked.among(ESSAY_COAUTHORS, Essay.id))
    rows = asked.rows(Essay, asked.within(Essay.date), mine)
    own = or_(Research.staff_id == asked.person, asked.among(RESEARCH_MEMBERS, Research.id))
    running = Research.date <= asked.last, or_(Research.finished.is_(None), Research.finished >= asked.first)
    topics = asked.rows(Research, own, *running)
    told = total((len(rows), "篇"), (len(topics), "个课题"))
    entries = [Entry(row.date, f"{row.kind}《{row.title}》", "essay", row.id) for row in rows]
    entries += [Entry(None, f"课题「{row.title}」", "research", row.id) for row in topics]
    return Part("essay", "调研与文章", told, counted((row.kind for row in rows), "篇"), tuple(entries))


def opinions(asked: Asked) -> Part:
    """意见建议: what the person brought forward, and what of it was taken up."""
    rows = asked.rows(Opinion, Opinion.staff_id == asked.person, asked.within(Opinion.date))
    entries = [Entry(row.date, f"{short(row.content)}（{row.adopted}）", "opinion", row.id) for row in rows]
    told = total((len(rows), "条"))
    return Part("opinion", "意见建议", told, counted((row.adopted for row in rows), "条"), tuple(entries))


def honours(asked: Asked) -> Part:
    """荣誉: those of the year (表彰年度) that name the person."""
    rows = asked.rows(Honour, Honour.year == asked.year, Honour.holder_kind == "个人")
    own = {asked.called, asked.staff["name"]}
    mine = [row for row in rows if own & set(names_in(row.holder))]
    entries = [Entry(row.date, f"{row.title}（{row.level}级{row.grade or ''}）", "honour", row.id) for row in mine]
    return Part("honour", "荣誉表彰", total((len(mine), "项")), "", tuple(entries))
