"""A summary's draft as one edits it: figures as blue tokens, numbers of headings beside them, remarks in red boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextDocumentFragment,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.reports.document import Document, Figure, Paragraph, heading_number
from app.ui import style
from app.ui.pages import draft_blocks
from app.ui.pages.draft_blocks import FIGURE_TYPE, SIGN, Of
from app.ui.style import px

if TYPE_CHECKING:
    from app.papers.remarks import Remark
    from app.services.summaries import Draft

PLACE = re.compile(r"第(\d+)段")
SMALL = 14
OWN = "application/x-taizhang-draft"
"""Marks a copied stretch that is still at hand with its figures."""


class _Signs(QPyTextObject):
    """Draws the signs of figures as blue tokens."""

    def __init__(self, view: DraftView) -> None:
        super().__init__(view)
        self.view = view

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:
        """As wide as the words, standing on the base line."""
        metrics = QFontMetricsF(format.toCharFormat().font())
        return QSizeF(metrics.horizontalAdvance(self._words(format)) + px(4), metrics.ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,
        format: QTextFormat,
    ) -> None:
        """The words in the accent colour on a light ground."""
        font = format.toCharFormat().font()
        metrics = QFontMetricsF(font)
        painter.save()
        painter.setFont(font)
        area = QRectF(rect)
        painter.fillRect(area.adjusted(1, 0, -1, metrics.descent()), QColor(style.CHOSEN))
        painter.setPen(QColor(style.ACCENT))
        painter.drawText(QPointF(area.left() + px(2), area.bottom()), self._words(format))
        painter.restore()

    def _words(self, form: QTextFormat) -> str:
        return self.view.words_of(form)


class DraftView(QTextEdit):
    """The draft; a click on a figure, or Ctrl+Enter beside it, tells which one."""

    figure_chosen = Signal(object)
    remark_chosen = Signal(object)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summary.draft")
        self.setAccessibleName("总结初稿")
        self.setProperty("role", "draft")
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.figures: list[Figure] = []
        self.shown: Document | None = None
        self.remarks: dict[int, list[Remark]] = {}
        """Number of a block of the text → the remarks shown under it."""
        self.copied: QTextDocumentFragment | None = None
        self.copied_figures: list[Figure] = []
        """The figures that the signs of the copied stretch stand for; those of an earlier draft are others."""
        self.filling = False
        self.signs = _Signs(self)
        self.document().documentLayout().registerHandler(FIGURE_TYPE, self.signs)
        self.document().contentsChanged.connect(self._changed)

    def words_of(self, form: QTextFormat) -> str:
        """What the sign of a format says."""
        number = form.property(Of.FIGURE)
        return self.figures[int(number)].words if number is not None and int(number) < len(self.figures) else ""

    def show_draft(self, draft: Draft | None) -> None:
        """Another draft; the place read stays where it is possible."""
        where = self.verticalScrollBar().value()
        self.filling = True
        self.document().setUndoRedoEnabled(False)
        self.document().clear()
        self.figures = []
        self.shown = draft.document if draft else None
        if draft is not None:
            draft_blocks.fill(self.document(), draft.document, self.figures, self.ink())
        self.show_remarks(draft.remarks if draft else ())
        self.document().setUndoRedoEnabled(True)
        self.document().setModified(False)
        self.filling = False
        self.verticalScrollBar().setValue(where)

    def ink(self) -> QTextCharFormat:
        """The type of the text."""
        form = QTextCharFormat()
        form.setFont(self.font())
        form.setForeground(QColor(style.INK))
        return form

    def read(self) -> Document | None:
        """The document as it stands in the text."""
        return draft_blocks.read(self.document(), self.shown, self.figures) if self.shown is not None else None

    def _changed(self) -> None:
        if not self.filling and self.document().isModified():
            self.edited.emit()

    def show_remarks(self, remarks: Sequence[Remark]) -> None:
        """A red box under each paragraph that something is said of; it joins the last edit, so that undo takes both."""
        found: dict[int, list[Remark]] = {}
        for remark in remarks:
            place = PLACE.search(remark.place)
            found.setdefault(self._block_of(int(place[1])) if place else 0, []).append(remark)
        self.remarks = found
        before, self.filling = self.filling, True
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        for block in self.blocks():
            margin = self._box_height(block) + (px(14) if block.blockNumber() == 0 else 0)
            if abs(block.blockFormat().bottomMargin() - margin) > 0.5:
                form = QTextBlockFormat()
                form.setBottomMargin(margin)
                cursor.setPosition(block.position())
                cursor.mergeBlockFormat(form)
        cursor.endEditBlock()
        self.filling = before
        self.viewport().update()

    def blocks(self) -> list[QTextBlock]:
        """The blocks of the text in their order."""
        found, block = [], self.document().begin()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _block_of(self, paragraph: int) -> int:
        """Number of the block that shows the paragraph of that number."""
        count = 0
        for block in self.blocks()[1:]:
            count += block.blockFormat().property(Of.KIND) == "paragraph" and bool(block.text().strip())
            if count == paragraph:
                return block.blockNumber()
        return 0

    def _box_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(px(SMALL))
        return font

    def _box_width(self) -> int:
        return max(px(120), self.viewport().width() - 2 * px(8) - px(20))

    def _box_height(self, block: QTextBlock) -> float:
        texts = self.remarks.get(block.blockNumber(), [])
        return sum(self._lines_height(each.text) for each in texts) + (px(6) if texts else 0)

    def _lines_height(self, words: str) -> float:
        metrics = QFontMetricsF(self._box_font())
        wrap = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
        return metrics.boundingRect(QRectF(0, 0, self._box_width(), 9999), wrap, words).height() + px(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and beside it what is not of it: numbers of headings, boxes of remarks."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        counts = [0, 0, 0, 0]
        layout = self.document().documentLayout()
        for block in self.blocks():
            area = layout.blockBoundingRect(block)
            if block.blockFormat().property(Of.KIND) == "heading" and block.text().strip():
                level = int(block.blockFormat().property(Of.LEVEL))
                counts[level - 1] += 1
                counts[level:] = [0] * (4 - level)
                self._draw_number(painter, block, area, heading_number(level, counts[level - 1]))
            if block.blockNumber() in self.remarks:
                self._draw_boxes(painter, block, area)
        painter.end()

    def _draw_number(self, painter: QPainter, block: QTextBlock, area: QRectF, words: str) -> None:
        line = block.layout().lineAt(0)
        if line.isValid():
            font = block.begin().fragment().charFormat().font() if not block.begin().atEnd() else self.font()
            painter.setFont(font)
            painter.setPen(QColor(style.SOFT))
            painter.drawText(QPointF(area.left(), area.top() + line.y() + line.ascent()), words)

    def boxes(self, block: QTextBlock, area: QRectF) -> list[tuple[QRectF, Remark]]:
        """Where each remark of a block is drawn."""
        found = []
        top = area.bottom() + px(3)
        for remark in self.remarks.get(block.blockNumber(), []):
            height = self._lines_height(remark.text)
            found.append((QRectF(area.left(), top, self._box_width() + px(20), height - px(2)), remark))
            top += height
        return found

    def _draw_boxes(self, painter: QPainter, block: QTextBlock, area: QRectF) -> None:
        painter.setFont(self._box_font())
        wrap = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignVCenter
        for box, remark in self.boxes(block, area):
            painter.fillRect(box, QColor(style.RED_GROUND))
            painter.fillRect(QRectF(box.left(), box.top(), px(3), box.height()), QColor(style.RED))
            painter.setPen(QColor(style.RED))
            painter.drawText(box.adjusted(px(12), 0, -px(8), 0), int(wrap), remark.text)

    def remark_at(self, point: QPointF) -> Remark | None:
        """The remark whose box is there."""
        place = point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        layout = self.document().documentLayout()
        for block in self.blocks():
            if block.blockNumber() in self.remarks:
                for box, remark in self.boxes(block, layout.blockBoundingRect(block)):
                    if box.contains(place):
                        return remark
        return None

    def figure_beside(self, cursor: QTextCursor) -> Figure | None:
        """The figure before or behind a place of the text."""
        text = self.document()
        for at in (cursor.position() - 1, cursor.position()):
            if at >= 0 and text.characterAt(at) == SIGN:
                one = QTextCursor(text)
                one.setPosition(at + 1)
                number = one.charFormat().property(Of.FIGURE)
                if number is not None:
                    return self.figures[int(number)]
        return None

    def choose(self, number: int) -> None:
        """The records of a figure are asked for."""
        if 0 <= number < len(self.figures):
            self.figure_chosen.emit(self.figures[number])

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a figure or on a remark tells which one."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        if (remark := self.remark_at(event.position())) is not None:
            self.remark_chosen.emit(remark)
            return
        form = self.document().documentLayout().formatAt(self._in_text(event.position()))
        if form.objectType() == FIGURE_TYPE:
            self.choose(int(form.property(Of.FIGURE)))

    def _in_text(self, point: QPointF) -> QPointF:
        return point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter opens the records of the figure beside the cursor; everything else edits."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if (figure := self.figure_beside(self.textCursor())) is not None:
                self.figure_chosen.emit(figure)
            return
        if enter and self.textCursor().block().blockNumber() == 0:
            self.textCursor().insertText(draft_blocks.LINE)
            return
        above = enter and not self.textCursor().hasSelection() and self.textCursor().atBlockStart()
        self._type_plainly()
        super().keyPressEvent(event)
        if enter:
            self._after_enter(above)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method brings is words, behind a figure too."""
        self._type_plainly()
        super().inputMethodEvent(event)

    def _type_plainly(self) -> None:
        """What is typed behind a figure has nothing of it: no hint, no records."""
        form = QTextCharFormat(self.textCursor().charFormat())
        if form.hasProperty(Of.FIGURE):
            for each in (QTextFormat.Property.ObjectType.value, Of.FIGURE, QTextFormat.Property.TextToolTip.value):
                form.clearProperty(each)
            self.setCurrentCharFormat(form)

    def _after_enter(self, above: bool) -> None:
        """What follows a heading is a paragraph; the empty line made above a block is nobody's yet."""
        cursor = self.textCursor()
        if above:
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        heads = cursor.block().blockFormat().property(Of.KIND) == "heading"
        if (above or heads) and not cursor.block().text():
            cursor.joinPreviousEditBlock()
            cursor.setBlockFormat(draft_blocks.block_format(Paragraph(())))
            cursor.setBlockCharFormat(draft_blocks.char_format(Paragraph(()), self.ink()))
            cursor.endEditBlock()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain words; a stretch copied here comes with its figures."""
        if source.hasFormat(OWN) and self.copied is not None:
            self._insert_copied(self.copied)
        elif source.hasText():
            form = draft_blocks.char_format(Paragraph(()), self.ink())
            self.textCursor().insertText(source.text().replace(SIGN, ""), form)

    def _insert_copied(self, copied: QTextDocumentFragment) -> None:
        """The copied stretch; of an earlier draft, its words and figures as they were then."""
        cursor, form = self.textCursor(), draft_blocks.char_format(Paragraph(()), self.ink())
        if self.copied_figures is self.figures:
            cursor.insertFragment(copied)
            return
        stretch = QTextDocument()
        QTextCursor(stretch).insertFragment(copied)
        cursor.beginEditBlock()
        for at in range(stretch.blockCount()):
            if at:
                cursor.insertBlock(draft_blocks.block_format(Paragraph(())), form)
            text = draft_blocks.pieces(stretch.findBlockByNumber(at), self.copied_figures)
            draft_blocks.insert(cursor, text, self.figures, form)
        cursor.endEditBlock()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Words for others, with the figures written out; the stretch itself for here."""
        cursor = self.textCursor()
        self.copied, self.copied_figures = cursor.selection(), self.figures
        words = self._words_between(cursor.selectionStart(), cursor.selectionEnd())
        data = QMimeData()
        data.setText(words)
        data.setData(OWN, b"1")
        return data

    def insert_figure(self, figure: Figure) -> None:
        """A figure where the cursor stands, in place of what is chosen."""
        cursor = self.textCursor()
        form = draft_blocks.char_format(Paragraph(()), self.ink())
        draft_blocks.insert(cursor, (figure,), self.figures, form)

    def find_number(self, words: str, place: str = "") -> bool:
        """Chooses a number typed by hand, in its paragraph first, never part of a longer one; whether there is one."""
        found = PLACE.search(place)
        blocks = self.blocks()
        mine = [blocks[self._block_of(int(found[1]))]] if found else []
        number = re.compile(r"(?<![\d.,])" + re.escape(words) + r"(?![\d.,]*\d)")
        for block in (*mine, *blocks):
            if (match := number.search(block.text())) is not None:
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + match.start())
                cursor.setPosition(block.position() + match.end(), QTextCursor.MoveMode.KeepAnchor)
                self.setTextCursor(cursor)
                return True
        return False

    def insert_paragraph(self, words: str) -> None:
        """A paragraph of its own after the one in which the cursor stands."""
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertBlock(
            draft_blocks.block_format(Paragraph(())), draft_blocks.char_format(Paragraph(()), self.ink())
        )
        cursor.insertText(words)
        self.setTextCursor(cursor)

    def told(self) -> str:
        """The text with its figures written out."""
        return self._words_between(0, self.document().characterCount() - 1)

    def _words_between(self, first: int, last: int) -> str:
        """The words of a stretch, figures written out, blocks on lines of their own."""
        words, one = "", QTextCursor(self.document())
        for at in range(first, last):
            sign = self.document().characterAt(at)
            one.setPosition(at + 1)
            words += self.words_of(one.charFormat()) if sign == SIGN else "\n" if sign in "\u2029\u2028" else sign
        return words
