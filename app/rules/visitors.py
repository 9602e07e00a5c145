"""Limits on visitors (来访接待): matters settled the same day, promises kept, whoever is asked first sees to it."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.reception.visitor import Visitor
from app.rules.documents import due_remarks
from app.rules.rule import Remark, broken, fields, near, rule, told
from app.rules.scope import Scope, days_after
from app.rules.views import View


@rule(
    "visitors.same_day",
    told(
        "创建汇报 三(二)",
        "warn",
        "必须",
        "办理事项",
        "材料齐全的事项当天办结，不能当天办结的说明原因，承诺的时限不得超过。",
        seed="003",
    ),
    fields(
        Visitor.kind, Visitor.complete, Visitor.done, Visitor.date, Visitor.delay_reason, Visitor.due, Visitor.handling
    ),
)
def matters_are_settled_the_same_day(visitor: View, scope: Scope) -> Iterator[Remark]:
    """Complete papers are dealt with the same day or it is said why not; a promised day is kept."""
    if visitor.date is None:
        return
    done = scope.happened(visitor.done)
    if visitor.handling in ("限期办理", "转办") and visitor.due is None:
        yield broken(f"{visitor.handling}没有填写承诺时限", "请填写", "due")
    elif visitor.due is not None:
        yield from due_remarks(scope, visitor.due, visitor.done, 1, "办结", "done")
    if visitor.kind == "办理事项" and visitor.complete and not visitor.delay_reason and done != visitor.date:
        if done is None and scope.day <= visitor.date:
            yield near("材料齐全，今天还没有办结", "请当天办结", "done")
        else:
            yield broken("材料齐全，没有当天办结", "请写明未当天办结原因", "delay_reason")


@rule(
    "visitors.first_knower",
    told("政风行风建设总结 一", "warn", "必须", "首知首问事项", "首知（首问）责任人负责到办结或转交。", seed="000"),
    fields(Visitor.receiver, Visitor.responsibility, Visitor.chain, Visitor.office, Visitor.done, Visitor.date),
)
def whoever_is_asked_first_sees_to_it(visitor: View, scope: Scope, *, days: int = 7) -> Iterator[Remark]:
    """Whoever was asked first settles the matter or hands it on within a week."""
    if visitor.receiver is None:
        yield broken("没有填写首问责任人", "请填写", "receiver")
    if visitor.date is None:
        return
    last = days_after(visitor.date, days)
    handed = any(row.time is not None and row.time.date() <= last for row in visitor.chain)
    done = scope.happened(visitor.done)
    if handed or visitor.office is not None or (done is not None and done <= last):
        return
    late = scope.day > last
    what = f"{visitor.date}来访，{days}天内没有转交或办结" if late else f"应在{last}前转交或办结"
    yield (broken if late else near)(what, "请办结或转交", "done")
