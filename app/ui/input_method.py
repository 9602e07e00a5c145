"""Whether Chinese can be typed: which input method the system names, and whether Qt can reach it.

Qt's wheels bring the plugin of ibus and none of fcitx; where fcitx runs (麒麟, 统信) its ibus front end serves. On
Windows and macOS the system's own input method needs nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path

FCITX = ("fcitx", "fcitx5")
SILENT = ("compose", "xim", "simple", "none", "")
"""Modules with which no Chinese can be typed in Qt 6."""
UNREACHED = "这台电脑的输入法没有接到台账上，可能打不出汉字；怎么办见使用说明（F1）里的「键盘与输入法」。"


def asked_for(environment: Mapping[str, str]) -> str:
    """The input method that the session names: ibus, fcitx …; empty where it names none."""
    named = environment.get("QT_IM_MODULES", "").split(";")[0] or environment.get("QT_IM_MODULE", "")
    if named in SILENT:
        named = environment.get("XMODIFIERS", "").partition("@im=")[2] or environment.get("GTK_IM_MODULE", "")
    return named.strip()


def choose(environment: MutableMapping[str, str], has_plugin: Callable[[str], bool]) -> None:
    """Before Qt starts: where fcitx is asked for and Qt has no plugin for it, its ibus front end is taken."""
    if asked_for(environment) in FCITX and not has_plugin(asked_for(environment)):
        environment["QT_IM_MODULE"] = "ibus"
        environment.pop("QT_IM_MODULES", None)


def is_reached(environment: Mapping[str, str], has_plugin: Callable[[str], bool], platform: str = sys.platform) -> bool:
    """Whether an input method that writes Chinese is named and has its plugin."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM", "").startswith(("offscreen", "minimal")):
        return True
    named = environment.get("QT_IM_MODULES", "").split(";")[0] or environment.get("QT_IM_MODULE", "")
    return named not in SILENT and has_plugin(named)


def has_plugin(name: str) -> bool:
    """Whether Qt has the plugin of an input method."""
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    return any(name in each.name for each in folder.glob("*")) if name else False


def prepare() -> None:
    """For this process, before its application is made."""
    if sys.platform.startswith("linux"):
        choose(os.environ, has_plugin)
