"""Conditions on records, each with its words for 数据来源表.

An empty value makes every comparison false, except ``differs`` and ``none_of``; an empty 是/否 is 否.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Date, and_, bindparam, func, or_
from sqlalchemy.orm import QueryableAttribute

from app import kinds
from app.figures.paths import Attribute, Operand, Path, path_of

START: BindParameter[date] = bindparam("start", type_=Date)
"""First day of the period asked for."""
END: BindParameter[date] = bindparam("end", type_=Date)
"""Last day of the period asked for."""

Given = str | int | Decimal | BindParameter[date] | Attribute | Path


@dataclass(frozen=True, eq=False)
class Condition:
    """What must hold of a record, for the store and in words."""

    holds: ColumnElement[bool]
    told: str


def equals(operand: Operand, value: Given) -> Condition:
    """The value is this one."""
    path = path_of(operand)
    same = f"与{_words(value)}相同" if isinstance(value, (QueryableAttribute, Path)) else f"为{_words(value)}"
    return Condition(path.expression == _stored(value), f"{path.label}{same}")


def differs(operand: Operand, value: Given) -> Condition:
    """The value is not this one, or there is none."""
    path = path_of(operand)
    return Condition(path.expression.is_distinct_from(_stored(value)), f"{path.label}不为{_words(value)}")


def one_of(operand: Operand, *labels: str) -> Condition:
    """The value is one of these."""
    path = path_of(operand)
    return Condition(path.expression.in_(labels), f"{path.label}为{_list(labels)}之一")


def none_of(operand: Operand, *labels: str) -> Condition:
    """The value is none of these, or there is none."""
    path = path_of(operand)
    other = or_(path.expression.is_(None), path.expression.not_in(labels))
    return Condition(other, f"{path.label}不属于{_list(labels)}")


def yes(operand: Operand) -> Condition:
    """是."""
    path = path_of(operand)
    return Condition(path.expression.is_(True), f"{path.label}为「是」")


def no(operand: Operand) -> Condition:
    """否, or not said."""
    path = path_of(operand)
    return Condition(path.expression.is_not(True), f"{path.label}不为「是」")


def filled(operand: Operand) -> Condition:
    """There is a value; an empty text is none."""
    path = path_of(operand)
    return Condition(is_filled(path), f"已填{path.label}")


def empty(operand: Operand) -> Condition:
    """There is no value."""
    path = path_of(operand)
    return Condition(~is_filled(path), f"未填{path.label}")


def is_filled(path: Path) -> ColumnElement[bool]:
    """True for a value, and for a text of at least one character."""
    if isinstance(path.kind, (kinds.LineKind, kinds.ProseKind)):
        return func.coalesce(path.expression, "") != ""
    return path.expression.is_not(None)


def at_least(operand: Operand, value: Given) -> Condition:
    """The value is this one or more, or a day not before it."""
    path = path_of(operand)
    return Condition(path.expression >= _stored(value), _compared(path, "不早于", "不少于", value))


def at_most(operand: Operand, value: Given) -> Condition:
    """The value is this one or less, or a day not after it."""
    path = path_of(operand)
    return Condition(path.expression <= _stored(value), _compared(path, "不晚于", "不超过", value))


def above(operand: Operand, value: Given) -> Condition:
    """The value is more than this one, or a day after it."""
    path = path_of(operand)
    return Condition(path.expression > _stored(value), _compared(path, "晚于", "大于", value))


def below(operand: Operand, value: Given) -> Condition:
    """The value is less than this one, or a day before it."""
    path = path_of(operand)
    return Condition(path.expression < _stored(value), _compared(path, "早于", "小于", value))


def both(*conditions: Condition) -> Condition:
    """All of them hold."""
    return Condition(and_(*(one.holds for one in conditions)), "且".join(one.told for one in conditions))


def either(*conditions: Condition) -> Condition:
    """At least one of them holds."""
    told = "或".join(one.told for one in conditions)
    return Condition(or_(*(one.holds for one in conditions)), f"（{told}）")


def _stored(value: Given) -> Any:
    return path_of(value).expression if isinstance(value, (QueryableAttribute, Path)) else value


def _words(value: Given) -> str:
    if isinstance(value, BindParameter):
        return "期初日期" if value is START else "期末日期"
    if isinstance(value, (QueryableAttribute, Path)):
        return path_of(value).label
    return f"「{value}」" if isinstance(value, str) else str(value)


def _list(labels: tuple[str, ...]) -> str:
    return "".join(f"「{label}」" for label in labels)


def _compared(path: Path, of_days: str, of_numbers: str, value: Given) -> str:
    word = of_days if isinstance(path.kind, kinds.DayKind) else of_numbers
    return f"{path.label}{word}{_words(value)}"
