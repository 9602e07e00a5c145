"""一键排版 of the type: fonts, sizes, line pitch and first-line indents, GB/T 9704-2012 5.2 and 7.3."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.papers.layout import Paper, PaperParagraph, Span, seen_runs
from app.papers.lint_type import FAMILIES, HAN, HEADINGS, LINES, TITLE, TYPE, first_sentence
from app.papers.official import BODY_FONT, BODY_PT, HEADING_FONTS, LATIN_FONT, LINE_TWIPS, TITLE_FONT, TITLE_PT
from app.papers.package import Element, w
from app.papers.placing import first, put, put_value
from app.papers.remarks import Fault
from app.papers.rewriting import Rewriting
from app.papers.roles import Part, parts_of
from app.papers.sizes import size_name
from app.papers.styles import Styles
from app.papers.tidy_numbers import set_fonts, set_size

LEVELS = {1: "一级标题", 2: "二级标题", 3: "三级标题", 4: "四级标题"}
TOUCHED = ("body", "heading", "signature", "date")


def tidy_type(rewriting: Rewriting, paper: Paper) -> Iterator[Fault]:
    """Title, headings, text, signature and day as the format wants them; tables and red heads are left alone."""
    nodes = dict(zip((one.number for one in paper.paragraphs), paper.nodes, strict=True))
    changed = False
    for part in parts_of(paper):
        node = nodes[part.paragraph.number]
        found = [*_tidy(part, node, paper.styles)]
        changed = changed or bool(found)
        yield from found
    if changed:
        rewriting.touch(rewriting.package.document)


def _tidy(part: Part, node: Element, styles: Styles) -> Iterator[Fault]:
    runs = list(seen_runs(node, styles))
    if part.role == "title":
        yield from _set_type(part.paragraph, runs, TITLE_FONT, TITLE_PT, "标题", TITLE)
        if part.paragraph.align != "center":
            put_value(first(node, "pPr"), "jc", "center")
            _no_indent(node)
            yield Fault(part.paragraph, TITLE, "标题改为居中。")
    if part.role not in TOUCHED:
        return
    lead = first_sentence([span for _, span in runs]) if part.level in (1, 2) else 0
    if lead:
        name = LEVELS[part.level]
        yield from _set_type(part.paragraph, runs[:lead], HEADING_FONTS[part.level], BODY_PT, name, HEADINGS)
    name = LEVELS[part.level] if part.level and not lead else "正文"
    yield from _set_type(part.paragraph, runs[lead:], BODY_FONT, BODY_PT, name, TYPE)
    if not part.paragraph.pictured:
        yield from _set_pitch(part.paragraph, node)
    if part.role in ("body", "heading") and not part.paragraph.numbered:
        yield from _set_indent(part.paragraph, node)


def _set_type(
    paragraph: PaperParagraph,
    runs: Sequence[tuple[Element, Span]],
    font: str,
    points: float,
    name: str,
    clause: str,
) -> Iterator[Fault]:
    """Font and size of runs; bold, colour and what else stands in them stays."""
    fonts: dict[str, None] = {}
    sizes: dict[float, None] = {}
    for run, span in runs:
        if HAN.search(span.text) and not FAMILIES[font].search(span.font):
            set_fonts(run, asian=font)
            fonts[span.font or "未指定字体"] = None
        if span.text.strip() and span.points != points:
            set_size(run, points)
            sizes[span.points] = None
        if fonts and not span.latin:
            set_fonts(run, latin=LATIN_FONT)
    if fonts:
        yield Fault(paragraph, clause, f"{name}字体由{'、'.join(fonts)}改为{font}。")
    if sizes:
        yield Fault(paragraph, clause, f"{name}字号由{'、'.join(map(size_name, sizes))}改为{size_name(points)}。")


def _set_pitch(paragraph: PaperParagraph, node: Element) -> Iterator[Fault]:
    """An exact pitch of 28.95 pt."""
    if paragraph.line is not None and 28 <= paragraph.line <= 29:
        return
    spacing = put(first(node, "pPr"), "spacing")
    spacing.set(w("line"), str(LINE_TWIPS))
    spacing.set(w("lineRule"), "exact")
    for name in ("before", "after"):
        spacing.set(w(name), "0")
        for suffix in ("Lines", "Autospacing"):
            spacing.attrib.pop(w(name + suffix), None)
    if paragraph.line is not None:
        now = f"固定值{paragraph.line:g}磅"
    else:
        now = f"{paragraph.multiple:g}倍" if paragraph.multiple else "最小值"
    yield Fault(paragraph, LINES, f"行距由{now}改为固定值28.95磅。")


def _set_indent(paragraph: PaperParagraph, node: Element) -> Iterator[Fault]:
    """Two characters at the first line; salutations, blanks typed by hand and centred lines stay as they are."""
    words = paragraph.text
    if words.rstrip().endswith(("：", ":")) and len(words) < 30:
        return
    if paragraph.align in ("center", "right", "end") or abs(paragraph.indent - 2) <= 0.3:
        return
    if words.startswith("　　"):
        return
    indent = put(first(node, "pPr"), "ind")
    for name in ("hanging", "hangingChars"):
        indent.attrib.pop(w(name), None)
    indent.set(w("firstLineChars"), "200")
    indent.set(w("firstLine"), str(round(2 * BODY_PT * 20)))
    yield Fault(paragraph, HEADINGS, "段落首行改为空两个字。")


def _no_indent(node: Element) -> None:
    indent = put(first(node, "pPr"), "ind")
    for name in ("hanging", "hangingChars"):
        indent.attrib.pop(w(name), None)
    for name in ("firstLine", "firstLineChars"):
        indent.set(w(name), "0")
