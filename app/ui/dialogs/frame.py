"""What all dialogs share: their frame, buttons with names, rows of a form, a line of progress."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.ui.style import px

if TYPE_CHECKING:
    from app.ui.background import Job
    from app.ui.main_window import MainWindow


def button(name: str, label: str, does: Callable[[], object], kind: str = "") -> QPushButton:
    """A button with its object name and accessible name; kinds are those of the style sheet."""
    made = QPushButton(label)
    made.setObjectName(name)
    made.setAccessibleName(label)
    made.setAutoDefault(kind == "primary")
    if kind:
        made.setProperty("kind", kind)
    made.clicked.connect(lambda: does())
    return made


def text_label(text: str = "", role: str = "") -> QLabel:
    """A label that wraps and can be read by keyboard and mouse."""
    made = QLabel(text)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made


def show_text(label: QLabel, text: str) -> None:
    """The text, or nothing at all where there is none."""
    label.setText(text)
    label.setAccessibleName(text)
    label.setVisible(bool(text))


def line_edit(name: str, label: str, text: str = "", hint: str = "") -> QLineEdit:
    """One line to type into."""
    made = QLineEdit(text)
    made.setObjectName(name)
    made.setAccessibleName(label)
    made.setPlaceholderText(hint)
    return made


def cleared(form: QFormLayout) -> None:
    """The form has no rows."""
    while form.rowCount():
        form.removeRow(0)


def table_view(name: str, label: str, row_height: int = 30) -> QTableView:
    """A table with rows of one height, chosen whole."""
    made = QTableView()
    made.setObjectName(name)
    made.setAccessibleName(label)
    made.setProperty("role", "rows")
    made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    made.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(px(row_height))
    made.horizontalHeader().setHighlightSections(False)
    made.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return made


class Dialog(QDialog):
    """A window over the main one: a column of parts, buttons at its foot, work in the background with progress."""

    help_page = "03-record"
    """The manual's page that F1 opens here."""

    def __init__(self, window: MainWindow, name: str, title: str, width: int, height: int) -> None:
        super().__init__(window)
        self.window_ = window
        self.job: Job | None = None
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(18), px(14), px(18), px(14))
        self.column.setSpacing(px(9))
        self.progress = QProgressBar()
        self.progress.setObjectName(f"{name}.progress")
        self.progress.setAccessibleName("进度")
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.said = text_label(role="soft")
        self.said.hide()
        self.resize(px(width), px(height))
        QShortcut(QKeySequence("F1"), self).activated.connect(self.open_manual)

    def open_manual(self) -> None:
        """The manual at this place."""
        from app.ui.manual import Manual

        Manual(self, self.help_page).open()

    def foot(self, *buttons: QWidget) -> None:
        """Progress and what is being done, then the buttons at the right."""
        self.column.addWidget(self.progress)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.said, 1)
        row.addStretch()
        for each in buttons:
            row.addWidget(each)
        self.column.addLayout(row)

    def run(
        self,
        sentence: str,
        work: Callable[[Job], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """The work runs off the window's thread; its progress shows at the foot."""
        if self.job is not None:
            self.job.cancel()
        show_text(self.said, sentence)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.busy(True)

        def over(answer: Callable[[Any], None]) -> Callable[[Any], None]:
            def told(given: Any) -> None:
                if self.job is job:
                    self.settle()
                    answer(given)

            return told

        job = self.window_.run_in_background(work, over(done), over(failed or self.fail))
        self.job = job
        self.window_.workers.progressed.connect(self.show_progress)

    def settle(self) -> None:
        """The work is over, or no longer wanted."""
        self.window_.workers.progressed.disconnect(self.show_progress)
        self.job = None
        self.progress.hide()
        show_text(self.said, "")
        self.busy(False)

    def show_progress(self, job: object, done: int, total: int) -> None:
        """So much of this dialog's work is done."""
        if job is self.job:
            self.progress.setRange(0, total)
            self.progress.setValue(done)

    def busy(self, is_busy: bool) -> None:
        """What cannot be used meanwhile; each dialog says what."""

    def fail(self, error: BaseException) -> None:
        """The sentence of an error, over this dialog."""
        from app.ui.messages import sentence_of, show_failure

        show_failure(self, sentence_of(error))

    def stop(self) -> bool:
        """Running work is asked to stop; False where nothing ran."""
        if self.job is None:
            return False
        self.job.cancel()
        self.settle()
        return True

    def reject(self) -> None:
        """Esc and 取消 first stop the work, then close."""
        if not self.stop():
            super().reject()
