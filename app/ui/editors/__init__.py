"""Editors of fields: one for each kind of value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import kinds
from app.ui.editors.base import Clerk, Editor
from app.ui.editors.boxes import YesNoEditor
from app.ui.editors.pickers import ChoiceEditor, PeopleEditor, ReferenceEditor
from app.ui.editors.rows import RowsEditor
from app.ui.editors.several import OneOrMoreEditor
from app.ui.editors.typed import DayEditor, ProseEditor, TitleEditor, TypedEditor

__all__ = ["EDITORS", "Clerk", "Editor", "YesNoEditor", "editor_for"]

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.models.register import Field

EDITORS: dict[type[kinds.Kind], type[Editor]] = {
    kinds.ProseKind: ProseEditor,
    kinds.DayKind: DayEditor,
    kinds.ChoiceKind: ChoiceEditor,
    kinds.YesNoKind: YesNoEditor,
    kinds.ReferenceKind: ReferenceEditor,
    kinds.ReferencesKind: PeopleEditor,
    kinds.RowsKind: RowsEditor,
}
"""Kinds that need more than a line."""
TITLES = frozenset({"title", "topic", "theme", "subject", "purpose", "reason"})
"""Lines whose text is often longer than the form is wide; a workbook and a child row have one line for them too."""


def editor_for(
    field: Field, clerk: Clerk, parent: QWidget | None = None, boxes: bool = True, several: bool = False
) -> Editor:
    """A new editor; without boxes 是 and 否 are typed and prose is a line; ``several``: one person or more."""
    if several:
        return OneOrMoreEditor(field, clerk, parent)
    made = EDITORS.get(type(field.kind), TypedEditor)
    if boxes and field.key in TITLES and isinstance(field.kind, kinds.LineKind):
        made = TitleEditor
    if not boxes and made in (YesNoEditor, ProseEditor):
        made = TypedEditor
    return made(field, clerk, parent)
