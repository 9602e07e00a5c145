"""Figures of budgets, spending and income (经费), the three public expenses (三公经费) among them."""

from __future__ import annotations

from app.figures.conditions import differs, equals, filled, yes
from app.figures.declaring import average, different, growth, minus, ratio, total
from app.figures.figure import BY_UNIT, Figure
from app.figures.paths import exactly, of
from app.models.budgets.budget import Budget
from app.models.budgets.expense import Expense
from app.models.budgets.income import Income

THREE_PUBLIC_LINE = of(Expense.budget, Budget.three_public)
LINE = of(Expense.budget, Budget.name)

BUDGETS_PLANNED = Figure(
    "budgets.planned",
    "预算总额",
    unit="元",
    of=total(Budget.amount, Budget.adjusted),
    dated=Budget.year,
    by=(Budget.item, Budget.name, Budget.three_public, Budget.special),
)
EXPENSES_TOTAL = Figure(
    "expenses.total",
    "支出总额",
    unit="元",
    of=total(Expense.amount),
    dated=Expense.date,
    by=(
        of(Expense.budget, Budget.item),
        LINE,
        THREE_PUBLIC_LINE,
        Expense.nature,
        Expense.payment,
        Expense.summary,
        Expense.payee,
        Expense.campaign,
    ),
)
BUDGETS_LEFT = Figure("budgets.left", "预算结余", unit="元", of=minus(BUDGETS_PLANNED, EXPENSES_TOTAL))
EXPENSES_SPECIAL = Figure(
    "expenses.special",
    "专项列支经费",
    unit="元",
    of=total(Expense.amount),
    where=yes(of(Expense.budget, Budget.special)),
    dated=Expense.date,
    by=(LINE, Expense.campaign),
)
EXPENSES_AVERAGE = Figure(
    "expenses.average",
    "单笔平均支出",
    unit="元",
    of=average(Expense.amount),
    dated=Expense.date,
    by=(Expense.nature, Expense.payee, Expense.summary),
)
EXPENSES_PAYEES = Figure(
    "expenses.payees",
    "收款单位(人)个数",
    unit="个",
    of=different(Expense.payee),
    dated=Expense.date,
    by=(Expense.nature, Expense.summary),
)
EXPENSES_QUANTITY = Figure(
    "expenses.quantity",
    "支出对应数量",
    unit=BY_UNIT,
    of=total(Expense.quantity),
    where=filled(Expense.unit),
    dated=Expense.date,
    by=(exactly(Expense.unit), Expense.nature, Expense.summary),
    needs=("unit",),
    measured_in=Expense.unit,
)
EXPENSES_GROWTH = Figure("expenses.growth", "支出比上年增减比例", unit="%", of=growth(EXPENSES_TOTAL))
EXPENSES_BY_CARD = Figure(
    "expenses.by_card",
    "公务卡支付金额",
    unit="元",
    of=total(Expense.amount),
    where=equals(Expense.payment, "公务卡"),
    dated=Expense.date,
)
EXPENSES_CARD_SHARE = Figure(
    "expenses.card_share", "公务卡支付比例", unit="%", of=ratio(EXPENSES_BY_CARD, EXPENSES_TOTAL)
)

INCOME_TOTAL = Figure(
    "income.total",
    "收入总额",
    unit="元",
    of=total(Income.amount),
    dated=Income.date,
    by=(Income.source, Income.summary),
)
INCOME_BALANCE = Figure("income.balance", "收支相抵余额", unit="元", of=minus(INCOME_TOTAL, EXPENSES_TOTAL))

THREE_PUBLIC_PLANNED = Figure(
    "three_public.planned",
    "三公经费预算数",
    unit="元",
    of=total(Budget.amount, Budget.adjusted),
    where=differs(Budget.three_public, "非三公"),
    dated=Budget.year,
    by=(Budget.three_public,),
)
THREE_PUBLIC_SPENT = Figure(
    "three_public.spent",
    "三公经费支出",
    unit="元",
    of=total(Expense.amount),
    where=differs(THREE_PUBLIC_LINE, "非三公"),
    dated=Expense.date,
    by=(THREE_PUBLIC_LINE,),
)
THREE_PUBLIC_RATE = Figure(
    "three_public.rate", "三公经费预算执行率", unit="%", of=ratio(THREE_PUBLIC_SPENT, THREE_PUBLIC_PLANNED)
)
THREE_PUBLIC_GROWTH = Figure("three_public.growth", "三公经费比上年增减", unit="%", of=growth(THREE_PUBLIC_SPENT))
