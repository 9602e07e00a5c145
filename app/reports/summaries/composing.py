"""From a template to a document: rendered in a sandbox, then cut to what is known.

A sentence whose figure is missing is not written, or has a visible 【待补】 where the template says 缺数：待补; a
part in [[ ]] goes alone where only that is missing; a paragraph none of whose figures is known goes whole; a heading
with nothing under it goes too, and the numbering closes up. A line «结语：…» begins the end of the text, which stands
under no heading and so keeps none alive. Announced counts (项数) are those of what was written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from types import TracebackType
from typing import Any

from jinja2 import TemplateError

from app.reports.document import Annex, Block, Document, Figure, Heading, Inline, Paragraph, Text, chinese_number
from app.reports.summaries.compliance import TABLE_CLOSE, TABLE_OPEN
from app.reports.summaries.faults import FAULTS, said
from app.reports.summaries.sandbox import Sandbox
from app.reports.summaries.slots import CLOSE, COUNT, MISSING, OPEN, ORDINAL, Slots
from app.reports.wording import measured_number

SENTENCE = re.compile(r"[^。！？]*[。！？]?[”’」』）]*")
OPTIONAL = re.compile(r"\[\[((?:(?!\[\[|\]\]).)*)\]\]")
MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")
LOST = re.compile(f"{MISSING}([^{CLOSE}]*){CLOSE}")
ORIGIN_OPEN, ORIGIN_CLOSE = "\ue005", "\ue006"
ORIGIN = re.compile(f"{ORIGIN_OPEN}([0-9a-f]*){ORIGIN_CLOSE}")
TABLE = re.compile(f"{TABLE_OPEN}(\\d+){TABLE_CLOSE}")
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
ENDING = "结语："
AWAITED = re.compile(r"缺数[：:]\s*待补")


class TemplateMistake(ValueError):
    """A template cannot be used; the message names the line."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


@dataclass
class Composed:
    """A document, the sentences left out for want of data, and the texts in it that records and clerks wrote."""

    document: Document
    dropped: list[str] = field(default_factory=list)
    material: list[str] = field(default_factory=list)


def compose(template: str, slots: Slots, names: dict[str, Any], signature: str, signed: date | None) -> Composed:
    """The document that a template gives with these answers."""
    text = written(template, names)
    if any(AWAITED.search(comment) for comment in COMMENT.findall(template)):
        text = LOST.sub(lambda found: f"【待补：{found[1]}】", text)
    dropped: list[str] = []
    title: tuple[str, ...] = ()
    blocks: list[Block] = []
    end: int | None = None
    for line, origin in _lines(text):
        if line.startswith("标题："):
            title = tuple(part for part in line.removeprefix("标题：").split("|") if part)
        elif line.startswith("附件："):
            blocks.append(Annex(line.removeprefix("附件：").strip()))
        elif found := TABLE.fullmatch(line):
            blocks.append(slots.rules.tables[int(found[1])])
        elif line.startswith("#"):
            level = len(line) - len(line.lstrip("#"))
            blocks.append(Heading(level, _text(line.lstrip("# "), slots.given), origin))
        else:
            if line.startswith(ENDING) and end is None:
                end = len(blocks)
            blocks += _paragraph(line.removeprefix(ENDING), origin, slots.given, dropped)
    closing = [] if end is None else blocks[end:]
    blocks = _counted(_close_up(blocks[:end]) + closing)
    return Composed(Document(title, tuple(blocks), signature, signed), dropped, list(slots.material))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Each rendered line that says something, with where it comes from: its template line and its turn there."""
    turns: Counter[str] = Counter()
    for line in text.splitlines():
        origins = ORIGIN.findall(line)
        bare = ORIGIN.sub("", line).strip()
        if bare:
            origin = origins[-1] if origins else ""
            turns[origin] += 1
            yield bare, f"{origin}.{turns[origin]}" if origin else ""


def with_origins(template: str) -> str:
    """The template with a mark at the end of each line of text that names the line whatever stands above it."""
    source = COMMENT.sub(lambda found: "\n" * found[0].count("\n"), template)
    marked, inside = [], 0
    for line in source.split("\n"):
        inside += sum(line.count(sign) for sign in ("{{", "{%")) - sum(line.count(sign) for sign in ("}}", "%}"))
        digest = sha256(line.strip().encode()).hexdigest()[:10]
        is_text = line.strip() and not inside and not re.fullmatch(r"\s*\{%.*%\}\s*", line)
        alone = is_text and not re.fullmatch(r"\s*(?:\{%[^%]*%\}\s*)+", line)
        marked.append(f"{line}{ORIGIN_OPEN}{digest}{ORIGIN_CLOSE}" if alone else line)
    return "\n".join(marked)


def written(template: str, names: Mapping[str, Any]) -> str:
    """The text that a template gives, with its marks; TemplateMistake says at which line it fails."""
    try:
        return Sandbox().written(with_origins(template), names)
    except FAULTS as error:
        line = getattr(error, "lineno", None) if isinstance(error, TemplateError) else None
        line = line or _line_of(error.__traceback__)
        where = f"第 {line} 行" if line else "里有一处"
        raise TemplateMistake(f"总结模板{where}写得不对：{said(error).rstrip('。')}。", line) from error


def _line_of(trace: TracebackType | None) -> int | None:
    """The line of the template that was being written when it failed."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _paragraph(line: str, origin: str, given: Sequence[Figure], dropped: list[str]) -> Iterator[Paragraph]:
    """The paragraph cut to what is known; none where all its figures are missing and no point (一是) is left."""
    had_figures = bool(MARK.search(line) or LOST.search(line))
    kept = "".join(_sentences(_without_optional(line), dropped))
    hollow = had_figures and LOST.search(line) and not MARK.search(kept) and ORDINAL not in kept
    if not kept or hollow:
        return
    role = "salutation" if kept.startswith("> ") else "body"
    text = _text(_ordered(kept.removeprefix("> ")), given)
    yield Paragraph(text, "salutation" if role == "salutation" else "body", origin)


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
        return text.replace(ORDINAL, "").replace(COUNT, measured_number(1))
    count = text.count(ORDINAL)
    number = iter(range(1, count + 1))
    if count:
        text = text.replace(COUNT, measured_number(count))
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


def _counted(blocks: Sequence[Block]) -> list[Block]:
    """项数 outside a list of points is the number of headings that follow below the heading it stands under."""
    return [
        replace(block, text=tuple(_told_count(piece, blocks, at) for piece in block.text))
        if isinstance(block, (Heading, Paragraph))
        else block
        for at, block in enumerate(blocks)
    ]


def _told_count(piece: Inline, blocks: Sequence[Block], at: int) -> Inline:
    if not isinstance(piece, str) or COUNT not in piece:
        return piece
    above = next((block.level for block in reversed(blocks[: at + 1]) if isinstance(block, Heading)), 0)
    levels: list[int] = []
    for block in blocks[at + 1 :]:
        if isinstance(block, Heading):
            if block.level <= above:
                break
            levels.append(block.level)
    count = levels.count(min(levels)) if levels else 0
    return piece.replace(COUNT, measured_number(count) if count else "几")


def with_properties(document: Document, properties: tuple[tuple[str, str], ...]) -> Document:
    """The document with metadata of our own."""
    return replace(document, properties=properties)
