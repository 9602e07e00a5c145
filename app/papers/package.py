"""Opening any file as a Word package unharmed: size, macros, DTDs and damage are each met with one sentence."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from lxml import etree

Element = Any
"""An lxml element; lxml carries no types."""

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Read = TypeVar("Read")
LONGEST_PART = 32 * 1024 * 1024
"""Bytes of one part, unpacked; a paper of a thousand pages has some ten million."""
LARGEST_FILE = 512 * 1024 * 1024
MOST_PARTS = 5000

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WRITTEN = ("header", "footer", "footnotes", "endnotes", "comments")
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", WORD_NAMESPACE.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
)
"""Names of the strict form of the format and those of the common form."""
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, ValueError, OSError)


class NotAPaper(ValueError):
    """The file is no Word file that can be read; the message is one Chinese sentence for the user."""


def w(name: str) -> str:
    """A name in the Word namespace, as lxml writes it."""
    return f"{{{WORD_NAMESPACE}}}{name}"


@dataclass(frozen=True)
class Package:
    """The parts of a Word file that matter here, parsed."""

    name: str
    document: Element
    styles: Element | None
    settings: Element | None
    numbering: Element | None
    theme: Element | None
    footers: dict[str, Element]
    """Footers by the relationship id with which a section names them."""
    custom: tuple[Element, ...]
    """Roots of the custom XML parts."""
    parts: dict[str, Element]
    """The roots of the body, styles, settings and footers by the names of their parts."""
    main: str
    """Name of the part that holds the body."""


def open_package(path: Path) -> Package:
    """The parsed parts of a .docx; NotAPaper for anything else."""
    return _read(path, _Reader.package)


def written_parts(path: Path) -> list[Element]:
    """Roots of all parts of a .docx that hold text: body, headers, footers, notes, comments; NotAPaper as above."""
    return _read(path, _Reader.written)


def _read(path: Path, what: Callable[[_Reader], Read]) -> Read:
    _refuse_what_is_no_zip(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return what(_Reader(path.name, archive))
    except NotAPaper:
        raise
    except _DAMAGE as error:
        raise NotAPaper(f"“{path.name}”已经损坏，读不出来；请用Word打开并另存一份再试。") from error


def _refuse_what_is_no_zip(path: Path) -> None:
    if not path.is_file():
        raise NotAPaper(f"找不到文件“{path}”，请检查路径。")
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except OSError as error:
        raise NotAPaper(f"文件“{path.name}”打不开，请检查是否有权限读取。") from error
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotAPaper(f"“{path.name}”是旧版Word（.doc）文件或加了密码，请在Word中去掉密码并另存为.docx再试。")
    if not start.startswith(b"PK"):
        raise NotAPaper(f"“{path.name}”不是Word文件（.docx）。")


class _Reader:
    """Reads parts of one archive within the bounds above."""

    def __init__(self, name: str, archive: zipfile.ZipFile) -> None:
        self.name = name
        self.archive = archive
        self.names = set(archive.namelist())

    def package(self) -> Package:
        self._refuse_size()
        main = self._main_part()
        self._refuse_macros(main)
        related = list(self._related(main))
        by_kind = {kind: target for kind, _, target in related}
        footers = {key: target for kind, key, target in related if kind == "footer"}
        named = (main, *(by_kind[kind] for kind in ("styles", "settings") if kind in by_kind), *footers.values())
        parts = {name: self._parse(name) for name in dict.fromkeys(named)}
        if parts[main].tag != w("document"):
            raise NotAPaper(f"“{self.name}”不是Word文件（.docx）。")
        return Package(
            self.name,
            parts[main],
            **{kind: parts.get(by_kind.get(kind, "")) for kind in ("styles", "settings")},
            **{kind: self._optional(by_kind.get(kind)) for kind in ("numbering", "theme")},
            footers={key: parts[target] for key, target in footers.items()},
            custom=tuple(self._parse(target) for kind, _, target in related if kind == "customXml"),
            parts=parts,
            main=main,
        )

    def _refuse_size(self) -> None:
        entries = self.archive.infolist()
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_FILE:
            raise NotAPaper(f"“{self.name}”展开后过大，不像一份公文，没有检查。")

    def _main_part(self) -> str:
        targets = [target for kind, _, target in self._related("") if kind == "officeDocument"]
        if not targets:
            raise NotAPaper(f"“{self.name}”不是Word文件（.docx）。")
        return targets[0]

    def _refuse_macros(self, main: str) -> None:
        types = {node.get("PartName"): node.get("ContentType", "") for node in self._parse("[Content_Types].xml")}
        if any(name.endswith("vbaProject.bin") for name in self.names) or "macro" in types.get(f"/{main}", "").lower():
            raise NotAPaper(f"“{self.name}”含有宏，为安全起见没有打开；请另存为不含宏的.docx再试。")

    def _related(self, part: str) -> Iterator[tuple[str, str, str]]:
        """(kind, id, name) of every part inside the file that a part refers to."""
        folder, file = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{file}.rels")
        if relations not in self.names:
            return
        for node in self._parse(relations).iter(_RELATION):
            target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))).lstrip("/")
            if node.get("TargetMode") != "External" and target in self.names:
                yield node.get("Type", "").rsplit("/", 1)[-1], node.get("Id", ""), target

    def written(self) -> list[Element]:
        self._refuse_size()
        main = self._main_part()
        beside = [target for kind, _, target in self._related(main) if kind in _WRITTEN]
        return [self._parse(part) for part in (main, *beside)]

    def _optional(self, part: str | None) -> Element | None:
        return self._parse(part) if part else None

    def _parse(self, part: str) -> Element:
        with self.archive.open(part) as file:
            content = file.read(LONGEST_PART + 1)
        if len(content) > LONGEST_PART:
            raise NotAPaper(f"“{self.name}”展开后过大，不像一份公文，没有检查。")
        for strict, common in STRICT:
            content = content.replace(strict, common)
        return safe_root(self.name, content)


def safe_root(name: str, content: bytes) -> Element:
    """The root of XML of unknown origin in the file of that name; NotAPaper where it is damaged or defines entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        if re.search(rb"<!DOCTYPE|<!ENTITY", content[:4096]):
            raise NotAPaper(f"“{name}”内含不允许的外部定义（DTD），没有打开。") from error
        raise NotAPaper(f"“{name}”已经损坏，读不出来；请用Word打开并另存一份再试。") from error
    if root.getroottree().docinfo.doctype:
        raise NotAPaper(f"“{name}”内含不允许的外部定义（DTD），没有打开。")
    return root
