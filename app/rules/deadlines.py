"""Limits on matters with a last day (督查督办), and on making great matters public (公开)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from app.models.budgets.disclosure import Disclosure
from app.models.conduct.inspection import Inspection
from app.models.conduct.problem import Problem
from app.models.conduct.supervision import Supervision
from app.models.meetings.meeting import Meeting
from app.models.outreach.opinion import Opinion
from app.rules.documents import due_remarks
from app.rules.rule import Remark, Standing, at_least, broken, fields, rule, told
from app.rules.scope import Scope
from app.rules.views import View, fetch


@rule(
    "deadlines.kept",
    told(
        "督查督办和整改制度",
        "warn",
        "必须",
        "意见建议、督查、整改、督办",
        "采纳的意见、检查查摆的问题和督办事项按期办结并反馈。",
        source="通行做法",
    ),
    fields(Opinion.due, Opinion.done, Opinion.adopted, Opinion.replied),
)
def adopted_opinions_are_settled_in_time(opinion: View, scope: Scope, *, near: int = 3) -> Iterator[Remark]:
    """An adopted opinion is settled by its day and the answer given."""
    if opinion.adopted != "已采纳" or opinion.due is None:
        return
    yield from due_remarks(scope, opinion.due, opinion.done, near, "办结", "done")
    if scope.happened(opinion.done) is not None and opinion.replied is None:
        yield broken("已办结，没有填写反馈日期", "请向提出人反馈", "replied")


@adopted_opinions_are_settled_in_time.also(fields(Inspection.due, Inspection.done))
def what_inspections_found_is_mended_in_time(inspection: View, scope: Scope, *, near: int = 3) -> Iterator[Remark]:
    """What an inspection found is put right by its day."""
    if inspection.due is not None:
        yield from due_remarks(scope, inspection.due, inspection.done, near, "整改", "done")


@adopted_opinions_are_settled_in_time.also(fields(Problem.due, Problem.done))
def problems_are_mended_in_time(problem: View, scope: Scope, *, near: int = 3) -> Iterator[Remark]:
    """A problem is put right, a debt paid, by its day."""
    if problem.due is not None:
        yield from due_remarks(scope, problem.due, problem.done, near, "整改", "done")


@adopted_opinions_are_settled_in_time.also(fields(Supervision.due, Supervision.done, Supervision.feedback))
def supervised_matters_are_finished_in_time(matter: View, scope: Scope, *, near: int = 3) -> Iterator[Remark]:
    """A supervised matter is finished by its day and reported back."""
    if matter.due is None:
        return
    yield from due_remarks(scope, matter.due, matter.done, near, "办结", "done")
    if scope.happened(matter.done) is not None and matter.feedback is None:
        yield broken("已办结，没有填写反馈日期", "请向交办单位反馈", "feedback")


def published_meetings(scope: Scope) -> Mapping[int, date]:
    """Meeting → the first day on which something was disclosed of it."""
    keys, upto = ("meeting", "date"), Disclosure.date <= scope.day
    found: dict[int, date] = {}
    for each in fetch(scope.connection, "disclosure", keys, Disclosure.meeting_id.is_not(None), upto):
        found[each.meeting] = min(each.date, found.get(each.meeting, each.date))
    return found


@rule(
    "disclosure.major",
    told(
        "机关作风建设调研 二(三)", "warn", "必须", "重大决策、干部考核", "重大决策和干部考核情况及时公开。", seed="002"
    ),
    fields(Meeting.major_matter, Meeting.published, Meeting.date, Meeting.status),
)
def great_matters_are_made_public(meeting: View, scope: Scope, *, days: int = 20) -> Iterator[Remark]:
    """What a meeting decided on a great matter is published within twenty working days."""
    if meeting.status != "已召开" or not meeting.major_matter or meeting.date is None:
        return
    disclosed = scope.once("published_meetings", lambda: published_meetings(scope)).get(meeting.id)
    known = [each for each in (meeting.published, disclosed) if each is not None]
    last = scope.calendar.after_workdays(meeting.date, days)
    yield from due_remarks(scope, last, min(known, default=None), 3, "公开", "published")


@great_matters_are_made_public.over_the_year(fields(Disclosure.kind, Disclosure.date, Disclosure.meeting))
def assessments_are_made_public(scope: Scope) -> Iterator[Standing]:
    """The year has a disclosure of how cadres were assessed."""
    found = tuple(("disclosure", each.id) for each in scope.records("disclosure") if each.kind == "干部考核")
    state = at_least(len(found), 1, scope.span.end, scope.day)
    what = f"{scope.span.label}没有公开干部考核情况"
    yield Standing("干部考核", scope.span.label, state, what, "请公开并登记", len(found), 1, found)
