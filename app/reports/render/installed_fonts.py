"""Which TrueType fonts this PC has, by the names they give themselves; nothing is opened but their headers."""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

FAMILY, FULL, TYPOGRAPHIC = 1, 4, 16
CODES = {(3, 3): "gbk", (3, 4): "big5", (1, 0): "gbk", (1, 2): "big5", (1, 25): "gbk"}
"""How names are written, by platform and encoding; all else of Windows and Unicode is UTF-16."""
SUFFIXES = {".ttf", ".ttc"}


@dataclass(frozen=True)
class FontFile:
    """One font: its file, and its number within a collection (.ttc)."""

    path: Path
    index: int = 0

    @property
    def key(self) -> str:
        """A name that no other font of this PC has."""
        return f"{self.path}#{self.index}"


def font_folders() -> tuple[Path, ...]:
    """Where Windows or Linux keeps fonts, for everyone and for this user."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData" / "Local"))
        return Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts", local / "Microsoft" / "Windows" / "Fonts"
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local" / "share"))
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), data / "fonts", home / ".fonts"


def installed_fonts(folders: Iterable[Path]) -> dict[str, FontFile]:
    """Every name of every TrueType font below the folders, in small letters; the first file of a name counts."""
    found: dict[str, FontFile] = {}
    for path in _font_paths(folders):
        try:
            with path.open("rb") as file:
                for index, start in enumerate(_starts(file)):
                    for name in _names(file, start):
                        found.setdefault(name.lower(), FontFile(path, index))
        except (OSError, struct.error, ValueError):
            continue
    return found


def _font_paths(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        for parent, _, files in os.walk(folder):
            yield from (Path(parent, name) for name in sorted(files) if Path(name).suffix.lower() in SUFFIXES)


def _starts(file: BinaryIO) -> tuple[int, ...]:
    """Offsets of the fonts in the file: one, or as many as the collection says."""
    tag, _, count = struct.unpack(">4sLL", file.read(12))
    if tag != b"ttcf":
        return (0,)
    if count > 64:
        raise ValueError("not a font collection")
    return struct.unpack(f">{count}L", file.read(4 * count))


def _names(file: BinaryIO, start: int) -> Iterator[str]:
    """Family and full names of one font, in all its languages; none when its outlines are not TrueType."""
    file.seek(start)
    (count,) = struct.unpack(">4xH6x", file.read(12))
    tables = {}
    for _ in range(min(count, 64)):
        tag, offset, length = struct.unpack(">4s4xLL", file.read(16))
        tables[tag] = offset, length
    if b"glyf" not in tables or b"name" not in tables:
        return
    offset, length = tables[b"name"]
    file.seek(offset)
    yield from _read_names(file.read(min(length, 1 << 20)))


def _read_names(table: bytes) -> Iterator[str]:
    _, count, storage = struct.unpack(">HHH", table[:6])
    for position in range(6, 6 + 12 * count, 12):
        platform, encoding, _, kind, length, offset = struct.unpack(">6H", table[position : position + 12])
        if kind in (FAMILY, FULL, TYPOGRAPHIC):
            name = _decoded(table[storage + offset : storage + offset + length], platform, encoding)
            if name:
                yield name


def _decoded(name: bytes, platform: int, encoding: int) -> str:
    """A name as the platform writes it; old Chinese fonts have GBK where Windows or Mac say otherwise."""
    coded = CODES.get((platform, encoding), "utf-16-be" if platform in (0, 3) else "")
    if coded == "utf-16-be":
        return name.decode(coded, "ignore")
    try:
        return name.replace(b"\0", b"").decode(coded) if coded else ""
    except UnicodeDecodeError:
        return name.decode("latin-1") if platform == 1 else ""
