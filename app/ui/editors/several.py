"""The line for the person of a record, which takes several people while the record is new: one record for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from app import kinds
from app.ui.editors.pickers import PeopleEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.models.register import Field
    from app.ui.editors.base import Clerk


class OneOrMoreEditor(PeopleEditor):
    """One person as an id, several of a new record as a tuple of ids."""

    def __init__(self, field: Field, clerk: Clerk, parent: QWidget | None = None) -> None:
        super().__init__(field, clerk, parent)
        self.line.setPlaceholderText("几个人同去，用、隔开")

    def set_value(self, value: Any) -> None:
        """The name, or the names in order."""
        people = value if isinstance(value, (tuple, list)) else (value,) if value else ()
        self.known = {self.clerk.show(self.field, person): person for person in people}
        self.line.setText("、".join(self.known))
        self.line.setCursorPosition(0)

    def read(self) -> Any:
        """Who is meant; Misread for several people of a record that is stored already."""
        names = kinds.names_in(self.line.text())
        people = dict.fromkeys(
            self.known[name] if name in self.known else self.clerk.read(self.field, name) for name in names
        )
        if len(people) > 1 and not getattr(self.clerk, "is_new", True):
            raise kinds.Misread("已登记的一条只能有一个人，同去的人请另外新增，或写在「同行人员」里。")
        return tuple(people) if len(people) > 1 else next(iter(people), None)
