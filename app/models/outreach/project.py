"""Works for the people and projects (惠民实事与项目)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Number, Record, Row, Whole, YesNo, choice, link, parent, rows_of
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.staff import Staff


class Project(Record):
    """One project, planned, under way or finished."""

    __tablename__ = "project"

    date: Mapped[Day]
    title: Mapped[Line]
    kind: Mapped[str] = choice(
        "道路",
        "水利",
        "饮水",
        "文化",
        "环境",
        "绿化",
        "住房",
        "养老",
        "教育",
        "阵地建设",
        "党组织建设",
        "土地整治",
        "机关条件",
        "产业",
        "基础设施",
        "其他",
    )
    villages: Mapped[Line | None]
    content: Mapped[Line | None]
    leader_id: Mapped[int | None] = link("staff")
    planned: Mapped[Money | None]
    invested: Mapped[Money | None]
    started: Mapped[Day | None]
    deadline: Mapped[Day | None]
    progress: Mapped[Whole | None]
    population: Mapped[Whole | None]
    state: Mapped[str] = choice("计划", "在建", "完成", "停建")
    done: Mapped[Day | None]
    people_matter: Mapped[YesNo]
    matter_no: Mapped[Whole | None]
    parent_id: Mapped[int | None] = link("project")
    good_deed: Mapped[YesNo | None]
    office_id: Mapped[int | None] = link("office")
    quantity: Mapped[Number | None]
    target: Mapped[Number | None]
    unit: Mapped[Line | None]
    funds_received: Mapped[Money | None]
    source: Mapped[str | None] = choice("上级", "镇级", "村级", "社会", "混合")
    funder: Mapped[Line | None]
    households: Mapped[Whole | None]
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])
    parent: Mapped[Project | None] = relationship(foreign_keys=[parent_id], remote_side="Project.id")
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    outputs: Mapped[list[ProjectOutput]] = rows_of("ProjectOutput")


class ProjectOutput(Row):
    """One row of 其他产出."""

    __tablename__ = "project_outputs"

    project_id: Mapped[int] = parent("project")
    thing: Mapped[Line]
    quantity: Mapped[Number | None]
    target: Mapped[Number | None]
    unit: Mapped[Line]


def check(values: Values) -> Iterator[Misfit]:
    """Work ends on or after its beginning, and progress is a percentage."""
    if values.get("started") and values.get("done") and values["done"] < values["started"]:
        yield "done", "完成日期早于开工日期，请检查这两个日期。"
    if values.get("progress") is not None and values["progress"] > 100:
        yield "progress", "进度不能超过 100，请检查。"


PROJECT = Register(
    Project,
    key="project",
    label="惠民实事与项目",
    title=Project.title,
    sections=(
        Section(
            "项目",
            (
                Field(Project.date, "列入日期", listed=True),
                Field(Project.title, "项目名称", listed=True, searched=True),
                Field(Project.kind, "类别", listed=True),
                Field(Project.villages, "实施地点", listed=True, searched=True),
                Field(Project.content, "建设内容", listed=True, searched=True),
                Field(Project.leader, "责任领导", listed=True),
                Field(Project.planned, "计划投资(元)", unit="元", listed=True),
                Field(Project.invested, "投入资金(元)", unit="元", listed=True),
                Field(Project.started, "开工日期", listed=True),
                Field(Project.deadline, "完成时限", listed=True),
                Field(Project.progress, "进度(%)", unit="%", listed=True),
                Field(Project.population, "受益人数", listed=True),
                Field(Project.state, "状态", listed=True),
                Field(Project.done, "完成日期", listed=True),
            ),
        ),
        Section(
            "实事与产出",
            (
                Field(Project.people_matter, "列入惠民实事"),
                Field(Project.matter_no, "实事序号"),
                Field(Project.parent, "所属实事"),
                Field(Project.good_deed, "好事实事"),
                Field(Project.office, "责任机构"),
                Field(Project.quantity, "数量"),
                Field(Project.target, "计划数量"),
                Field(Project.unit, "单位"),
            ),
        ),
        Section(
            "资金",
            (
                Field(Project.funds_received, "到位资金(元)", unit="元"),
                Field(Project.source, "资金来源"),
                Field(Project.funder, "争取部门", searched=True),
                Field(Project.households, "受益户数"),
                Field(
                    Project.outputs,
                    "其他产出",
                    columns=(
                        Field(ProjectOutput.thing, "产出"),
                        Field(ProjectOutput.quantity, "数量"),
                        Field(ProjectOutput.target, "计划数量"),
                        Field(ProjectOutput.unit, "单位"),
                    ),
                ),
            ),
        ),
    ),
    dated=Project.date,
    landscape=True,
    also_dated=(Project.done,),
    purpose="登记惠民实事和建设项目的资金、进度、产出和受益人数，计划和完成分开统计。",
    check=check,
)
