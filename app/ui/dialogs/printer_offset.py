"""打印机校准: how far a printer prints off, measured on a page with crosses and kept for that printer on this PC."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout

from app.ui.dialogs.frame import Dialog, button, text_label
from app.ui.dialogs.print_preview import Make, PrintPreview
from app.ui.printing import NO_PRINTER, Offset, keep_offset, offset_of, printers

if TYPE_CHECKING:
    from app.ui.background import Job
    from app.ui.main_window import MainWindow

MOST = 30.0
HOW = (
    "套打印好的红头纸、表格，或者打出来的字偏了，用这里校准。先「看校准页」打印一张，量左上角十字的中心离纸边多少毫米"
    "（应为左 30、上 40），把差数填在下面：要往右、往下移填正数，往左、往上移填负数。"
    "每台打印机各记各的，只在这台电脑上有效。"
)


class PrinterOffset(Dialog):
    """Printer, millimetres to the right and down."""

    help_page = "07-print"

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, "offset", "打印机校准", 620, 430)
        self.column.addWidget(text_label(HOW))
        self.printer = QComboBox()
        self.printer.setObjectName("offset.printer")
        self.printer.setAccessibleName("打印机")
        self.printer.addItems(printers())
        self.printer.currentTextChanged.connect(self.show_offset)
        self.right = self.millimetres("offset.right", "向右移（毫米）")
        self.down = self.millimetres("offset.down", "向下移（毫米）")
        form = QFormLayout()
        for label, box in (("打印机", self.printer), ("向右移（毫米）", self.right), ("向下移（毫米）", self.down)):
            form.addRow(label, box)
        self.column.addLayout(form)
        self.none = text_label(NO_PRINTER, "red")
        self.none.setVisible(not self.printer.count())
        self.column.addWidget(self.none)
        self.column.addStretch(1)
        self.keep_ = button("offset.keep", "确定", self.keep, "primary")
        self.keep_.setEnabled(bool(self.printer.count()))
        page = button("offset.page", "看校准页…", self.show_page)
        self.foot(page, button("offset.back", "取消", self.reject), self.keep_)
        self.show_offset(self.printer.currentText())

    def millimetres(self, name: str, label: str) -> QDoubleSpinBox:
        """A length, to a tenth of a millimetre."""
        box = QDoubleSpinBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setRange(-MOST, MOST)
        box.setSingleStep(0.5)
        box.setDecimals(1)
        return box

    def show_offset(self, printer: str) -> None:
        """What was measured for this printer."""
        offset = offset_of(self.window_.remembered, printer)
        self.right.setValue(offset.right)
        self.down.setValue(offset.down)

    def keep(self) -> None:
        """The printer is off by so much from now on."""
        offset = Offset(round(self.right.value(), 1), round(self.down.value(), 1))
        keep_offset(self.window_.remembered, self.printer.currentText(), offset)
        self.window_.toast("已记下，以后用这台打印机都按它移动。")
        self.accept()

    def show_page(self) -> None:
        """The page with the crosses, to be printed."""
        from app.ui.messages import answered

        answered(CalibrationPreview(self.window_, "打印机校准页"))


class CalibrationPreview(PrintPreview):
    """The page with the crosses."""

    def make(self) -> Make:
        """It has nothing of the data on it."""

        def write(job: Job, path: Path) -> object:
            from app.services.printed_lists import write_calibration_page

            return write_calibration_page(path)

        return write
