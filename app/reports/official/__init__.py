"""Official papers in the formats of GB/T 9704-2012 that a record fills, listed by hand: as Word and as PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.reports.document import Document
from app.reports.official.issued import letter, red_head
from app.reports.official.minutes import minutes
from app.reports.official.notice import notice
from app.reports.official.source import Source


@dataclass(frozen=True)
class OfficialKind:
    """One kind of paper: key and name, the register whose records fill it, and what makes its document."""

    key: str
    label: str
    register: str
    build: Callable[[Source], Document]


OFFICIAL: tuple[OfficialKind, ...] = (
    OfficialKind("red_head", "红头文件", "outgoing", red_head),
    OfficialKind("letter", "信函", "outgoing", letter),
    OfficialKind("notice", "会议通知", "meeting", notice),
    OfficialKind("minutes", "会议纪要", "meeting", minutes),
)
