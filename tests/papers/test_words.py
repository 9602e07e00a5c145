"""What a Word file says, wherever in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from app.papers.package import NotAPaper
from app.papers.words import length_of, texts_of


def test_length_and_texts_of_a_file(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("一二 三\t四")
    document.add_table(1, 1).cell(0, 0).text = "表内"
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "页脚"
    path = tmp_path / "a.docx"
    document.save(str(path))
    assert length_of(path) == 4
    assert {"一二 三四", "表内", "页眉", "页脚"} <= set(texts_of(path))


def test_what_is_no_word_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"no zip")
    for asks in (length_of, lambda given: list(texts_of(given))):
        with pytest.raises(NotAPaper, match="不是Word文件"):
            asks(path)
