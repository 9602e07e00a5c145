"""Limits on budget lines and on spending (经费)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import extract, func, or_, select

from app.models.budgets.budget import Budget
from app.models.budgets.expense import Expense
from app.models.budgets.supply import Supply
from app.rules.periods import Span, month_of, same_day
from app.rules.rule import (
    Names,
    Remark,
    Standing,
    State,
    Tally,
    at_least,
    at_most,
    broken,
    fields,
    over_year,
    quota,
    rule,
    told,
    yuan,
)
from app.rules.scope import Scope
from app.rules.views import View

NOTHING = Decimal("0.00")


def spent(scope: Scope, *conditions: Any) -> Decimal:
    """What expenses that meet the conditions add up to."""
    asked = select(func.sum(Expense.amount)).where(Expense.trashed_at.is_(None), *conditions)
    found: Decimal | None = scope.connection.execute(asked).scalar()
    return NOTHING if found is None else found


def spent_by_line(scope: Scope) -> Mapping[int, Decimal]:
    """Budget line → what is spent of it; with an expense at hand, of its line alone and with it counted in."""
    hand = scope.hand
    if hand is None:
        asked = select(Expense.budget_id, func.sum(Expense.amount)).where(
            Expense.trashed_at.is_(None), Expense.date <= scope.day
        )
        return {row[0]: row[1] for row in scope.connection.execute(asked.group_by(Expense.budget_id))}
    if hand.register == "budget":
        return {hand.view.id: spent(scope, Expense.budget_id == hand.view.id)}
    others = spent(scope, Expense.budget_id == hand.view.budget, Expense.id != hand.view.id)
    return {hand.view.budget: others + (hand.view.amount or 0)}


def lines_asked(scope: Scope) -> list[View]:
    """The budget lines of the year, or the one that the record at hand concerns."""
    if scope.hand is None:
        return scope.records("budget")
    if scope.hand.register == "budget":
        return [scope.hand.view] if scope.hand.view.id and scope.hand.view.amount is not None else []
    line = scope.linked("budget", scope.hand.view.budget)
    return [line] if line is not None else []


def spending_state(paid: Decimal, whole: Decimal, near: int) -> State:
    """Above the whole broken; from so many per cent of it near."""
    if paid > whole:
        return "broken"
    return "near" if paid > 0 and paid * 100 >= whole * near else "met"


@over_year(
    "budget.not_exceeded",
    told("实施细则 第17条", "stop", "必须", "每个预算项目", "经费支出不超过预算。", seed="001", per="year"),
    fields(Budget.amount, Budget.adjusted, Budget.year, Budget.name, Expense.amount, Expense.date, Expense.budget),
    typed=("expense", "budget"),
)
def spending_stays_within_the_budget(scope: Scope, *, near: int = 90) -> Iterator[Standing]:
    """Each line spends at most its amount and what was added; spending exactly all passes (第17条)."""
    paid = spent_by_line(scope)
    for line in lines_asked(scope):
        whole, used = line.amount + (line.adjusted or 0), paid.get(line.id, NOTHING)
        state = spending_state(used, whole, near)
        said = f"超支{yuan(used - whole)}" if state == "broken" else f"还剩{yuan(whole - used)}"
        what = f"{line.name}已支出{yuan(used)}，预算{yuan(whole)}，{said}"
        do = "请先办理预算调整" if state == "broken" else ""
        own = (("budget", line.id),)
        yield Standing(str(line.name), f"{line.year}年", state, what, do, used, whole, own, "amount")
    yield from expenses_of_other_years(scope)


def expenses_of_other_years(scope: Scope) -> Iterator[Standing]:
    """Expenses whose day lies in another year than their budget line."""
    asked = (
        select(Expense.id, Expense.date, Expense.summary, Expense.amount, Budget.name, Budget.year)
        .join(Budget, Budget.id == Expense.budget_id)
        .where(Expense.trashed_at.is_(None), extract("year", Expense.date) != Budget.year, Expense.date <= scope.day)
    )
    if scope.hand is None:
        within = Expense.date.between(scope.span.start, scope.span.end)
        rows: list[tuple[Any, ...]] = [
            tuple(row) for row in scope.connection.execute(asked.where(or_(within, Budget.year == scope.year)))
        ]
    else:
        view = scope.hand.view
        line = scope.linked("budget", view.budget) if scope.hand.register == "expense" else None
        other = line is not None and view.date is not None and view.date.year != line.year
        rows = [(view.id, view.date, view.summary, view.amount, line.name, line.year)] if line and other else []
    for record, day, summary, paid, name, year in rows:
        what = f"{day}的支出列在{year}年的「{name}」"
        own = (("expense", record),)
        yield Standing(str(summary or ""), str(day), "broken", what, "请改列当年的预算项目", paid, None, own, "budget")


@over_year(
    "budget.three_public",
    told(
        "机关事务管理条例 第7条",
        "meter",
        "必须",
        "三公经费",
        "三公经费不超过预算，公务接待费实行总额控制。",
        source="国务院令第621号",
        per="year",
    ),
    fields(Budget.three_public, Budget.year, Budget.amount, Budget.adjusted, Expense.amount),
)
def three_public_stays_within_the_budget(scope: Scope, *, near: int = 90) -> Iterator[Standing]:
    """Each kind of 三公经费 spends at most what is planned; spent without a plan is broken."""
    asked = select(Budget.three_public, func.sum(Expense.amount)).join(Budget, Budget.id == Expense.budget_id)
    within = Expense.date.between(scope.span.start, scope.span.upto(scope.day)), Expense.trashed_at.is_(None)
    paid = {row[0]: row[1] for row in scope.connection.execute(asked.where(*within).group_by(Budget.three_public))}
    planned: dict[str, Decimal] = {}
    for line in scope.records("budget"):
        planned[line.three_public] = planned.get(line.three_public, NOTHING) + line.amount + (line.adjusted or 0)
    for kind in ("公务接待费", "公务用车购置", "公务用车运行维护", "因公出国(境)"):
        whole, used = planned.get(kind, NOTHING), paid.get(kind, NOTHING)
        if not whole and not used:
            yield Standing(kind, scope.span.label, "unknown", value=used)
            continue
        what = f"{kind}已支出{yuan(used)}，预算{yuan(whole)}"
        yield Standing(kind, scope.span.label, spending_state(used, whole, near), what, "请控制支出", used, whole)


@over_year(
    "budget.special_line",
    told("创建汇报 一(四)", "warn", "必须", "创建经费", "创建经费列入年度预算，专项列支。", seed="003", per="year"),
    fields(Budget.year, Budget.name, Budget.special, Budget.amount),
)
def the_campaign_has_a_line_of_its_own(scope: Scope, *, words: Names = ("创建",)) -> Iterator[Standing]:
    """The year has a special budget line for the campaign."""
    lines = [
        line
        for line in scope.records("budget")
        if line.special and line.amount > 0 and any(word in line.name for word in words)
    ]
    state = at_least(len(lines), 1, scope.span.end, scope.day)
    what = f"{scope.span.label}预算没有「{'、'.join(words)}」专项列支"
    own = tuple(("budget", line.id) for line in lines)
    yield Standing("镇", scope.span.label, state, what, "请列入年度预算", len(lines), 1, own)


@rule(
    "expense.office_supplies_only",
    told("实施细则 第17条", "stop", "禁止", "办公用品科目", "严禁以办公用品名义列支其他费用。", seed="001"),
    fields(Expense.budget, Expense.summary, Expense.nature, Budget.name),
)
def office_supplies_are_office_supplies(
    expense: View, scope: Scope, *, words: Names = ("办公用品",)
) -> Iterator[Remark]:
    """Nothing else is paid for under the name of office supplies (第17条)."""
    line = scope.linked("budget", expense.budget)
    named = [word for word in words if word in (expense.summary or "") or (line is not None and word in line.name)]
    if named and expense.nature is not None and expense.nature != "办公用品":
        what = f"以{named[0]}名义列支，实际用途为{expense.nature}"
        yield broken(what, "请改列相应科目", "nature")


def phone_costs(scope: Scope, span: Span) -> Iterator[Tally]:
    """Telephone costs of a month."""
    found = [expense for expense in scope.within("expense", span) if expense.nature == "通讯费"]
    total = sum((expense.amount or NOTHING for expense in found), NOTHING)
    yield Tally("通讯费用", total, tuple(("expense", expense.id) for expense in found))


PHONE_COSTS = quota(
    "expense.phone_limit",
    told("实施细则 第17条", "meter", "必须", "通讯费用", "严格控制通讯费用支出。", seed="001", per="month"),
    fields(Expense.nature, Expense.amount, Expense.date),
    parameters={"limit": None},
    needs=("limit",),
    counted=phone_costs,
    label="通讯费",
    unit="元",
    at_most="limit",
    field="amount",
)


@over_year(
    "expense.card",
    told("实施细则 第18条", "meter", "提倡", "公务支出", "加快推进公务卡制度。", seed="001", per="year"),
    fields(Expense.payment, Expense.amount, Expense.date),
    needs=("limit",),
)
def the_official_card_is_used(scope: Scope, *, limit: Decimal | None = None) -> Iterator[Standing]:
    """The share paid by 公务卡 is at least so many per cent (第18条)."""
    within = Expense.date.between(scope.span.start, scope.span.upto(scope.day))
    total, card = spent(scope, within), spent(scope, within, Expense.payment == "公务卡")
    if limit is None or not total:
        yield Standing("镇", scope.span.label, "unknown")
        return
    share, least = card * 100 / total, Decimal(str(limit))
    state = at_least(share, least, scope.span.end, scope.day)
    what = f"公务卡支付{share:.1f}%，应达到{least}%"
    yield Standing("镇", scope.span.label, state, what, "请推行公务卡支付", round(share, 1), least)


def same_days(scope: Scope) -> tuple[Any, Any]:
    """The days of the year so far, and the same days of last year."""
    first, last = scope.span.start, scope.span.upto(scope.day)
    return Expense.date.between(first, last), Expense.date.between(same_day(first, -1), same_day(last, -1))


@over_year(
    "expense.saving",
    told("系统创建汇报 三(八)", "meter", "必须", "机关", "机关经费比上年节约5%以上。", seed="003", per="year"),
    fields(Expense.amount, Expense.date),
)
def spending_falls(scope: Scope, *, limit: int = 5) -> Iterator[Standing]:
    """Spending is at least five per cent below that of the same days last year; exactly five passes."""
    now, then = (spent(scope, days) for days in same_days(scope))
    if not then:
        yield Standing("镇", scope.span.label, "unknown", value=now)
        return
    saved = (then - now) * 100 / then
    state = at_least(saved, limit, scope.span.end, scope.day)
    change = f"下降{saved:.1f}%" if saved >= 0 else f"增长{-saved:.1f}%"
    what = f"支出{yuan(now)}，上年同期{yuan(then)}，{change}，应下降{limit}%以上"
    yield Standing("镇", scope.span.label, state, what, "请压缩支出", round(saved, 1), limit)


@over_year(
    "expense.cleaning_fee",
    told("创建汇报 四(一)", "warn", "必须", "专职保洁人员", "保洁费每月300元。", seed="003", per="month"),
    fields(Expense.nature, Expense.summary, Expense.payee, Expense.amount, Expense.date),
)
def cleaners_are_paid_alike(scope: Scope, *, monthly: int = 300, words: Names = ("保洁",)) -> Iterator[Standing]:
    """Each cleaner is paid three hundred yuan a month."""
    by_payee: dict[tuple[int, str], list[View]] = {}
    for expense in scope.records("expense"):
        if expense.nature == "劳务保洁" and any(word in expense.summary for word in words):
            by_payee.setdefault((expense.date.month, expense.payee or ""), []).append(expense)
    for (month, payee), expenses in by_payee.items():
        span, paid = month_of(scope.year, month), sum((each.amount for each in expenses), NOTHING)
        running = paid < monthly and scope.day <= span.end
        state: State = "met" if paid == monthly else "near" if running else "broken"
        what = f"{payee or '未填收款人'}{span.label}保洁费{yuan(paid)}，应为{yuan(Decimal(monthly))}"
        own = tuple(("expense", each.id) for each in expenses)
        yield Standing(payee, span.label, state, what, "请核对", paid, monthly, own)


@over_year(
    "expense.hire",
    told("实施细则 第19条", "meter", "必须", "租车费用", "严格控制租车费用。", seed="001", per="year"),
    fields(Expense.nature, Expense.amount, Expense.date),
)
def hired_cars_cost_no_more(scope: Scope, *, limit: Decimal | None = None) -> Iterator[Standing]:
    """Hired cars cost at most what the office set, or what they cost on the same days last year (第19条)."""
    days, days_before = same_days(scope)
    now = spent(scope, days, Expense.nature == "租车")
    if limit is None and not spent(scope, days_before):
        yield Standing("镇", scope.span.label, "unknown", value=now)
        return
    most = Decimal(str(limit)) if limit is not None else spent(scope, days_before, Expense.nature == "租车")
    named = "上限" if limit is not None else "上年同期"
    what = f"租车费用{yuan(now)}，{named}{yuan(most)}"
    yield Standing("镇", scope.span.label, at_most(now, most), what, "请控制租车", now, most)


@rule(
    "supply.central_purchase",
    told("实施细则 第17条", "stop", "必须", "通用办公设备", "通用办公设备统一采购。", seed="001"),
    fields(Expense.nature, Expense.purchase),
)
def common_equipment_is_bought_together(expense: View, scope: Scope) -> Iterator[Remark]:
    """Common equipment is bought through the common purchase (第17条)."""
    if expense.nature == "通用设备" and expense.purchase != "统一采购":
        yield broken("通用设备不是统一采购", "请办理统一采购并选择采购方式", "purchase")


@common_equipment_is_bought_together.also(fields(Supply.kind, Supply.action, Supply.purchase))
def common_equipment_in_stock_is_bought_together(supply: View, scope: Scope) -> Iterator[Remark]:
    """The same for what enters the stock (第17条)."""
    if supply.kind == "通用设备" and supply.action == "购入" and supply.purchase != "统一采购":
        yield broken("通用设备不是统一采购", "请办理统一采购并选择采购方式", "purchase")
