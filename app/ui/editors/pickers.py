"""Editors of what is picked: choices, other records, several people; by name or pinyin initials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from app import kinds
from app.ui.editors.base import Clerk, Editor
from app.ui.editors.lines import Line
from app.ui.editors.suggestions import Offer, Suggestions
from app.ui.icons import icon

if TYPE_CHECKING:
    from app.models.register import Field

CAN_BE_ADDED = ("staff", "office", "village", "campaign")
"""Registers to which an unknown name can be added at once."""


class Picker(Editor):
    """A line with a list of what may be meant."""

    def __init__(self, field: Field, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(field, clerk, parent)
        self.line = Line(self)
        self.hold(self.line)
        self._list: Suggestions | None = None
        arrow = QAction(icon("chevron-down"), "展开候选", self.line)
        arrow.triggered.connect(lambda: self.open_list(everything=True))
        self.line.addAction(arrow, QLineEdit.ActionPosition.TrailingPosition)
        opener: QToolButton
        for opener in self.line.findChildren(QToolButton):
            opener.setObjectName("picker.open")
            opener.setAccessibleName(arrow.text())
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._leave)

    def offers(self, typed: str) -> list[Offer]:
        """What may be meant by the typed text; everything for an empty one."""
        raise NotImplementedError

    def take(self, offer: Offer) -> None:
        """The offer is what was meant."""
        self.line.setText(offer.text)

    def typed(self) -> str:
        """The text to which the list answers."""
        return self.line.text().strip()

    @property
    def list(self) -> Suggestions:
        """The list, made when first needed."""
        if self._list is None:
            self._list = Suggestions(self.line)
            self._list.taken.connect(self._clicked)
        return self._list

    def open_list(self, everything: bool = False) -> None:
        """Shows what may be meant; with everything, as if nothing were typed. Of two with one name none is chosen."""
        self.line.setFocus()
        offers = self.offers("" if everything else self.typed())
        same = [at for at, offer in enumerate(offers) if offer.text == self.typed() and offer.meant is not None]
        unclear = len(same) > 1 or not offers or offers[0].meant is None
        self.list.offer(offers, None if unclear else (same or [0])[0])

    def close_list(self) -> bool:
        """Hides the list; True where it was open."""
        if self._list is None or not self._list.isVisible():
            return False
        self._list.hide()
        return True

    def back_out(self) -> bool:
        """Esc closes the list first."""
        return self.close_list()

    def _typed(self) -> None:
        if self.typed():
            self.open_list()
        else:
            self.close_list()
        self.changed.emit()

    def _clicked(self) -> None:
        self.settle()
        self.line.setFocus()

    def _leave(self) -> None:
        self.settle()
        self.left.emit()

    def settle(self) -> None:
        """The chosen line of an open list is taken."""
        offer = self._list.chosen() if self._list is not None else None
        self.close_list()
        if offer is not None:
            self.take(offer)
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """↑ and ↓ move in the list or open it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not self.composing:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                if self._list is not None and self._list.isVisible():
                    self._list.move_by(step)
                else:
                    self.open_list(everything=True)
                return True
        return super().eventFilter(watched, event)

    def is_empty(self) -> bool:
        """Whether the line is empty."""
        return not self.typed()


class ChoiceEditor(Picker):
    """One label of a fixed list, typed by its first characters or pinyin initials."""

    def offers(self, typed: str) -> list[Offer]:
        """Choices that begin with the text or its initials, then those that contain it."""
        from app.store.pinyin import initials

        assert isinstance(self.field.kind, kinds.ChoiceKind)
        choices = self.field.kind.choices
        wanted = typed.lower()
        begins = [c for c in choices if c.startswith(typed) or initials(c).startswith(wanted)]
        holds = [c for c in choices if c not in begins and (typed in c or wanted in initials(c))]
        return [Offer(choice, choice) for choice in begins + holds]

    def set_value(self, value: Any) -> None:
        """The label."""
        self.line.setText(value or "")
        self.line.setCursorPosition(0)

    def read(self) -> Any:
        """The label meant."""
        return self.clerk.read(self.field, self.line.text())


class ReferenceEditor(Picker):
    """One record of another register, by name or pinyin initials; an unknown name can be added."""

    def __init__(self, field: Field, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(field, clerk, parent)
        self.register: str = field.kind.register  # type: ignore[attr-defined]
        self.known: dict[str, int] = {}
        """Names shown or taken, with the records they stand for."""

    def offers(self, typed: str) -> list[Offer]:
        """Records of that name or those initials; at the end the line that adds one."""
        found = [Offer(record, name, hint) for record, name, hint in self.clerk.complete(self.register, typed)]
        is_name = any("\u4e00" <= c <= "\u9fff" for c in typed)
        if is_name and self.register in CAN_BE_ADDED and all(offer.text != typed for offer in found):
            found.append(Offer(None, typed, f"＋ 新增到{WHERE[self.register]}"))
        return found

    def take(self, offer: Offer) -> None:
        """The record is meant by its name from now on; an unknown one is made first."""
        record = offer.meant if offer.meant is not None else self.clerk.add(self.register, offer.text)
        if record is not None:
            self.known[offer.text] = record
            super().take(offer)

    def set_value(self, value: Any) -> None:
        """The record's name."""
        name = self.clerk.show(self.field, value)
        self.known = {name: value} if value else {}
        self.line.setText(name)
        self.line.setCursorPosition(0)

    def read(self) -> Any:
        """The record's id."""
        name = self.typed()
        return self.known[name] if name in self.known else self.clerk.read(self.field, name)


WHERE = {"staff": "干部职工", "office": "内设机构", "village": "村(社区)", "campaign": "专项工作"}


class PeopleEditor(ReferenceEditor):
    """Several people, separated by 、; the one being typed is completed."""

    def typed(self) -> str:
        """The name being typed: the last one."""
        names = kinds.NAME_MARKS.split(self.line.text())
        return names[-1].strip()

    def _typed(self) -> None:
        """A 、 behind initials takes the person that the list offers, and the next name begins."""
        text = self.line.text()
        offer = self._list.chosen() if self._list is not None and self._list.isVisible() else None
        if offer is None or offer.meant is None or not kinds.NAME_MARKS.fullmatch(text[-1:]):
            super()._typed()
            return
        self.line.setText(text[:-1])
        self.take(offer)
        self.line.setText(f"{self.line.text()}、")
        self.close_list()
        self.changed.emit()

    def take(self, offer: Offer) -> None:
        """The name being typed becomes the one taken."""
        before = self.line.text()[: len(self.line.text()) - len(kinds.NAME_MARKS.split(self.line.text())[-1])]
        super().take(offer)
        self.line.setText(f"{before}{offer.text}")

    def set_value(self, value: Any) -> None:
        """The names in order."""
        self.known = {}
        for person in value or ():
            self.known[self.clerk.show(self.field, (person,))] = person
        self.line.setText("、".join(self.known))
        self.line.setCursorPosition(0)

    def read(self) -> tuple[int, ...]:
        """The ids, each once."""
        ids: list[int] = []
        for name in kinds.names_in(self.line.text()):
            ids += [self.known[name]] if name in self.known else self.clerk.read(self.field, name)
        return tuple(dict.fromkeys(ids))

    def is_empty(self) -> bool:
        """Whether nobody is named."""
        return not self.line.text().strip()
