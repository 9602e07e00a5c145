"""Makes the manual’s pictures from the real window on the invented township, run as a script.

No screen is needed. The pictures go to resources/manual/pictures; they are made again when the window has changed.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
OUT = Path(__file__).resolve().parent / "pictures"
WIDTH = 1100
"""Pixels to which a picture of the whole window is brought; enough for the manual and for a page of the web."""

sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LOGNAME"] = "施雨桐"

from PySide6.QtCore import QEventLoop, Qt  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from app.services.backing_up import back_up  # noqa: E402
from app.services.demo import make_demo  # noqa: E402
from app.services.desk import create_desk  # noqa: E402
from app.services.listing import Wanted, all_ids  # noqa: E402
from app.services.safety import drill  # noqa: E402
from app.services.safety_notes import note  # noqa: E402
from app.ui import style  # noqa: E402
from app.ui.dialogs.form_preview import FormPreview  # noqa: E402
from app.ui.dialogs.import_dialog import ImportDialog  # noqa: E402
from app.ui.dialogs.register_preview import RegisterPreview  # noqa: E402
from app.ui.dialogs.safety import SafetyDialog  # noqa: E402
from app.ui.dialogs.settings import SettingsDialog  # noqa: E402
from app.ui.main_window import MainWindow  # noqa: E402

SHEET = """某某镇2026年请假登记
姓名,假别,请假事由,开始日期,结束日期,状态
{first},年休假,探望父母,3月2日,3月6日,已批准
{second},事假,办理事务,3.9,3.9,已批准
赵新来,病假,身体不适,3月12日,3月13日,已批准
{first},事假,家中有事,2月30日,3月3日,已批准
"""


def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    """Waits, the window alive, until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to rest")
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def at_rest(window: MainWindow) -> None:
    """No work is under way, and none follows from what is done."""
    for _ in range(3):
        pause = time.monotonic() + 0.2
        until(lambda pause=pause: time.monotonic() > pause and not window.workers.jobs)  # type: ignore[misc]


def picture(widget: QWidget, name: str) -> None:
    """The widget as it is painted."""
    made = widget.grab().toImage()
    if made.width() > WIDTH:
        made = made.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    made.save(str(OUT / f"{name}.png"))
    print(f"{name}.png {made.width()} × {made.height()}")


def opened(folder: str) -> MainWindow:
    """The window on the invented township."""
    desk = create_desk(Path(folder))
    make_demo(desk, date.today().year)
    desk.close()
    window = MainWindow(folder)
    window.resize(1366, 768)
    window.show()
    ready: list[bool] = []
    window.ready.connect(lambda: ready.append(True))
    window.begin()
    until(lambda: bool(ready))
    return window


def pictures_of(window: MainWindow, folder: Path) -> None:
    """Each page and dialog that the manual shows."""
    desk = window.desk
    assert desk is not None
    today = window.open_tab("today")
    at_rest(window)
    picture(window, "today")
    today.open_page("check")  # type: ignore[union-attr]
    at_rest(window)
    picture(window, "check")
    wanted = Wanted("incoming", start=date(window.year, 1, 1), end=date(window.year, 12, 31))
    page = window.open_register("incoming")
    at_rest(window)
    page.show_record(all_ids(desk, wanted)[2])
    at_rest(window)
    picture(window, "register")
    months_of(window)
    summary = window.open_tab("summaries")
    window.set_year(window.year - 1)
    until(lambda: summary.preview.pages is not None)  # type: ignore[union-attr]
    at_rest(window)
    summary.text.choose(1)  # type: ignore[union-attr]
    at_rest(window)
    picture(window, "summary")
    window.set_year(window.year + 1)
    at_rest(window)
    path = folder / "某某镇2026年请假登记.csv"
    from app.services.reading import completions

    names = [name for _, name, _ in completions(desk, "staff", "", 2)]
    path.write_text(SHEET.format(first=names[0], second=names[1]), encoding="utf-8")
    dialogs = ImportDialog(window, None, path), SettingsDialog(window, "放假安排")
    preview = RegisterPreview(window, Wanted("leave", start=wanted.start, end=wanted.end, descending=False))
    papers = all_ids(desk, Wanted("incoming", start=wanted.start, end=wanted.end, descending=False))
    form = FormPreview(window, "incoming_slip", "文件呈批单", [papers[0]])
    names_of = ("import", "holidays", "preview", "form")
    for dialog, name in zip((*dialogs, preview, form), names_of, strict=True):
        dialog.show()
        at_rest(window)
        if isinstance(dialog, ImportDialog):
            dialog.file.setText(path.name)
        picture(dialog, name)
        dialog.reject()


def months_of(window: MainWindow) -> None:
    """The grids of a month: duty proposed for this month, days in the villages of it."""
    for register, name in (("duty", "duty"), ("visit", "visits")):
        tab: Any = window.open_register(register).parentWidget().parentWidget()
        page = tab.open_month(register)
        at_rest(window)
        if register == "duty":
            page.go(1)
            at_rest(window)
            page.fill()
            at_rest(window)
        picture(window, name)
        if register == "duty":
            page.grid.step_back()


def safety_picture(window: MainWindow) -> None:
    """数据安全 with a month of backups and a second place."""
    desk = window.desk
    assert desk is not None
    place, now = desk.store.folder / "备份", datetime.now().replace(minute=5)
    for days, why in ((24, "关闭时"), (8, "关闭时"), (3, "导入前"), (1, "关闭时"), (0, "改动较多"), (0, "手动")):
        at_rest(window)
        made = back_up(desk, why)
        at = made.at if days == 0 else now - timedelta(days=days)
        made.path.rename(place / f"{why}-{at:%Y%m%d-%H%M%S}.zip")
    note(desk.store.folder, second="E:\\台账备份", second_at=now - timedelta(days=2))
    drill(desk)
    dialog = SafetyDialog(window)
    dialog.show()
    at_rest(window)
    picture(dialog, "safety")
    dialog.reject()


def main() -> None:
    """All pictures are made anew."""
    OUT.mkdir(exist_ok=True)
    application = QApplication(sys.argv[:1])
    style.apply(application)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        window = opened(os.path.join(folder, "data"))
        pictures_of(window, Path(folder))
        safety_picture(window)
        window.close()


if __name__ == "__main__":
    main()
