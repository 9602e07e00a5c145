"""What holds for every composed summary: well formed, every number known, headings of one grammar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from app.figures import Period
from app.models import BY_KEY
from app.models.register import Values
from app.reports.document import Document, Heading, Paragraph, plain
from app.reports.summaries.composing import Composed, compose
from app.reports.summaries.slots import Slots, slot_names
from app.reports.summaries.style import style_of
from app.services.desk import Desk
from tests.services.conftest import a_record, saved

YEAR, LATER = 2025, date(2026, 2, 1)
BAD = re.compile(r"【|】|\[\[|\]\]|\{|\}|[，、；：。！？]{2}|，」|^[，、；。]|None|几[个项]|[\ue000-\uf8ff]|[,;:?!]")
DATES = re.compile(r"\d{4}年(?:\d+月)?(?:\d+日)?|\d+月\d+日")


def written(desk: Desk, key: str, words: Mapping[str, str] | None = None, upto: date | None = None) -> Composed:
    """The style composed for the year, as a clerk of 云禾镇 would get it the February after."""
    with desk.store.read() as connection:
        slots = Slots(connection, YEAR, Period.of_year(YEAR, upto), words or {}, LATER)
        names = slot_names(slots, town="云禾镇", office="云禾镇党政办公室", today=LATER)
        return compose(style_of(key).path.read_text(encoding="utf-8"), slots, names, "", None)


def lines(document: Document) -> list[str]:
    """Headings and paragraphs, as read."""
    return [plain(block.text) for block in document.blocks if isinstance(block, (Heading, Paragraph))]


def text(document: Document) -> str:
    """The whole text in one."""
    return "\n".join(["".join(document.title), *lines(document)])


def assert_well_formed(made: Composed) -> None:
    """A title, no empty heading, no paragraph without an end, no mark or doubled sign left."""
    document = made.document
    assert document.title
    for line in [*document.title, *lines(document)]:
        assert not BAD.search(line), line
    blocks = [block for block in document.blocks if isinstance(block, (Heading, Paragraph))]
    for block, below in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Paragraph):
            assert plain(block.text).endswith("。")
        else:
            assert isinstance(below, Paragraph) or (isinstance(below, Heading) and below.level > block.level)


def untraced(made: Composed) -> list[str]:
    """Numbers of the text that are neither a figure nor a date nor in what records and clerks wrote."""
    told = "\n".join(made.material)
    loose = [
        piece for block in made.document.blocks if isinstance(block, Paragraph) for piece in block.text
        if isinstance(piece, str)
    ]  # fmt: skip
    return [number for piece in loose for number in re.findall(r"\d[\d.]*", DATES.sub("", piece)) if number not in told]


def headings(document: Document, level: int) -> list[str]:
    """The headings of one level."""
    return [plain(block.text) for block in document.blocks if isinstance(block, Heading) and block.level == level]


def clause_counts(document: Document, level: int) -> set[int]:
    """How many clauses the headings of one level have."""
    return {len(re.split("[，、]", heading)) for heading in headings(document, level)}


def _rows(value: Any) -> bool:
    return isinstance(value, tuple) and any(isinstance(row, dict) for row in value)


def type_in(desk: Desk, register: str, **changes: Any) -> int:
    """A record like any of its register, dated in the year."""
    whole = a_record(register)
    usual = {key: value for key, value in whole.items() if not _rows(value)}
    dated = BY_KEY[register].dated_key
    moved: Values = {key: value.replace(year=YEAR) for key, value in usual.items() if isinstance(value, date)}
    if dated and isinstance(usual.get(dated), int):
        moved[dated] = YEAR
    return saved(desk, register, **usual | moved | changes).id
