"""A summary's draft as one reads it: figures as blue tokens, remarks in red boxes under their paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.reports.document import Figure, Heading, Paragraph, Table, Text
from app.ui import style
from app.ui.style import px

if TYPE_CHECKING:
    from app.services.summaries import Draft

PLACE = re.compile(r"第(\d+)段")
TITLE, TEXT, SMALL = 19, 16, 14


class DraftView(QTextBrowser):
    """The draft; a click on a figure, or Enter on it, tells which one."""

    figure_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summary.draft")
        self.setAccessibleName("总结初稿")
        self.setOpenLinks(False)
        self.setProperty("role", "draft")
        self.figures: list[Figure] = []
        self.anchorClicked.connect(self.choose)

    def show_draft(self, draft: Draft | None) -> None:
        """Another draft; the place read stays where it is possible."""
        where = self.verticalScrollBar().value()
        self.figures = draft.figures if draft else []
        self.setHtml(html_of(draft) if draft else "")
        self.verticalScrollBar().setValue(where)

    def choose(self, link: QUrl) -> None:
        """The figure behind a token."""
        number = int(link.path() or -1)
        if link.scheme() == "figure" and 0 <= number < len(self.figures):
            self.figure_chosen.emit(self.figures[number])


def html_of(draft: Draft) -> str:
    """The whole draft."""
    return f"<div style='color:{style.INK}; font-size:{px(TEXT)}px;'>{''.join(_parts(draft))}</div>"


def _parts(draft: Draft) -> Iterator[str]:
    document = draft.document
    numbers = {id(heading): number for heading, number in document.numbered_headings()}
    counter = iter(range(10_000))
    title = "<br>".join(escape(line) for line in document.title)
    css = f"font-size:{px(TITLE)}px; font-weight:600; margin:{px(6)}px 0 {px(14)}px 0"
    yield f"<p align='center' style='{css}'>{title}</p>"
    yield from _boxes([remark.text for remark in draft.remarks if not PLACE.search(remark.place)])
    paragraphs = 0
    for block in document.blocks:
        if isinstance(block, Heading):
            weight = "font-weight:600;" if block.level == 1 else ""
            colour = f"color:{style.INK};" if block.level == 1 else f"color:{style.SOFT};"
            yield _line(escape(numbers[id(block)]) + _text(block.text, counter), weight + colour, block.level == 1)
        elif isinstance(block, Paragraph):
            paragraphs += 1
            yield _line(_text(block.text, counter), "", block.role == "salutation")
            yield from _boxes([r.text for r in draft.remarks if _is_at(r.place, paragraphs)])
        elif isinstance(block, Table):
            yield _table(block, counter)
    if document.signature:
        day = document.signed
        signed = f"{day.year}年{day.month}月{day.day}日" if day else ""
        css = f"line-height:150%; margin-top:{px(16)}px"
        yield f"<p align='right' style='{css}'>{escape(document.signature)}<br>{signed}</p>"


def _is_at(place: str, paragraph: int) -> bool:
    found = PLACE.search(place)
    return found is not None and int(found[1]) == paragraph


def _line(html: str, css: str, flush: bool) -> str:
    indent = 0 if flush else px(TEXT) * 2
    return f"<p style='line-height:150%; margin:0; text-indent:{indent}px; {css}'>{html}</p>"


def _text(text: Text, counter: Iterator[int]) -> str:
    """Plain words, and a token for each figure."""
    return "".join(escape(piece) if isinstance(piece, str) else _token(piece, next(counter)) for piece in text)


def _token(figure: Figure, number: int) -> str:
    css = f"color:{style.ACCENT}; background-color:{style.CHOSEN}; text-decoration:none;"
    hint = escape(f"{figure.label}：{figure.records} 条记录", quote=True)
    return f"<a href='figure:{number}' title='{hint}' style='{css}'>{escape(figure.words)}</a>"


def _boxes(sentences: Sequence[str]) -> Iterator[str]:
    """What is wrong here, in a box with a red edge."""
    for sentence in sentences:
        yield (
            f"<table width='100%' cellspacing='0' cellpadding='{px(7)}' style='margin:{px(4)}px 0 {px(8)}px 0'><tr>"
            f"<td width='{px(3)}' style='background-color:{style.RED}; padding:0'></td>"
            f"<td style='background-color:{style.RED_GROUND}; color:{style.RED}; font-size:{px(SMALL)}px'>"
            f"{escape(sentence)}</td></tr></table>"
        )


def _table(table: Table, counter: Iterator[int]) -> str:
    heads = "".join(f"<th style='background-color:{style.HEADER}'>{escape(each.label)}</th>" for each in table.columns)
    rows = (
        "".join(
            f"<td align='{column.align}'>{_text(cell, counter)}</td>"
            for column, cell in zip(table.columns, row, strict=True)
        )
        for row in table.rows
    )
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    title = f"<p align='center'>{escape(table.title)}</p>" if table.title else ""
    lines = f"border-collapse:collapse; border:1px solid {style.BORDER}; font-size:{px(SMALL)}px"
    return (
        f"{title}<table width='100%' border='1' cellspacing='0' cellpadding='{px(4)}' style='{lines}'>"
        f"<tr>{heads}</tr>{body}</table>"
    )
