"""A document as a Word file on the official page of GB/T 9704-2012, made on the base template of our own."""

from __future__ import annotations

import os
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree

from app.papers.package import Element
from app.papers.reading import FIGURES_NAMESPACE
from app.reports.document import Document, Figure
from app.reports.render.word_body import Body
from app.reports.render.word_charts import relation_of
from app.reports.render.word_runs import clean
from app.reports.render.word_shapes import RELATIONSHIPS

BASE = Path(__file__).resolve().parents[3] / "resources" / "word" / "base"
"""The base template: the parts of an empty Word file, unpacked."""

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VARIANT = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_RELATIONS = "word/_rels/document.xml.rels"
_OWN_AUTHOR = "台账"


def write_word(document: Document, path: Path) -> None:
    """Write the document as .docx; the file is there whole or not at all. OSError where the place cannot be written."""
    draft = path.with_name(f".{path.stem}.{os.getpid()}.docx")
    try:
        _pack(_parts(document), draft)
        os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _parts(document: Document) -> dict[str, bytes]:
    """Every part of the file by its name: those of the base template and those of this document."""
    body = Body(document)
    root = body.write()
    return {
        **_base_parts(),
        **_pictures(body.pictures.written),
        "word/document.xml": _bytes(root),
        "customXml/item1.xml": _bytes(_figure_list(body.controls.written)),
        "docProps/core.xml": _bytes(_core_properties(document)),
        "docProps/custom.xml": _bytes(_custom_properties(document.properties)),
    }


@cache
def _base_parts() -> dict[str, bytes]:
    files = sorted(path for path in BASE.rglob("*") if path.is_file())
    return {path.relative_to(BASE).as_posix(): path.read_bytes() for path in files}


def _pictures(written: list[bytes]) -> dict[str, bytes]:
    """The pictures, and the relations of the body with theirs added."""
    if not written:
        return {}
    root = etree.fromstring(_base_parts()[_RELATIONS])
    for number in range(1, len(written) + 1):
        kind, target = f"{RELATIONSHIPS}/image", f"media/chart{number}.png"
        attributes = {"Id": relation_of(number), "Type": kind, "Target": target}
        etree.SubElement(root, etree.QName(root, "Relationship"), attributes)
    files = {f"word/media/chart{number}.png": png for number, png in enumerate(written, start=1)}
    return {_RELATIONS: _bytes(root), **files}


def _pack(parts: dict[str, bytes], path: Path) -> None:
    """The parts as a zip file without times, so that one document always gives the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)


def _bytes(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _figure_list(written: list[tuple[str, Figure]]) -> Element:
    """The figures as exported, so that a tag cut short in its content control is found again in full."""
    root = etree.Element(f"{{{FIGURES_NAMESPACE}}}figures", nsmap={None: FIGURES_NAMESPACE})
    for tag, figure in written:
        etree.SubElement(
            root,
            f"{{{FIGURES_NAMESPACE}}}figure",
            tag=tag,
            full=clean(figure.tag),
            words=clean(figure.words),
            value="" if figure.value is None else str(figure.value),
            records=str(figure.records),
        )
    return root


def _core_properties(document: Document) -> Element:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DUBLIN_CORE})
    etree.SubElement(root, f"{{{_DUBLIN_CORE}}}title").text = clean("".join(document.title))
    etree.SubElement(root, f"{{{_DUBLIN_CORE}}}creator").text = _OWN_AUTHOR
    etree.SubElement(root, f"{{{_CORE}}}lastModifiedBy").text = _OWN_AUTHOR
    return root


def _custom_properties(properties: tuple[tuple[str, str], ...]) -> Element:
    root = etree.Element(f"{{{_CUSTOM}}}Properties", nsmap={None: _CUSTOM, "vt": _VARIANT})
    for number, (name, value) in enumerate(dict(properties).items(), start=2):
        entry = etree.SubElement(
            root, f"{{{_CUSTOM}}}property", fmtid=_CUSTOM_FORMAT, pid=str(number), name=clean(name)
        )
        etree.SubElement(entry, f"{{{_VARIANT}}}lpwstr").text = clean(value)
    return root
