"""Reading one cell for one field: units in the header, marks for nothing, words for choices, numbers of papers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.exchange.headings import BOOK_NUMBER
from app.exchange.table import Column
from app.exchange.words import folded
from app.kinds import (
    ChoiceKind,
    Kind,
    Misread,
    MoneyKind,
    NumberKind,
    Reading,
    ReferenceKind,
    ReferencesKind,
    narrow,
    plain_text,
)
from app.models.register import Field

NOTHING = frozenset(("/", "//", "-", "--", "—", "——", "－", "\\", "、", "…", "……", "*"))
NOTHING_WORDS = NOTHING | {"无", "暂无"}
FORMULA_ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"))
TEXT_KINDS = frozenset(("text", "long"))
REMEMBERED = 20_000
UNREAD: Final = object()

_PAPER = re.compile(r"(?P<code>[^\s\d()<>]{1,20}?)[(<]?(?P<year>(?:19|20)\d{2})年?[)>]?第?0*(?P<serial>\d{1,5})?号?")
_BRACKETS = str.maketrans("〔〕[]【】{}〈〉《》「」", "()()()()()()()")


@dataclass(frozen=True)
class SplitNumber:
    """A number of a paper in its parts: 机关代字, 发文年度, 顺序号 (None where it is not given yet)."""

    code: str
    year: int
    serial: int | None


def split_number(text: str) -> SplitNumber:
    """The parts of 苇政发〔2024〕1号 in every spelling of its brackets; Misread for anything else."""
    bare = re.sub(r"\s", "", narrow(text).translate(_BRACKETS))
    found = _PAPER.fullmatch(bare)
    if not found:
        raise Misread(f"「{text[:30]}」看不出机关代字、年度和顺序号，请按“某政发〔2026〕3号”的样子填写。")
    return SplitNumber(found["code"], int(found["year"]), int(found["serial"]) if found["serial"] else None)


class CellReader:
    """Reads the cells of one column; equal cells are read once, because columns repeat themselves."""

    def __init__(self, label: str, kind: Kind, read: Callable[[Any, Reading], Any], forgiving: bool) -> None:
        self.label, self.kind, self.forgiving = label, kind, forgiving
        self.refers = isinstance(kind, ReferenceKind | ReferencesKind)
        self._read = read
        self._keeps = kind.key not in TEXT_KINDS
        self._known: dict[Any, Any] = {}

    def read(self, raw: Any, at: Reading, year: int | None) -> Any:
        """The value of a cell, None where it holds a mark for nothing; Misread where it cannot be read."""
        if not self._keeps or (raw.__class__ is not str and raw.__class__ is not float):
            return self._read(raw, at)
        key = (raw, year) if self.refers else raw
        value = self._known.get(key, UNREAD)
        if value is UNREAD:
            value = self._read(raw, at)
            if len(self._known) > REMEMBERED:
                self._known.clear()
            self._known[key] = value
        return value


def reader_of(field: Field, column: Column, meanings: Mapping[str, str], wan: bool) -> CellReader:
    """The reader of a column: ``meanings`` are other words for choices, ``wan`` says that the sheet counts in 万元."""
    kind = field.kind
    if field.key == "number" and field.auto and kind.key == "text":
        return CellReader(column.label, kind, lambda raw, at: split_number(plain_text(raw)), False)
    read: Callable[[Any, Reading], Any] = kind.read
    if isinstance(kind, ChoiceKind):
        read = _choice(kind, meanings)
    elif isinstance(kind, NumberKind) and "天" not in field.label:
        read = _no_half_days(kind)
    elif isinstance(kind, MoneyKind) and (wan or "万元" in column.label):
        read = _in_ten_thousand(kind)
    marks = NOTHING if kind.key in TEXT_KINDS else NOTHING_WORDS
    if isinstance(kind, ChoiceKind):
        marks = NOTHING - set(kind.choices)
    if kind.key != "bool":
        read = _unless_nothing(read, marks, kind.key in TEXT_KINDS)
    return CellReader(column.label, kind, read, field.auto or field.key == BOOK_NUMBER)


def _choice(kind: ChoiceKind, meanings: Mapping[str, str]) -> Callable[[Any, Reading], Any]:
    """A choice by its label, else by another word for it."""
    allowed = {word: choice for word, choice in meanings.items() if choice in kind.choices}

    def read(raw: Any, at: Reading) -> Any:
        text = plain_text(raw)
        if text not in kind.choices and (meant := allowed.get(folded(text))):
            return meant
        return kind.read(text, at)

    return read


def _no_half_days(kind: NumberKind) -> Callable[[Any, Reading], Any]:
    """半天 is a number of days alone: half a day of lessons is no number of lessons."""

    def read(raw: Any, at: Reading) -> Any:
        if raw.__class__ is str and raw.strip() in ("半天", "半日"):
            raise Misread(f"「{raw.strip()}」不是数字，请填写数字，如 3。")
        return kind.read(raw, at)

    return read


def _in_ten_thousand(kind: MoneyKind) -> Callable[[Any, Reading], Any]:
    """An amount under a header that says 万元; one with a unit of its own keeps it."""

    def read(raw: Any, at: Reading) -> Any:
        text = plain_text(repr(raw) if isinstance(raw, float) else raw).removesuffix(".0")
        return kind.read(text if not text or text.endswith(("元", "万")) else f"{text}万", at)

    return read


def _unless_nothing(
    read: Callable[[Any, Reading], Any], marks: frozenset[str], is_text: bool
) -> Callable[[Any, Reading], Any]:
    """None for a dash or a word for nothing; a sentence for what a spreadsheet has spoiled."""

    def checked(raw: Any, at: Reading) -> Any:
        if raw.__class__ is str:
            if len(raw) < 8 and raw.strip() in marks:
                return None
            if raw.startswith("#") and text_of_error(raw):
                raise Misread(f"这一格的公式出错（{raw.strip()}），请改正后再导入。")
        elif is_text and raw.__class__ is float and abs(raw) >= 1e15:
            raise Misread("这一格的长数字已被 Excel 改写，末几位不可靠，请把这一栏设为文本后重新填写。")
        return read(raw, at)

    return checked


def text_of_error(raw: str) -> bool:
    """Whether a cell shows a formula's error."""
    return raw.strip() in FORMULA_ERRORS
