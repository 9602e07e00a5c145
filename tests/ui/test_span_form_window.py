"""Forms of a month or quarter in the window: offered in the menu, the span chosen above the preview."""

from __future__ import annotations

from typing import Any

from PySide6.QtTest import QTest

from app.ui.dialogs.form_preview import SpanFormPreview
from app.ui.main_window import MainWindow


def test_the_rota_is_previewed_for_the_month_that_is_typed(window: MainWindow, qtbot: Any) -> None:
    shown = SpanFormPreview(window, "duty_month", "值班表", "month", f"{window.year}-03")
    shown.show()
    qtbot.waitUntil(lambda: shown.path is not None, timeout=10000)
    assert shown.view.pages.count == 1
    before = shown.made
    shown.span.selectAll()
    QTest.keyClicks(shown.span, "2025-13")
    qtbot.waitUntil(lambda: "2025-03" in shown.wrong.text(), timeout=10000)
    shown.span.selectAll()
    QTest.keyClicks(shown.span, "0")
    qtbot.waitUntil(lambda: shown.made > before and not shown.wrong.text() and shown.print_.isEnabled(), timeout=10000)
    shown.reject()


def test_the_menu_of_duty_offers_log_and_rota(window: MainWindow, qtbot: Any, monkeypatch: Any) -> None:
    offered: list[str] = []
    page: Any = window.open_register("duty")
    monkeypatch.setattr(
        "app.ui.registers.acting.QMenu.popup", lambda menu, at: offered.extend(a.text() for a in menu.actions())
    )
    page.acting.do_form() if hasattr(page, "acting") else page.tools.buttons["form"].click()
    assert offered == ["值班日志", "值班表"]
