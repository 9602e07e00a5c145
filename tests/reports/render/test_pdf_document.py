"""The official page as PDF: 22 lines of 28 characters, page numbers outside, everything in its order."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from app.reports.document import Block, Column, Document, Figure, Heading, PageBreak, Paragraph, Table
from app.reports.render.fonts import Fonts, NoGlyph
from app.reports.render.pdf_document import LANDSCAPE, PORTRAIT, write_pdf

FONTS = Fonts(())
MM = 72 / 25.4


def document(*blocks: Block, **rest: object) -> Document:
    return Document(("某镇党政办公室", "2026年工作总结"), blocks, **rest)


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Document], list[str]]:
    """Prints a document and gives the text of each page."""

    def work(value: Document) -> list[str]:
        write_pdf(value, tmp_path / "paper.pdf", FONTS)
        pages = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pages]

    return work


def test_a_full_page_has_22_lines_of_28_characters(printed) -> None:
    pages = printed(Document((), (Paragraph(("惠民政策" * 500,)),)))
    lines = pages[0].split("\n")
    assert len(lines) == 23
    assert len(lines[0]) == 26
    assert {len(line) for line in lines[1:22]} == {28}
    assert lines[22] == "— 1 —"


def test_headings_are_numbered_and_figures_stand_in_the_text(printed) -> None:
    figure = Figure("612件", "incoming.count", date(2026, 1, 1), date(2026, 12, 31))
    (text,) = printed(
        document(
            Heading(1, ("办文",)), Heading(2, ("收文",)), Heading(3, ("登记。",)), Paragraph(("收文", figure, "。")),
            Heading(1, ("办会",)), signature="某镇党政办公室", signed=date(2026, 12, 20),
        )
    )  # fmt: skip
    assert text.split("\n") == [
        "某镇党政办公室", "2026年工作总结", "一、办文", "（一）收文", "1.登记。", "收文612件。", "二、办会",
        "某镇党政办公室",
        "2026年12月20日", "— 1 —",
    ]  # fmt: skip


def test_page_numbers_stand_outside(printed, tmp_path: Path) -> None:
    printed(document(Paragraph(("惠民政策" * 400,))))
    for number, page in enumerate(pypdfium2.PdfDocument(tmp_path / "paper.pdf"), start=1):
        text = page.get_textpage()
        left, bottom, right, top = text.get_charbox(text.count_chars() - 1)
        middle = page.get_width() / 2
        assert (right > middle) == (number % 2 == 1)
        assert left > PORTRAIT.left
        assert right < PORTRAIT.right
        assert page.get_height() - top > PORTRAIT.bottom + 7 * MM
        assert bottom > 15 * MM


def test_a_table_repeats_its_head_and_loses_nothing(printed) -> None:
    columns = (Column("序号", 0.5, "center"), Column("内容", 3), Column("金额", 1))
    rows = tuple(((str(n),), (f"第{n}件实事" + "，惠民" * 12,), (f"{n},000.00元",)) for n in range(1, 41))
    pages = printed(document(Table(columns, rows, "附表")))
    assert len(pages) > 3
    assert all("序号 内容 金额" in text for text in pages)
    assert "附表" in pages[0]
    whole = "".join(pages)
    assert all(f"第{number}件实事" in whole for number in range(1, 41))
    assert whole.count("民") == 40 * 12


def test_a_cell_longer_than_a_page_goes_on(printed) -> None:
    pages = printed(document(Table((Column("内容"),), ((("惠民政策" * 600,),),))))
    assert sum(text.count("惠") for text in pages) == 600


def test_annexes_follow_the_signature_on_a_new_page(printed) -> None:
    pages = printed(
        document(Paragraph(("正文。",)), PageBreak(), Paragraph(("附件1",), "salutation"), signature="某镇")
    )
    assert pages[0].split("\n")[-2:] == ["某镇", "— 1 —"]
    assert pages[1].split("\n")[0] == "附件1"


@pytest.mark.parametrize(("landscape", "area"), [(False, PORTRAIT), (True, LANDSCAPE)])
def test_nothing_stands_outside_the_type_area(printed, tmp_path: Path, corners, landscape: bool, area) -> None:
    rows = tuple(((f"第{n}件",), ("内容" * n,)) for n in range(1, 60))
    printed(document(Table((Column("甲"), Column("乙", 4)), rows), landscape=landscape))
    for page in pypdfium2.PdfDocument(tmp_path / "paper.pdf"):
        assert page.get_size() == pytest.approx((area.width, area.height), abs=0.01)
        for x, y in corners(page):
            assert area.left - 0.1 < x < area.right + 0.1
            assert area.top - 0.1 < y < area.bottom + 1.1


def test_a_character_of_no_font_is_placed(tmp_path: Path) -> None:
    with pytest.raises(NoGlyph, match="“甲乙\U0010fffd…”中的"):
        write_pdf(document(Paragraph(("甲乙\U0010fffd",))), tmp_path / "paper.pdf", FONTS)
    assert not list(tmp_path.iterdir())
