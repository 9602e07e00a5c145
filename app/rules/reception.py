"""Limits on official reception (公务接待)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from sqlalchemy import func, select

from app.models.budgets.budget import Budget
from app.models.budgets.expense import Expense
from app.models.reception.reception import Reception
from app.rules.documents import due_remarks
from app.rules.rule import MET, UNKNOWN, Remark, broken, fields, near, rule, told, yuan
from app.rules.scope import APPROVED, Scope
from app.rules.views import View

RECEIVED = APPROVED["reception"]
HELD = ("已接待", "已结算")
NO_MEAL = "不用餐"


def days_touch(one: View, other: View) -> bool:
    """True where the days of two receptions overlap or follow each other."""
    apart = max(one.date, other.date) - min(one.end or one.date, other.end or other.date)
    return bool(apart.days <= 1)


@rule(
    "reception.letter",
    told(
        "党政机关国内公务接待管理规定 第7条",
        "stop",
        "必须",
        "公务接待",
        "无公函的公务活动和来访人员一律不予接待。",
        source="中办发〔2013〕22号及2025年厉行节约反对浪费条例第22条",
    ),
    fields(
        Reception.letter_no, Reception.status, Reception.guest_unit, Reception.date, Reception.end, Reception.letter_in
    ),
)
def guests_bring_a_letter(reception: View, scope: Scope) -> Iterator[Remark]:
    """No letter, no reception; one letter serves one matter."""
    if reception.status in RECEIVED and not reception.letter_no and reception.letter_in is None:
        yield broken("没有公函", "无公函的公务活动一律不予接待，请填写公函文号", "letter_no")
        return
    if reception.date is None or reception.status == "已取消":
        return
    for other in scope.alike("reception", "letter_no", reception):
        same = other.guest_unit == reception.guest_unit and other.status != "已取消"
        if same and scope.tells(reception, other) and not days_touch(reception, other):
            what = f"公函「{reception.letter_no}」在{other.date}的接待中已用过"
            yield near(what, "一函一事、一次结算，请核对", "letter_no", kind="warn", others=(("reception", other.id),))


@rule(
    "reception.companions",
    told(
        "党政机关国内公务接待管理规定 第10条",
        "stop",
        "必须",
        "公务接待",
        "接待对象10人以内陪餐不超过3人，超过10人陪餐不超过来宾人数的三分之一。",
        source="中办发〔2013〕22号",
    ),
    fields(Reception.meal_place, Reception.guests_count, Reception.companions),
)
def companions_are_few(
    reception: View, scope: Scope, *, small: int = 10, limit: int = 3, share: int = 3
) -> Iterator[Remark]:
    """Three companions for up to ten guests, a third of the guests above that."""
    guests, companions = reception.guests_count, reception.companions
    if reception.meal_place in (NO_MEAL, None) or guests is None or companions is None:
        return
    most = limit if guests <= small else guests // share
    if companions > most:
        what = f"陪餐{companions}人，来宾{guests}人最多陪餐{most}人"
        yield broken(what, f"请减少{companions - most}人", "companions", companions)


@rule(
    "reception.one_meal",
    told(
        "党政机关国内公务接待管理规定 第10条",
        "stop",
        "必须",
        "公务接待",
        "确因工作需要，可安排工作餐一次。",
        source="中办发〔2013〕22号",
    ),
    fields(Reception.meals, Reception.meal_place),
)
def one_meal_is_given(reception: View, scope: Scope, *, limit: int = 1) -> Iterator[Remark]:
    """One working meal at most; none where nobody eats."""
    meals = reception.meals or 0
    most = 0 if reception.meal_place == NO_MEAL else limit
    if meals > most:
        what = f"用餐{meals}次，用餐地点为{NO_MEAL}" if most == 0 else f"用餐{meals}次，可安排工作餐{most}次"
        yield broken(what, "请核对用餐次数", "meals", meals)


@rule(
    "reception.no_alcohol",
    told(
        "厉行节约反对浪费条例(2025修订)",
        "stop",
        "禁止",
        "公务接待",
        "公务接待工作餐不上酒、不提供香烟。",
        source="2025年5月2日修订",
    ),
    fields(Reception.alcohol, Reception.tobacco),
)
def no_drink_or_cigarettes_are_served(reception: View, scope: Scope) -> Iterator[Remark]:
    """No drink on the table, no cigarettes."""
    if reception.alcohol:
        yield broken("公务接待上酒", "不得上酒", "alcohol")
    if reception.tobacco:
        yield broken("公务接待提供香烟", "不得提供", "tobacco")


@rule(
    "reception.quota",
    told("实施细则 第16条", "stop", "必须", "公务接待", "公务接待实行定额，人均餐费不超过标准。", seed="001"),
    fields(
        Reception.per_head,
        Reception.standard,
        Reception.meal_cost,
        Reception.meals,
        Reception.guests_count,
        Reception.companions,
        Reception.meal_place,
    ),
)
def meals_keep_the_standard(
    reception: View, scope: Scope, *, breakfast: Decimal | None = None, meal: Decimal | None = None
) -> Iterator[Remark]:
    """The meal of one person costs at most the standard, which is at most the office's own (第16条)."""
    if reception.meal_place == NO_MEAL:
        return
    most = next((Decimal(str(each)) for each in (meal, breakfast) if each is not None), None)
    standard = reception.standard if reception.standard is not None else most
    if standard is None or (reception.per_head is None and most is None):
        yield UNKNOWN
        return
    yield MET
    if most is not None and standard > most:
        yield broken(f"餐费标准{yuan(standard)}，本单位标准{yuan(most)}", "请按标准安排", "standard", standard)
    elif reception.per_head is not None and reception.per_head > standard:
        what = f"人均餐费{yuan(reception.per_head)}，标准{yuan(standard)}"
        yield broken(what, "请按标准结算", "meal_cost", reception.per_head)


@rule(
    "reception.list",
    told(
        "党政机关国内公务接待管理规定 第11条",
        "warn",
        "必须",
        "公务接待",
        "接待结束后如实填写接待清单，由相关负责人签字。",
        source="中办发〔2013〕22号及2025年条例",
    ),
    fields(
        Reception.status,
        Reception.guests,
        Reception.activities,
        Reception.escorts,
        Reception.guests_count,
        Reception.companions,
        Reception.list_signed,
        Reception.end,
        Reception.date,
    ),
)
def the_list_is_signed(reception: View, scope: Scope, *, days: int = 5) -> Iterator[Remark]:
    """Guests, activities and companions stand on the list, signed within five working days."""
    if reception.status not in HELD or reception.date is None:
        return
    missing = [named for rows, named in ((reception.guests, "来宾"), (reception.activities, "公务活动")) if not rows]
    if reception.companions and not reception.escorts:
        missing.append("陪同人员")
    guests, last = len(reception.guests), scope.calendar.after_workdays(reception.end or reception.date, days)
    signed = scope.happened(reception.list_signed)
    if missing:
        yield broken(f"接待清单没有填写{'、'.join(missing)}", "请如实填写", "guests")
    elif reception.guests_count is not None and guests > reception.guests_count:
        yield broken(f"清单有来宾{guests}人，登记{reception.guests_count}人", "请核对人数", "guests", guests)
    elif signed is None and reception.status == "已结算":
        yield broken("已结算，接待清单没有签字", "请补签并填写签字日期", "list_signed")
    else:
        if signed is None and scope.day <= last:
            yield near(f"接待清单应在{last}前签字", "请按期签字", "list_signed")
        else:
            yield from due_remarks(scope, last, signed, 0, "签字", "list_signed")


@rule(
    "reception.no_cash",
    told(
        "党政机关国内公务接待管理规定 第14条",
        "stop",
        "禁止",
        "公务接待",
        "接待费用不以现金支付。",
        source="中办发〔2013〕22号",
    ),
    fields(Reception.payment),
)
def nothing_is_paid_in_cash(reception: View, scope: Scope) -> Iterator[Remark]:
    """Paid by card or transfer."""
    if reception.payment == "现金":
        yield broken("接待费用以现金支付", "请改用公务卡或转账", "payment")


def paid_for(scope: Scope) -> Mapping[int, Decimal]:
    """Reception → what the expenses of it add up to."""
    asked = select(Expense.reception_id, func.sum(Expense.amount)).where(
        Expense.trashed_at.is_(None), Expense.reception_id.is_not(None), Expense.date <= scope.day
    )
    rows = scope.connection.execute(asked.group_by(Expense.reception_id))
    return {row[0]: row[1] for row in rows if row[0] is not None}


@rule(
    "reception.expense_matches",
    told(
        "党政机关国内公务接待管理规定 第13条",
        "warn",
        "必须",
        "接待支出",
        "接待费用凭公函、清单报销，单独列支，不在其他科目列支。",
        source="中办发〔2013〕22号",
    ),
    fields(Expense.nature, Expense.reception, Expense.amount, Expense.budget, Budget.three_public),
)
def reception_expenses_have_their_reception(expense: View, scope: Scope) -> Iterator[Remark]:
    """An expense of reception belongs to one reception and stands on the line of 公务接待费."""
    if expense.nature != "接待":
        return
    line = scope.linked("budget", expense.budget)
    if expense.reception is None:
        yield broken("接待支出没有对应的接待记录", "请凭公函和清单报销，选择对应接待", "reception")
    elif line is not None and line.three_public != "公务接待费":
        yield broken(f"接待支出列在「{line.name}」", "请在公务接待费中单独列支", "budget")


@reception_expenses_have_their_reception.also(fields(Reception.total, Reception.status))
def receptions_are_settled_exactly(reception: View, scope: Scope) -> Iterator[Remark]:
    """What is paid for a settled reception is what it cost."""
    if reception.status != "已结算":
        return
    paid = scope.once("paid_for", lambda: paid_for(scope)).get(reception.id, Decimal(0))
    if paid != (reception.total or 0):
        what = f"接待合计{yuan(reception.total or Decimal(0))}，对应支出{yuan(paid)}"
        yield broken(what, "请核对报销金额", "total", paid)


@rule(
    "reception.major_plan",
    told(
        "实施细则 第16条",
        "stop",
        "必须",
        "重大接待活动",
        "重大接待活动由党政办制定方案，报党委、政府审批。",
        seed="001",
    ),
    fields(Reception.major, Reception.plan_approved, Reception.date),
)
def great_receptions_have_a_plan(reception: View, scope: Scope) -> Iterator[Remark]:
    """The plan of a great reception is approved before the day (第16条)."""
    if not reception.major:
        return
    if reception.plan_approved is None:
        yield broken("重大接待没有经批准的方案", "请由党政办制定方案报党委、政府审批", "plan_approved")
    elif reception.date and reception.plan_approved > reception.date:
        what = f"方案批准日期{reception.plan_approved}晚于接待日期{reception.date}"
        yield broken(what, "方案须先批准", "plan_approved")


@rule(
    "reception.no_welcome",
    told("实施细则 第16条", "stop", "禁止", "上级调研接待", "不搞辖区迎送，不张贴欢迎标语。", seed="001"),
    fields(Reception.escort, Reception.slogans),
)
def nobody_is_met_at_the_border(reception: View, scope: Scope) -> Iterator[Remark]:
    """No meeting at the boundary, no slogans (第16条)."""
    if reception.escort:
        yield broken("搞辖区迎送", "不得迎送", "escort")
    if reception.slogans:
        yield broken("张贴欢迎标语", "不得张贴", "slogans")
