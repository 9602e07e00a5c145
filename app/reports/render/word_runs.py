"""Paragraphs, runs of text and figures as WordprocessingML elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from app.papers.package import Element, w
from app.papers.reading import BOOKMARK_PREFIX
from app.reports.document import Figure, Text

LONGEST_TAG = 64
"""Word refuses a file whose content control has a longer tag or title."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_LINE_BREAKS = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


P, P_PR, P_STYLE, R, R_PR, R_FONTS, T, BR = (w(n) for n in ("p", "pPr", "pStyle", "r", "rPr", "rFonts", "t", "br"))
SDT, SDT_PR, SDT_CONTENT, ALIAS, TAG, ID = (w(n) for n in ("sdt", "sdtPr", "sdtContent", "alias", "tag", "id"))
BOOKMARK_START, BOOKMARK_END, NAME = w("bookmarkStart"), w("bookmarkEnd"), w("name")
EAST_ASIA_FONT = w("eastAsia")
VAL, HINT, SPACE = w("val"), w("hint"), "{http://www.w3.org/XML/1998/namespace}space"
_EAST_ASIA = {HINT: "eastAsia"}


def sub(parent: Element, name: str, **attributes: str | int) -> Element:
    """A new child in the Word namespace with attributes of the same namespace."""
    return etree.SubElement(parent, w(name), {w(key): str(value) for key, value in attributes.items()})


def clean(text: str) -> str:
    """The text without what XML or a reader cannot bear: control characters, stray surrogates; a tab is a space."""
    return _NOT_XML.sub("", text).replace("\t", " ")


def paragraphs_of(text: Text) -> Iterator[Text]:
    """The text cut where it holds line breaks, each piece a paragraph of its own; empty ones are dropped."""
    current: list[str | Figure] = []
    for piece in text:
        if isinstance(piece, Figure):
            current.append(piece)
            continue
        first, *others = _LINE_BREAKS.split(piece)
        current.append(first)
        for line in others:
            yield tuple(current)
            current = [line]
    yield tuple(current)


def new_paragraph(parent: Element, style: str) -> tuple[Element, Element]:
    """An empty paragraph of a style at the end of a parent, with its properties."""
    paragraph = etree.SubElement(parent, P)
    properties = etree.SubElement(paragraph, P_PR)
    etree.SubElement(properties, P_STYLE, {VAL: style})
    return paragraph, properties


def add_run(parent: Element, words: str, font: str = "", **properties: str | int) -> None:
    """One run; the hint puts quotes, dashes and other shared signs into the Chinese font.

    ``font`` is a Chinese font of its own, ``properties`` values of its own in the order of the format.
    """
    run = etree.SubElement(parent, R)
    own = etree.SubElement(run, R_PR)
    fonts = etree.SubElement(own, R_FONTS, _EAST_ASIA)
    if font:
        fonts.set(EAST_ASIA_FONT, font)
    for name, value in properties.items():
        etree.SubElement(own, w(name), {VAL: str(value)})
    text = etree.SubElement(run, T)
    text.text = words
    if words[0].isspace() or words[-1].isspace():
        text.set(SPACE, "preserve")


def add_tab(parent: Element) -> None:
    """One tab."""
    sub(sub(parent, "r"), "tab")


def add_tab_stop(properties: Element, kind: str, at: int) -> None:
    """A tab stop of a paragraph, in twips from the left; what comes after it in the properties is added later."""
    sub(sub(properties, "tabs"), "tab", val=kind, pos=at)


@dataclass
class FigureControls:
    """Gives each figure its content control, and keeps the figures whose tag is too long to stand in it."""

    written: list[tuple[str, Figure]] = field(default_factory=list)
    """(tag as it stands in the file, figure), in the order of the file."""

    def add(self, parent: Element, figure: Figure) -> None:
        """The figure's words in an inline content control tagged with its origin, and in a hidden bookmark around it.

        LibreOffice 7.4 loses the tags of inline content controls but keeps bookmarks and the list of figures.
        """
        words = clean(figure.words)
        if not words:
            return
        number = len(self.written) + 1
        tag = clean(figure.tag)
        if len(tag) > LONGEST_TAG:
            tag = f"{tag[: LONGEST_TAG - 10]}#{number}"
        self.written.append((tag, figure))
        etree.SubElement(parent, BOOKMARK_START, {ID: str(number), NAME: f"{BOOKMARK_PREFIX}{number}"})
        control = etree.SubElement(parent, SDT)
        properties = etree.SubElement(control, SDT_PR)
        etree.SubElement(properties, ALIAS, {VAL: clean(figure.label or figure.key)[:LONGEST_TAG]})
        etree.SubElement(properties, TAG, {VAL: tag})
        etree.SubElement(properties, ID, {VAL: str(1_000_000 + number)})
        add_run(etree.SubElement(control, SDT_CONTENT), words)
        etree.SubElement(parent, BOOKMARK_END, {ID: str(number)})

    def add_text(self, parent: Element, text: Text) -> None:
        """Plain pieces as runs, figures as content controls."""
        for piece in text:
            if isinstance(piece, Figure):
                self.add(parent, piece)
            elif words := clean(piece):
                add_run(parent, words)
