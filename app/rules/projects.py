"""Limits on projects and matters for the people (惠民实事与项目), and on the subsistence allowance (低保)."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.conduct.metric import Metric
from app.models.conduct.named_list import NamedList
from app.models.outreach.project import Project
from app.rules.rule import Remark, Standing, State, amount, broken, fields, over_year, rule, told
from app.rules.scope import Scope
from app.rules.views import View, fetch

MATTERS = "惠民实事"


def announced_in_list(scope: Scope) -> int | None:
    """件数 of the list of the year that is named 惠民实事."""
    lists = [each for each in scope.records("named_list") if MATTERS in each.name and each.announced is not None]
    return lists[-1].announced if lists else None


@over_year(
    "projects.matters_listed",
    told(
        "群众路线自查 四",
        "warn",
        "必须",
        "惠民实事",
        "公布的惠民实事件数与逐项列出的一致。",
        seed="004",
        per="year",
    ),
    fields(Project.matter_no, Project.people_matter, Project.parent, Project.title, Project.date)
    | fields(NamedList.announced, NamedList.name, NamedList.year),
)
def matters_are_as_many_as_announced(scope: Scope, *, announced: int | None = None) -> Iterator[Standing]:
    """The main items are as many as were announced, and numbered from 1 without gap or repeat."""
    matters = [each for each in scope.records("project") if each.people_matter and each.parent is None]
    own, label = tuple(("project", each.id) for each in matters), scope.span.label
    said = announced if announced is not None else announced_in_list(scope)
    if said is None:
        yield Standing(MATTERS, label, "unknown", value=len(matters))
    else:
        state: State = "met" if len(matters) == said else "broken"
        what = f"公布{MATTERS}{said}件，逐项列出{len(matters)}件"
        yield Standing(MATTERS, label, state, what, "请核对件数", len(matters), said, own)
    numbers = [each.matter_no for each in matters]
    if sorted(number or 0 for number in numbers) != list(range(1, len(numbers) + 1)):
        what = f"{MATTERS}序号为{'、'.join(str(number or '空') for number in numbers)}，应从1到{len(numbers)}各一次"
        yield Standing(MATTERS, label, "broken", what, "请核对实事序号", len(matters), said, own, "matter_no")


@over_year(
    "projects.targets",
    told(
        "群众路线自查 四",
        "meter",
        "必须",
        "有计划数量的项目",
        "危房帮建、幸福院等计划任务按期完成，未完成前只写计划。",
        seed="004",
        per="year",
    ),
    fields(Project.target, Project.quantity, Project.deadline, Project.state, Project.done, Project.unit),
)
def planned_numbers_are_reached_in_time(scope: Scope) -> Iterator[Standing]:
    """What was planned in number is there, and the project finished, by its deadline."""
    keys = ("title", "target", "quantity", "deadline", "state", "done", "unit", "date")
    in_year = Project.deadline.between(scope.span.start, scope.span.end)
    for project in fetch(scope.connection, "project", keys, Project.target.is_not(None), in_year):
        if project.date > scope.day:
            continue
        reached = project.state == "完成" and project.quantity is not None and project.quantity >= project.target
        done = reached and (project.done is None or scope.happened(project.done) is not None)
        late = project.done is not None and project.done > project.deadline if done else scope.day > project.deadline
        state: State = "broken" if late else "met" if done else "near"
        unit, quantity = project.unit or "", project.quantity or 0
        what = f"「{project.title}」计划{amount(project.target)}{unit}，已完成{amount(quantity)}{unit}"
        what += f"，{project.done}才完成" if done else f"，状态为{project.state}"
        do = f"时限{project.deadline}" + ("" if done else "，未完成前只写计划")
        own = (("project", project.id),)
        yield Standing(project.title, scope.span.label, state, what, do, quantity, project.target, own, "quantity")


@rule(
    "projects.order",
    told("群众路线自查 四", "stop", "必须", "项目", "项目状态与开工、完成日期一致。", seed="004"),
    fields(Project.state, Project.started, Project.done, Project.progress),
)
def states_and_days_agree(project: View, scope: Scope) -> Iterator[Remark]:
    """Under way has begun, finished has begun and ended, planned has done neither."""
    if project.state == "在建" and project.started is None:
        yield broken("项目在建，没有填写开工日期", "请补填", "started")
    if project.state == "完成":
        yield from finished_remarks(project)
    if project.state == "计划":
        for key, named in (("started", "开工"), ("done", "完成")):
            if getattr(project, key) is not None:
                yield broken(f"项目状态为计划，已填写{named}日期", "请改状态或清空日期", key)


def finished_remarks(project: View) -> Iterator[Remark]:
    """What a finished project lacks."""
    for key, named in (("started", "开工"), ("done", "完成")):
        if getattr(project, key) is None:
            yield broken(f"项目已完成，没有填写{named}日期", "请补填", key)
    if project.started is not None and project.done is not None and project.done < project.started:
        yield broken(f"完成日期{project.done}早于开工日期{project.started}", "请检查日期", "done")
    if project.progress not in (None, 100):
        yield broken(f"项目已完成，进度为{project.progress}%", "请改为100或检查状态", "progress", project.progress)


COVERED, ENTITLED = "低保已保户数", "低保应保户数"


@over_year(
    "subsidies.coverage",
    told("群众路线自查 四", "confirm", "必须", "困难户", "低保应保尽保。", seed="004", per="year"),
    fields(Metric.name, Metric.value, Metric.year, Metric.as_of),
)
def all_who_are_entitled_are_covered(scope: Scope) -> Iterator[Standing]:
    """As many households receive the allowance as are entitled to it; a person confirms it."""
    newest: dict[str, View] = {}
    for each in sorted(scope.records("metric"), key=lambda each: (each.as_of or scope.span.end, each.id)):
        if each.as_of is None or each.as_of <= scope.day:
            newest[each.name] = each
    covered, entitled = newest.get(COVERED), newest.get(ENTITLED)
    label = scope.span.label
    if covered is None or entitled is None or not entitled.value:
        yield Standing("困难户", label, "unknown")
        return
    own = (("metric", covered.id), ("metric", entitled.id))
    share = round(covered.value * 100 / entitled.value, 1)
    if covered.value == entitled.value:
        yield Standing("困难户", label, "needs-person", value=share, records=own)
        return
    what = f"{ENTITLED}{amount(entitled.value)}户，{COVERED}{amount(covered.value)}户"
    yield Standing("困难户", label, "broken", what, "不能写应保尽保", share, 100, own)
