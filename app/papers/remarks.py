"""What 公文体检 has to say: each remark once, with its place and the clause it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.papers.layout import PaperParagraph

WHOLE = "全文"


@dataclass(frozen=True)
class Remark:
    """One thing that is not as the official format wants it, in Chinese."""

    place: str
    clause: str
    text: str


@dataclass(frozen=True)
class Fault:
    """A remark before faults of the same kind in several paragraphs are put together."""

    where: PaperParagraph | str
    clause: str
    text: str


def gather(faults: Iterable[Fault]) -> list[Remark]:
    """One remark for each different text, in the order of its first place, which says how many others there are."""
    places: dict[tuple[str, str], list[str]] = {}
    for fault in faults:
        places.setdefault((fault.clause, fault.text), []).append(_place(fault.where))
    return [Remark(_places(found), clause, text) for (clause, text), found in places.items()]


def _place(where: PaperParagraph | str) -> str:
    if isinstance(where, str):
        return where
    words = where.text.strip()
    return f"第{where.number}段“{words[:12]}{'…' if len(words) > 12 else ''}”"


def _places(found: list[str]) -> str:
    different = list(dict.fromkeys(found))
    if len(different) == 1:
        return different[0]
    return f"{different[0]}等{len(different)}{'节' if different[0].endswith('节') else '段'}"
