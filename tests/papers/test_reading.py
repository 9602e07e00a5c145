"""Figures are found again in papers that others edited and saved."""

import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.papers.reading import read_figures
from app.reports.document import Document, Figure, Paragraph

DATA = Path(__file__).parents[1] / "data" / "papers"
VISITS = Figure("18次", "visits.days", date(2026, 1, 1), date(2026, 12, 31), label="接访天数")
LONG = Figure("5件", "petitions.count", date(2026, 1, 1), date(2026, 12, 31), (("office", "某" * 80),))
PAPER = Document((), (Paragraph(("接访", VISITS, "，办理", LONG, "。")),))


def changed(path: Path, pattern: str, words: str, part: str = "word/document.xml") -> Path:
    """A copy of the file whose part is changed as a regular expression says."""
    copy = path.with_name("changed.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode()
            new.writestr(name, re.sub(pattern, words, content, flags=re.DOTALL) if name == part else content)
    return copy


def test_figures_survive_libreoffice():
    year = "2026-01-01..2026-12-31"
    visits = f"visits.days|{year}"
    spent = f"expense.sum|{year}|office=党政综合办公室（含便民服务中心）|subject=公务接待费和公务用车运行维护费"
    found = read_figures(DATA / "resaved_by_libreoffice.docx")
    assert found == [(visits, "18次"), (spent, "3.26万元"), (visits, "18次")]


def test_an_edited_number_is_read_as_it_now_stands(own: Callable[[Document], Path]):
    assert read_figures(changed(own(PAPER), "18次", "21次"))[0] == (VISITS.tag, "21次")


def test_long_tags_come_back_whole(own: Callable[[Document], Path]):
    assert read_figures(own(PAPER))[1] == (LONG.tag, "5件")


def test_deleted_text_does_not_count(own: Callable[[Document], Path]):
    path = changed(own(PAPER), r"<w:r>((?:(?!</w:r>).)*18次.*?)</w:r>", r"<w:del><w:r>\1</w:r></w:del>")
    assert [words for _, words in read_figures(path)] == ["5件"]


def test_tags_alone_are_enough_where_bookmarks_and_list_are_gone(own: Callable[[Document], Path]):
    path = changed(own(PAPER), r"<w:bookmark(Start|End)[^>]*/>", "")
    path = changed(path.rename(path.with_name("own2.docx")), r"<figure .*/>", "", part="customXml/item1.xml")
    assert read_figures(path)[0] == (VISITS.tag, "18次")


def test_a_copied_sentence_counts_twice(own: Callable[[Document], Path]):
    path = changed(own(PAPER), r"(<w:sdt>(?:(?!</w:sdt>).)*18次.*?</w:sdt>)", r"\1\1")
    assert [words for _, words in read_figures(path)] == ["18次", "18次", "5件"]


def test_a_paper_of_others_has_no_figures(own: Callable[[Document], Path]):
    assert read_figures(own(Document(("题",), (Paragraph(("文",)),)))) == []
