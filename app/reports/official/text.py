"""The text of a paper, line by line, as headings and paragraphs; what the paper gives by itself is taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.reports.document import Block, Document, Heading, Paragraph, lead_level, written_number

LONGEST_HEADING = 40
"""Characters of a line that can be a heading of its own."""
MOST_TITLE_LINES = 4
_DAY = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")
_SENTENCE = re.compile(r"[^。；！？]{2,30}。")
_ANNEX = re.compile(r"附件[:：]\s*(?:1[.．]\s*)?(.+)")
_NEXT_ANNEX = re.compile(r"\d{1,2}[.．]\s*(.+)")


def own_lines(lines: Sequence[str], title: str, offices: Sequence[str]) -> list[str]:
    """The lines without what stands around them in a finished paper: head and title before, name and day behind."""
    found = [line.strip() for line in lines if line.strip()]
    bare = "".join(title.split())
    for start in range(len(found)):
        for count in range(1, MOST_TITLE_LINES + 1):
            if bare and "".join("".join(found[start : start + count]).split()) == bare:
                found = found[start + count :]
                return _without_end(found, offices)
    return _without_end(found, offices)


def _without_end(lines: list[str], offices: Sequence[str]) -> list[str]:
    """Up to the day under the text, with the names over it left off."""
    for at in reversed(range(len(lines))):
        if _DAY.fullmatch("".join(lines[at].split())):
            while at and "".join(lines[at - 1].split()) in {*offices, "".join(offices)}:
                at -= 1
            return lines[:at]
    return lines


def salutation_of(lines: list[str], given: str) -> tuple[str, list[str]]:
    """主送机关 as the record gives it, else as the first line does; and the lines without it."""
    first = lines[0] if lines else ""
    is_salutation = first.endswith(("：", ":")) and "。" not in first and not written_number(first)
    rest = lines[1:] if is_salutation else lines
    return (given or (first if is_salutation else "")).rstrip("：: "), rest


def annexes_of(lines: list[str]) -> tuple[tuple[str, ...], list[str]]:
    """Titles of the annexes that the text names at its end (附件：…), and the lines without them."""
    for at, line in enumerate(lines):
        if found := _ANNEX.match(line):
            titles = [found[1]]
            for following in lines[at + 1 :]:
                further = _NEXT_ANNEX.match(following)
                if further is None:
                    return (), lines
                titles.append(further[1])
            return tuple(title.strip() for title in titles), lines[:at]
    return (), lines


def blocks_of(lines: Sequence[str]) -> tuple[Block, ...]:
    """Headings and paragraphs; a numbered line is a heading only where its number then comes out as it was written."""
    for deepest in (4, 3, 2, 1):
        blocks = tuple(_block(line, deepest) for line in lines)
        numbers = [number for _, number in Document((), blocks).numbered_headings()]
        if numbers == list(_heading_numbers(lines, deepest)):
            return blocks
    return tuple(_block(line, 0) for line in lines)


def _heading_numbers(lines: Sequence[str], deepest: int) -> Iterator[str]:
    for line in lines:
        if _is_heading(line, deepest):
            yield written_number(line).strip()


def _is_heading(line: str, deepest: int) -> bool:
    number = written_number(line)
    is_short = len(line) <= LONGEST_HEADING and not re.search("[。；！？，]", line[:-1])
    return bool(number) and is_short and lead_level(line) <= deepest


def _block(line: str, deepest: int) -> Block:
    """A heading, a paragraph that one leads, or a paragraph."""
    number = written_number(line)
    if _is_heading(line, deepest):
        return Heading(lead_level(line), (line[len(number) :].strip(),))
    led = _SENTENCE.match(line, len(number)) if number and lead_level(line) <= 2 else None
    if led and led.end() < len(line):
        return Paragraph((line[led.end() :],), lead=line[: led.end()])
    return Paragraph((line,))
