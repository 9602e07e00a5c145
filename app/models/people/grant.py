"""Rewards and grants paid out (奖励与资助发放)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Record, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.staff import Staff
    from app.models.people.village import Village


class Grant(Record):
    """One payment to one person."""

    __tablename__ = "grant"

    date: Mapped[Day]
    kind: Mapped[str] = choice(
        "升学奖励", "学历进修奖励", "困难党员帮扶基金", "助学资助", "文化队伍补助", "招商引资奖励", "其他"
    )
    payee: Mapped[Line]
    staff_id: Mapped[int | None] = link("staff")
    village_id: Mapped[int | None] = link("village")
    qualification: Mapped[str] = choice(
        "不涉及", "本科学历", "研究生结业", "研究生毕业", "二本录取", "一本及以上录取", "研究生录取", "其他"
    )
    amount: Mapped[Money]
    source: Mapped[str | None] = choice("县级", "镇级", "基金", "社会", "其他")
    basis: Mapped[Line]
    proof: Mapped[Line | None]
    approver_id: Mapped[int | None] = link("staff")
    staff: Mapped[Staff | None] = relationship(foreign_keys=[staff_id])
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])


GRANT = Register(
    Grant,
    key="grant",
    label="奖励与资助发放",
    title=Grant.payee,
    sections=(
        Section(
            "发放",
            (
                Field(Grant.date, "发放日期", listed=True),
                Field(Grant.kind, "类别", listed=True),
                Field(Grant.payee, "受奖(受助)人", listed=True, searched=True),
                Field(Grant.staff, "本单位人员", listed=True),
                Field(Grant.village, "村(社区)", listed=True),
                Field(Grant.qualification, "资格情况", listed=True),
                Field(Grant.amount, "金额(元)", unit="元", listed=True),
                Field(Grant.source, "资金来源", listed=True),
                Field(Grant.basis, "政策依据", listed=True, searched=True),
                Field(Grant.proof, "证明材料", listed=True),
                Field(Grant.approver, "批准人", listed=True),
            ),
        ),
    ),
    dated=Grant.date,
    landscape=True,
    purpose="登记升学奖励、学历奖励、助学资助和队伍补助等发放，依据和证明材料一并写明。",
)
