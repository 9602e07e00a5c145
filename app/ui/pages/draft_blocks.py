"""A summary's text as blocks of an editable text, and back: figures are single signs that cannot be half edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFormat

from app.reports.document import Block, Chart, Document, Figure, Heading, Inline, Paragraph, Table, Text
from app.ui.style import px

SIGN = "\ufffc"
"""Stands for a figure in the text."""
LINE = "\u2028"
"""A break within the title."""
FIGURE_TYPE = QTextFormat.ObjectTypes.UserObject.value + 1
TITLE_SIZE, TEXT_SIZE = 19, 16
INDENTS = {1: 2.4, 2: 3.4, 3: 1.8, 4: 2.6}
"""Room for the number of a heading, in characters."""


class Of(IntEnum):
    """What a block or sign knows of itself."""

    KIND = QTextFormat.Property.UserProperty.value + 1
    LEVEL = QTextFormat.Property.UserProperty.value + 2
    ROLE = QTextFormat.Property.UserProperty.value + 3
    ORIGIN = QTextFormat.Property.UserProperty.value + 4
    PLACE = QTextFormat.Property.UserProperty.value + 5
    """Of a table or chart: its place among the blocks shown."""
    FIGURE = QTextFormat.Property.UserProperty.value + 6
    """Of a sign: which figure it stands for."""


def block_format(block: Block | None, place: int = 0) -> QTextBlockFormat:
    """How a block stands in the text, and what it knows of itself; None for the title."""
    form = QTextBlockFormat()
    form.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if block is None:
        form.setProperty(Of.KIND, "title")
        form.setBottomMargin(px(14))
        form.setTopMargin(px(6))
    elif isinstance(block, Heading):
        form.setProperty(Of.KIND, "heading")
        form.setProperty(Of.LEVEL, block.level)
        form.setProperty(Of.ORIGIN, block.origin)
        form.setTextIndent(px(TEXT_SIZE) * INDENTS[block.level])
        form.setTopMargin(px(4) if block.level == 1 else 0)
    elif isinstance(block, Paragraph):
        form.setProperty(Of.KIND, "paragraph")
        form.setProperty(Of.ROLE, block.role)
        form.setProperty(Of.ORIGIN, block.origin)
        form.setTextIndent(0 if block.role == "salutation" else px(TEXT_SIZE) * 2)
    else:
        form.setProperty(Of.KIND, "other")
        form.setProperty(Of.PLACE, place)
    return form


def char_format(block: Block | None, ink: QTextCharFormat) -> QTextCharFormat:
    """The type of a block's words."""
    form = QTextCharFormat(ink)
    font = form.font()
    font.setPixelSize(px(TITLE_SIZE if block is None else TEXT_SIZE))
    font.setBold(block is None or (isinstance(block, Heading) and block.level == 1))
    form.setFont(font)
    return form


def sign_format(figure: Figure, number: int, like: QTextCharFormat) -> QTextCharFormat:
    """The sign of a figure."""
    form = QTextCharFormat(like)
    form.setObjectType(FIGURE_TYPE)
    form.setProperty(Of.FIGURE, number)
    form.setToolTip(f"{figure.label}：{figure.records} 条记录")
    return form


def fill(text: QTextDocument, document: Document, figures: list[Figure], ink: QTextCharFormat) -> None:
    """The document's title and text in an empty text; its figures are added to the list."""
    cursor = QTextCursor(text)
    cursor.setBlockFormat(block_format(None))
    cursor.insertText(LINE.join(document.title), char_format(None, ink))
    for place, block in enumerate(document.before_annexes()):
        cursor.insertBlock(block_format(block, place), char_format(block, ink))
        if isinstance(block, (Heading, Paragraph)):
            insert(cursor, block.text, figures, char_format(block, ink))
        else:
            cursor.insertText(_told(block), char_format(block, ink))


def insert(cursor: QTextCursor, text: Text, figures: list[Figure], form: QTextCharFormat) -> None:
    """Words and signs where the cursor stands."""
    for piece in text:
        if isinstance(piece, Figure):
            figures.append(piece)
            cursor.insertText(SIGN, sign_format(piece, len(figures) - 1, form))
        else:
            cursor.insertText(piece, form)


def _told(block: Block) -> str:
    """What stands for a block that is no text."""
    if isinstance(block, (Table, Chart)):
        return f"〔{'表' if isinstance(block, Table) else '图'}：{block.title or '见版面预览'}〕"
    return "〔见版面预览〕"


def read(text: QTextDocument, shown: Document, figures: Sequence[Figure]) -> Document:
    """The document as it stands in the text; what is no text, and the annexes, are those that were shown."""
    title: tuple[str, ...] = shown.title
    blocks: list[Block] = []
    seen: set[str] = set()
    block = text.begin()
    while block.isValid():
        kind = block.blockFormat().property(Of.KIND)
        if block == text.begin():
            title = tuple(part.strip() for part in block.text().split(LINE) if part.strip()) or shown.title
        elif kind == "other":
            blocks.append(shown.blocks[block.blockFormat().property(Of.PLACE)])
        elif (words := pieces(block, figures)) and any(not isinstance(each, str) or each.strip() for each in words):
            blocks.append(_block(block, words, seen))
        block = block.next()
    annexes = shown.blocks[len(shown.before_annexes()) :]
    return replace(shown, title=title, blocks=(*blocks, *annexes))


def _block(block: QTextBlock, words: Text, seen: set[str]) -> Block:
    """A heading or paragraph; a part split off by Enter has no origin, the first part keeps it."""
    form = block.blockFormat()
    origin = str(form.property(Of.ORIGIN) or "")
    origin = "" if origin in seen else origin
    seen.add(origin)
    if form.property(Of.KIND) == "heading":
        return Heading(int(form.property(Of.LEVEL)), words, origin)
    role = form.property(Of.ROLE)
    return Paragraph(words, role if role in ("salutation", "note") else "body", origin)


def pieces(block: QTextBlock, figures: Sequence[Figure]) -> Text:
    """The words and figures of one block."""
    found: list[Inline] = []
    for fragment in fragments(block):
        number = fragment.charFormat().property(Of.FIGURE)
        words = fragment.text()
        if number is not None and SIGN in words:
            found += [figures[int(number)]] * words.count(SIGN)
        elif words := words.replace(SIGN, "").replace(LINE, ""):
            if found and isinstance(found[-1], str):
                found[-1] += words
            else:
                found.append(words)
    return tuple(found)


def fragments(block: QTextBlock) -> list:  # type: ignore[type-arg]
    """The stretches of one format in a block."""
    found = []
    step = block.begin()
    while not step.atEnd():
        found.append(step.fragment())
        step += 1
    return found
