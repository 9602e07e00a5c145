"""A copy of a Word file in which only the parts that were touched are written anew, all others byte for byte."""

from __future__ import annotations

import os
import posixpath
import zipfile
from pathlib import Path

from lxml import etree

from app.papers.package import STRICT, WORD_NAMESPACE, Element, NotAPaper, Package, open_package, safe_root, w

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPE_LIST = "[Content_Types].xml"


class NotWritten(ValueError):
    """The copy cannot be written as asked; the message is one Chinese sentence for the user."""


class Rewriting:
    """An opened Word file whose parsed parts may be changed, and what was touched or added."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.package: Package = open_package(path)
        self.strict = self._is_strict()
        self._touched: dict[str, Element] = {}
        self._added: dict[str, Element] = {}

    def touch(self, root: Element) -> None:
        """The part with this root will be written anew."""
        for name, known in self.package.parts.items():
            if known is root and name not in self._added:
                self._touched[name] = root

    def add(self, kind: str, root: Element) -> str:
        """A new part beside the body, such as a footer; the id of the relationship that leads to it."""
        folder = posixpath.dirname(self.package.main)
        names = self._names()
        number = next(
            each for each in range(1, len(names) + 2) if f"{folder}/{kind}{each}.xml".lstrip("/") not in names
        )
        name = posixpath.join(folder, f"{kind}{number}.xml")
        self._added[name] = self.package.parts[name] = root
        relation = self._relate(kind, f"{kind}{number}.xml")
        override = etree.SubElement(self._other(_TYPE_LIST), f"{{{_TYPES}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", f"{_WORD_TYPE}.{kind}+xml")
        if kind == "footer":
            self.package.footers[relation] = root
        return relation

    def settings(self) -> Element:
        """The settings of a file that has none, made."""
        root = etree.Element(w("settings"), nsmap={"w": WORD_NAMESPACE})
        self.add("settings", root)
        return root

    def write(self, out: Path) -> None:
        """Writes the copy; it is there whole or not at all, and never in the place of the original."""
        self._refuse_place(out)
        draft = out.with_name(f".{out.stem}.{os.getpid()}.docx")
        try:
            self._pack(draft)
            os.replace(draft, out)
        finally:
            draft.unlink(missing_ok=True)

    def _refuse_place(self, out: Path) -> None:
        if out.suffix.lower() != ".docx":
            raise NotWritten(f"另存的文件名“{out.name}”应以.docx结尾。")
        if out.exists() and out.samefile(self.path):
            raise NotWritten("排版后的文件不能覆盖原文件，请另起一个文件名。")
        if not out.parent.is_dir():
            raise NotWritten(f"找不到文件夹“{out.parent}”，请先建好再试。")

    def _pack(self, draft: Path) -> None:
        changed = {name: self._bytes(name, root) for name, root in self._touched.items()}
        with zipfile.ZipFile(self.path) as old, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as new:
            for entry in old.infolist():
                self._copy(old, new, entry, changed.pop(entry.filename, None))
            for name, content in (*changed.items(), *((name, self._bytes(name, r)) for name, r in self._added.items())):
                new.writestr(_entry(name), content)

    @staticmethod
    def _copy(old: zipfile.ZipFile, new: zipfile.ZipFile, entry: zipfile.ZipInfo, content: bytes | None) -> None:
        copy = _entry(entry.filename, entry.date_time)
        copy.compress_type = zipfile.ZIP_STORED if entry.compress_type == zipfile.ZIP_STORED else zipfile.ZIP_DEFLATED
        copy.external_attr = entry.external_attr
        new.writestr(copy, old.read(entry) if content is None else content)

    def _names(self) -> set[str]:
        with zipfile.ZipFile(self.path) as archive:
            return {*archive.namelist(), *self._added}

    def _original(self, name: str) -> bytes | None:
        with zipfile.ZipFile(self.path) as archive:
            return archive.read(name) if name in archive.namelist() else None

    def _is_strict(self) -> bool:
        """Whether the file has the strict form; a body that mixes the two cannot be put back as it was."""
        content = self._original(self.package.main) or b""
        if any(strict in content and common in content for strict, common in STRICT):
            raise NotAPaper(f"“{self.path.name}”混用了两种Word格式，请用Word打开并另存一份再排版。")
        return STRICT[0][0] in content

    def _bytes(self, name: str, root: Element) -> bytes:
        content = bytes(etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True))
        before = self._original(name) or b""
        for strict, common in STRICT:
            if strict in before or (self.strict and name in self._added):
                content = content.replace(common, strict)
        return content

    def _relate(self, kind: str, target: str) -> str:
        folder, file = posixpath.split(self.package.main)
        relations = self._other(posixpath.join(folder, "_rels", f"{file}.rels"))
        taken = {node.get("Id") for node in relations}
        made = etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship")
        made.set("Id", next(name for number in range(1, len(taken) + 2) if (name := f"rIdGw{number}") not in taken))
        made.set("Type", f"{_STRICT_KINDS if self.strict else _KINDS}/{kind}")
        made.set("Target", target)
        return str(made.get("Id"))

    def _other(self, name: str) -> Element:
        """A part that is not of the paper itself: the list of types, relationships; touched at once."""
        if name not in self._touched:
            content = self._original(name)
            self._touched[name] = (
                safe_root(self.path.name, content)
                if content is not None
                else etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
            )
        return self._touched[name]


def _entry(name: str, when: tuple[int, int, int, int, int, int] = (1980, 1, 1, 0, 0, 0)) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, when)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
