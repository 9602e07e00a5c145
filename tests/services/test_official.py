"""Official papers from stored records: as Word or PDF, from the record's text or its Word file; never of a secret."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.models import BY_KEY
from app.papers.layout import read_layout
from app.papers.package import open_package
from app.reports.document import Document, Paragraph, plain
from app.reports.render.word import write_word
from app.services import attachments, official, paper
from app.services.desk import Desk
from tests.services.conftest import add

NOTICE = {
    "title": "关于防汛的通知", "kind": "通知", "issuer": "政府", "status": "签发", "code": "青政发", "year": 2026,
    "direction": "下行文", "category": "一般性文件", "to": "各村", "signed": date(2026, 5, 6),
}  # fmt: skip


def test_a_paper_is_written_by_the_ending_of_its_file(office: Desk, tmp_path: Path) -> None:
    record = add(office, "outgoing", **NOTICE, text="一、抓预防\n要认真。")
    paper.print_form(office, "red_head", [record], tmp_path / "a.docx")
    paper.print_form(office, "红头文件", [record], tmp_path / "a.pdf")
    texts = [each.text for each in read_layout(open_package(tmp_path / "a.docx")).paragraphs]
    assert texts[1:6] == ["青政发〔2026〕1号", "关于防汛的通知", "各村：", "一、抓预防", "要认真。"]
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(official.CannotMake, match="扩展名"):
        paper.print_form(office, "red_head", [record], tmp_path / "a.txt")
    assert sorted(path.name for path in tmp_path.glob("a.*")) == ["a.docx", "a.pdf"]


def test_the_text_comes_from_the_attached_word_file_where_the_record_has_none(office: Desk, tmp_path: Path) -> None:
    record = add(office, "outgoing", **NOTICE)
    write_word(Document(("关于防汛的通知",), (Paragraph(("立即排查。",)),)), tmp_path / "稿.docx")
    attachments.add(office, BY_KEY["outgoing"], record, tmp_path / "稿.docx")
    document = official.document_of(office, "red_head", record)
    assert [plain(block.text) for block in document.blocks if isinstance(block, Paragraph)] == ["各村：", "立即排查。"]


def test_what_cannot_be_made_is_said_in_one_sentence(office: Desk, tmp_path: Path) -> None:
    secret = {**NOTICE, "title": "涉密件", "to": None, "secrecy": "秘密", "paper_book": "3"}
    record = add(office, "outgoing", **secret)
    with pytest.raises(official.CannotMake, match="涉密件不在本机制作"):
        official.write(office, "red_head", record, tmp_path / "a.pdf")
    with pytest.raises(official.CannotMake, match="没有编号为 99 的记录"):
        official.write(office, "minutes", 99, tmp_path / "a.pdf")
    with pytest.raises(paper.CannotPrint, match="由一条记录做成"):
        paper.print_form(office, "letter", [], tmp_path / "a.pdf")
    with pytest.raises(paper.CannotPrint, match="只能存成 PDF"):
        paper.print_form(office, "leave_slip", [], tmp_path / "a.docx")
    assert not list(tmp_path.glob("a.*"))
