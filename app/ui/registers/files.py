"""The files of a record (附件): a folded part of its form; files are dropped in, a double click opens one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.icons import icon
from app.ui.pages.lists import ListRow, ListView
from app.ui.style import SOFT, px

if TYPE_CHECKING:
    from app.services.attachments import Added, Attached
    from app.ui.registers.form import RecordForm

FILTER = "文件 (*.pdf *.ofd *.doc *.docx *.wps *.xls *.xlsx *.et *.jpg *.jpeg *.png *.tif *.bmp *.zip);;所有文件 (*)"
ROWS = 6
"""Files shown without scrolling."""


class FileSection(QWidget):
    """Heading with the number of files; under it their list and what can be done with them."""

    def __init__(self, form: RecordForm) -> None:
        super().__init__(form)
        self.form = form
        self.files: list[Attached] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.heading = QPushButton("附件", self)
        self.heading.setProperty("kind", "section")
        self.heading.setObjectName(f"section.{form.register.key}.附件")
        self.heading.setAccessibleName("附件（展开或收起）")
        self.heading.setIcon(icon("chevron-right", SOFT))
        self.heading.setIconSize(QSize(px(14), px(14)))
        self.heading.clicked.connect(lambda: self.set_open(not self.is_open()))
        self.column.addWidget(self.heading)
        self.body: QWidget | None = None
        self.list: ListView | None = None
        self.buttons: dict[str, QPushButton] = {}
        form.setAcceptDrops(True)
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Files dragged onto the form are attached."""
        if isinstance(event, (QDragEnterEvent, QDropEvent)) and self.form.active and (paths := files_of(event)):
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.add(paths)
            return True
        return super().eventFilter(watched, event)

    def is_open(self) -> bool:
        """Whether the list can be seen."""
        return self.body is not None and not self.body.isHidden()

    def set_open(self, wanted: bool) -> None:
        """Opens or folds it."""
        if wanted and self.body is None:
            self._make()
        if self.body is not None:
            self.body.setVisible(wanted)
        self.heading.setIcon(icon("chevron-down" if wanted else "chevron-right", SOFT))

    def _make(self) -> None:
        self.body = QWidget(self)
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, px(2), 0, px(8))
        column.setSpacing(px(6))
        self.list = ListView("files", "附件", ("文件", "大小", "登记"))
        self.list.widths(160, 68, 96, stretch=0)
        self.list.opened.connect(self.open_file)
        QShortcut(QKeySequence("Delete"), self.list, context=Qt.ShortcutContext.WidgetShortcut).activated.connect(
            self.remove
        )
        column.addWidget(self.list)
        self.hint = QLabel("可以把文件拖到这里；双击或按回车打开，按 Delete 删除。", self.body)
        self.hint.setProperty("role", "faint")
        self.hint.setWordWrap(True)
        column.addWidget(self.hint)
        row = QHBoxLayout()
        for name, label, does in (
            ("add", "添加附件", self.choose),
            ("open", "打开", self.open_current),
            ("remove", "删除附件", self.remove),
        ):
            button = QPushButton(label, self.body)
            button.setObjectName(f"files.{name}")
            button.setAccessibleName(label)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, does=does: does())
            row.addWidget(button)
            self.buttons[name] = button
        row.addStretch(1)
        column.addLayout(row)
        self.column.addWidget(self.body)
        self._list_files()

    # What is shown.

    def show_for(self, record: int | None) -> None:
        """The files of a record; a new one has none yet."""
        self.files = []
        if record is not None:
            from app.services import attachments

            self.files = attachments.listing(self.form.clerk.desk, self.form.register, record)
        self._list_files()

    def _list_files(self) -> None:
        count = len(self.files)
        self.heading.setText(f"附件　{count} 个" if count else "附件")
        if self.list is None:
            return
        self.list.show_rows(
            [ListRow((each.name, each.shown_size, f"{each.added_at:%Y-%m-%d}"), each) for each in self.files]
        )
        self.list.setVisible(bool(count))
        height = self.list.horizontalHeader().sizeHint().height() + px(31) * min(count, ROWS) + px(4)
        self.list.setFixedHeight(height)
        if count:
            self.list.setCurrentIndex(self.list.list_model.index(count - 1, 0))
        for name in ("open", "remove"):
            self.buttons[name].setEnabled(bool(count))

    def current(self) -> Attached | None:
        """The file chosen in the list."""
        at = self.list.currentIndex().row() if self.list is not None else -1
        return self.files[at] if 0 <= at < len(self.files) else None

    # What is done.

    def choose(self) -> None:
        """Files are chosen in the system's own window."""
        host = self.form.host
        folder = str(host.remembered.value("folder", ""))
        chosen, _ = QFileDialog.getOpenFileNames(self, "添加附件", folder, FILTER)
        if chosen:
            host.remembered.setValue("folder", str(Path(chosen[0]).parent))
            self.add([Path(each) for each in chosen])

    def add(self, paths: Sequence[Path]) -> None:
        """Attaches files, one after another off the window's thread; what is typed is stored first."""
        form = self.form
        if not form.active or not paths:
            return
        if (form.record is None or form.is_changed()) and not form.save():
            form.host.toast("请先填好这条记录并保存，再添加附件。")
            return
        desk, register, record = form.clerk.desk, form.register, form.record
        assert record is not None

        def work(job: Any) -> tuple[list[Added], list[str]]:
            return _attached(desk, register, record, paths, job)

        form.host.run_in_background(work, lambda found: self._added(record, *found), title="保存附件")

    def _added(self, record: int, added: list[Added], refused: list[str]) -> None:
        form = self.form
        counted = next((each.characters for each in added if each.characters), None)
        if form.record == record and form.active:
            if counted and not form.is_changed():
                form.show_record(record)
            else:
                self.show_for(record)
            self.set_open(True)
        if added:
            more = f"，{counted} 字已填入「纸质文稿字数」" if counted else ""
            form.host.toast(f"已附上 {len(added)} 个文件{more}。")
        if refused:
            form.host.fail("\n".join(refused))

    def open_current(self) -> None:
        """Opens the chosen file."""
        file = self.current()
        if file is not None:
            self.open_file(file)

    def open_file(self, file: Attached) -> None:
        """A copy is opened by the program that the system has for it."""
        from app.services import attachments

        host, desk = self.form.host, self.form.clerk.desk
        host.run_in_background(lambda job: attachments.open_copy(desk, file.id), self._show_copy)

    def _show_copy(self, copy: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy))):
            self.form.host.fail(f"本机没有能打开「{copy.name}」的程序，请安装后再试。")

    def remove(self) -> None:
        """Takes the chosen file off; Ctrl+Z brings it back."""
        from app.services import attachments
        from app.store.errors import StoreError

        file, host = self.current(), self.form.host
        if file is None:
            return
        try:
            name = attachments.remove(self.form.clerk.desk, file.id)
        except (attachments.CannotAttach, StoreError) as error:
            host.fail(str(error))
        else:
            host.toast(f"附件「{name}」已删除，Ctrl+Z 可以撤回。")
        self.show_for(self.form.record)


def _attached(desk: Any, register: Any, record: int, paths: Sequence[Path], job: Any) -> tuple[list[Added], list[str]]:
    """The files that were taken in, and a sentence for each that was not."""
    from app.services import attachments
    from app.store.errors import StoreError

    added: list[Added] = []
    refused: list[str] = []
    for done, path in enumerate(paths, 1):
        if job.cancelled():
            break
        try:
            added.append(attachments.add(desk, register, record, path))
        except (attachments.CannotAttach, StoreError) as error:
            refused.append(str(error))
        job.progress(done, len(paths))
    return added, refused


def files_of(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """The files that are dragged; none where something else is."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
