"""Limits on things and on what people are given: supplies, rooms, study materials, cars, allowances."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from app.figures import Period, count
from app.figures.rounding import percentage
from app.models.budgets.allowance import Allowance
from app.models.budgets.supply import Supply
from app.models.budgets.vehicle_use import VehicleUse
from app.models.people.branch import Branch
from app.rules.rule import (
    Names,
    Remark,
    Standing,
    amount,
    at_least,
    broken,
    fields,
    near,
    over_year,
    rule,
    told,
)
from app.rules.scope import Scope
from app.rules.views import View

ROOM = "办公用房"


@rule(
    "supply.standard",
    told("实施细则 第17条", "warn", "必须", "办公用品", "严格执行办公用品配备标准。", seed="001"),
    fields(Supply.standard, Supply.quantity, Supply.action, Supply.kind),
)
def things_keep_their_standard(supply: View, scope: Scope) -> Iterator[Remark]:
    """What is handed out or found in stock is at most the standard; exactly it passes (第17条)."""
    if supply.kind == ROOM or supply.action not in ("领用", "盘点") or supply.standard is None:
        return
    if supply.quantity is not None and supply.quantity > supply.standard:
        what = f"{supply.action}{amount(supply.quantity)}，配备标准{amount(supply.standard)}"
        yield broken(what, "请按标准配备", "quantity", supply.quantity)


@over_year(
    "supply.rooms",
    told("群众路线自查 三", "meter", "禁止", "办公用房", "不得超标准占用办公用房。", seed="004", per="year"),
    fields(
        Supply.kind, Supply.action, Supply.quantity, Supply.standard, Supply.corrected, Supply.holder, Supply.office
    ),
)
def rooms_keep_their_standard(scope: Scope) -> Iterator[Standing]:
    """No counted room is above its standard and not put right; rooms without a standard cannot be judged."""
    rooms = [each for each in scope.records("supply") if each.kind == ROOM and each.action == "盘点"]
    judged = [each for each in rooms if each.standard is not None]
    over = [each for each in judged if each.quantity > each.standard and scope.happened(each.corrected) is None]
    for each in over:
        who = scope.name_of("staff", each.holder) or scope.name_of("office", each.office)
        what = f"{who}{each.name}{amount(each.quantity)}平方米，标准{amount(each.standard)}平方米"
        own = (("supply", each.id),)
        yield Standing(
            str(each.name), str(each.date), "broken", what, "请腾退并填写整改日期", each.quantity, each.standard, own
        )
    if not over:
        yield Standing("镇", scope.span.label, "unknown" if rooms and not judged else "met", value=0, limit=0)


@over_year(
    "supply.materials",
    told(
        "群众路线自查 一",
        "meter",
        "必须",
        "每位党员",
        "党员人手一张明白纸、一册读本、一本学习笔记。",
        seed="004",
        per="year",
    ),
    fields(Supply.name, Supply.kind, Supply.action, Supply.quantity, Supply.recipients, Branch.members),
)
def members_have_their_materials(
    scope: Scope, *, materials: Names = ("明白纸", "读本", "学习笔记")
) -> Iterator[Standing]:
    """Every party member is given each of the materials, and no fewer pieces than people are handed out."""
    period = Period(scope.span.start, max(scope.span.start, scope.span.upto(scope.day)))
    members = count(scope.connection, "branches.members", period).value
    label = scope.span.label
    for material in materials:
        handed = [
            each
            for each in scope.records("supply")
            if each.kind == "学习资料" and each.action == "发放" and material in each.name
        ]
        own = tuple(("supply", each.id) for each in handed)
        for each in handed:
            if each.recipients and each.quantity < each.recipients:
                what = f"{each.date}发放{each.name}{amount(each.quantity)}份，领取{each.recipients}人"
                yield Standing(
                    material,
                    str(each.date),
                    "broken",
                    what,
                    "请核对",
                    each.quantity,
                    each.recipients,
                    (("supply", each.id),),
                )
        if not isinstance(members, int) or not members:
            yield Standing(material, label, "unknown")
            continue
        given = sum(each.recipients or 0 for each in handed)
        state = at_least(given, members, scope.span.end, scope.day)
        what = f"{material}发到{given}人，党员{members}人"
        share = percentage(Fraction(given * 100, members))
        yield Standing(material, label, state, what, "请补发并登记", share, 100, own)


@rule(
    "vehicle_use.official_only",
    told("实施细则 第19条", "stop", "禁止", "公务用车", "严禁公车私用、公车私驾和公车外借。", seed="001"),
    fields(
        VehicleUse.kind,
        VehicleUse.nature,
        VehicleUse.driver_kind,
        VehicleUse.km,
        VehicleUse.km_start,
        VehicleUse.km_end,
        VehicleUse.approver,
    ),
)
def official_cars_serve_official_business(trip: View, scope: Scope) -> Iterator[Remark]:
    """An official car goes on official business with an approved driver; every trip is approved (第19条)."""
    if trip.kind == "公务用车":
        if trip.nature == "私事":
            yield broken("公车私用", "不得私用", "nature")
        elif trip.nature == "外借":
            yield broken("公车外借", "不得外借", "nature")
        if trip.driver_kind == "其他":
            yield broken("公车私驾", "须由专职驾驶员或经批准的公务人员驾驶", "driver_kind")
    if None not in (trip.km, trip.km_start, trip.km_end) and trip.km != trip.km_end - trip.km_start:
        right = amount(trip.km_end - trip.km_start)
        yield broken(f"登记里程{amount(trip.km)}公里，起止相差{right}公里", "请核对", "km", trip.km, kind="warn")
    if trip.approver is None and trip.date is not None:
        yield broken("用车没有批准人", "请填写", "approver", kind="warn")


@rule(
    "allowance.basis",
    told("实施细则 第20条", "stop", "禁止", "津贴补贴", "严禁巧立名目乱发津补贴，发放须有政策依据。", seed="001"),
    fields(Allowance.basis, Allowance.staff, Allowance.item, Allowance.date),
)
def allowances_have_a_basis(allowance: View, scope: Scope) -> Iterator[Remark]:
    """An allowance has its basis, and nobody is given the same one twice in a month (第20条)."""
    if allowance.date is None:
        return
    if not allowance.basis:
        yield broken("没有发放的政策依据", "请填写", "basis")
    month = (allowance.date.year, allowance.date.month)
    same = [
        other
        for other in scope.alike("allowance", "staff", allowance)
        if other.item == allowance.item
        and (other.date.year, other.date.month) == month
        and scope.tells(allowance, other)
    ]
    if same:
        who, others = scope.name_of("staff", allowance.staff), tuple(("allowance", other.id) for other in same)
        yield near(f"{who}本月已发过「{allowance.item}」", "请核对", "item", kind="warn", others=others)
