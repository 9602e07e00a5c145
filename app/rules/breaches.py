"""Limits on conduct that a person confirms: the ten bans, discipline, what followed, zero reports (零报告)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from sqlalchemy import func, or_

from app.models.conduct.inspection import Inspection
from app.models.conduct.violation import Violation
from app.models.conduct.zero_report import ZeroReport
from app.models.outreach.petition import Petition
from app.rules.confirming import signed_reports
from app.rules.periods import Span
from app.rules.rule import Reference, Remark, Standing, State, at_least, broken, fields, over_year, rule, told
from app.rules.scope import Scope
from app.rules.views import View, fetch

KEYS = ("date", "happened", "subject", "kind", "ten", "handling", "basis", "transferred")
TEN = tuple(f"第{number}条" for number in range(1, 11))
DISCIPLINE = ("下乡拖延", "吃拿卡要", "简单粗暴", "迟到早退", "吃空饷", "公款吃喝", "借机敛财")
PUNISHED = ("组织处理", "纪律处分", "移送司法")
OTHER_BREACHES = ("违纪违法", "其他", "列支其他费用")
TO_CAPITAL = ("省", "京")
ACCIDENT, CRIME, TEN_BANS = "重大安全事故", "违纪违法", "十不准"


def breaches(scope: Scope, first: date, last: date) -> list[View]:
    """Breaches that happened in a span (or were dealt with in it, where that is not known), known by the day."""
    happened = func.coalesce(Violation.happened, Violation.date).between(first, last)
    return fetch(scope.connection, "violation", KEYS, happened, Violation.date <= scope.day)


def breaches_of_year(scope: Scope) -> list[View]:
    """Those that happened in the year."""
    return scope.once("breaches", lambda: breaches(scope, scope.span.start, scope.span.end))


def day_of_breach(breach: View) -> date:
    """When it happened, as far as is known."""
    day: date = breach.happened or breach.date
    return day


def references(found: Iterable[View], register: str = "violation") -> tuple[Reference, ...]:
    """Where records are stored."""
    return tuple((register, each.id) for each in found)


def named(found: list[View]) -> str:
    """The first ones by name."""
    return "、".join(str(each.subject) for each in found[:3]) + ("等" if len(found) > 3 else "")


@over_year(
    "conduct.ten_bans",
    told(
        "实施细则 第24条",
        "confirm",
        "禁止",
        "公务人员",
        "公务活动中严格遵守十个不准。",
        seed="001",
        per="quarter",
    ),
    fields(
        *(Violation.ten, Violation.happened, Violation.date),
        *(ZeroReport.subject, ZeroReport.signed, ZeroReport.start, ZeroReport.end),
    ),
)
def the_ten_bans_are_kept(scope: Scope) -> Iterator[Standing]:
    """Each quarter none of the ten is broken; that none is, a signed zero report of the whole quarter says (第24条)."""
    for span in scope.spans("quarter"):
        found = [each for each in breaches_of_year(scope) if span.holds(day_of_breach(each))]
        reports = signed_reports(scope.connection, TEN_BANS, span.start, span.upto(scope.day), scope.day)
        for ban in TEN:
            mine = [each for each in found if each.ten == ban]
            if mine:
                what = f"{span.label}违反{TEN_BANS}{ban}{len(mine)}起（{named(mine)}）"
                yield Standing(f"{TEN_BANS}{ban}", span.label, "broken", what, "", len(mine), 0, references(mine))
            else:
                state: State = "met" if reports else "needs-person"
                what = f"没有覆盖{span.label}的{TEN_BANS}零报告"
                yield Standing(
                    f"{TEN_BANS}{ban}", span.label, state, what, value=0, limit=0, records=reports, report=TEN_BANS
                )


@over_year(
    "conduct.discipline",
    told(
        "群众路线自查 三",
        "confirm",
        "禁止",
        "机关干部、下乡干部",
        "杜绝下乡拖延、吃拿卡要、简单粗暴、迟到早退、吃空饷、公款吃喝和借机敛财。",
        seed="004",
        per="quarter",
    ),
    fields(Violation.kind, Violation.happened, Violation.date, Inspection.kind, Inspection.date),
)
def discipline_is_kept(scope: Scope) -> Iterator[Standing]:
    """Each quarter none of the seven is recorded and attendance was inspected; a person confirms."""
    for span in scope.spans("quarter"):
        found = [each for each in breaches_of_year(scope) if span.holds(day_of_breach(each))]
        for kind in DISCIPLINE:
            mine = [each for each in found if each.kind == kind]
            state: State = "broken" if mine else "needs-person"
            what = f"{span.label}{kind}{len(mine)}起（{named(mine)}）" if mine else f"请确认没有{kind}"
            yield Standing(kind, span.label, state, what, "", len(mine), 0, references(mine))
        seen = [each for each in scope.within("inspection", span) if each.kind == "考勤检查"]
        checked = at_least(len(seen), 1, span.end, scope.day)
        what, own = f"{span.label}没有考勤检查", references(seen, "inspection")
        yield Standing("考勤检查", span.label, checked, what, "请检查并登记", len(seen), 1, own)


@over_year(
    "conduct.accountability",
    told(
        "实施细则 二(二)",
        "confirm",
        "必须",
        "违规的单位和干部",
        "违反规定的单位和干部问责、约谈、通报或给予组织处理、纪律处分，涉嫌犯罪的移送司法。",
        seed="001",
    ),
    fields(Violation.handling, Violation.basis, Violation.transferred, Violation.subject, Violation.date),
)
def every_breach_has_its_consequence(scope: Scope) -> Iterator[Standing]:
    """Every breach dealt with in the year has its handling and its basis; a person confirms that they fit (二(二))."""
    found = scope.records("violation")
    for each in found:
        missing = [
            words
            for words, empty in (
                ("处理方式", not each.handling),
                ("处理依据", not each.basis),
                ("线索移送日期", each.handling == "移送司法" and each.transferred is None),
            )
            if empty
        ]
        if missing:
            what = f"{each.subject}的处理没有填写{'、'.join(missing)}"
            yield Standing(
                str(each.subject), str(each.date), "broken", what, "请补填", records=references([each]), asks=scope.span
            )
    what = f"全年处理{len(found)}件，请确认处理与违规情节相当"
    yield Standing("镇", scope.span.label, "needs-person", what, value=len(found))


Contradicts = Callable[[View], bool]
OF_SUBJECT: dict[str, Contradicts] = {
    CRIME: lambda breach: bool(breach.kind == CRIME),
    TEN_BANS: lambda breach: breach.ten not in (None, "不涉及"),
    ACCIDENT: lambda breach: bool(breach.kind == ACCIDENT),
    "其他违规违纪": lambda breach: breach.kind in OTHER_BREACHES,
}
"""Subject of a zero report → the breaches that contradict it."""


def contradictions(scope: Scope, subject: str, first: date, last: date) -> list[Reference]:
    """The records in a span that a zero report of a subject denies."""
    if subject in OF_SUBJECT:
        return list(references(each for each in breaches(scope, first, last) if OF_SUBJECT[subject](each)))
    if subject in ("信访", "进京赴省上访"):
        levels = [Petition.level.in_(TO_CAPITAL)] if subject != "信访" else []
        dated = Petition.date.between(first, last), Petition.date <= scope.day
        return list(references(fetch(scope.connection, "petition", ("date", "level"), *dated, *levels), "petition"))
    return []


@rule(
    "zero_reports.honest",
    told(
        "零报告制度",
        "stop",
        "必须",
        "零报告",
        "零报告由本人签字，与台账不符的不得确认。",
        source="通行做法",
    ),
    fields(
        *(ZeroReport.signed, ZeroReport.confirmer, ZeroReport.date, ZeroReport.start, ZeroReport.end),
        *(ZeroReport.subject, Violation.kind, Violation.ten, Violation.happened, Petition.date, Petition.level),
    ),
)
def zero_reports_are_true(report: View, scope: Scope) -> Iterator[Remark]:
    """A signed zero report has its signer, is signed after its span, and no record denies it."""
    if not report.signed:
        return
    if report.confirmer is None:
        yield broken("零报告没有确认人", "须由本人签字确认", "confirmer")
    if report.date is not None and report.end is not None and report.date < report.end:
        yield broken(f"确认日期{report.date}早于期间止{report.end}", "期间结束后才能签字", "date")
    if None in (report.start, report.end, report.subject):
        return
    found = contradictions(scope, report.subject, report.start, report.end)
    if found:
        what = f"台账里{report.start}至{report.end}有{len(found)}条与「{report.subject}」零报告不符的记录"
        yield broken(what, "不得确认", "signed", len(found), others=tuple(found))


def claim(scope: Scope, subject: str, span: Span, found: list[Reference], state: State) -> Standing:
    """How one claim of nothing (零) stands in a span: denied by records, signed, or to be signed."""
    if found:
        what = f"{span.label}有{subject}{len(found)}件，不能写零报告"
        return Standing(subject, span.label, state, what, "", len(found), 0, tuple(found), asks=span)
    reports = signed_reports(scope.connection, subject, span.start, span.upto(scope.day), scope.day)
    what = f"没有覆盖{span.label}的{subject}零报告"
    settled: State = "met" if reports else "needs-person"
    return Standing(subject, span.label, settled, what, value=0, limit=0, records=reports, asks=span, report=subject)


@over_year(
    "zero_reports.claims",
    told(
        "创建汇报 二(一)、三(二)、五(二)",
        "confirm",
        "必须",
        "镇",
        "无违纪违法、无重大安全事故、零信访须经零报告确认才可写入材料。",
        seed="003",
        per="year",
    ),
    fields(
        *(Violation.kind, Violation.handling, Violation.date, Violation.happened, Petition.date),
        *(ZeroReport.subject, ZeroReport.signed, ZeroReport.start, ZeroReport.end),
    ),
)
def nothing_is_claimed_without_a_report(scope: Scope) -> Iterator[Standing]:
    """No crime and no accident in the year, no petition in a quarter: each is written only with its signed report."""
    dealt = Violation.date.between(scope.span.start, scope.span.upto(scope.day))
    crimes = fetch(
        scope.connection, "violation", KEYS, dealt, or_(Violation.kind == CRIME, Violation.handling.in_(PUNISHED))
    )
    yield claim(scope, CRIME, scope.span, list(references(crimes)), "broken")
    accidents = [each for each in breaches_of_year(scope) if each.kind == ACCIDENT]
    yield claim(scope, ACCIDENT, scope.span, list(references(accidents)), "broken")
    for span in scope.spans("quarter"):
        found = contradictions(scope, "信访", span.start, span.end)
        yield claim(scope, "信访", span, found, "near")
