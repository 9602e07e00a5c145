"""How fast a paper becomes a Word file, against lxml making the same XML element by element in the same run."""

from __future__ import annotations

import tempfile
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from app.reports.document import Block, Column, Document, Figure, Paragraph, Table
from app.reports.render.word import write_word
from tests.bench.measuring import medians, ratio_line

TABLES, PARAGRAPHS_EACH, ROWS = 30, 38, 40
"""30 tables and 1,140 paragraphs."""
AT_MOST = 3.0
WORDS = "全镇上下认真落实各项决策部署，坚持以人民为中心的发展思想，扎实推进作风建设，切实减轻基层负担，"


def paper() -> Document:
    """The measured document: each paragraph holds a figure."""
    figure = Figure("18次", "visits.days", date(2026, 1, 1), date(2026, 12, 31), label="接访天数")
    columns = tuple(Column(name) for name in "甲乙丙丁戊")
    blocks: list[Block] = []
    for _ in range(TABLES):
        blocks += [Paragraph((WORDS, figure, WORDS))] * PARAGRAPHS_EACH
        rows = tuple(tuple((f"第{row}行{column.label}",) for column in columns) for row in range(ROWS))
        blocks.append(Table(columns, rows))
    return Document(("工作总结",), tuple(blocks))


def rebuild(source: Any, path: Path) -> None:
    """The same tree made anew by lxml and packed."""

    def copy(parent: Any, node: Any) -> None:
        for child in node:
            made = etree.SubElement(parent, child.tag, dict(child.attrib))
            made.text = child.text
            copy(made, child)

    root = etree.Element(source.tag, nsmap=source.nsmap)
    copy(root, source)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", etree.tostring(root))


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> int:
    """Prints the ratio; 1 when it is not reached."""
    document = paper()
    with tempfile.TemporaryDirectory() as folder:
        ours, peer = Path(folder) / "ours.docx", Path(folder) / "peer.docx"
        write_word(document, ours)
        with zipfile.ZipFile(ours) as archive:
            source = etree.fromstring(archive.read("word/document.xml"))
        runs = {
            "ours": lambda: seconds(lambda: write_word(document, ours)),
            "lxml": lambda: seconds(lambda: rebuild(source, peer)),
        }
        found = medians(runs, times=5)
    print(ratio_line("Word 文件，30 个表格、1140 段", found["ours"], found["lxml"], "lxml", AT_MOST))
    return 0 if found["ours"] <= AT_MOST * found["lxml"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
