"""Limits on what is made public (公开公示), and on debts that are to be paid (政府欠账)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.models.budgets.disclosure import Disclosure
from app.models.conduct.problem import Problem
from app.models.meetings.meeting import Meeting
from app.rules.periods import Span, quarter_of
from app.rules.rule import Remark, Standing, at_least, broken, fields, over_year, rule, told
from app.rules.scope import Scope
from app.rules.views import View, fetch

QUARTERS = ("一季度", "二季度", "三季度", "四季度")
GRACE = 15
"""Days after a quarter in which its costs of reception may still be shown."""


def of_year(scope: Scope, kind: str) -> list[View]:
    """Publications of a kind that belong to the year or were made in it, up to the day of the check."""
    keys = ("date", "kind", "year", "quarter", "place", "meeting")
    found = fetch(scope.connection, "disclosure", keys, Disclosure.kind == kind, Disclosure.date <= scope.day)
    return [each for each in found if each.year == scope.year or each.date.year == scope.year]


def serves(disclosure: View, number: int, span: Span, last: date) -> bool:
    """True where a publication serves a quarter: the one it is of (所属期间), made in it or by the last day.

    One that is of no quarter serves the quarter in which it was made.
    """
    if disclosure.quarter in QUARTERS:
        own = (disclosure.year, disclosure.quarter) == (span.start.year, QUARTERS[number - 1])
        return own and span.start <= disclosure.date <= last
    return span.holds(disclosure.date)


def is_told_at_a_staff_meeting(disclosure: View, scope: Scope) -> bool:
    """True where it was published at a staff meeting (职工大会) that was held on that day."""
    meeting = scope.linked("meeting", disclosure.meeting)
    if disclosure.place != "职工大会" or meeting is None:
        return False
    return bool((meeting.kind, meeting.status, meeting.date) == ("职工大会", "已召开", disclosure.date))


@over_year(
    "disclosure.quarterly_accounts",
    told(
        "实施细则 第18条",
        "meter",
        "必须",
        "财政所",
        "财政所每季度在职工大会上公布一次政府收支情况。",
        seed="001",
        per="quarter",
    ),
    fields(
        *(Disclosure.kind, Disclosure.place, Disclosure.date, Disclosure.meeting, Disclosure.quarter),
        *(Meeting.kind, Meeting.date, Meeting.status),
    ),
)
def accounts_are_told_every_quarter(scope: Scope, *, limit: int = 1) -> Iterator[Standing]:
    """Each quarter the accounts are told at a staff meeting in it; told later they do not fill its gap (第18条)."""
    told_at = [each for each in of_year(scope, "政府收支") if is_told_at_a_staff_meeting(each, scope)]
    for number in range(1, 5):
        span = quarter_of(scope.year, number)
        if span.start <= scope.day:
            found = [each for each in told_at if serves(each, number, span, span.end)]
            yield quarter_standing("政府收支", "财政所", found, limit, span, span.end, scope.day)


@over_year(
    "disclosure.reception",
    told(
        "实施细则 第18条",
        "meter",
        "必须",
        "党政办、财政所",
        "推行公务接待费用内部公示制度。",
        seed="001",
        per="quarter",
    ),
    fields(Disclosure.kind, Disclosure.date, Disclosure.quarter, Disclosure.year),
)
def reception_costs_are_shown_every_quarter(scope: Scope, *, limit: int = 1) -> Iterator[Standing]:
    """Each quarter the costs of reception are shown in it or within fifteen days after it (第18条)."""
    shown = of_year(scope, "公务接待费用")
    for number in range(1, 5):
        span = quarter_of(scope.year, number)
        if span.start <= scope.day:
            last = span.end + timedelta(days=GRACE)
            found = [each for each in shown if serves(each, number, span, last)]
            yield quarter_standing("公务接待费用", "党政办、财政所", found, limit, span, last, scope.day)


def quarter_standing(
    named: str, subject: str, found: list[View], limit: int, span: Span, last: date, day: date
) -> Standing:
    """How a quarter stands: near until its last day, broken after."""
    own = tuple(("disclosure", each.id) for each in found)
    what = f"{span.label}公布{named}{len(found)}次，应不少于{limit}次"
    return Standing(
        subject, span.label, at_least(len(found), limit, last, day), what, f"请在{last}前公布", len(found), limit, own
    )


@over_year(
    "disclosure.three_public",
    told("实施细则 第18条", "meter", "必须", "财政所", "加大三公经费公开力度。", seed="001", per="year"),
    fields(Disclosure.kind, Disclosure.year, Disclosure.date),
)
def three_public_is_made_public(scope: Scope, *, limit: int = 1) -> Iterator[Standing]:
    """三公经费 of the year is published (第18条)."""
    found = [each for each in of_year(scope, "三公经费") if each.year == scope.year]
    state = at_least(len(found), limit, scope.span.end, scope.day)
    what = f"{scope.span.label}公开三公经费{len(found)}次，应不少于{limit}次"
    own = tuple(("disclosure", each.id) for each in found)
    yield Standing("财政所", scope.span.label, state, what, "请公开并登记", len(found), limit, own)


@rule(
    "disclosure.three_elements",
    told("创建总结 三", "warn", "必须", "政务公开事项", "政务公开事项同时公开办事指南、程序和时限。", seed="003"),
    fields(
        Disclosure.kind,
        Disclosure.guide,
        Disclosure.procedure,
        Disclosure.time_limit,
        Disclosure.renew_by,
        Disclosure.date,
    ),
)
def matters_are_published_whole(disclosure: View, scope: Scope) -> Iterator[Remark]:
    """Guide, procedure and time limit are published together, and renewed when due."""
    if disclosure.kind != "政务":
        return
    parts = (("guide", "办事指南"), ("procedure", "程序"), ("time_limit", "时限"))
    missing = [(key, named) for key, named in parts if not getattr(disclosure, key)]
    if missing:
        yield broken(f"没有公开{'、'.join(named for _, named in missing)}", "请一并公开", missing[0][0])
    if disclosure.renew_by is not None and disclosure.renew_by < scope.day:
        yield broken(f"应在{disclosure.renew_by}前更新", "请更新公开内容", "renew_by")


@over_year(
    "debts.repaid",
    told("群众路线自查 三", "meter", "必须", "政府欠账", "清查出的政府欠账全部偿还。", seed="004", per="year"),
    fields(Problem.kind, Problem.done, Problem.due, Problem.date, Problem.party, Problem.amount, Problem.content),
)
def debts_are_paid(scope: Scope) -> Iterator[Standing]:
    """Every debt found in the year is paid: open it is near until its day, then broken."""
    for debt in scope.records("problem"):
        if debt.kind != "政府欠账":
            continue
        due = debt.due or scope.span.end
        state = at_least(int(scope.happened(debt.done) is not None), 1, due, scope.day)
        owed = f"{debt.amount:,.2f}元" if debt.amount is not None else ""
        what = f"欠{debt.party or '款'}{owed}没有偿还，期限{due}"
        own = (("problem", debt.id),)
        yield Standing(str(debt.party or debt.content), str(debt.date), state, what, "请偿还并登记", None, None, own)
