"""Parameters of a figure as a clerk types them: labels, names, parts of a text; several joined by 、 mean any."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from app import kinds
from app.figures.figure import Parameter
from app.figures.paths import Path
from app.figures.period import Period
from app.models import BY_KEY


class BadParameter(ValueError):
    """A parameter that the figure does not have, or a value that it cannot take; one Chinese sentence."""


def year_of(given: Parameter) -> int:
    """A year such as 2012 or 2012年."""
    found = re.fullmatch(r"(\d{4})年?", str(given).strip())
    if not found or not 1900 <= int(found[1]) <= 2199:
        raise BadParameter(f"「{given}」不是年份，请按 2012 填写。")
    return int(found[1])


def condition(connection: Connection, path: Path, given: Parameter, period: Period) -> ColumnElement[bool]:
    """The condition that a parameter puts on the records (rows, people) counted."""
    if isinstance(given, tuple):
        return path.expression.in_(given)
    if isinstance(given, int) and isinstance(path.kind, kinds.ReferenceKind):
        return path.expression == given
    words = [word.strip() for word in str(given).split("、") if word.strip()]
    if not words:
        raise BadParameter(f"条件 {path.key}（{path.label}）没有写内容，请填写后再试。")
    return or_(*(_one(connection, path, word, period) for word in words))


def _one(connection: Connection, path: Path, word: str, period: Period) -> ColumnElement[bool]:
    if isinstance(path.kind, kinds.ReferenceKind):
        return path.expression == _record_named(connection, path, word)
    if isinstance(path.kind, kinds.ChoiceKind):
        return path.expression == _label(path, path.kind, word)
    if isinstance(path.kind, (kinds.LineKind, kinds.ProseKind)):
        return path.expression == word if path.exact else func.instr(path.expression, word) > 0
    value = _read(path, word, period)
    if isinstance(path.kind, kinds.YesNoKind):
        return path.expression.is_(True) if value else path.expression.is_not(True)
    same: ColumnElement[bool] = path.expression == value
    return same


def _label(path: Path, kind: kinds.ChoiceKind, word: str) -> str:
    if word not in kind.choices:
        choices = "、".join(kind.choices)
        raise BadParameter(f"{path.label}中没有「{word}」这一项，条件 {path.key} 可以是：{choices}。")
    return word


def _read(path: Path, word: str, period: Period) -> Any:
    try:
        return path.kind.read(word, kinds.Reading(today=date(period.end.year, 1, 1), year=period.start.year))
    except kinds.Misread as error:
        raise BadParameter(f"条件 {path.key}（{path.label}）：{error}") from error


def _record_named(connection: Connection, path: Path, word: str) -> int:
    """The record of that name; a person of whom there are two is written 张伟(财政所)."""
    assert isinstance(path.kind, kinds.ReferenceKind)
    register = BY_KEY[path.kind.register]
    title = register.by_key[register.title_key].column
    kept = select(title.table.c.id).where(title.table.c.trashed_at.is_(None))
    found = connection.scalars(kept.where(title == word)).all()
    bracketed = re.fullmatch(r"(.+?)[(（](.+)[)）]", word)
    if not found and bracketed and register.key == "staff":
        office = BY_KEY["office"].record.__table__
        joined = kept.join(office, office.c.id == title.table.c.office_id)
        found = connection.scalars(joined.where(title == bracketed[1], office.c.name == bracketed[2])).all()
    if not found:
        raise BadParameter(f"{register.label}台账中没有「{word}」，请检查条件 {path.key} 的名称。")
    if len(found) > 1:
        example = f"，请写成「{word}(所在机构)」" if register.key == "staff" else "，请先改名以便区分"
        raise BadParameter(f"{register.label}台账中有 {len(found)} 个「{word}」{example}。")
    return int(found[0])
