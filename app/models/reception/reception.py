"""Official reception (公务接待), with guests (来宾), activities (公务活动) and companions."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Moment, Money, Record, Row, Whole, YesNo, choice, link, parent, rows_of
from app.models.register import Field, Misfit, Numbered, Register, Section, Surroundings, Values

if TYPE_CHECKING:
    from app.models.budgets.budget import Budget
    from app.models.documents.incoming import Incoming
    from app.models.people.office import Office
    from app.models.people.staff import Staff


class Reception(Record):
    """One reception, from the letter to the settled account."""

    __tablename__ = "reception"

    date: Mapped[Day]
    guest_unit: Mapped[Line]
    lead_guest: Mapped[Line | None]
    guests_count: Mapped[Whole]
    purpose: Mapped[Line]
    letter_no: Mapped[Line | None]
    letter_in_id: Mapped[int | None] = link("incoming")
    meals: Mapped[Whole | None]
    meal_place: Mapped[str] = choice("不用餐", "单位食堂", "其他")
    companions: Mapped[Whole | None]
    standard: Mapped[Money | None]
    total: Mapped[Money | None]
    per_head: Mapped[Money | None]
    approver_id: Mapped[int | None] = link("staff")
    handler_id: Mapped[int | None] = link("staff")
    applied: Mapped[Day | None]
    end: Mapped[Day | None]
    office_id: Mapped[int | None] = link("office")
    letter_date: Mapped[Day | None]
    kind: Mapped[str | None] = choice(
        "会议", "上级检查", "调研指导", "学习交流", "执行任务", "请示汇报", "招商洽谈", "其他"
    )
    origin: Mapped[str | None] = choice("县内", "县外市内", "市外", "省外")
    host_id: Mapped[int | None] = link("staff")
    place: Mapped[Line | None]
    site: Mapped[str | None] = choice("镇机关", "村(社区)", "企业")
    meal_cost: Mapped[Money | None]
    lodging_cost: Mapped[Money | None]
    lodging_place: Mapped[Line | None]
    other_cost: Mapped[Money | None]
    guest_paid: Mapped[Money | None]
    alcohol: Mapped[YesNo | None]
    tobacco: Mapped[YesNo | None]
    escort: Mapped[YesNo | None]
    slogans: Mapped[YesNo | None]
    major: Mapped[YesNo | None]
    plan_approved: Mapped[Day | None]
    approved: Mapped[Day | None]
    budget_id: Mapped[int | None] = link("budget")
    payment: Mapped[str | None] = choice("公务卡", "转账", "现金", "未支付")
    list_no: Mapped[Whole | None]
    list_signed: Mapped[Day | None]
    settled: Mapped[Day | None]
    status: Mapped[str] = choice("申请", "已审批", "已接待", "已结算", "已取消")
    letter_in: Mapped[Incoming | None] = relationship(foreign_keys=[letter_in_id])
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])
    handler: Mapped[Staff | None] = relationship(foreign_keys=[handler_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    host: Mapped[Staff | None] = relationship(foreign_keys=[host_id])
    budget: Mapped[Budget | None] = relationship(foreign_keys=[budget_id])
    guests: Mapped[list[ReceptionGuest]] = rows_of("ReceptionGuest")
    activities: Mapped[list[ReceptionActivity]] = rows_of("ReceptionActivity")
    escorts: Mapped[list[ReceptionEscort]] = rows_of("ReceptionEscort")


class ReceptionGuest(Row):
    """One row of 来宾."""

    __tablename__ = "reception_guests"

    reception_id: Mapped[int] = parent("reception")
    name: Mapped[Line]
    unit: Mapped[Line | None]
    post: Mapped[Line | None]
    phone: Mapped[Line | None]


class ReceptionActivity(Row):
    """One row of 公务活动."""

    __tablename__ = "reception_activities"

    reception_id: Mapped[int] = parent("reception")
    content: Mapped[Line]
    time: Mapped[Moment | None]
    place: Mapped[Line | None]


class ReceptionEscort(Row):
    """One row of 陪同和工作保障人员."""

    __tablename__ = "reception_escorts"

    reception_id: Mapped[int] = parent("reception")
    name: Mapped[Line]
    post: Mapped[Line | None]
    role: Mapped[str] = choice("陪同", "陪餐", "工作保障")


def work_out(values: Values, around: Surroundings) -> None:
    """合计 adds meals, lodging and other costs; 人均餐费 divides the meals by people at table and meals taken."""
    costs = [values.get(key) for key in ("meal_cost", "lodging_cost", "other_cost")]
    known = [cost for cost in costs if cost is not None]
    values["total"] = sum(known, Decimal(0)) if known else None
    people = (values.get("guests_count") or 0) + (values.get("companions") or 0)
    meal_cost = values.get("meal_cost")
    values["per_head"] = None
    if meal_cost is not None and people:
        share = meal_cost / people / (values.get("meals") or 1)
        values["per_head"] = share.quantize(Decimal("0.01"), ROUND_HALF_UP)


def numbers(values: Values) -> Iterator[Numbered]:
    """清单号 runs 1…n in the year, and is taken once the reception has been held."""
    if values.get("status") in ("已接待", "已结算") or values.get("list_no"):
        yield "list_no", "reception_list", values["date"].year


def check(values: Values) -> Iterator[Misfit]:
    """结束日期 does not lie before 日期."""
    if values.get("date") and values.get("end") and values["end"] < values["date"]:
        yield "end", "结束日期早于日期，请检查这两个日期。"


RECEPTION = Register(
    Reception,
    key="reception",
    label="公务接待",
    title=Reception.guest_unit,
    sections=(
        Section(
            "接待登记",
            (
                Field(Reception.date, "日期", listed=True),
                Field(Reception.guest_unit, "来宾单位", listed=True, searched=True),
                Field(Reception.lead_guest, "主要来宾及职务", listed=True, searched=True),
                Field(Reception.guests_count, "来宾人数", unit="人", listed=True),
                Field(Reception.purpose, "公务事由", listed=True, searched=True),
                Field(Reception.letter_no, "公函文号", help="没有公函的不予接待", listed=True, searched=True),
                Field(Reception.letter_in, "公函收文"),
                Field(Reception.meals, "用餐次数", unit="餐", listed=True),
                Field(Reception.meal_place, "用餐地点", listed=True),
                Field(
                    Reception.companions,
                    "陪餐人数",
                    help="10 人以内不超过 3 人，超过 10 人不超过三分之一",
                    unit="人",
                    listed=True,
                ),
                Field(Reception.standard, "餐费标准(元/人)", help="本单位一人一餐的标准", unit="元/人", listed=True),
                Field(Reception.total, "合计(元)", unit="元", listed=True, auto=True),
                Field(Reception.per_head, "人均餐费(元)", unit="元", listed=True, auto=True),
                Field(Reception.approver, "审批人", listed=True),
                Field(Reception.handler, "经办人", listed=True),
            ),
        ),
        Section(
            "申请与安排",
            (
                Field(Reception.applied, "申请日期"),
                Field(Reception.end, "结束日期"),
                Field(Reception.office, "承办机构"),
                Field(Reception.letter_date, "公函日期"),
                Field(Reception.kind, "类别"),
                Field(Reception.origin, "来宾来源"),
                Field(Reception.host, "接待负责人"),
                Field(Reception.place, "接待场所"),
                Field(Reception.site, "接待地类别"),
            ),
        ),
        Section(
            "费用",
            (
                Field(Reception.meal_cost, "餐费(元)", unit="元"),
                Field(Reception.lodging_cost, "住宿费(元)", unit="元"),
                Field(Reception.lodging_place, "住宿地点"),
                Field(Reception.other_cost, "其他费用(元)", unit="元"),
                Field(Reception.guest_paid, "来宾缴纳生活费(元)", unit="元"),
            ),
        ),
        Section(
            "规定事项",
            (
                Field(Reception.alcohol, "饮酒"),
                Field(Reception.tobacco, "提供香烟"),
                Field(Reception.escort, "辖区迎送"),
                Field(Reception.slogans, "张贴欢迎标语"),
                Field(Reception.major, "重大接待"),
            ),
        ),
        Section(
            "审批与结算",
            (
                Field(Reception.plan_approved, "接待方案批准日期"),
                Field(Reception.approved, "审批日期"),
                Field(Reception.budget, "预算项目"),
                Field(Reception.payment, "支付方式"),
                Field(Reception.list_no, "清单号", searched=True, auto=True),
                Field(Reception.list_signed, "清单签字日期"),
                Field(Reception.settled, "结算日期"),
                Field(Reception.status, "状态"),
                Field(
                    Reception.guests,
                    "来宾",
                    columns=(
                        Field(ReceptionGuest.name, "姓名"),
                        Field(ReceptionGuest.unit, "单位"),
                        Field(ReceptionGuest.post, "职务"),
                        Field(ReceptionGuest.phone, "联系电话"),
                    ),
                ),
                Field(
                    Reception.activities,
                    "公务活动",
                    columns=(
                        Field(ReceptionActivity.content, "活动项目"),
                        Field(ReceptionActivity.time, "时间"),
                        Field(ReceptionActivity.place, "场所"),
                    ),
                ),
                Field(
                    Reception.escorts,
                    "陪同和工作保障人员",
                    columns=(
                        Field(ReceptionEscort.name, "姓名"),
                        Field(ReceptionEscort.post, "职务"),
                        Field(ReceptionEscort.role, "分工"),
                    ),
                ),
            ),
        ),
    ),
    dated=Reception.date,
    landscape=True,
    purpose="登记公函、来宾、陪餐、用餐和费用，陪餐人数、公函和标准按规定检查，接待清单直接打印。",
    work_out=work_out,
    check=check,
    numbers=numbers,
)
