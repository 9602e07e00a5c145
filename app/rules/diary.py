"""Limits on the diary (民情日记), on study before explaining, on village plans and on opinions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import func, select

from app.models.meetings.study import STUDY_MEMBERS, Study
from app.models.outreach.opinion import Opinion
from app.models.outreach.visit import Visit
from app.models.people.leave import GRANTED, Leave
from app.models.people.staff import Staff
from app.models.people.village import Village
from app.rules.persons import is_resident
from app.rules.rule import Remark, Standing, at_least, broken, fields, over_year, rule, told
from app.rules.scope import Scope
from app.rules.views import View
from app.workdays import days_from


def diary_days(scope: Scope) -> Mapping[tuple[int, date], int]:
    """(person, day) → diary entries of that day."""
    found: dict[tuple[int, date], int] = {}
    for visit in scope.records("visit"):
        if visit.found or visit.thoughts:
            found[visit.staff, visit.date] = found.get((visit.staff, visit.date), 0) + 1
    return found


def days_on_leave(scope: Scope) -> Mapping[int, set[date]]:
    """Person → days of granted leave."""
    found: dict[int, set[date]] = {}
    asked = select(Leave.staff_id, Leave.start, Leave.end).where(
        Leave.trashed_at.is_(None),
        Leave.status.in_(GRANTED),
        Leave.start <= scope.span.end,
        Leave.end >= scope.span.start,
    )
    for person, start, end in scope.connection.execute(asked):
        found.setdefault(person, set()).update(days_from(start, end))
    return found


@over_year(
    "visits.diary_daily",
    told("机关作风建设调研 二(三)", "meter", "必须", "每名驻村干部", "干部每天写民情日记。", seed="002", per="day"),
    fields(
        Visit.staff, Visit.date, Visit.found, Visit.thoughts, Leave.start, Leave.end, Staff.duty_class, Staff.resident
    ),
)
def the_diary_is_kept_daily(scope: Scope, *, limit: int = 1, days: str = "工作日") -> Iterator[Standing]:
    """Residents write the diary each working day that they are not on leave; the days without one are shown."""
    kept, away, last = diary_days(scope), days_on_leave(scope), scope.span.upto(scope.day)
    asked = [each for each in days_from(scope.span.start, last) if days == "每天" or scope.calendar.is_workday(each)]
    for person in scope.people(scope.span):
        if not is_resident(person):
            continue
        mine = [each for each in asked if person.arrived is None or each >= person.arrived]
        missing = [
            each for each in mine if each not in away.get(person.id, ()) and kept.get((person.id, each), 0) < limit
        ]
        name = scope.name_of("staff", person.id)
        if not missing:
            yield Standing(name, scope.span.label, "met", value=0)
            continue
        state = at_least(0, 1, missing[0], scope.day)
        named = "、".join(f"{each:%m-%d}" for each in missing[:5]) + ("等" if len(missing) > 5 else "")
        what = f"{name}缺{len(missing)}天民情日记（{named}）"
        yield Standing(name, scope.span.label, state, what, "请补写", len(missing), records=(("staff", person.id),))


@rule(
    "visits.diary_content",
    told("机关作风建设调研 二(三)", "warn", "必须", "民情日记", "民情日记要写明新问题和新思路。", seed="002"),
    fields(Visit.found, Visit.thoughts),
)
def the_diary_names_problems_and_ideas(visit: View, scope: Scope) -> Iterator[Remark]:
    """A diary entry says what was found and what could be done."""
    for key, named in (("found", "发现问题"), ("thoughts", "工作思路")):
        if not getattr(visit, key):
            yield broken(f"没有写明{named}", "请补写", key)
            return


def first_study(scope: Scope) -> Mapping[int, date]:
    """Person → the first day of study in the year."""
    people = STUDY_MEMBERS.c
    asked = select(people.staff_id, func.min(Study.date)).join(Study, Study.id == people.record_id)
    within = Study.trashed_at.is_(None), Study.date.between(scope.span.start, scope.span.end)
    rows = scope.connection.execute(asked.where(*within).group_by(people.staff_id))
    return {row[0]: row[1] for row in rows}


@rule(
    "visits.study_first",
    told("机关作风建设调研 二(二)", "warn", "必须", "包村干部", "包村干部先学后宣。", seed="002"),
    fields(Visit.kind, Visit.staff, Visit.date, Study.members, Study.date),
)
def those_who_explain_have_studied(visit: View, scope: Scope) -> Iterator[Remark]:
    """Who explains policy in a village has studied before in the same year."""
    if visit.kind != "政策宣讲" or visit.staff is None or visit.date is None:
        return
    studied = scope.once("first_study", lambda: first_study(scope)).get(visit.staff)
    if studied is None or studied > visit.date:
        yield broken(f"{scope.name_of('staff', visit.staff)}宣讲前本年没有学习记录", "请先学后宣", "staff")


@over_year(
    "villages.plan",
    told(
        "机关作风建设调研 二(二)",
        "meter",
        "必须",
        "每个联系村",
        "联村干部帮助每个联系村制定发展规划。",
        seed="002",
        per="year",
    ),
    fields(Village.plan_date, Village.leader),
)
def every_village_has_a_plan(scope: Scope) -> Iterator[Standing]:
    """The cadres in touch with a village help it to make its plan."""
    for village in scope.villages(scope.span):
        planned = scope.happened(village.plan_date) is not None
        state = at_least(int(planned), 1, scope.span.end, scope.day)
        what = f"{village.name}还没有发展规划"
        yield Standing(
            village.name,
            scope.span.label,
            state,
            what,
            "请填写规划制定日期",
            int(planned),
            1,
            (("village", village.id),),
        )


@over_year(
    "villages.hard_road",
    told("创建总结 五", "confirm", "必须", "各村", "写村村通之前核实全部村通水泥路。", seed="003", per="year"),
    fields(Village.hard_road),
)
def every_village_has_a_hard_road(scope: Scope) -> Iterator[Standing]:
    """Whether all villages have a hard road is shown; a person confirms before 村村通 is written."""
    villages = scope.villages(scope.span)
    for village in villages:
        if not village.hard_road:
            what = f"{village.name}没有登记通水泥路"
            own = (("village", village.id),)
            yield Standing(village.name, scope.span.label, "broken", what, "不能写村村通", 0, records=own)
    if all(village.hard_road for village in villages):
        yield Standing("镇", scope.span.label, "needs-person" if villages else "unknown", value=100)


@rule(
    "opinions.four_steps",
    told("群众路线自查 二", "warn", "必须", "群众意见", "群众意见要登记、梳理、备案、上报。", seed="004"),
    fields(Opinion.date, Opinion.sorted, Opinion.filed, Opinion.reported, Opinion.must_report, Opinion.source),
)
def opinions_are_sorted_filed_and_reported(opinion: View, scope: Scope) -> Iterator[Remark]:
    """An opinion is noted, sorted, filed, in this order, and reported where it must be."""
    if opinion.source == "机关干部建议":
        return
    if opinion.sorted is None or opinion.filed is None:
        key, named = ("sorted", "梳理") if opinion.sorted is None else ("filed", "备案")
        yield broken(f"没有填写{named}日期", "请补办并登记", key)
    elif opinion.date and not opinion.date <= opinion.sorted <= opinion.filed:
        yield broken("收集、梳理、备案日期的先后不对", "请检查日期", "sorted")
    elif opinion.must_report and opinion.reported is None:
        yield broken("强烈或疑难的意见没有上报", "请上报并填写上报日期", "reported")
