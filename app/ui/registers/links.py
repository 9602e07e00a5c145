"""The row of links under a form: one key leads from the record shown to what comes of it (转为信访, 登记支出 …)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.flow import Flow

if TYPE_CHECKING:
    from app.models.register import Values
    from app.services.links import Link
    from app.services.records import Saved
    from app.ui.registers.form import RecordForm

KEYS = 9
"""Alt+1 … Alt+9."""
AFTER_LAYOUT = 60
"""Milliseconds after which a part of the form that was just opened has its place."""


class LinkRow(QWidget):
    """Buttons ``link.<key>`` for the links of one register; hidden where it has none."""

    def __init__(self, form: RecordForm) -> None:
        super().__init__(form)
        self.form = form
        self.setObjectName("links")
        self.setAccessibleName("由这条记录登记")
        self.setProperty("role", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.flow = Flow(self, gap=6, margins=(16, 6, 12, 0))
        self.buttons: dict[str, QPushButton] = {}
        self._made = False
        self.hide()

    def show_for(self, record: int | None) -> None:
        """The links of a stored record; a new one leads nowhere yet."""
        if record is not None and not self._made:
            self._make()
        for button in self.buttons.values():
            button.setEnabled(record is not None)
        self.setVisible(bool(self.buttons))

    def _make(self) -> None:
        """The buttons are made when the first record is shown: a form that is only passed by waits for none."""
        from app.services.linking import links_of

        self._made = True
        for number, link in enumerate(links_of(self.form.register), 1):
            keys = f"Alt+{number}" if number <= KEYS else ""
            button = QPushButton(link.label, self)
            button.setProperty("kind", "chip")
            button.setObjectName(f"link.{link.key}")
            button.setAccessibleName(link.label)
            button.setToolTip(f"{link.label}（{keys}）" if keys else link.label)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self.follow, link))
            button.installEventFilter(self.form.keys)
            if keys:
                QShortcut(QKeySequence(keys), self.form.parentWidget() or self.form).activated.connect(button.click)
            self.flow.addWidget(button)
            self.buttons[link.key] = button

    def follow(self, link: Link) -> None:
        """To the record that the link leads to, begun with what is known; what is typed here is stored first."""
        from app.services import linking
        from app.store.errors import StoreError

        form, host, desk = self.form, self.form.host, self.form.clerk.desk
        if form.record is None or (form.is_changed() and not form.save()):
            return
        record = form.record
        try:
            led_to = linking.followed(desk, link, record)
            if led_to is not None:
                host.open_record(link.target, led_to)
                host.toast("已经登记过，打开的就是那一条。")
                return
            register, values = linking.follow(desk, link, record)
        except (linking.CannotFollow, StoreError) as error:
            host.fail(str(error))
            return
        if link.stays:
            form.begin(values, record, typed=True)
            QTimer.singleShot(0, lambda: self._show_filled(link.shows))
            host.toast(f"{link.label}：已填好，请核对后保存。")
            return
        page = host.open_register(register.key)
        if page.may_leave():
            page.table.clearSelection()
            page.form.begin(values, typed=True, way=partial(_kept, page.form, link, record))
            host.toast(f"{link.label}：已带入原记录的内容，请补齐后保存。")

    def _show_filled(self, key: str) -> None:
        """The keyboard goes to what was filled in; again once its part of the form is laid out."""
        keys = self.form.keys
        keys.focus_field(key)
        QTimer.singleShot(AFTER_LAYOUT, self.form, lambda: keys.focus_field(key))


def _kept(form: RecordForm, link: Link, record: int, values: Values, reasons: dict[str, str]) -> Saved:
    """The new record and what the first one learns by it, in one change."""
    from app.services import linking

    return linking.save(form.clerk.desk, link, record, values, reasons)
