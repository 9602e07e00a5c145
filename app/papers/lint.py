"""公文体检: any Word file against the official format of GB/T 9704-2012, remark by remark."""

from __future__ import annotations

from pathlib import Path

from app.papers.layout import read_layout
from app.papers.lint_page import lint_page
from app.papers.lint_text import lint_text
from app.papers.lint_type import lint_type
from app.papers.package import NotAPaper, open_package
from app.papers.remarks import WHOLE, Fault, Remark, gather
from app.papers.roles import parts_of

__all__ = ["NotAPaper", "Remark", "lint"]


def lint(path: Path, most: int | None = None) -> list[Remark]:
    """What is not as the format wants it, sheet first, then type, then words; empty where all holds.

    most is the greatest number of characters, white space not counted. NotAPaper where the file cannot be read.
    """
    paper = read_layout(open_package(path))
    if not paper.paragraphs:
        return gather([Fault(WHOLE, "GB/T 9704-2012 7.1", "文件里没有文字。")])
    parts = parts_of(paper)
    return gather([*lint_page(paper), *lint_type(paper, parts), *lint_text(paper.paragraphs, parts, most)])
