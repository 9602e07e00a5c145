"""The fonts of a printed paper by their role, and which font draws which character.

The fonts of the PC come first, ours after them; a character that the chosen font lacks is taken from the next font,
glyph by glyph. Fonts are loaded when a character asks for them. Widths are in em: one full-width character is 1.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from app.reports.render.faces import face_of, forget_unusable
from app.reports.render.installed_fonts import FontFile, font_folders, installed_fonts

Role = Literal["title", "song", "hei", "kai", "fang"]

OURS = Path(__file__).parents[3] / "resources" / "fonts"
OUR_FONTS: dict[Role, str] = {
    "title": "NotoSerifSC-Bold.ttf",
    "song": "NotoSerifSC-Regular.ttf",
    "hei": "NotoSansSC-Medium.ttf",
    "kai": "TaizhangKai-Regular.ttf",
    "fang": "FandolFang-Regular.ttf",
}
WANTED: dict[Role, tuple[str, ...]] = {
    "title": (
        "方正小标宋简体",
        "方正小标宋_GBK",
        "FZXiaoBiaoSong-B05S",
        "FZXiaoBiaoSong-B05",
        "华文中宋",
        "STZhongsong",
    ),
    "song": ("宋体", "SimSun"),
    "hei": ("黑体", "SimHei"),
    "kai": ("楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "SimKai"),
    "fang": ("仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong", "SimFang"),
}
"""Names of the office fonts, the best first; 华文中宋 stands for 小标宋 because 宋体 has no bold of its own."""
STAND_INS: tuple[Role, ...] = ("song", "hei", "kai")
WIDE = (
    "SimSun", "SimSun-ExtB", "SimSun-ExtG", "Microsoft YaHei", "Plangothic P1", "Plangothic P2", "BabelStone Han",
    "HanaMinA", "HanaMinB", "Segoe UI Symbol", "DejaVu Sans",
)  # fmt: skip
"""Fonts of many characters, asked last."""
LOOK_ALIKES = ("KANGXI RADICAL", "CJK RADICAL", "CJK COMPATIBILITY IDEOGRAPH")
"""Beginnings of the names of characters that are drawn like an ordinary one."""


class NoGlyph(ValueError):
    """No font of this PC or of ours can draw a character; the message is for the reader of the screen."""

    def __init__(self, character: str, where: str = "") -> None:
        self.character = character
        self.where = where
        place = f"{where}中的" if where else ""
        super().__init__(
            f"{place}“{character}”字（U+{ord(character):04X}）本机没有字体能印出来，没有打印；"
            "请安装含有这个字的字体，或改用别的字以后再打印。"
        )

    def within(self, whole: str, part: str = "") -> NoGlyph:
        """The same lack, its place named as within something greater; ``part`` is its place where none is known."""
        return NoGlyph(self.character, f"{whole}{self.where or part}")


class _Table(dict[str, Any]):
    """A dictionary that asks for what it lacks and keeps the answer."""

    def __init__(self, ask: Callable[[str], Any]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, character: str) -> Any:
        answer = self[character] = self._ask(character)
        return answer


class Lettering:
    """One role's fonts in the order in which they are asked."""

    def __init__(self, files: tuple[FontFile, ...]) -> None:
        self._files = files
        self.advances: dict[str, float] = _Table(lambda character: self._find(character)[1])
        """Width of each character in em; raises NoGlyph."""
        self.names: dict[str, str] = _Table(lambda character: self._find(character)[0])
        """The registered font that draws each character; raises NoGlyph."""

    @property
    def first(self) -> FontFile:
        """The role's first font that can be used; OSError when even ours are gone."""
        for file in self._files:
            if face_of(file) is not None:
                return file
        raise OSError("程序自带的字体不见了，没有打印；请重新安装程序。")

    @property
    def file(self) -> Path:
        """The file of the role's first usable font."""
        return self.first.path

    def width(self, text: str, size: float) -> float:
        """Width of the text in points."""
        return size * sum(map(self.advances.__getitem__, text))

    def runs(self, text: str) -> list[tuple[str, str]]:
        """The text in pieces, each with the font that draws all of it; raises NoGlyph."""
        names = list(map(self.names.__getitem__, text))
        if names and names.count(names[0]) == len(names):
            return [(names[0], text)]
        pieces: list[tuple[str, str]] = []
        for name, character in zip(names, text, strict=True):
            if pieces and pieces[-1][0] == name:
                pieces[-1] = (name, pieces[-1][1] + character)
            else:
                pieces.append((name, character))
        return pieces

    def _find(self, character: str) -> tuple[str, float]:
        """The first font that draws the character, or the ordinary one of which it is a radical or variant.

        Texts copied from PDFs often have radicals (⼯, U+2F2F) where they mean characters.
        """
        wanted = (character, *_same(character))
        for file in self._files:
            face = face_of(file)
            drawn = next(filter(face.draws, wanted), "") if face is not None else ""
            if face is not None and drawn:
                if drawn != character:
                    face.draw_as(character, drawn)
                return file.key, face.advance(drawn)
        raise NoGlyph(character)


class Fonts:
    """The five roles of office type over the fonts of some folders, and ours."""

    def __init__(self, folders: Iterable[Path]) -> None:
        installed = installed_fonts(folders)
        ours = {role: FontFile(OURS / name) for role, name in OUR_FONTS.items()}
        last = [ours[role] for role in STAND_INS] + _named(installed, WIDE)
        self._chosen = {role: _named(installed, WANTED[role]) for role in OUR_FONTS}
        self._roles = {
            role: Lettering(tuple(dict.fromkeys([*chosen, ours[role], *last]))) for role, chosen in self._chosen.items()
        }

    def role(self, role: Role) -> Lettering:
        """The fonts that draw this role."""
        return self._roles[role]

    def on_this_pc(self, role: Role) -> bool:
        """Whether an office font of the PC is used for this role, so that ours is not."""
        return self.role(role).first in self._chosen[role]

    def cannot_use(self, role: Role) -> list[str]:
        """Files of office fonts that the PC has but that are broken or forbid embedding."""
        return [file.path.name for file in dict.fromkeys(self._chosen[role]) if face_of(file) is None]

    def runs(self, text: str, role: Role) -> list[tuple[str, str]]:
        """The text in pieces of (registered font, characters); raises NoGlyph."""
        return self._roles[role].runs(text)


def _same(character: str) -> str:
    """The ordinary character of which this is a radical or a compatibility form; else nothing."""
    if not unicodedata.name(character, "").startswith(LOOK_ALIKES):
        return ""
    same = unicodedata.normalize("NFKC", character)
    return same if same != character else ""


def _named(installed: dict[str, FontFile], names: Iterable[str]) -> list[FontFile]:
    return [installed[name.lower()] for name in names if name.lower() in installed]


@lru_cache(maxsize=1)
def pc_fonts() -> Fonts:
    """The fonts of this PC and ours, looked up once in a run of the program unless ``look_again``."""
    return Fonts(font_folders())


def look_again() -> None:
    """What is printed from now on uses the fonts that were installed or mended meanwhile."""
    forget_unusable()
    pc_fonts.cache_clear()
