"""The kept texts of summaries, as the draft and the examination of the next year's look for them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from app.reports.document import Document
from app.reports.saved import Unreadable, from_plain
from app.store.tables import SummaryText


def latest(connection: Connection, style: str, year: int, kind: str | None = None) -> Any:
    """The newest kept text of a style and year, of one kind where it is given; None where there is none."""
    asked = select(SummaryText.__table__).where(SummaryText.style == style, SummaryText.year == year)
    if kind is not None:
        asked = asked.where(SummaryText.kind == kind)
    return connection.execute(asked.order_by(SummaryText.id.desc()).limit(1)).first()


def read_text(kept: Any, part: str = "text") -> Document | None:
    """The text of a kept row, or what generation had given then («base»); None where it is damaged."""
    try:
        return from_plain(kept.content[part])
    except (Unreadable, LookupError, TypeError):
        return None
