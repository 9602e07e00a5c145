"""Whether Chinese can be typed is known before anybody wonders."""

from __future__ import annotations

import pytest

from app.ui.input_method import asked_for, choose, has_plugin, is_reached


def of_the_wheels(name: str) -> bool:
    """The plugins that Qt's wheels bring."""
    return name in ("ibus", "compose")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"GTK_IM_MODULE": "fcitx5", "QT_IM_MODULE": "xim"}, "ibus"),
        ({"QT_IM_MODULES": "fcitx;ibus", "QT_IM_MODULE": "fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "ibus"}, "ibus"),
        ({}, None),
    ],
)
def test_fcitx_is_reached_through_ibus(before: dict[str, str], after: str | None) -> None:
    environment = dict(before)
    choose(environment, of_the_wheels)
    assert environment.get("QT_IM_MODULE") == after
    assert "QT_IM_MODULES" not in environment
    assert is_reached(environment, of_the_wheels, "linux") is (after == "ibus")


def test_a_plugin_of_fcitx_is_used_where_there_is_one() -> None:
    environment = {"QT_IM_MODULE": "fcitx"}
    choose(environment, lambda name: True)
    assert environment == {"QT_IM_MODULE": "fcitx"}
    assert asked_for(environment) == "fcitx"


def test_nothing_is_said_where_the_system_needs_no_plugin() -> None:
    assert is_reached({}, of_the_wheels, "win32")
    assert is_reached({"QT_QPA_PLATFORM": "offscreen"}, of_the_wheels, "linux")
    assert not is_reached({}, of_the_wheels, "linux")


def test_the_wheels_of_qt_bring_ibus_and_no_fcitx() -> None:
    assert has_plugin("ibus")
    assert not has_plugin("fcitx")
    assert not has_plugin("")
