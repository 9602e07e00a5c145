"""Word files as other makers write them, and one that we wrote."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt

from app.papers.lint import lint
from app.reports.document import Document
from app.reports.render.word import write_word


@pytest.fixture
def own(tmp_path: Path) -> Callable[[Document], Path]:
    """Writes a document as we do and gives the file."""

    def write(document: Document) -> Path:
        write_word(document, tmp_path / "own.docx")
        return tmp_path / "own.docx"

    return write


@pytest.fixture
def clerk(tmp_path: Path) -> Callable[..., Path]:
    """Writes paragraphs into our own file with python-docx, as a clerk would with Word."""

    def write(*paragraphs: str, font: str = "仿宋_GB2312", points: float = 16, change: Any = None) -> Path:
        path = tmp_path / "clerk.docx"
        write_word(Document(("工作总结",), ()), path)
        opened = docx.Document(str(path))
        for words in paragraphs:
            paragraph = opened.add_paragraph(style="公文正文")
            run = paragraph.add_run(words)
            run.font.size = Pt(points)
            run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
        if change is not None:
            change(opened)
        opened.save(str(path))
        return path

    return write


@pytest.fixture
def texts_of(clerk: Callable[..., Path]) -> Callable[..., list[str]]:
    """The remarks on a file of such paragraphs."""
    return lambda *paragraphs, **how: [remark.text for remark in lint(clerk(*paragraphs, **how))]
