"""一键排版 of the sheet: A4, margins and the line grid of every section, GB/T 9704-2012 5.1 and 5.2."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from app.papers.layout import Paper, Section
from app.papers.lint_page import LINES, MARGINS, SHEET, SIDES, TURNED, fits
from app.papers.official import FOOTER_MM, LANDSCAPE, LINE_TWIPS, MARGINS_MM, PAGE_MM, PORTRAIT, TWIPS_PER_MM, twips
from app.papers.package import Element, w
from app.papers.placing import put
from app.papers.remarks import WHOLE, Fault
from app.papers.rewriting import Rewriting

_LARGER_THAN_A4 = 240
"""Millimetres of the short side from which a sheet is a folded-in table or drawing, and stays as it is."""
_HEADER_MM = 15


def section_nodes(document: Element) -> list[Element]:
    """The sections as they now stand."""
    return [node for node in document.iter(w("sectPr")) if node.getparent().tag != w("sectPrChange")]


def tidy_page(rewriting: Rewriting, paper: Paper) -> Iterator[Fault]:
    """Every section's sheet as the format wants it; what changed, as remarks."""
    document = rewriting.package.document
    body = document.find(w("body"))
    if body is not None and not section_nodes(document):
        etree.SubElement(body, w("sectPr"))
        yield Fault(WHOLE, SHEET, "补上A4纸张、页边距和每页22行的网格。")
        _set_size(section_nodes(document)[0], landscape=False)
        _set_margins(section_nodes(document)[0], landscape=False)
        _set_grid(section_nodes(document)[0])
        return
    for section, node in zip(paper.sections, section_nodes(document), strict=True):
        place = f"第{section.number}节" if len(paper.sections) > 1 else WHOLE
        yield from _tidy_section(section, node, place)


def _tidy_section(section: Section, node: Element, place: str) -> Iterator[Fault]:
    size = sorted(edge / TWIPS_PER_MM for edge in (section.width, section.height))
    if size[0] > _LARGER_THAN_A4:
        return
    if any(abs(found - wanted) > 1 for found, wanted in zip(size, PAGE_MM, strict=True)):
        _set_size(node, section.landscape)
        yield Fault(place, SHEET, f"纸张由{size[0]:.0f}×{size[1]:.0f}毫米改为A4（210×297毫米）。")
    margins = {side: section.margins[side] / TWIPS_PER_MM for side in SIDES}
    if not any(fits(margins, wanted) for wanted in (TURNED if section.landscape else (MARGINS_MM,))):
        _set_margins(node, section.landscape)
        yield Fault(place, MARGINS, _margins_text(margins, section.landscape))
    if not section.landscape and not 570 <= section.pitch <= 580:
        _set_grid(node)
        now = f"每行{section.pitch / 20:g}磅" if section.pitch else "无"
        yield Fault(place, LINES, f"文档网格由{now}改为每页22行（每行28.95磅）。")


def _margins_text(margins: dict[str, float], landscape: bool) -> str:
    wanted = TURNED[0] if landscape else MARGINS_MM
    moved = [
        f"{label}{margins[side]:.1f}→{wanted[side]}"
        for side, label in SIDES.items()
        if abs(margins[side] - wanted[side]) > 1
    ]
    return f"页边距（毫米）：{'、'.join(moved)}。"


def _set_size(node: Element, landscape: bool) -> None:
    sheet = LANDSCAPE if landscape else PORTRAIT
    size = put(node, "pgSz")
    size.set(w("w"), str(sheet.width))
    size.set(w("h"), str(sheet.height))
    size.attrib.pop(w("code"), None)


def _set_margins(node: Element, landscape: bool) -> None:
    sheet = LANDSCAPE if landscape else PORTRAIT
    margin = put(node, "pgMar")
    for side in SIDES:
        margin.set(w(side), str(getattr(sheet, side)))
    margin.set(w("gutter"), "0")
    margin.set(w("footer"), str(min(twips(FOOTER_MM), sheet.bottom - twips(12))))
    if margin.get(w("header")) is None:
        margin.set(w("header"), str(twips(_HEADER_MM)))


def _set_grid(node: Element) -> None:
    grid = put(node, "docGrid")
    grid.set(w("type"), "lines")
    grid.set(w("linePitch"), str(LINE_TWIPS))
    grid.attrib.pop(w("charSpace"), None)
