"""材料: highlights, problems and plans of the year, listed under the draft, to be put or dragged into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.registers.side import SideButton

if TYPE_CHECKING:
    from app.services.material import Piece
    from app.ui.pages.summaries import SummariesPage

KINDS = (("highlights", "典型事例"), ("problems", "存在问题"), ("plans", "下步打算"))


class MaterialSide(QWidget):
    """Three buttons with their counts; each opens its list."""

    def __init__(self, page: SummariesPage) -> None:
        super().__init__()
        self.page = page
        self.found: dict[str, list[Piece]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.buttons: dict[str, SideButton] = {}
        for key, label in KINDS:
            entry = SideButton(f"summary.{key}", label, self)
            entry.clicked.connect(lambda _=False, key=key, label=label: self.open(key, label))
            column.addWidget(entry)
            self.buttons[key] = entry

    def count(self) -> None:
        """How much there is of each for the year at hand."""
        desk, year = self.page.window_.desk, self.page.window_.year
        assert desk is not None

        def work(job: object) -> dict[str, list[Piece]]:
            from app.services.material import material

            return material(desk, year)

        self.page.window_.run_in_background(work, self.show_counts)

    def show_counts(self, found: dict[str, list[Piece]]) -> None:
        """The counts beside the labels."""
        self.found = found
        for key, entry in self.buttons.items():
            entry.show_count(len(found.get(key, ())))

    def open(self, key: str, label: str) -> None:
        """The pieces of one kind under the draft."""
        self.page.below.show_material(label, self.found.get(key, []), self.put)

    def put(self, piece: Piece) -> None:
        """A piece as a paragraph after the one at hand."""
        self.page.texts.inserted.append(piece.text)
        self.page.text.insert_paragraph(piece.text.rstrip("。") + "。")
        self.page.text.setFocus()
