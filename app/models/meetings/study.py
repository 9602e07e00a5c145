"""Study sessions (学习教育)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Number, Prose, Record, Whole, YesNo, choice, link, people_of, several
from app.models.register import Field, Register, Section, Surroundings, Values

if TYPE_CHECKING:
    from app.models.people.branch import Branch
    from app.models.people.staff import Staff
    from app.models.people.village import Village

STUDY_MEMBERS = people_of("study", "members")


class Study(Record):
    """One session of study, or one person’s reading."""

    __tablename__ = "study"

    date: Mapped[Day]
    kind: Mapped[str] = choice(
        "中心组学习",
        "集中学习",
        "专题辅导",
        "讲座",
        "党课",
        "座谈交流",
        "观看影片",
        "警示教育",
        "宣讲",
        "轮训",
        "远程教育",
        "自学",
        "其他",
    )
    theme: Mapped[str | None] = choice(
        "政治理论", "法律法规", "思想道德", "业务知识", "科普与反邪教", "禁毒", "警示教育", "其他"
    )
    topic: Mapped[Line]
    material: Mapped[Prose | None]
    film: Mapped[Line | None]
    hours: Mapped[Number | None]
    presenter: Mapped[Line | None]
    audience: Mapped[str | None] = choice("中心组", "机关干部", "全体党员", "村(社区)", "企业", "其他")
    expected: Mapped[Whole | None]
    present: Mapped[Whole | None]
    notes: Mapped[Whole | None]
    notebooks: Mapped[Whole | None]
    branch_id: Mapped[int | None] = link("branch")
    village_id: Mapped[int | None] = link("village")
    film_kind: Mapped[str | None] = choice("正面典型", "反面警示")
    presenter_unit: Mapped[Line | None]
    outside: Mapped[YesNo | None]
    large: Mapped[YesNo | None]
    makeup: Mapped[Line | None]
    person_hours: Mapped[Number | None]
    branch: Mapped[Branch | None] = relationship(foreign_keys=[branch_id])
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    members: Mapped[list[Staff]] = several(STUDY_MEMBERS)


def work_out(values: Values, around: Surroundings) -> None:
    """人学时 is 课时 times 参加人数."""
    hours, present = values.get("hours"), values.get("present")
    values["person_hours"] = hours * present if hours is not None and present is not None else None


STUDY = Register(
    Study,
    key="study",
    label="学习教育",
    title=Study.topic,
    sections=(
        Section(
            "学习",
            (
                Field(Study.date, "日期", listed=True),
                Field(Study.kind, "形式", listed=True),
                Field(Study.theme, "主题类别", listed=True),
                Field(Study.topic, "学习主题", listed=True, searched=True),
                Field(Study.material, "学习内容", help="写学习的文件名称，用、隔开", listed=True, searched=True),
                Field(Study.film, "影片", listed=True, searched=True),
                Field(Study.hours, "课时", unit="课时", listed=True),
                Field(Study.presenter, "主讲人", listed=True, searched=True),
                Field(Study.audience, "学习对象", listed=True),
                Field(Study.expected, "应到人数", listed=True),
                Field(Study.present, "参加人数", listed=True),
                Field(Study.notes, "撰写心得(篇)", unit="篇", listed=True),
                Field(Study.notebooks, "上交笔记(份)", unit="份", listed=True),
            ),
        ),
        Section(
            "对象与补学",
            (
                Field(Study.branch, "党支部"),
                Field(Study.village, "村(社区)"),
                Field(Study.film_kind, "影片性质"),
                Field(Study.presenter_unit, "主讲人单位职务"),
                Field(Study.outside, "外请"),
                Field(Study.large, "大型"),
                Field(Study.members, "参加人员", searched=True),
                Field(Study.makeup, "补学情况"),
                Field(Study.person_hours, "人学时", unit="人学时", auto=True),
            ),
        ),
    ),
    dated=Study.date,
    landscape=True,
    purpose="登记中心组学习、集中学习、讲座、党课和观看影片，学习次数、课时和人次从这里统计。",
    work_out=work_out,
)
