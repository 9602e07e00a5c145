"""Which heading of a sheet means which field of a register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.exchange.words import Words, folded, without_brackets
from app.kinds import Kind
from app.models.register import Field, Register

LABEL, BARE, WORD, VARIANT, LOOSE, LAST = range(6)
"""How sure a spelling is: label, label without unit, listed word, variant, heading less its brackets, a bare 序号."""

COMPOSED: Mapping[tuple[str, str], tuple[str, ...]] = {("outgoing", "number"): ("code", "year", "serial")}
"""Fields that are typed as one text (发文字号) and give several others."""

BOOK_NUMBER = "book_number"
ORDER = "order"
PARENT = "(parent)"
"""The column of a sheet of child rows that names the parent."""
COMMON = frozenset(("remarks", "campaign", "highlight"))
"""Fields of every register, by which none is known."""


@dataclass(frozen=True)
class Headings:
    """The accepted spellings of a register's fields: folded heading → (sureness, field key), surest first."""

    spellings: Mapping[str, tuple[tuple[int, str], ...]]
    required: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset((BOOK_NUMBER, ORDER))
    """Fields that alone make no record: a number in front of an empty line."""
    composed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def meanings(self, heading: str) -> list[tuple[int, str]]:
        """The fields that a heading may mean, as it stands and without brackets or 是否."""
        text = folded(heading)
        found = list(self.spellings.get(text, ()))
        for looser in (
            without_brackets(text),
            text.removeprefix("是否"),
            text.removeprefix("是否").removesuffix("情况"),
        ):
            if looser and looser != text:
                found += [(max(rank, LOOSE), key) for rank, key in self.spellings.get(looser, ())]
        return found

    def known_by(self, keys: Iterable[str]) -> int:
        """How many of these fields tell this register from others."""
        return len(set(keys) - self.idle - COMMON)

    def covered(self, keys: Iterable[str]) -> float:
        """The share of required fields that these fields give; 1 where none is required."""
        given = set(keys)
        for key in list(given):
            given.update(self.composed.get(key, ()))
        return len(self.required & given) / len(self.required) if self.required else 1.0


def headings_of(register: Register, words: Words) -> Headings:
    """What a register's columns may be called, its child rows included as «items.topic»."""
    entries = [entry for each in register.fields for entry in _spellings(each, each.key, register.key, words)]
    for rows in register.own_fields:
        for column in rows.columns:
            entries += _row_spellings(rows, column)
    composed = {key: parts for (owner, key), parts in COMPOSED.items() if owner == register.key}
    required = frozenset(field.key for field in register.fields if field.required)
    idle = {BOOK_NUMBER, ORDER} | {field.key for field in register.fields if field.auto and field.key not in composed}
    return Headings(_sorted(entries), required, frozenset(idle), composed)


def headings_of_rows(register: Register, rows: Field) -> Headings:
    """What the columns of a sheet of child rows may be called; its first column names the parent."""
    entries = [(folded(word), LABEL, PARENT) for word in (register.label, "所属记录", "年度-序号")]
    for column in rows.columns:
        entries.append((folded(column.label), LABEL, column.key))
        entries.append((without_brackets(folded(column.label)), BARE, column.key))
    return Headings(_sorted(entries), frozenset((PARENT,)), frozenset((PARENT,)))


def _sorted(entries: Iterable[tuple[str, int, str]]) -> dict[str, tuple[tuple[int, str], ...]]:
    """Spellings with their meanings, surest first; each meaning once."""
    spellings: dict[str, dict[str, int]] = {}
    for text, rank, key in entries:
        if text:
            known = spellings.setdefault(text, {})
            known[key] = min(rank, known.get(key, rank))
    return {text: tuple(sorted((rank, key) for key, rank in known.items())) for text, known in spellings.items()}


def _spellings(field: Field, key: str, register: str, words: Words) -> Iterator[tuple[str, int, str]]:
    """The label, the label without its unit, the listed words, and the regular variants of all these."""
    if field.columns:
        return
    if key == BOOK_NUMBER:
        yield folded(field.label), LAST, key
        return
    label = folded(field.label)
    listed = [folded(word) for word in words.of_column(register, key)]
    yield label, LABEL, key
    yield without_brackets(label), BARE, key
    for word in listed:
        yield word, WORD, key
    for word in (label, without_brackets(label), *listed):
        for variant in _variants(word, field.kind):
            yield variant, VARIANT, key


def _variants(word: str, kind: Kind) -> Iterator[str]:
    """××日期 is also ××时间; 是否×× is also ××."""
    if kind.key == "date":
        for old, new in (("日期", "时间"), ("时间", "日期")):
            if word.endswith(old) and word != old:
                yield word.removesuffix(old) + new
    if kind.key == "bool":
        yield f"是否{word.removeprefix('已')}"


def _row_spellings(rows: Field, column: Field) -> Iterator[tuple[str, int, str]]:
    """A child column under a group heading with the rows' label, or by its own label where no field has it."""
    key = f"{rows.key}.{column.key}"
    yield folded(rows.label) + folded(column.label), VARIANT, key
    yield folded(rows.label) + without_brackets(folded(column.label)), VARIANT, key
    yield folded(column.label), LAST, key
