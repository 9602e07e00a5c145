"""Pictures, bars and text boxes of a Word file as DrawingML; distances in points."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from app.papers.package import Element, w
from app.reports.render.word_runs import sub

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NAMESPACES = {"wp": WP, "a": A, "pic": PIC, "wps": WPS, "mc": MC}
"""Prefixes that a document with drawings declares at its root."""
EMU = 12_700
"""Units of DrawingML in a point."""


def _sub(parent: Element, space: str, name: str, /, **attributes: str | int) -> Element:
    return etree.SubElement(parent, f"{{{space}}}{name}", {key: str(value) for key, value in attributes.items()})


def add_picture(paragraph: Element, number: int, name: str, relation: str, width: float, height: float) -> None:
    """An inline picture of the size given, with its name as what is read out in its place."""
    size = {"cx": round(width * EMU), "cy": round(height * EMU)}
    drawing = sub(sub(paragraph, "r"), "drawing")
    inline = _sub(drawing, WP, "inline", distT=0, distB=0, distL=0, distR=0)
    _sub(inline, WP, "extent", **size)
    _sub(inline, WP, "docPr", id=number, name=f"图{number}", descr=name)
    data = _sub(_sub(inline, A, "graphic"), A, "graphicData", uri=PIC)
    picture = _sub(data, PIC, "pic")
    about = _sub(picture, PIC, "nvPicPr")
    _sub(about, PIC, "cNvPr", id=number, name=f"图{number}", descr=name)
    _sub(about, PIC, "cNvPicPr")
    fill = _sub(picture, PIC, "blipFill")
    _sub(fill, A, "blip").set(f"{{{RELATIONSHIPS}}}embed", relation)
    _sub(_sub(fill, A, "stretch"), A, "fillRect")
    _place(_sub(picture, PIC, "spPr"), size)


@dataclass(frozen=True)
class Box:
    """A rectangle on the page, by its distances from the left and upper edge of the paper."""

    left: float
    top: float
    width: float
    height: float


def add_bar(paragraph: Element, number: int, name: str, box: Box) -> None:
    """A red bar on the page."""
    shape = _shape(paragraph, number, name, box)
    properties = shape[-1]
    _sub(_sub(properties, A, "solidFill"), A, "srgbClr", val="FF0000")
    _sub(_sub(properties, A, "ln"), A, "noFill")
    _sub(shape, WPS, "bodyPr")


def add_text_box(paragraph: Element, number: int, name: str, content: Element, box: Box) -> None:
    """Text on the page without a frame, which can be edited."""
    shape = _shape(paragraph, number, name, box)
    shape[0].set("txBox", "1")
    _sub(shape[-1], A, "noFill")
    _sub(_sub(shape[-1], A, "ln"), A, "noFill")
    _sub(shape, WPS, "txbx").append(content)
    insets = {"lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0}
    _sub(_sub(shape, WPS, "bodyPr", anchor="t", **insets), A, "noAutofit")


def _place(properties: Element, size: dict[str, int]) -> None:
    """A rectangle of that size."""
    box = _sub(properties, A, "xfrm")
    _sub(box, A, "off", x=0, y=0)
    _sub(box, A, "ext", **size)
    _sub(_sub(properties, A, "prstGeom", prst="rect"), A, "avLst")


def _shape(paragraph: Element, number: int, name: str, box: Box) -> Element:
    """A rectangle that stands on the page and leaves the text where it is; its properties are its last child."""
    size = {"cx": round(box.width * EMU), "cy": round(box.height * EMU)}
    choice = _sub(_sub(sub(paragraph, "r"), MC, "AlternateContent"), MC, "Choice", Requires="wps")
    drawing = etree.SubElement(choice, w("drawing"))
    ways = {"simplePos": 0, "relativeHeight": number, "behindDoc": 0, "locked": 0, "layoutInCell": 1, "allowOverlap": 1}
    anchor = _sub(drawing, WP, "anchor", distT=0, distB=0, distL=0, distR=0, **ways)
    _sub(anchor, WP, "simplePos", x=0, y=0)
    for axis, distance in (("positionH", box.left), ("positionV", box.top)):
        _sub(_sub(anchor, WP, axis, relativeFrom="page"), WP, "posOffset").text = str(round(distance * EMU))
    _sub(anchor, WP, "extent", **size)
    _sub(anchor, WP, "wrapNone")
    _sub(anchor, WP, "docPr", id=number, name=f"{name}{number}", descr=name)
    data = _sub(_sub(anchor, A, "graphic"), A, "graphicData", uri=WPS)
    shape = _sub(data, WPS, "wsp")
    _sub(shape, WPS, "cNvSpPr")
    _place(_sub(shape, WPS, "spPr"), size)
    return shape
