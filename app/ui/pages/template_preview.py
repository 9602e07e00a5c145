"""What a template gives at present, as one reads it: headings numbered, figures as blue tokens."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from app.reports.document import Document, Heading, Paragraph, Table, Text
from app.ui import style
from app.ui.style import px

SIZE = 15


def preview_html(document: Document) -> str:
    """The whole document."""
    return f"<div style='color:{style.INK}; font-size:{px(SIZE)}px;'>{''.join(_parts(document))}</div>"


def _parts(document: Document) -> Iterator[str]:
    numbers = {id(heading): number for heading, number in document.numbered_headings()}
    title = "<br>".join(escape(line) for line in document.title)
    yield f"<p align='center' style='font-size:{px(18)}px; font-weight:600; margin-bottom:{px(10)}px'>{title}</p>"
    for block in document.blocks:
        if isinstance(block, Heading):
            css = "font-weight:600;" if block.level == 1 else f"color:{style.SOFT}; font-weight:600;"
            yield _line(escape(numbers[id(block)]) + _text(block.text), css)
        elif isinstance(block, Paragraph):
            yield _line(_text(block.text), "" if block.role == "salutation" else f"text-indent:{px(SIZE) * 2}px;")
        elif isinstance(block, Table):
            yield _table(block)
    if document.signature:
        yield f"<p align='right' style='line-height:150%'>{escape(document.signature)}</p>"


def _line(html: str, css: str) -> str:
    return f"<p style='line-height:150%; margin:0; {css}'>{html}</p>"


def _text(text: Text) -> str:
    """Plain words, and a token for each figure."""
    token = f"<span style='color:{style.ACCENT}; background-color:{style.CHOSEN};'>"
    return "".join(
        escape(piece) if isinstance(piece, str) else f"{token}{escape(piece.words)}</span>" for piece in text
    )


def _table(table: Table) -> str:
    heads = "".join(f"<th>{escape(each.label)}</th>" for each in table.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    return f"<table border='1' cellspacing='0' cellpadding='{px(4)}'><tr>{heads}</tr>{rows}</table>"
