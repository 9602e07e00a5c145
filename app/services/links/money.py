"""Links of money: receptions, meetings and rides lead to their expenses, and guests' payments to the income."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import select

from app.models.budgets.budget import Budget
from app.models.register import Values
from app.services.links.link import CannotFollow, Link, Origin, line

PAYMENTS = ("公务卡", "转账", "国库集中支付", "现金")


def reception_expense(origin: Origin) -> Values:
    """登记支出: what of the reception is not yet entered, on its budget line, with who handled and who approved it."""
    if origin.get("status") == "已取消":
        raise CannotFollow("这次接待已经取消，不能登记支出。")
    day = origin.get("settled") or origin.day_beside(origin.get("date"))
    persons = f"{origin.get('guests_count')}人" if origin.get("guests_count") else ""
    payment = origin.get("payment")
    return {
        **origin.taken(handler="handler", approver="approver"),
        "date": day,
        "budget": origin.get("budget") or budget_line(origin, day.year, Budget.three_public == "公务接待费"),
        "summary": line(f"接待{origin.get('guest_unit')}{persons}（{origin.get('purpose')}）"),
        "amount": left_to_enter(origin, "expense", "reception", origin.get("total")),
        "payment": payment if payment in PAYMENTS else None,
        "nature": "接待",
        "reception": origin.id,
    }


def reception_income(origin: Origin) -> Values:
    """登记缴费: what the guests paid for their meals (来宾缴纳生活费)."""
    unit = origin.get("guest_unit")
    return {
        **origin.taken(payer="guest_unit"),
        "date": origin.get("end") or origin.get("date"),
        "source": "来宾缴纳生活费",
        "summary": line(f"{unit}来宾缴纳生活费"),
        "amount": left_to_enter(origin, "income", "reception", origin.get("guest_paid")),
        "reception": origin.id,
    }


def meeting_expense(origin: Origin) -> Values:
    """登记支出: what the meeting cost and is not yet entered."""
    if origin.get("status") in ("未批准", "已取消"):
        raise CannotFollow(f"这次会议{origin.get('status')}，不能登记支出。")
    day = origin.day_beside(origin.get("date"))
    return {
        **origin.taken(handler="applicant", approver="approver"),
        "date": day,
        "budget": budget_line(origin, day.year, Budget.name.contains("会议")),
        "summary": line(f"{origin.get('title')}会议费"),
        "amount": left_to_enter(origin, "expense", "meeting", origin.get("cost")),
        "nature": "会议",
        "meeting": origin.id,
    }


def ride_expense(origin: Origin) -> Values:
    """登记支出: what a ride or a hired car cost and is not yet entered."""
    hired, day = origin.get("kind") == "租用车辆", origin.day_beside(origin.get("date"))
    what = "租车" if hired else "用车"
    return {
        **origin.taken(handler="user", approver="approver"),
        "date": day,
        "budget": budget_line(origin, day.year, Budget.three_public == "公务用车运行维护"),
        "summary": line(f"{what}前往{origin.get('destination')}（{origin.get('purpose')}）"),
        "amount": left_to_enter(origin, "expense", "vehicle_use", origin.get("cost")),
        "nature": "租车" if hired else "车辆运行",
        "vehicle_use": origin.id,
    }


def left_to_enter(origin: Origin, register: str, key: str, whole: Decimal | None) -> Decimal | None:
    """What of an amount no record of the register holds yet; CannotFollow where all of it is entered."""
    if whole is None:
        return None
    entered = sum((row.amount for row in origin.known_to(register, key, "amount")), Decimal(0))
    if entered and entered >= whole:
        raise CannotFollow(f"{entered:,.2f} 元已经全部登记，没有剩下的金额。")
    return whole - entered


def budget_line(origin: Origin, year: int, condition: Any) -> int | None:
    """The one budget line of the year for which the condition holds; None for none or several."""
    asked = select(Budget.id).where(Budget.year == year, Budget.trashed_at.is_(None), condition)
    found = list(origin.connection.execute(asked.limit(2)).scalars())
    return found[0] if len(found) == 1 else None


MONEY = (
    Link(
        "reception.expense",
        "登记支出",
        "reception",
        "expense",
        reception_expense,
        learns=(("payment", "payment"), ("budget", "budget")),
    ),
    Link(
        "reception.income",
        "登记来宾缴费",
        "reception",
        "income",
        reception_income,
        learns=(("guest_paid", "amount"),),
    ),
    Link("meeting.expense", "登记支出", "meeting", "expense", meeting_expense, learns=(("cost", "amount"),)),
    Link("vehicle_use.expense", "登记支出", "vehicle_use", "expense", ride_expense, learns=(("cost", "amount"),)),
)
