"""The text of a template: line numbers with mistakes in red, light colours, and what may be put in at the cursor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from app.ui import style
from app.ui.editors.lines import is_for_the_program
from app.ui.pages.template_offers import Offers
from app.ui.style import px

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from app.services.templates import Completion

FAMILIES = ("Noto Sans Mono CJK SC", "Sarasa Mono SC", "NSimSun", "新宋体", "WenQuanYi Zen Hei Mono", *style.FAMILIES)
COLOURS = (
    (r"^\s*(?:标题：|#).*$", style.INK, True),
    (r"\[\[|\]\]", style.GREEN, True),
    (r"\{\{.*?(?:\}\}|$)", style.ACCENT, False),
    (r"\{%.*?(?:%\}|$)", style.AMBER, False),
    (r"\"[^\"]*\"(?=[^{}]*[}%]\})", style.GREEN, False),
)
"""What a line holds → its colour, and whether it is bold; later ones cover earlier ones."""
TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class Colours(QSyntaxHighlighter):
    """Headings, slots, statements and comments in their colours."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.rules = [(re.compile(pattern), _format(colour, bold)) for pattern, colour, bold in COLOURS]
        self.comment = _format(style.FAINT, False)

    def highlightBlock(self, text: str) -> None:
        """One line; a comment may go on from the line before."""
        for pattern, shape in self.rules:
            for found in pattern.finditer(text):
                self.setFormat(_units(text, found.start()), _units(found[0], len(found[0])), shape)
        at, inside = 0, self.previousBlockState() == 1
        while inside or (at := text.find("{#", at)) >= 0:
            end = text.find("#}", at)
            last = len(text) if end < 0 else end + 2
            self.setFormat(_units(text, at), _units(text, last) - _units(text, at), self.comment)
            inside, at = False, last
            if end < 0:
                self.setCurrentBlockState(1)
                return
        self.setCurrentBlockState(0)


def _units(text: str, length: int) -> int:
    """The length in Qt's UTF-16 units."""
    return len(text[:length].encode("utf-16-le")) // 2


def _format(colour: str, bold: bool) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setForeground(QColor(colour))
    if bold:
        shape.setFontWeight(QFont.Weight.DemiBold)
    return shape


class Gutter(QWidget):
    """Line numbers at the left of the text; a click goes to the line."""

    def __init__(self, text: TemplateText) -> None:
        super().__init__(text)
        self.text = text
        self.setAccessibleName("行号")

    def sizeHint(self) -> QSize:
        """As wide as the largest number."""
        return QSize(self.text.gutter_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers of the lines in sight, wrong ones white on red."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(style.HEADER))
        painter.setFont(self.text.font())
        height = self.text.fontMetrics().height()
        current = self.text.textCursor().blockNumber() + 1
        for number, top in self.text.lines_in_sight():
            wrong = number in self.text.wrong
            box = QRect(0, top, self.width() - px(4), height)
            if wrong:
                painter.fillRect(QRect(0, top, self.width(), height), QColor(style.RED))
            painter.setPen(QColor(style.PAPER if wrong else style.INK if number == current else style.FAINT))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(number))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """To the line that was clicked."""
        for number, top in reversed(list(self.text.lines_in_sight())):
            if event.position().y() >= top:
                self.text.go_to(number)
                return


class TemplateText(QPlainTextEdit):
    """The text; ``typed`` tells of each change by the person."""

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("template.text")
        self.setAccessibleName("模板文字")
        self.completions: Sequence[Completion] = ()
        self.wrong: frozenset[int] = frozenset()
        self.composing = False
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setStyleHint(QFont.StyleHint.Monospace)
        font.setPixelSize(px(15))
        self.setFont(font)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTabChangesFocus(True)
        self.gutter = Gutter(self)
        self.colours = Colours(self.document())
        self.offers = Offers(self)
        self.offers.taken.connect(self.put_in)
        self.blockCountChanged.connect(lambda: self.make_room())
        self.updateRequest.connect(self.follow)
        self.cursorPositionChanged.connect(self.mark_lines)
        self.verticalScrollBar().valueChanged.connect(self.offers.hide)
        self.textChanged.connect(self.typed.emit)
        self.make_room()
        self.mark_lines()

    def gutter_width(self) -> int:
        """Room for the largest number."""
        return QFontMetrics(self.font()).horizontalAdvance("9") * max(3, len(str(self.blockCount()))) + px(12)

    def make_room(self) -> None:
        """The text begins right of the numbers."""
        self.setViewportMargins(self.gutter_width(), 0, 0, 0)

    def follow(self, area: QRect, down: int) -> None:
        """The numbers scroll with the text."""
        if down:
            self.gutter.scroll(0, down)
        else:
            self.gutter.update(0, area.y(), self.gutter.width(), area.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers are as high as the text."""
        super().resizeEvent(event)
        inner = self.contentsRect()
        self.gutter.setGeometry(QRect(inner.left(), inner.top(), self.gutter_width(), inner.height()))

    def lines_in_sight(self) -> list[tuple[int, int]]:
        """Numbers of the lines in sight, each with its top."""
        block, found = self.firstVisibleBlock(), []
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= self.viewport().height():
            found.append((block.blockNumber() + 1, round(top)))
            top += self.blockBoundingRect(block).height()
            block = block.next()
        return found

    def mark_lines(self) -> None:
        """The current line has a ground of its own."""
        mark = QTextEdit.ExtraSelection()
        shape = QTextCharFormat()
        shape.setBackground(QColor(style.GROUND))
        shape.setProperty(QTextFormat.Property.FullWidthSelection, True)
        cursor = self.textCursor()
        cursor.clearSelection()
        mark.format, mark.cursor = shape, cursor  # type: ignore[attr-defined]
        self.setExtraSelections([mark])
        self.gutter.update()

    def show_wrong(self, lines: Sequence[int]) -> None:
        """These lines are marked."""
        self.wrong = frozenset(lines)
        self.gutter.update()

    def go_to(self, line: int, column: int | None = None) -> None:
        """The cursor stands in the line, which is in sight, and the text has the keyboard."""
        block = self.document().findBlockByNumber(min(line, self.blockCount()) - 1)
        cursor = QTextCursor(block)
        if column is not None:
            cursor.setPosition(block.position() + min(_units(block.text(), column - 1), block.length() - 1))
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def event(self, event: QEvent) -> bool:
        """Keys of the program pass by."""
        if is_for_the_program(event, can_undo=True):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the list of offers while it is shown, Ctrl+Space to call it; all others type."""
        if self.offers.isVisible() and self.key_of_offers(event):
            return
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.offer(called=True)
            return
        super().keyPressEvent(event)
        typed = bool(event.text()) and event.text().isprintable()
        if typed or (event.key() == Qt.Key.Key_Backspace and self.offers.isVisible()):
            self.offer()
        else:
            self.offers.hide()

    def key_of_offers(self, event: QKeyEvent) -> bool:
        """Up, down, Enter, Tab and Esc belong to the list."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.offers.move_by(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in TAKE:
            self.put_in()
        elif event.key() == Qt.Key.Key_Escape:
            self.offers.hide()
        else:
            return False
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Characters of an input method; nothing is offered while it composes."""
        super().inputMethodEvent(event)
        self.composing = bool(event.preeditString())
        if self.composing:
            self.offers.hide()
        elif event.commitString():
            self.offer()

    def offer(self, called: bool = False) -> None:
        """What may stand here; unasked only inside the quotes of a slot."""
        from app.services.templates import asked_at, conditions_of, offered

        cursor = self.textCursor()
        asked = None if cursor.hasSelection() else asked_at(cursor.block().text()[: cursor.positionInBlock()])
        if asked is None or (asked.kind == "slot" and not called):
            self.offers.hide()
            return
        known = conditions_of(asked.figure) if asked.kind == "condition" else self.completions
        self.offers.offer(offered(known, asked.typed, asked.kind), asked, self.cursorRect().bottomLeft())

    def put_in(self) -> None:
        """The chosen one takes the place of what was typed of it; the cursor goes where one types on."""
        chosen, asked = self.offers.chosen(), self.offers.asked
        self.offers.hide()
        if chosen is None or asked is None:
            return
        words = chosen.insert
        if chosen.kind == "slot" and asked.inside:
            words = re.sub(r"^\{\{\s*|\s*\}\}$", "", words)
        before, _, after = words.partition("‸")
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, _units(asked.typed, 999))
        cursor.insertText(before + after)
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, _units(after, 999))
        self.setTextCursor(cursor)
        self.setFocus()
        if chosen.kind == "slot" and before.endswith('"'):
            self.offer()
