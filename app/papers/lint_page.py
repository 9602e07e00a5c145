"""公文体检 of the sheet: paper, margins, grid and page numbers, GB/T 9704-2012 5.1, 5.2 and 7.5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.papers.layout import Paper, Section, Span, spans_of
from app.papers.official import LINES_PER_PAGE, MARGINS_MM, PAGE_MM, PAGE_NUMBER_PT, TWIPS_PER_MM
from app.papers.package import Element, w
from app.papers.remarks import WHOLE, Fault
from app.papers.sizes import size_name
from app.papers.styles import Styles

SHEET, MARGINS, LINES, PAGES = (f"GB/T 9704-2012 {clause}" for clause in ("5.1", "5.2.1", "5.2.3", "7.5"))
SIDES = {"top": "上", "bottom": "下", "left": "左", "right": "右"}
TURNED = (
    {"top": 28, "bottom": 26, "left": 37, "right": 35},
    {"top": 26, "bottom": 28, "left": 35, "right": 37},
    {"top": 37, "bottom": 35, "left": 28, "right": 26},
)
"""Margins of a landscape sheet: the same type area turned either way, or not turned."""
PAGE_FIELD = re.compile(r"\bPAGE\b")


def lint_page(paper: Paper) -> Iterator[Fault]:
    """Faults of every section's sheet, then of the page numbers."""
    for section in paper.sections:
        place = f"第{section.number}节" if len(paper.sections) > 1 else WHOLE
        yield from _lint_sheet(section, place)
    if paper.sections:
        yield from _lint_page_numbers(paper)


def _lint_sheet(section: Section, place: str) -> Iterator[Fault]:
    size = sorted(edge / TWIPS_PER_MM for edge in (section.width, section.height))
    if any(abs(found - wanted) > 1 for found, wanted in zip(size, PAGE_MM, strict=True)):
        yield Fault(place, SHEET, f"纸张应为A4（210×297毫米），现为{size[0]:.0f}×{size[1]:.0f}毫米。")
    found_margins = {side: section.margins[side] / TWIPS_PER_MM for side in SIDES}
    if section.landscape:
        if not any(fits(found_margins, wanted) for wanted in TURNED):
            yield Fault(place, MARGINS, "横排页的页边距应与竖排页的版心一致（上28、下26、左37、右35毫米）。")
        return
    for side, label in SIDES.items():
        if abs(found_margins[side] - MARGINS_MM[side]) > 1:
            text = f"{label}边距应为{MARGINS_MM[side]}毫米，现为{found_margins[side]:.1f}毫米。"
            yield Fault(place, MARGINS, text)
    if not 570 <= section.pitch <= 580:
        now = f"现为每行{section.pitch / 20:g}磅" if section.pitch else "现在没有设置"
        yield Fault(place, LINES, f"文档网格应为每页{LINES_PER_PAGE}行（每行约28.95磅），{now}。")


def fits(found: dict[str, float], wanted: dict[str, int]) -> bool:
    """Whether margins in millimetres are those wanted, to the millimetre."""
    return all(abs(found[side] - wanted[side]) <= 1 for side in wanted)


def _lint_page_numbers(paper: Paper) -> Iterator[Fault]:
    footers = paper.sections[-1].footers
    numbered = {kind: found for kind, footer in footers.items() if (found := page_paragraph(footer)) is not None}
    if not {"default", "even"} & set(numbered):
        yield Fault(WHOLE, PAGES, "没有页码。")
        return
    if not alternates(paper.styles, paper.even_and_odd, numbered):
        yield Fault(WHOLE, PAGES, "页码应单页居右、双页居左，各空一字。")
    spans = [span for paragraph in numbered.values() for span in spans_of(paragraph, paper.styles)]
    words = "".join(span.text for span in spans)
    if not re.search("[—－–-]", words):
        yield Fault(WHOLE, PAGES, "页码左右应各放一条一字线，如“— 1 —”。")
    yield from _lint_page_type(numbered, paper.styles, spans)


def _lint_page_type(numbered: dict[str, Element], styles: Styles, spans: list[Span]) -> Iterator[Fault]:
    fonts = {span.latin or span.font for span in spans if span.text.strip().isdecimal()}
    if any("宋" not in font and font.lower() not in ("simsun", "nsimsun") for font in fonts):
        yield Fault(WHOLE, PAGES, f"页码应用宋体，现为{'、'.join(sorted(fonts)) or '未指定字体'}。")
    sizes = {span.points for span in spans if span.text.strip()}
    for size in sorted(sizes - {PAGE_NUMBER_PT}):
        yield Fault(WHOLE, PAGES, f"页码应为{size_name(PAGE_NUMBER_PT)}，现为{size_name(size)}。")


def page_paragraph(footer: Element) -> Element | None:
    """The paragraph of a footer that holds the page number, if any does."""
    for paragraph in footer.iter(w("p")):
        codes = [node.text or "" for node in paragraph.iter(w("instrText"))]
        codes += [node.get(w("instr"), "") for node in paragraph.iter(w("fldSimple"))]
        if any(PAGE_FIELD.search(code) for code in codes) and not any(True for _ in paragraph.iterdescendants(w("p"))):
            return paragraph
    return None


def alternates(styles: Styles, even_and_odd: bool, numbered: dict[str, Element]) -> bool:
    """Whether the number stands outside on odd and on even pages."""
    default = numbered.get("default")
    if default is not None and is_outside(default):
        return True
    if not even_and_odd or set(numbered) < {"default", "even"}:
        return False
    sides = [styles.paragraph(numbered[kind]).get("jc", "left") for kind in ("default", "even")]
    return sides[0] in ("right", "end") and sides[1] in ("left", "start", "both")


def is_outside(paragraph: Element) -> bool:
    """Whether a frame or text box puts the number outside, as Word's own page numbers do."""
    frame = paragraph.find(f"{w('pPr')}/{w('framePr')}")
    if frame is not None and frame.get(w("xAlign")) == "outside":
        return True
    root = paragraph.getroottree().getroot()
    return any((node.text or "") == "outside" for node in root.iter("{*}align"))
