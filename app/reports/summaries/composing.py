"""From a template to a document: rendered in a sandbox, then cut to what is known.

A sentence whose figure is missing is not written; a part in [[ ]] goes alone where only that is missing; a paragraph
none of whose figures is known goes whole; a heading with nothing under it goes too, and the numbering closes up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.reports.document import Block, Document, Figure, Heading, Inline, Paragraph, Text, chinese_number
from app.reports.summaries.slots import CLOSE, MISSING, OPEN, ORDINAL, Slots, UnknownFigure

SENTENCE = re.compile(r"[^。！？]*[。！？]?[”’」』）]*")
OPTIONAL = re.compile(r"\[\[((?:(?!\[\[|\]\]).)*)\]\]")
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
LOST = re.compile(f"{MISSING}([^{CLOSE}]*){CLOSE}")


class TemplateMistake(ValueError):
    """A template cannot be used; the message names the line."""


@dataclass
class Composed:
    """A document, and the sentences that were left out for want of data."""

    document: Document
    dropped: list[str] = field(default_factory=list)


def compose(template: str, slots: Slots, names: dict[str, Any], signature: str, signed: date | None) -> Composed:
    """The document that a template gives with these answers."""
    text = _rendered(template, names)
    dropped: list[str] = []
    title: tuple[str, ...] = ()
    blocks: list[Block] = []
    for line in (line.strip() for line in text.splitlines()):
        if not line:
            continue
        if line.startswith("标题："):
            title = tuple(part for part in line.removeprefix("标题：").split("|") if part)
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            blocks.append(Heading(level, _text(line.lstrip("# "), slots.given)))
        else:
            blocks += _paragraph(line, slots.given, dropped)
    blocks = _close_up(blocks)
    return Composed(Document(title, tuple(blocks), signature, signed), dropped)


def _rendered(template: str, names: dict[str, Any]) -> str:
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    try:
        return environment.from_string(template).render(names)
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        where = f"第 {line} 行" if line else ""
        raise TemplateMistake(f"总结模板{where}写得不对（{error.message}），请检查后再试。") from error
    except (UnknownFigure, TypeError, ValueError) as error:
        raise TemplateMistake(f"总结模板里有一处写得不对：{str(error).rstrip('。')}。") from error


def _paragraph(line: str, given: Sequence[Figure], dropped: list[str]) -> Iterator[Paragraph]:
    """The paragraph cut to what is known; none where all its figures are missing."""
    had_figures = bool(MARK.search(line) or LOST.search(line))
    kept = "".join(_sentences(_without_optional(line), dropped))
    if not kept or (had_figures and not MARK.search(kept) and LOST.search(line)):
        return
    role = "salutation" if kept.startswith("> ") else "body"
    text = _text(_ordered(kept.removeprefix("> ")), given)
    yield Paragraph(text, "salutation" if role == "salutation" else "body")


def _without_optional(line: str) -> str:
    """Parts in [[ ]], innermost first: written where known, else left out alone."""
    while OPTIONAL.search(line):
        line = OPTIONAL.sub(lambda found: "" if LOST.search(found[1]) else found[1], line)
    return line


def _sentences(line: str, dropped: list[str]) -> Iterator[str]:
    for sentence in SENTENCE.findall(line):
        if not sentence:
            continue
        clauses = sentence.rstrip("。！？").split("；") if "；" in sentence else [sentence]
        good = [clause for clause in clauses if not LOST.search(clause)]
        dropped += [_told(clause) for clause in clauses if LOST.search(clause)]
        if len(clauses) == 1:
            yield from good
        elif good:
            yield "；".join(good) + (sentence[-1] if sentence[-1] in "。！？" else "")


def _told(clause: str) -> str:
    """A sentence that was not written, with the name of what it lacks."""
    named = LOST.sub(lambda found: f"【{found[1]}】", clause)
    return MARK.sub("…", named).replace(ORDINAL, "").strip()


def _ordered(text: str) -> str:
    """«一是», «二是» in their order; a single one needs no number."""
    if text.count(ORDINAL) == 1:
        return text.replace(ORDINAL, "")
    number = iter(range(1, text.count(ORDINAL) + 1))
    return re.sub(ORDINAL, lambda _: f"{chinese_number(next(number))}是", text)


def _text(line: str, given: Sequence[Figure]) -> Text:
    pieces: list[Inline] = []
    for at, piece in enumerate(MARK.split(line)):
        if at % 2:
            pieces.append(given[int(piece)])
        elif piece:
            pieces.append(piece)
    return tuple(pieces)


def _close_up(blocks: Sequence[Block]) -> list[Block]:
    """Headings with nothing under them are left out."""
    kept: list[Block] = []
    for block in reversed(blocks):
        if isinstance(block, Heading):
            below = next(iter(reversed(kept)), None)
            if below is None or (isinstance(below, Heading) and below.level <= block.level):
                continue
        kept.append(block)
    return list(reversed(kept))


def with_properties(document: Document, properties: tuple[tuple[str, str], ...]) -> Document:
    """The document with metadata of our own."""
    return replace(document, properties=properties)
