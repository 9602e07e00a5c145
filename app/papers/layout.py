"""The text of a Word file with the layout it really has: styles, their inheritance and the theme worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.papers.numbering import AutoNumbers
from app.papers.package import RELATION_ID, Element, Package, w
from app.papers.styles import Properties, Styles

_SKIPPED = {w("del"), w("moveFrom"), w("txbxContent"), w("rPr"), w("pPr"), w("sdtPr")}
_NUMBER = re.compile(r"[-+]?\d{1,9}(?:\.\d{1,9})?")
_MEASURE = re.compile(r"(-?\d{1,6}(?:\.\d{1,9})?)(pt|mm|cm|in)")
_TWIPS = {"pt": 20.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0}
_THINGS = (w("drawing"), w("pict"), w("object"), w("instrText"), w("fldSimple"), w("sym"), w("delText"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True)
class Span:
    """A stretch of text in one font and size."""

    text: str
    font: str
    """Font of Chinese characters, empty if the file names none."""
    latin: str
    points: float
    red: bool = False


@dataclass(frozen=True)
class PaperParagraph:
    """One paragraph that holds text."""

    number: int
    """1, 2, 3 … over the paragraphs with text, those in tables included."""
    text: str
    """With its automatic number, if it has one."""
    spans: tuple[Span, ...]
    align: str
    line: float | None
    """Exact line pitch in points; None where the pitch is not exact."""
    multiple: float
    """Lines of the multiple where the pitch is not exact."""
    indent: float
    """First-line indent in characters; a hanging one is negative."""
    in_table: bool
    numbered: bool = False
    """Whether Word itself numbers it."""
    pictured: bool = False
    """Whether a picture, object or formula stands in its lines, which an exact pitch would cut off."""
    contents: bool = False
    """Whether it is a line of a table of contents."""

    @property
    def points(self) -> float:
        """Size of the first span."""
        return self.spans[0].points


@dataclass(frozen=True)
class Section:
    """One section's sheet in twips, and its page numbers."""

    number: int
    width: int
    height: int
    margins: dict[str, int]
    pitch: int
    """Line grid; 0 where there is none."""
    footers: dict[str, Element]
    """Footer by kind: default, even, first."""

    @property
    def landscape(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.width > self.height


@dataclass(frozen=True)
class Paper:
    """A Word file as its reader sees it."""

    paragraphs: tuple[PaperParagraph, ...]
    sections: tuple[Section, ...]
    even_and_odd: bool
    styles: Styles
    nodes: tuple[Element, ...] = ()
    """The elements of the paragraphs, in their order."""
    blanks: tuple[Element, ...] = ()
    """Paragraphs outside tables in which nothing stands."""


def read_layout(package: Package) -> Paper:
    """Paragraphs and sections of an opened file."""
    styles = Styles(package.styles, package.theme)
    body = package.document.find(w("body"))
    numbers = AutoNumbers(package.numbering)
    paragraphs: list[PaperParagraph] = []
    nodes: list[Element] = []
    blanks: list[Element] = []
    for node, in_table in _paragraph_nodes(body) if body is not None else ():
        own = styles.paragraph(node)
        prefix = numbers.next(own.get("numId"), own.get("ilvl"))
        spans = tuple(spans_of(node, styles))
        text = prefix + "".join(span.text for span in spans)
        if text.strip() and spans:
            nodes.append(node)
            made = _paragraph(len(nodes), text, spans, own, in_table)
            paragraphs.append(
                replace(made, numbered=bool(prefix), pictured=is_pictured(node), contents=styles.is_contents(node))
            )
        elif not in_table and not any(True for _ in node.iter(*_THINGS, w("t"))):
            blanks.append(node)
    flag = package.settings.find(w("evenAndOddHeaders")) if package.settings is not None else None
    return Paper(
        tuple(paragraphs),
        tuple(_sections(package)),
        is_on(flag),
        styles,
        tuple(nodes),
        tuple(blanks),
    )


def is_on(switch: Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return switch is not None and switch.get(w("val")) not in ("0", "false", "off")


def is_pictured(node: Element) -> bool:
    """Whether something other than text stands in the lines of a paragraph; what floats beside them does not count."""
    if any(True for _ in node.iter("{*}inline", "{*}oMath", w("object"))):
        return True
    styles = [shape.get("style", "") for pict in node.iter(w("pict")) for shape in pict.iter("{*}shape", "{*}rect")]
    return any("position:absolute" not in style for style in styles)


def _paragraph_nodes(node: Element, in_table: bool = False) -> Iterator[tuple[Element, bool]]:
    """(paragraph, whether in a table) in reading order, through content controls and tables."""
    for child in node:
        if child.tag == w("p"):
            yield child, in_table
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag != _FALLBACK:
            yield from _paragraph_nodes(child, in_table or child.tag == w("tbl"))


def runs_of(node: Element) -> Iterator[Element]:
    """The runs of a paragraph as it stands: without deleted text, text boxes and second versions."""
    for child in node:
        if child.tag == w("r"):
            yield child
        elif isinstance(child.tag, str) and child.tag not in _SKIPPED and child.tag != _FALLBACK:
            yield from runs_of(child)


def run_text(run: Element) -> str:
    """The text of one run; a tab or line break is a space."""
    parts = []
    for child in run:
        if child.tag == w("t"):
            parts.append(child.text or "")
        elif child.tag in (w("tab"), w("cr")) or (
            child.tag == w("br") and child.get(w("type")) in (None, "textWrapping")
        ):
            parts.append(" ")
        elif child.tag == w("noBreakHyphen"):
            parts.append("-")
    return "".join(parts)


def spans_of(paragraph: Element, styles: Styles) -> Iterator[Span]:
    """The visible text of a paragraph with its fonts and sizes."""
    for _, span in seen_runs(paragraph, styles):
        yield span


def seen_runs(paragraph: Element, styles: Styles) -> Iterator[tuple[Element, Span]]:
    """The runs whose text is visible."""
    for run in runs_of(paragraph):
        text = run_text(run)
        if not text:
            continue
        own = styles.run(paragraph, run)
        if own.get("vanish") not in (None, "0", "false", "off"):
            continue
        yield run, Span(text, own.get("font", ""), own.get("latin", ""), number_of(own.get("sz"), 20) / 2, _is_red(own))


def _is_red(own: Properties) -> bool:
    return own.get("color", "").upper() in ("FF0000", "C00000", "E60000", "ED1C24")


def number_of(words: str | None, otherwise: float = 0) -> float:
    """A number of the file, or another where none is written there."""
    return float(words) if words is not None and _NUMBER.fullmatch(words) else otherwise


def _paragraph(number: int, text: str, spans: tuple[Span, ...], own: Properties, in_table: bool) -> PaperParagraph:
    line, rule = number_of(own.get("line"), 240), own.get("lineRule", "auto")
    points = spans[0].points or 16
    if "firstLineChars" in own:
        indent = number_of(own["firstLineChars"]) / 100
    elif "hanging" in own:
        indent = -number_of(own["hanging"]) / 20 / points
    else:
        indent = number_of(own.get("firstLine")) / 20 / points
    return PaperParagraph(
        number,
        text,
        spans,
        align=own.get("jc", "left"),
        line=line / 20 if rule == "exact" else None,
        multiple=line / 240 if rule == "auto" else 0,
        indent=indent,
        in_table=in_table,
    )


def _sections(package: Package) -> Iterator[Section]:
    inherited: dict[str, Element] = {}
    for number, node in enumerate(package.document.iter(w("sectPr")), start=1):
        if node.getparent() is not None and node.getparent().tag == w("sectPrChange"):
            continue
        for reference in node.findall(w("footerReference")):
            footer = package.footers.get(reference.get(RELATION_ID, ""))
            if footer is not None:
                inherited = {**inherited, reference.get(w("type"), "default"): footer}
        size, margin, grid = node.find(w("pgSz")), node.find(w("pgMar")), node.find(w("docGrid"))
        has_grid = grid is not None and grid.get(w("type")) in ("lines", "linesAndChars", "snapToChars")
        yield Section(
            number,
            width=_twips(size, "w"),
            height=_twips(size, "h"),
            margins={side: _twips(margin, side) for side in ("top", "bottom", "left", "right")},
            pitch=_twips(grid, "linePitch") if has_grid else 0,
            footers=inherited,
        )


def _twips(node: Element | None, attribute: str) -> int:
    """A length of the sheet; the strict form of the format also writes units."""
    words = node.get(w(attribute), "") if node is not None else ""
    if measure := _MEASURE.fullmatch(words):
        return round(float(measure[1]) * _TWIPS[measure[2]])
    return round(number_of(words))
