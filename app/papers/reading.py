"""Finding the figures of an exported paper again, also after it was edited and saved in Word or LibreOffice."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from app.papers.layout import run_text
from app.papers.package import Element, Package, open_package, w

FIGURES_NAMESPACE = "urn:taizhang:figures"
"""The list of figures, a custom XML part of the files we write."""
BOOKMARK_PREFIX = "_taizhang_"
"""Bookmarks of figures are named so, with the figure's place in the list of figures; the underscore hides them."""
_TAG = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)+\|\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d")
_NOT_TEXT = {w("del"), w("moveFrom"), w("sdtPr"), w("pPr"), w("rPr")}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_figures(path: Path) -> list[tuple[str, str]]:
    """(tag, words) of every figure that still stands in the text, in its order; NotAPaper for no Word file."""
    package = open_package(path)
    search = _Search(*_figure_lists(package))
    search.visit(package.document)
    return [(place.tag, words) for place in search.places if place.counts and (words := "".join(place.words).strip())]


def _figure_lists(package: Package) -> tuple[dict[str, str], dict[str, str]]:
    """(tag in the file → full tag, bookmark → full tag), from the list of figures that the file carries."""
    by_tag: dict[str, str] = {}
    by_bookmark: dict[str, str] = {}
    for root in package.custom:
        if root.tag == f"{{{FIGURES_NAMESPACE}}}figures":
            for number, node in enumerate(root, start=1):
                by_tag[node.get("tag", "")] = node.get("full", "")
                by_bookmark[f"{BOOKMARK_PREFIX}{number}"] = node.get("full", "")
    return by_tag, by_bookmark


@dataclass
class _Place:
    tag: str
    words: list[str] = field(default_factory=list)
    counts: bool = True


class _Search:
    """Walks a text once; what stands in an open content control or bookmark is added to it."""

    def __init__(self, by_tag: dict[str, str], by_bookmark: dict[str, str]) -> None:
        self.places: list[_Place] = []
        self._by_tag = by_tag
        self._by_bookmark = by_bookmark
        self._controls: list[_Place] = []
        self._bookmarks: dict[str, _Place] = {}

    def visit(self, node: Element) -> None:
        """Everything below the node, in reading order."""
        for child in node:
            if child.tag == w("r"):
                for place in (*self._controls, *self._bookmarks.values()):
                    place.words.append(run_text(child))
            elif child.tag == w("bookmarkStart"):
                self._open_bookmark(child)
            elif child.tag == w("bookmarkEnd"):
                self._bookmarks.pop(child.get(w("id"), ""), None)
            elif child.tag == w("sdt"):
                self._visit_control(child)
            elif isinstance(child.tag, str) and child.tag not in _NOT_TEXT and child.tag != _FALLBACK:
                self.visit(child)

    def _open_bookmark(self, node: Element) -> None:
        full = self._by_bookmark.get(node.get(w("name"), ""))
        if full:
            place = _Place(full)
            self.places.append(place)
            self._bookmarks[node.get(w("id"), "")] = place

    def _visit_control(self, node: Element) -> None:
        """A tagged control is a figure of its own, and the bookmark around it says nothing more."""
        tag_node = node.find(f"{w('sdtPr')}/{w('tag')}")
        tag = tag_node.get(w("val"), "") if tag_node is not None else ""
        if tag not in self._by_tag and not _TAG.match(tag):
            self.visit(node)
            return
        for around in self._bookmarks.values():
            around.counts = False
        place = _Place(self._by_tag.get(tag, tag))
        place.counts = node.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is None
        self.places.append(place)
        self._controls.append(place)
        self.visit(node)
        self._controls.pop()
