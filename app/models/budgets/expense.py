"""Spending (支出), each payment on a budget line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Index, and_, func, or_, select
from sqlalchemy.orm import Mapped, aliased, relationship

from app.kinds import LineKind, MoneyKind
from app.models.base import Day, Line, Number, Record, SignedMoney, choice, link
from app.models.register import Derived, Field, Register, Section, Surroundings

if TYPE_CHECKING:
    from app.models.budgets.budget import Budget
    from app.models.budgets.vehicle_use import VehicleUse
    from app.models.meetings.meeting import Meeting
    from app.models.outreach.project import Project
    from app.models.people.staff import Staff
    from app.models.reception.reception import Reception


class Expense(Record):
    """One payment."""

    __tablename__ = "expense"
    __table_args__ = (Index(None, "invoice"),)

    date: Mapped[Day]
    voucher: Mapped[Line | None]
    budget_id: Mapped[int] = link("budget")
    summary: Mapped[Line]
    payee: Mapped[Line | None]
    invoice: Mapped[Line | None]
    amount: Mapped[SignedMoney]
    payment: Mapped[str] = choice("公务卡", "转账", "国库集中支付", "现金")
    nature: Mapped[str] = choice(
        "办公用品",
        "通用设备",
        "通讯费",
        "印刷",
        "水电",
        "接待",
        "会议",
        "培训",
        "差旅",
        "租车",
        "车辆运行",
        "维修",
        "环境绿化",
        "劳务保洁",
        "文体活动",
        "其他",
    )
    handler_id: Mapped[int | None] = link("staff")
    approver_id: Mapped[int | None] = link("staff")
    quantity: Mapped[Number | None]
    unit: Mapped[Line | None]
    purchase: Mapped[str | None] = choice("统一采购", "自行采购", "不涉及")
    reception_id: Mapped[int | None] = link("reception")
    meeting_id: Mapped[int | None] = link("meeting")
    vehicle_use_id: Mapped[int | None] = link("vehicle_use")
    project_id: Mapped[int | None] = link("project")
    budget: Mapped[Budget] = relationship(foreign_keys=[budget_id])
    handler: Mapped[Staff | None] = relationship(foreign_keys=[handler_id])
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])
    reception: Mapped[Reception | None] = relationship(foreign_keys=[reception_id])
    meeting: Mapped[Meeting | None] = relationship(foreign_keys=[meeting_id])
    vehicle_use: Mapped[VehicleUse | None] = relationship(foreign_keys=[vehicle_use_id])
    project: Mapped[Project | None] = relationship(foreign_keys=[project_id])


def running(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, Decimal]:
    """累计支出 of the budget line up to and with each payment, in the order of day and entry; in yuan."""
    earlier = aliased(Expense)
    upto = or_(earlier.date < Expense.date, and_(earlier.date == Expense.date, earlier.id <= Expense.id))
    found = (
        select(Expense.id, func.sum(earlier.amount).label("amount"))
        .join(earlier, and_(earlier.budget_id == Expense.budget_id, earlier.trashed_at.is_(None), upto))
        .where(Expense.id.in_(ids))
    )
    return {row.id: row.amount for row in connection.execute(found.group_by(Expense.id))}


def balance(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, Decimal]:
    """预算余额 after each payment: 预算数 plus 调整数 less 累计支出, in yuan."""
    from app.models.budgets.budget import Budget

    paid = running(connection, ids, around)
    found = select(Expense.id, Budget.amount, Budget.adjusted).join(Budget, Budget.id == Expense.budget_id)
    lines = connection.execute(found.where(Expense.id.in_(ids)))
    return {payment: amount + (adjusted or 0) - paid.get(payment, Decimal(0)) for payment, amount, adjusted in lines}


def linked(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, str]:
    """关联事项: what the payment was for, as the registers call it."""
    from app.models.budgets.vehicle_use import VehicleUse
    from app.models.meetings.meeting import Meeting
    from app.models.outreach.project import Project
    from app.models.reception.reception import Reception

    found = (
        select(
            Expense.id,
            Reception.date,
            Reception.guest_unit,
            Meeting.date,
            Meeting.title,
            VehicleUse.date,
            VehicleUse.destination,
            Project.title,
        )
        .outerjoin(Reception, Reception.id == Expense.reception_id)
        .outerjoin(Meeting, Meeting.id == Expense.meeting_id)
        .outerjoin(VehicleUse, VehicleUse.id == Expense.vehicle_use_id)
        .outerjoin(Project, Project.id == Expense.project_id)
        .where(Expense.id.in_(ids))
    )
    named = {}
    for payment, received, unit, met, title, driven, place, project in connection.execute(found):
        parts = [f"接待 {received} {unit}"] * bool(unit) + [f"会议 {met} {title}"] * bool(title)
        parts += [f"用车 {driven} {place}"] * bool(place) + [f"项目 {project}"] * bool(project)
        named[payment] = "；".join(parts)
    return named


EXPENSE = Register(
    Expense,
    key="expense",
    label="支出",
    title=Expense.summary,
    sections=(
        Section(
            "支出",
            (
                Field(Expense.date, "日期", listed=True),
                Field(Expense.voucher, "凭证号", listed=True, searched=True),
                Field(Expense.budget, "预算项目", listed=True, searched=True),
                Field(Expense.summary, "摘要", listed=True, searched=True),
                Field(Expense.payee, "收款单位", listed=True, searched=True),
                Field(Expense.invoice, "发票号码", listed=True, searched=True),
                Field(Expense.amount, "金额(元)", unit="元", listed=True),
                Field(Derived("running", MoneyKind(), running), "累计支出(元)", unit="元", listed=True, auto=True),
                Field(
                    Derived("balance", MoneyKind(negative=True), balance),
                    "预算余额(元)",
                    unit="元",
                    listed=True,
                    auto=True,
                ),
                Field(Expense.payment, "支付方式", listed=True),
                Field(Expense.nature, "实际用途", listed=True),
                Field(Expense.handler, "经办人", listed=True),
                Field(Expense.approver, "审批人", listed=True),
                Field(Derived("linked", LineKind(), linked), "关联事项", listed=True, auto=True),
            ),
        ),
        Section(
            "采购与对应事项",
            (
                Field(Expense.quantity, "数量"),
                Field(Expense.unit, "单位"),
                Field(Expense.purchase, "采购方式"),
                Field(Expense.reception, "对应接待"),
                Field(Expense.meeting, "对应会议"),
                Field(Expense.vehicle_use, "对应用车"),
                Field(Expense.project, "对应项目"),
            ),
        ),
    ),
    dated=Expense.date,
    landscape=True,
    purpose="登记每笔支出的预算项目、金额和用途，累计支出和预算余额自动计算，超预算时提醒。",
)
