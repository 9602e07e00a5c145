"""成文体检: what in a written summary contradicts itself, comes from nowhere, or was left over.

Pure: it reads a document, no database; the same document always gets the same remarks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.papers.remarks import WHOLE, Remark
from app.reports.document import Document, Heading, Paragraph, plain
from app.reports.summaries.examining.claims import ADDS_UP, claims_untrue
from app.reports.summaries.examining.leftovers import leftovers
from app.reports.summaries.examining.lists import lists_wrong
from app.reports.summaries.examining.reading import Passage, passages
from app.reports.summaries.examining.signs import signs_wrong
from app.reports.summaries.examining.tracing import leftover_sentences, untraced
from app.reports.summaries.examining.values import two_values
from app.rules import RULES
from app.rules.texts import sums_wrong

LENGTH = "documents.length_report"


def examine(
    document: Document,
    *,
    limit: int,
    material: Sequence[str] = (),
    year: int | None = None,
    last: Document | None = None,
) -> list[Remark]:
    """Every fault of a summary, in the order of its places; last is the summary of the year before, where kept."""
    found = passages(document, material)
    remarks = [*_too_long(document, limit), *_sums(found), *two_values(found), *lists_wrong(found)]
    remarks += [*claims_untrue(found), *untraced(found), *signs_wrong(found)]
    if year is not None:
        remarks += leftovers(found, year)
    if last is not None:
        remarks += leftover_sentences(found, last)
    places = {place: at for at, place in enumerate(dict.fromkeys([WHOLE, *(each.place for each in found)]))}
    return sorted(dict.fromkeys(remarks), key=lambda remark: places[remark.place])


def _too_long(document: Document, limit: int) -> Iterator[Remark]:
    length = count_characters(document)
    if length > limit:
        yield Remark(WHOLE, RULES[LENGTH].clause, f"全文{length}字，超过{limit}字，请压缩。")


def _sums(found: Sequence[Passage]) -> Iterator[Remark]:
    for each in found:
        if each.kind != "table":
            for words, wrong in sums_wrong(each.text, each.known):
                yield each.remark(RULES[ADDS_UP].clause, f"「{words}」{wrong}，请改正。")


def texts_of(document: Document) -> list[str]:
    """Title, headings with their numbers, and paragraphs, as read."""
    numbers = {id(heading): number for heading, number in document.numbered_headings()}
    lines = ["".join(document.title)]
    for block in document.blocks:
        if isinstance(block, Heading):
            lines.append(numbers[id(block)] + plain(block.text))
        elif isinstance(block, Paragraph):
            lines.append(plain(block.text))
    return lines


def count_characters(document: Document) -> int:
    """Characters without white space, as 实施细则 第11条 counts them."""
    return sum(not character.isspace() for line in texts_of(document) for character in line)
