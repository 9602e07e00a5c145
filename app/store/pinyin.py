"""Pinyin initials (拼音首字母) of names and texts: 张三 → zs; surnames are read as surnames."""

from __future__ import annotations

import unicodedata
from functools import cache

SURNAMES = {
    "单": "s",
    "仇": "q",
    "解": "x",
    "查": "z",
    "区": "o",
    "曾": "z",
    "任": "r",
    "朴": "p",
    "盖": "g",
    "洗": "x",
    "尉": "y",
    "缪": "m",
    "乐": "y",
    "翟": "z",
    "员": "y",
    "召": "s",
    "秘": "b",
    "冼": "x",
    "华": "h",
    "纪": "j",
    "葛": "g",
}


@cache
def _letter(character: str) -> str:
    from pypinyin import Style, pinyin

    if character.isascii():
        return character.lower() if character.isalnum() else ""
    read = pinyin(character, style=Style.FIRST_LETTER, errors="ignore", strict=False)
    return read[0][0][:1].lower() if read and read[0] else ""


def initials(text: str) -> str:
    """The first letter of each character; letters and digits as they are, marks dropped."""
    return "".join(_letter(c) for c in unicodedata.normalize("NFKC", text))


def name_initials(name: str) -> str:
    """The initials of a person's name, the surname read as one."""
    rest = initials(name[1:])
    return SURNAMES.get(name[:1], initials(name[:1])) + rest
