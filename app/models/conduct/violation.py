"""Breaches and accidents dealt with (违规违纪与事故处理)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Prose, Record, YesNo, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.conduct.survey import Survey
    from app.models.people.staff import Staff


class Violation(Record):
    """One case dealt with."""

    __tablename__ = "violation"

    date: Mapped[Day]
    happened: Mapped[Day | None]
    subject: Mapped[Line]
    staff_id: Mapped[int | None] = link("staff")
    kind: Mapped[str] = choice(
        "会议活动",
        "公务接待",
        "公款吃喝",
        "公车私用",
        "公车私驾",
        "公车外借",
        "津贴补贴",
        "办公用房",
        "通讯关机",
        "迟到早退",
        "吃空饷",
        "外出考察",
        "收送礼品",
        "借机敛财",
        "下乡拖延",
        "吃拿卡要",
        "简单粗暴",
        "公务饮酒",
        "赌博",
        "列支其他费用",
        "违纪违法",
        "重大安全事故",
        "其他",
    )
    ten: Mapped[str] = choice(
        "不涉及", "第1条", "第2条", "第3条", "第4条", "第5条", "第6条", "第7条", "第8条", "第9条", "第10条"
    )
    matter: Mapped[Prose]
    clause: Mapped[Line | None]
    source: Mapped[Line | None]
    handling: Mapped[str] = choice("提醒", "约谈", "通报", "问责", "诫勉谈话", "组织处理", "纪律处分", "移送司法")
    basis: Mapped[Line | None]
    by: Mapped[Line | None]
    leader_id: Mapped[int | None] = link("staff")
    transferred: Mapped[Day | None]
    veto: Mapped[YesNo | None]
    survey_id: Mapped[int | None] = link("survey")
    staff: Mapped[Staff | None] = relationship(foreign_keys=[staff_id])
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])
    survey: Mapped[Survey | None] = relationship(foreign_keys=[survey_id])


VIOLATION = Register(
    Violation,
    key="violation",
    label="违规违纪与事故处理",
    title=Violation.subject,
    sections=(
        Section(
            "处理",
            (
                Field(Violation.date, "处理日期", listed=True),
                Field(Violation.happened, "发生日期", listed=True),
                Field(Violation.subject, "当事人或单位", listed=True, searched=True),
                Field(Violation.staff, "本单位人员", listed=True),
                Field(Violation.kind, "违规类别", listed=True),
                Field(Violation.ten, "十不准", listed=True),
                Field(Violation.matter, "违规事项", listed=True, searched=True),
                Field(Violation.clause, "对应条款", listed=True),
                Field(Violation.source, "线索来源", listed=True),
                Field(Violation.handling, "处理方式", listed=True),
                Field(Violation.basis, "处理依据", listed=True, searched=True),
                Field(Violation.by, "处理机关", listed=True),
                Field(Violation.leader, "谈话人", listed=True),
                Field(Violation.transferred, "线索移送日期", listed=True),
            ),
        ),
        Section(
            "一票否决与测评",
            (
                Field(Violation.veto, "一票否决"),
                Field(Violation.survey, "对应测评"),
            ),
        ),
    ),
    dated=Violation.date,
    landscape=True,
    also_dated=(Violation.happened,),
    purpose="登记违规违纪和事故的处理情况，零报告按这里核对。",
)
