"""Limits on research and writing (调研课题、调研报告与心得)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.models.outreach.essay import Essay
from app.models.outreach.research import Research
from app.models.people.staff import Staff
from app.rules.periods import Span
from app.rules.persons import OTHERS, VILLAGE, Kept, each_person, is_leader, is_resident, is_section_head, kept
from app.rules.rule import Remark, Tally, broken, fields, near, quota, rule, told
from app.rules.scope import Scope, days_after
from app.rules.views import View


def key_topics(scope: Scope, span: Span) -> Iterator[Tally]:
    """重点课题 of each leader."""
    topics = [each for each in scope.within("research", span) if each.key_topic]
    counted = kept((each.staff, each.id, ("research", each.id)) for each in topics)
    yield from each_person(scope, span, is_leader, counted)


KEY_TOPICS = quota(
    "research.key_topics",
    told(
        "实施细则 第1条",
        "meter",
        "必须",
        "每名镇科级实职领导干部",
        "镇科级实职领导干部每年确定不少于2个重点课题。",
        seed="001",
        per="year",
    ),
    fields(Research.key_topic, Research.staff, Research.date, Staff.duty_class),
    parameters={"limit": 2},
    counted=key_topics,
    label="确定重点课题",
    unit="个",
    at_least="limit",
)


def written(scope: Scope, span: Span, *kinds: str) -> Kept:
    """Person → pieces of these kinds."""
    found = [each for each in scope.within("essay", span) if each.kind in kinds]
    return kept((each.staff, each.id, ("essay", each.id)) for each in found)


def reports(scope: Scope, span: Span, *, coauthors_count: bool) -> Iterator[Tally]:
    """调研报告 of each cadre of section rank, as author, and as one of several where the office credits them."""
    found = [each for each in scope.within("essay", span) if each.kind == "调研报告"]
    counted = kept(
        (author, each.id, ("essay", each.id))
        for each in found
        for author in (each.staff, *(each.coauthors if coauthors_count else ()))
    )
    yield from each_person(scope, span, is_section_head, counted)


REPORTS = quota(
    "essays.reports",
    told(
        "实施细则 第1条",
        "meter",
        "必须",
        "每名科级领导干部",
        "科级领导干部每年撰写不少于4篇调研报告。",
        seed="001",
        per="year",
    ),
    fields(Essay.kind, Essay.staff, Essay.coauthors, Essay.date, Staff.rank),
    parameters={"limit": 4, "coauthors_count": False},
    counted=reports,
    label="撰写调研报告",
    unit="篇",
    at_least="limit",
)


@rule(
    "essays.converted",
    told("实施细则 第1条", "warn", "必须", "调研报告", "调研报告及时转化成果。", seed="001"),
    fields(Essay.kind, Essay.converted, Essay.outcome, Essay.date),
)
def reports_lead_to_something(essay: View, scope: Scope, *, days: int = 90) -> Iterator[Remark]:
    """A report bears fruit within ninety days; the number is the office's (第1条)."""
    if essay.kind != "调研报告" or essay.date is None:
        return
    last, converted = days_after(essay.date, days), scope.happened(essay.converted)
    if converted is not None and converted > last:
        yield broken(f"{converted}才转化，应在{last}前转化", "", "converted", (converted - last).days)
    elif converted is None and not essay.outcome:
        late = scope.day > last
        what = f"调研报告已过{days}天没有转化" if late else f"调研报告应在{last}前转化"
        yield (broken if late else near)(what, "请转化成果并填写转化情况", "outcome")


def each_writes(meant: Callable[[View], bool], kind: str) -> Callable[[Scope, Span], Iterator[Tally]]:
    """Counts the pieces of one kind of everyone meant."""
    return lambda scope, span: each_person(scope, span, meant, written(scope, span, kind))


def writes_reflections(person: View) -> bool:
    """The other cadres, here those of the villages too."""
    return person.duty_class in (OTHERS, VILLAGE) and not person.resident and not is_section_head(person)


WORK_NOTES = quota(
    "essays.work_notes",
    told(
        "实施细则 第1条",
        "meter",
        "必须",
        "每名驻村干部",
        "驻村干部每年撰写不少于2篇工作心得。",
        seed="001",
        per="year",
    ),
    fields(Essay.kind, Essay.staff, Essay.date, Staff.duty_class, Staff.resident),
    parameters={"limit": 2},
    counted=each_writes(is_resident, "工作心得"),
    label="撰写工作心得",
    unit="篇",
    at_least="limit",
)


def reflections(scope: Scope, span: Span) -> Iterator[Tally]:
    """心得体会 of the other cadres; a 工作心得 is one as well."""
    yield from each_person(scope, span, writes_reflections, written(scope, span, "心得体会", "工作心得"))


REFLECTIONS = quota(
    "essays.reflections",
    told(
        "实施细则 第1条",
        "meter",
        "必须",
        "每名其他干部(含村、居)",
        "其他干部（含村、居干部）每年撰写不少于1篇心得体会。",
        seed="001",
        per="year",
    ),
    fields(Essay.kind, Essay.staff, Essay.date, Staff.duty_class, Staff.resident, Staff.rank),
    parameters={"limit": 1},
    counted=reflections,
    label="撰写心得体会",
    unit="篇",
    at_least="limit",
)
