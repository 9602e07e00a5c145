"""Petitions and disputes (信访与矛盾纠纷)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Prose, Record, Whole, YesNo, choice, link
from app.models.register import Field, Masked, Register, Section

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.staff import Staff
    from app.models.people.village import Village


class Petition(Record):
    """One case, from entry to settlement."""

    __tablename__ = "petition"

    date: Mapped[Day]
    name: Mapped[Line]
    persons: Mapped[Whole]
    village_id: Mapped[int | None] = link("village")
    turn: Mapped[str | None] = choice("初访", "重访")
    channel: Mapped[str] = choice("来访", "来信", "网上", "电话", "排查", "上级交办")
    topic: Mapped[str] = choice("土地征迁", "低保救助", "邻里纠纷", "劳资", "环境", "村务财务", "涉法涉诉", "其他")
    content: Mapped[Prose]
    leader_id: Mapped[int | None] = link("staff")
    office_id: Mapped[int | None] = link("office")
    due: Mapped[Day | None]
    done: Mapped[Day | None]
    result: Mapped[Prose | None]
    status: Mapped[str] = choice("登记", "受理", "办理中", "已化解", "已办结", "不予受理")
    kind: Mapped[str | None] = choice("建议意见", "检举控告", "申诉求决")
    backlog: Mapped[YesNo | None]
    level: Mapped[str | None] = choice("镇", "县", "市", "省", "京")
    owner_kind: Mapped[str | None] = choice("辖区负责", "部门负责", "行业负责")
    gender: Mapped[str | None] = choice("男", "女")
    address: Mapped[Line | None]
    phone: Mapped[Line | None]
    plan: Mapped[Prose | None]
    assigned: Mapped[Day | None]
    objected: Mapped[Day | None]
    told: Mapped[Day | None]
    accepted: Mapped[Day | None]
    extended: Mapped[Day | None]
    extension_approver_id: Mapped[int | None] = link("staff")
    extension_reason: Mapped[Line | None]
    answered: Mapped[Day | None]
    review_asked: Mapped[Day | None]
    review_answered: Mapped[Day | None]
    satisfied: Mapped[str | None] = choice("满意", "基本满意", "不满意", "未评价")
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    leader: Mapped[Staff | None] = relationship(foreign_keys=[leader_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    extension_approver: Mapped[Staff | None] = relationship(foreign_keys=[extension_approver_id])


PETITION = Register(
    Petition,
    key="petition",
    label="信访与矛盾纠纷",
    title=Petition.name,
    sections=(
        Section(
            "登记办理",
            (
                Field(Petition.date, "登记日期", listed=True),
                Field(Petition.name, "信访人", listed=True, searched=True),
                Field(Petition.persons, "人数", unit="人", listed=True),
                Field(Petition.village, "村(社区)", listed=True),
                Field(Petition.turn, "初访或重访", listed=True),
                Field(Petition.channel, "来源", listed=True),
                Field(Petition.topic, "类别", listed=True),
                Field(Petition.content, "诉求", listed=True, searched=True),
                Field(Petition.leader, "包案领导", listed=True, searched=True),
                Field(Petition.office, "责任机构", listed=True),
                Field(Petition.due, "办结期限", listed=True),
                Field(Petition.done, "办结日期", listed=True),
                Field(Petition.result, "处理结果", listed=True, searched=True),
                Field(Petition.status, "状态", listed=True),
            ),
        ),
        Section(
            "事项与责任",
            (
                Field(Petition.kind, "事项性质"),
                Field(Petition.backlog, "信访积案"),
                Field(Petition.level, "到访层级"),
                Field(Petition.owner_kind, "责任制"),
            ),
        ),
        Section(
            "信访人",
            (
                Field(Petition.gender, "性别"),
                Field(Petition.address, "住址"),
                Field(Petition.phone, "联系电话"),
                Field(Petition.plan, "化解方案"),
            ),
        ),
        Section(
            "告知、延期与复查",
            (
                Field(Petition.assigned, "转送交办日期"),
                Field(Petition.objected, "提出异议日期"),
                Field(Petition.told, "受理告知日期"),
                Field(Petition.accepted, "受理日期"),
                Field(Petition.extended, "延期至"),
                Field(Petition.extension_approver, "延期批准人"),
                Field(Petition.extension_reason, "延期理由"),
                Field(Petition.answered, "答复日期"),
                Field(Petition.review_asked, "申请复查日期"),
                Field(Petition.review_answered, "复查答复日期"),
                Field(Petition.satisfied, "满意度"),
            ),
        ),
    ),
    dated=Petition.date,
    landscape=True,
    also_dated=(Petition.done,),
    masked=Masked(Petition.kind, "检举控告", ("name", "address", "phone", "content")),
    purpose="登记信访和矛盾纠纷的受理、包案、办理和答复，15 日告知、60 日办结自动提醒。",
)
