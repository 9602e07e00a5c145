"""公文体检 of the type: fonts, sizes, line pitch and indents, GB/T 9704-2012 5.2 and 7.3."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.papers.layout import Paper, PaperParagraph, Span
from app.papers.official import BODY_FONT, BODY_PT, HEADING_FONTS, TITLE_FONT, TITLE_PT
from app.papers.remarks import WHOLE, Fault
from app.papers.roles import Part
from app.papers.sizes import size_name

TYPE, LINES, TITLE, HEADINGS = (f"GB/T 9704-2012 {clause}" for clause in ("5.2.2", "5.2.3", "7.3.1", "7.3.3"))
HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
FAMILIES = {
    TITLE_FONT: re.compile("小标宋|fzxbs|fzxiaobiaosong", re.IGNORECASE),
    "黑体": re.compile("^黑体|simhei|heiti", re.IGNORECASE),
    "楷体_GB2312": re.compile("楷体|kaiti|simkai", re.IGNORECASE),
    BODY_FONT: re.compile("仿宋|fangsong|simfang", re.IGNORECASE),
}
"""Names under which each font of the format is found."""
_LONG = 28
"""Characters from which a paragraph fills a line, so that its indent can be seen."""


def lint_type(paper: Paper, parts: list[Part]) -> Iterator[Fault]:
    """Faults of the title, then of every paragraph in its order."""
    yield from _lint_title([part.paragraph for part in parts if part.role == "title"])
    page_grid = any(570 <= section.pitch <= 580 for section in paper.sections)
    for part in parts:
        if part.role in ("body", "heading", "signature", "date"):
            yield from _lint_fonts(part)
            if not part.paragraph.pictured:
                yield from _lint_pitch(part.paragraph, page_grid)
        if part.role == "body" and not part.paragraph.numbered and len(part.paragraph.text) > _LONG:
            yield from _lint_indent(part.paragraph)


def _lint_title(paragraphs: list[PaperParagraph]) -> Iterator[Fault]:
    if not paragraphs:
        yield Fault(WHOLE, TITLE, "没有找到标题；标题应居中，用二号小标宋体。")
    for paragraph in paragraphs:
        yield from _wrong_fonts(paragraph, paragraph.spans, TITLE_FONT, "标题", TITLE)
        yield from _wrong_sizes(paragraph, paragraph.spans, TITLE_PT, "标题", TITLE)
        if paragraph.align != "center":
            yield Fault(paragraph, TITLE, "标题应居中。")


def _lint_fonts(part: Part) -> Iterator[Fault]:
    """A heading's own words in its font, what follows in the same paragraph as text."""
    lead, rest = sentence_spans(part.paragraph) if part.level in (1, 2) else ((), part.paragraph.spans)
    if lead:
        name = f"{'一' if part.level == 1 else '二'}级标题"
        yield from _wrong_fonts(part.paragraph, lead, HEADING_FONTS[part.level], name, HEADINGS)
        yield from _wrong_sizes(part.paragraph, lead, BODY_PT, name, TYPE)
    name = "落款" if part.role in ("signature", "date") else "正文" if part.level < 3 else "三级、四级标题和正文"
    yield from _wrong_fonts(part.paragraph, rest, BODY_FONT, name, TYPE)
    yield from _wrong_sizes(part.paragraph, rest, BODY_PT, name, TYPE)


def sentence_spans(paragraph: PaperParagraph) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of the first sentence, and those after it."""
    at = first_sentence(paragraph.spans)
    return paragraph.spans[:at], paragraph.spans[at:]


def first_sentence(spans: Sequence[Span]) -> int:
    """How many spans the first sentence takes."""
    return next((at for at, span in enumerate(spans, start=1) if re.search("[。：]", span.text)), len(spans))


def _wrong_fonts(
    paragraph: PaperParagraph, spans: tuple[Span, ...], wanted: str, name: str, clause: str
) -> Iterator[Fault]:
    fonts = dict.fromkeys(span.font for span in spans if HAN.search(span.text))
    for font in fonts:
        if not FAMILIES[wanted].search(font):
            yield Fault(paragraph, clause, f"{name}应用{wanted}，现为{font or '未指定字体'}。")


def _wrong_sizes(
    paragraph: PaperParagraph, spans: tuple[Span, ...], wanted: float, name: str, clause: str
) -> Iterator[Fault]:
    for size in dict.fromkeys(span.points for span in spans if span.text.strip()):
        if size != wanted:
            yield Fault(paragraph, clause, f"{name}应为{size_name(wanted)}，现为{size_name(size)}。")


def _lint_pitch(paragraph: PaperParagraph, page_grid: bool) -> Iterator[Fault]:
    """22 lines a page: an exact pitch of 28 to 29 pt, or single lines on a grid of 22."""
    if paragraph.line is not None:
        if not 28 <= paragraph.line <= 29:
            yield Fault(paragraph, LINES, f"行距应为固定值28.95磅左右（每页22行），现为固定值{paragraph.line:g}磅。")
    elif not (page_grid and paragraph.multiple == 1):
        now = f"{paragraph.multiple:g}倍行距" if paragraph.multiple else "最小值行距"
        yield Fault(paragraph, LINES, f"行距应为固定值28.95磅左右（每页22行），现为{now}。")


def _lint_indent(paragraph: PaperParagraph) -> Iterator[Fault]:
    words = paragraph.text
    if (
        words.rstrip().endswith(("：", ":"))
        or words.startswith("　　")
        or paragraph.align in ("center", "right", "end")
    ):
        return
    if abs(paragraph.indent - 2) > 0.3:
        yield Fault(paragraph, HEADINGS, "正文段落首行应空两个字。")
