"""Which fonts the office's papers are printed with on this PC, which are stand-ins, and what is to be done about it."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

OFFICE_FONTS: tuple[tuple[Literal["title", "fang", "kai", "hei", "song"], str, str], ...] = (
    ("title", "标题", "方正小标宋简体"),
    ("fang", "公文正文", "仿宋_GB2312"),
    ("kai", "二级标题、表单内容", "楷体_GB2312"),
    ("hei", "一级标题、栏目名", "黑体"),
    ("song", "登记簿、表单、页码", "宋体"),
)
"""Role, where it is used, and the font that 公文格式 or custom asks for."""
OURS = {
    "title": "思源宋体（粗）",
    "song": "思源宋体",
    "hei": "思源黑体",
    "kai": "楷体",
    "fang": "Fandol 仿宋（生僻字用思源宋体）",
}
"""What the stand-ins that go with the program are called."""


@dataclass(frozen=True)
class OfficeFont:
    """One font of the office's papers: what should be used, what is, and why not the other."""

    used_for: str
    wanted: str
    used: str
    is_stand_in: bool
    note: str = ""


def office_fonts(anew: bool = False) -> list[OfficeFont]:
    """The fonts as the next print will have them; ``anew`` looks for fonts that were installed meanwhile."""
    from app.reports.render.fonts import look_again, pc_fonts

    if anew:
        look_again()
    fonts, found = pc_fonts(), []
    for role, place, wanted in OFFICE_FONTS:
        broken, is_there = fonts.cannot_use(role), fonts.on_this_pc(role)
        note = f"{'、'.join(broken)} 已损坏，或不许嵌入 PDF，用不上" if broken else "" if is_there else "这台电脑没有"
        used = fonts.role(role).file.name if is_there else f"自带的{OURS[role]}"
        found.append(OfficeFont(place, wanted, used, not is_there, note))
    return found


def folder_for_fonts() -> Path:
    """Where a font file is put so that it is installed."""
    if sys.platform == "win32":
        return Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
    return Path(os.environ.get("XDG_DATA_HOME", Path.home() / ".local" / "share")) / "fonts"
