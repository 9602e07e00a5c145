"""Figures of projects (惠民实事与项目)."""

from __future__ import annotations

from app.figures.conditions import END, at_most, differs, either, empty, equals, filled, one_of, yes
from app.figures.declaring import count, names, ratio, total
from app.figures.figure import BY_UNIT, Figure
from app.figures.paths import each, exactly
from app.models.outreach.project import Project, ProjectOutput

NOT_STOPPED = differs(Project.state, "停建")
UNDER_WAY = one_of(Project.state, "在建", "完成")
OUTPUT_UNIT = each(Project.outputs, ProjectOutput.unit)

PROJECTS_TOTAL = Figure(
    "projects.total",
    "项目个数",
    unit="个",
    of=count(Project),
    where=NOT_STOPPED,
    dated=Project.date,
    by=(Project.kind, Project.villages, Project.state, Project.title, Project.source, Project.parent, Project.campaign),
)
PROJECTS_MATTERS = Figure(
    "projects.matters",
    "惠民实事件数",
    unit="件",
    of=count(Project),
    where=(yes(Project.people_matter), empty(Project.parent)),
    dated=Project.date,
    by=(Project.state, Project.kind),
)
PROJECTS_GOOD_DEEDS = Figure(
    "projects.good_deeds",
    "好事实事件数",
    unit="件",
    of=count(Project),
    where=(
        either(yes(Project.good_deed), yes(Project.people_matter)),
        empty(Project.parent),
        equals(Project.state, "完成"),
    ),
    dated=Project.done,
    by=(Project.kind,),
)
PROJECTS_FINISHED = Figure(
    "projects.finished",
    "完成项目个数",
    unit="个",
    of=count(Project),
    where=equals(Project.state, "完成"),
    dated=Project.done,
    by=(Project.kind, Project.villages, Project.people_matter),
)
PROJECTS_STARTED = Figure(
    "projects.started",
    "已开工项目个数",
    unit="个",
    of=count(Project),
    where=(UNDER_WAY, at_most(Project.started, END)),
    dated=Project.date,
    by=(Project.kind, Project.villages, Project.parent, Project.title),
)
PROJECTS_START_RATE = Figure("projects.start_rate", "项目开工率", unit="%", of=ratio(PROJECTS_STARTED, PROJECTS_TOTAL))
PROJECTS_INVESTED = Figure(
    "projects.invested",
    "项目投入资金",
    unit="元",
    of=total(Project.invested),
    where=UNDER_WAY,
    dated=Project.date,
    by=(
        Project.kind,
        Project.title,
        Project.villages,
        Project.state,
        Project.source,
        Project.people_matter,
        Project.campaign,
    ),
)
PROJECTS_PLANNED = Figure(
    "projects.planned",
    "项目计划投资",
    unit="元",
    of=total(Project.planned),
    where=NOT_STOPPED,
    dated=Project.date,
    by=(Project.kind, Project.title, Project.villages, Project.state, Project.campaign),
)
PROJECTS_OUTPUT = Figure(
    "projects.output",
    "项目完成产出",
    unit=BY_UNIT,
    of=total(Project.quantity),
    where=(UNDER_WAY, filled(Project.unit)),
    dated=Project.date,
    by=(exactly(Project.unit), Project.kind, Project.title, Project.villages),
    needs=("unit",),
    instead=("title",),
    measured_in=Project.unit,
)
PROJECTS_OTHER_OUTPUT = Figure(
    "projects.other_output",
    "项目其他产出",
    unit=BY_UNIT,
    of=total(each(Project.outputs, ProjectOutput.quantity)),
    where=UNDER_WAY,
    dated=Project.date,
    by=(exactly(OUTPUT_UNIT), each(Project.outputs, ProjectOutput.thing), Project.title, Project.kind),
    needs=("outputs.unit",),
    measured_in=OUTPUT_UNIT,
)
PROJECTS_TARGET = Figure(
    "projects.target",
    "项目计划产出",
    unit=BY_UNIT,
    of=total(Project.target),
    where=(NOT_STOPPED, filled(Project.unit)),
    dated=Project.date,
    by=(exactly(Project.unit), Project.kind, Project.title, Project.villages),
    needs=("unit",),
    instead=("title",),
    measured_in=Project.unit,
)
PROJECTS_OUTPUT_RATE = Figure(
    "projects.output_rate", "计划产出完成率", unit="%", of=ratio(PROJECTS_OUTPUT, PROJECTS_TARGET)
)
PROJECTS_PLACES = Figure(
    "projects.places",
    "项目实施村街",
    unit="个",
    of=names(Project.villages),
    where=NOT_STOPPED,
    dated=Project.date,
    by=(Project.kind, Project.title, Project.state, Project.campaign),
)
PROJECTS_POPULATION = Figure(
    "projects.population",
    "项目受益人数",
    unit="名",
    of=total(Project.population),
    where=UNDER_WAY,
    dated=Project.date,
    by=(Project.kind, Project.title),
)
