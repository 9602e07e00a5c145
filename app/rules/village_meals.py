"""The limit on meals of superiors who come to a village or a firm (到村社、企业用餐)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from sqlalchemy import func, select

from app.models.budgets.income import Income
from app.models.reception.reception import Reception
from app.rules.reception import NO_MEAL
from app.rules.rule import Remark, broken, fields, rule, told, yuan
from app.rules.scope import Scope
from app.rules.views import View


@rule(
    "reception.village_meal",
    told(
        "实施细则 第16条",
        "stop",
        "必须",
        "上级到村社、企业调研",
        "上级到村社、企业调研不安排用餐，确需用餐的缴纳生活费。",
        seed="001",
    ),
    fields(Reception.site, Reception.meal_place, Reception.guest_paid, Reception.status)
    | fields(Income.source, Income.reception, Income.amount),
)
def meals_in_villages_are_paid_for(reception: View, scope: Scope) -> Iterator[Remark]:
    """Superiors in a village or firm eat at home, or pay for the meal (第16条)."""
    if reception.site not in ("村(社区)", "企业") or reception.meal_place in (NO_MEAL, None):
        return
    if not reception.guest_paid:
        yield broken(f"到{reception.site}调研安排用餐，来宾没有缴纳生活费", "请收取并登记", "guest_paid")
    elif reception.status == "已结算":
        received = scope.once("paid_by_guests", lambda: paid_by_guests(scope)).get(reception.id, Decimal("0.00"))
        if received != reception.guest_paid:
            what = f"来宾缴纳生活费{yuan(reception.guest_paid)}，收入登记{yuan(received)}"
            yield broken(what, "请登记收入并核对金额", "guest_paid", received)


def paid_by_guests(scope: Scope) -> Mapping[int, Decimal]:
    """Reception → what guests paid for their meals, as entered among the income."""
    asked = select(Income.reception_id, func.sum(Income.amount)).where(
        Income.trashed_at.is_(None), Income.source == "来宾缴纳生活费", Income.date <= scope.day
    )
    rows = scope.connection.execute(asked.where(Income.reception_id.is_not(None)).group_by(Income.reception_id))
    return {row[0]: row[1] for row in rows if row[0] is not None}
