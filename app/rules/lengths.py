"""Limits on how many papers there are and how long they and the meetings may be (文风)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sqlalchemy import Connection, func, select

from app.kinds import names_in
from app.models.documents.incoming import Incoming
from app.models.documents.outgoing import Outgoing
from app.models.meetings.meeting import Meeting
from app.models.people.staff import Staff
from app.rules.meetings import CALLED_OFF
from app.rules.periods import same_day
from app.rules.rule import (
    MET,
    UNKNOWN,
    Names,
    Remark,
    Standing,
    State,
    at_most,
    broken,
    fields,
    over_year,
    rule,
    told,
)
from app.rules.scope import Scope
from app.rules.views import View

ISSUED = ("已印发", "已归档")


def issued_in(connection: Connection, first: date, last: date, joint_only: bool) -> int:
    """Papers issued from a first to a last day."""
    asked = select(func.count()).where(
        Outgoing.trashed_at.is_(None), Outgoing.status.in_(ISSUED), Outgoing.issued.between(first, last)
    )
    return connection.execute(asked.where(Outgoing.issuer == "党政联合") if joint_only else asked).scalar_one()


@over_year(
    "documents.joint_fewer",
    told(
        "实施细则 第10条",
        "meter",
        "必须",
        "党政联合发文",
        "减少党政联合发文，件数不高于上年同期。",
        seed="001",
        per="year",
    ),
    fields(Outgoing.issuer, Outgoing.issued),
)
def joint_papers_do_not_grow(scope: Scope) -> Iterator[Standing]:
    """Papers of party and government together are no more than on the same days of last year (第10条)."""
    first, last = scope.span.start, scope.span.upto(scope.day)
    before = same_day(first, -1), same_day(last, -1)
    if last < first or not issued_in(scope.connection, *before, joint_only=False):
        yield Standing("镇", scope.span.label, "unknown")
        return
    now = issued_in(scope.connection, first, last, joint_only=True)
    then = issued_in(scope.connection, *before, joint_only=True)
    what = f"党政联合发文{now}件，上年同期{then}件"
    yield Standing("镇", scope.span.label, at_most(now, then), what, "请控制联合发文", now, then)


@over_year(
    "documents.yearly_total",
    told(
        "整治形式主义为基层减负若干规定(2024)",
        "meter",
        "原则上",
        "镇",
        "年度发文数量原则上不超过上年，超过的须书面说明。",
        source="两办2024年8月6日",
        per="year",
    ),
    fields(Outgoing.issued, Outgoing.status, Outgoing.number, Outgoing.title),
)
def papers_do_not_grow(scope: Scope) -> Iterator[Standing]:
    """Papers of the year are no more than those of the whole of last year."""
    first, last = scope.span.start, scope.span.upto(scope.day)
    then = issued_in(scope.connection, same_day(first, -1), same_day(scope.span.end, -1), joint_only=False)
    if last < first or not then:
        yield Standing("镇", scope.span.label, "unknown")
        return
    now = issued_in(scope.connection, first, last, joint_only=False)
    state: State = at_most(now, then)
    ahead = now > issued_in(scope.connection, same_day(first, -1), same_day(last, -1), joint_only=False)
    if state == "met" and ahead:
        state = "near"
    what = f"{scope.span.label}已发文{now}件，上年全年{then}件"
    yield Standing("镇", scope.span.label, state, what, "超过上年的须书面说明", now, then)


def length_of(paper: View) -> int | None:
    """字数 of the text, or of the paper copy where the text is not kept."""
    length: int | None = paper.stated_characters if paper.characters is None else paper.characters
    return length


def length_remarks(paper: View, category: str, limit: int) -> Iterator[Remark]:
    """A paper of a category is at most so long; exactly so long passes."""
    if paper.category != category:
        return
    length = length_of(paper)
    if length is None:
        yield UNKNOWN
    elif length > limit:
        yield broken(f"{category}{length}字，超过{limit}字", "请精简", "stated_characters", length)
    else:
        yield MET


@rule(
    "documents.length_general",
    told("实施细则 第11条", "warn", "必须", "一般性文件", "一般性文件不超过2000字。", seed="001"),
    fields(Outgoing.category, Outgoing.characters, Outgoing.stated_characters),
)
def general_papers_are_short(paper: View, scope: Scope, *, limit: int = 2000) -> Iterator[Remark]:
    """A general paper has at most 2,000 characters (第11条)."""
    yield from length_remarks(paper, "一般性文件", limit)


@rule(
    "documents.length_report",
    told("实施细则 第11条", "warn", "必须", "汇报材料", "汇报材料不超过3000字。", seed="001"),
    fields(Outgoing.category, Outgoing.characters, Outgoing.stated_characters),
)
def reports_are_short(paper: View, scope: Scope, *, limit: int = 3000) -> Iterator[Remark]:
    """A report has at most 3,000 characters (第11条)."""
    yield from length_remarks(paper, "汇报材料", limit)


@rule(
    "documents.length_national",
    told(
        "整治形式主义为基层减负若干规定(2024)",
        "warn",
        "原则上",
        "公文和会议",
        "文件一般不超过5000字、单项工作4000字，会议不超过半天，主要领导讲话不超过1小时。",
        source="两办2024年8月6日",
    ),
    fields(Outgoing.characters, Outgoing.stated_characters, Outgoing.single_matter),
)
def papers_and_meetings_keep_the_national_measure(
    paper: View, scope: Scope, *, limit: int = 5000, single: int = 4000
) -> Iterator[Remark]:
    """A paper has at most 5,000 characters, 4,000 where it concerns one matter."""
    length, most = length_of(paper), single if paper.single_matter else limit
    if length is not None and length > most:
        yield broken(f"文件{length}字，超过{most}字", "请精简", "stated_characters", length)


@papers_and_meetings_keep_the_national_measure.also(
    fields(Meeting.minutes, Meeting.kind, Meeting.items, Meeting.status, Staff.authority)
)
def meetings_keep_the_national_measure(
    meeting: View, scope: Scope, *, half_day: int = 240, speech: int = 60, exempt_kinds: Names = ("人代会", "党代会")
) -> Iterator[Remark]:
    """A meeting lasts at most half a day, a speech of a head at most an hour."""
    if meeting.status in CALLED_OFF:
        return
    if meeting.minutes is not None and meeting.minutes > half_day and meeting.kind not in exempt_kinds:
        yield broken(f"会议{meeting.minutes}分钟，超过半天（{half_day}分钟）", "请压缩议程", "end", meeting.minutes)
    for item in meeting.items:
        if item.minutes and item.minutes > speech and scope.heads.intersection(names_in(item.speakers or "")):
            what = f"议题「{item.topic}」主要领导讲话{item.minutes}分钟，超过{speech}分钟"
            yield broken(what, "请压缩讲话", "items", item.minutes)


@rule(
    "documents.business_tables",
    told("实施细则 第11条", "warn", "必须", "业务性文件", "业务性文件多用数据表格，减少文字。", seed="001"),
    fields(Outgoing.category, Outgoing.tables),
)
def business_papers_hold_tables(paper: View, scope: Scope) -> Iterator[Remark]:
    """A business paper speaks in tables (第11条)."""
    if paper.category != "业务性文件":
        return
    if paper.tables is None:
        yield UNKNOWN
    elif paper.tables < 1:
        yield broken("业务性文件没有数据表格", "请多用表格、减少文字", "tables", 0)
    else:
        yield MET


@over_year(
    "documents.through_office",
    told(
        "实施细则 第12条",
        "confirm",
        "必须",
        "各类文件材料",
        "各类文件材料（含村、社区上报的请示报告）一律经党政办统一办理。",
        seed="001",
        per="quarter",
    ),
    fields(Incoming.number, Incoming.village, Incoming.received),
)
def papers_go_through_the_office(scope: Scope) -> Iterator[Standing]:
    """The numbered papers of each quarter are shown; a person confirms that none went round the office (第12条)."""
    for span in scope.spans("quarter"):
        numbered = [paper for paper in scope.within("incoming", span) if paper.number is not None]
        yield Standing("镇", span.label, "needs-person", value=len(numbered))
