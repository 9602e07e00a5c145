"""A document as plain JSON and back, with nothing lost: amounts and days keep their kind."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.reports import document as forms
from app.reports.document import Document

KINDS: dict[str, type[Any]] = {
    each.__name__: each
    for each in (
        forms.Annex,
        forms.Chart,
        forms.Column,
        forms.Document,
        forms.Figure,
        forms.Head,
        forms.Heading,
        forms.Imprint,
        forms.Listed,
        forms.PageBreak,
        forms.Paragraph,
        forms.Table,
    )
}
IS = "is"


class Unreadable(ValueError):
    """What was kept is no document; the message is one Chinese sentence."""


def to_plain(document: Document) -> dict[str, Any]:
    """The document as objects that JSON can hold."""
    plain = _plain(document)
    assert isinstance(plain, dict)
    return plain


def from_plain(plain: object) -> Document:
    """The document that was kept; Unreadable where it is damaged."""
    try:
        found = _value(plain)
    except (TypeError, ValueError, KeyError, ArithmeticError) as error:
        raise Unreadable("保存的总结读不出来，可能已经损坏；请从历史稿中另选一份，或重新生成。") from error
    if not isinstance(found, Document):
        raise Unreadable("保存的内容不是一份总结；请从历史稿中另选一份，或重新生成。")
    return found


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        told = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        return {IS: type(value).__name__, **told}
    if isinstance(value, Decimal):
        return {IS: "amount", "value": str(value)}
    if isinstance(value, date):
        return {IS: "day", "value": value.isoformat()}
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if value is None or isinstance(value, (str, int, float)):
        return value
    raise TypeError(f"no plain form of {type(value).__name__}")


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return tuple(_value(each) for each in plain)
    if not isinstance(plain, dict):
        return plain
    kind = plain[IS]
    if kind == "amount":
        return Decimal(plain["value"])
    if kind == "day":
        return date.fromisoformat(plain["value"])
    known = {each.name for each in fields(KINDS[kind])}
    return KINDS[kind](**{name: _value(value) for name, value in plain.items() if name in known})
