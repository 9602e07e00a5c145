"""The menu of forms offers official papers, which are made of one record each."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QMenu

from app.ui.dialogs.official_preview import OfficialPreview
from app.ui.main_window import MainWindow
from tests.ui.conftest import add


def test_a_register_offers_its_official_papers(window: MainWindow, qtbot: Any, monkeypatch: Any) -> None:
    assert window.desk is not None
    draft = {"title": "关于防汛的通知", "kind": "通知", "issuer": "政府", "code": "青政发", "year": 2026}
    add(window.desk, "outgoing", **draft, status="拟稿", direction="下行文", category="一般性文件")
    page: Any = window.open_register("outgoing")
    page.show_everything()
    monkeypatch.setattr(QMenu, "popup", lambda *given: None)
    page.acting.do_form()
    menu = page.findChildren(QMenu)[-1]
    assert [action.text() for action in menu.actions()] == ["发文稿纸", "红头文件", "信函"]
    said: list[str] = []
    monkeypatch.setattr(window, "toast", said.append)
    page.table.clearSelection()
    page.acting.print_form("red_head", "红头文件")
    assert said == ["红头文件一次做一份，请先在表里选中一条记录。"]
    shown: list[Any] = []
    monkeypatch.setattr("app.ui.registers.acting.answered", shown.append)
    monkeypatch.setattr(page, "selected", lambda: [1])
    page.acting.print_form("letter", "信函")
    assert isinstance(shown[0], OfficialPreview)
    shown[0].done(0)
