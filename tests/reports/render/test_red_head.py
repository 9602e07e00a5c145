"""The red head and the imprint of an official paper stand where GB/T 9704-2012 puts them, read back from the PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from app.reports.document import Document, Head, Imprint
from app.reports.render.fonts import Fonts
from app.reports.render.pdf_document import ending_of, write_pdf
from app.reports.render.red_head import NARROWEST, places_of
from tests.reports.render.official_cases import LETTER, MINUTES, SHORT, paper

FONTS = Fonts(())
MM = 72 / 25.4
Rule = tuple[bool, float, float, float]
"""Whether it is red, its distance from the top, left and right end, in millimetres."""


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Document], pypdfium2.PdfDocument]:
    """The document as a PDF that is open."""

    def work(document: Document) -> pypdfium2.PdfDocument:
        write_pdf(document, tmp_path / "paper.pdf", FONTS)
        return pypdfium2.PdfDocument(tmp_path / "paper.pdf")

    return work


def rules_of(page: pypdfium2.PdfPage) -> list[Rule]:
    """Every straight rule of a page, from the top."""
    found = []
    colours: Any = [ctypes.c_uint() for _ in range(4)]
    x, y = ctypes.c_float(), ctypes.c_float()
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
        ends = []
        for number in range(pdfium.FPDFPath_CountSegments(item.raw)):
            pdfium.FPDFPathSegment_GetPoint(
                pdfium.FPDFPath_GetPathSegment(item.raw, number), ctypes.byref(x), ctypes.byref(y)
            )
            ends.append(x.value / MM)
        pdfium.FPDFPageObj_GetStrokeColor(item.raw, *colours)
        found.append((colours[0].value == 255, (page.get_height() - y.value) / MM, min(ends), max(ends)))
    return sorted(found, key=lambda rule: rule[1])


def texts_of(document: pypdfium2.PdfDocument) -> list[str]:
    return [page.get_textpage().get_text_range() for page in document]


def test_the_red_line_is_as_wide_as_the_type_area_and_4_mm_under_the_number(printed) -> None:
    page = printed(SHORT)[0]
    ((is_red, y, left, right),) = rules_of(page)
    assert is_red
    assert (left, right) == (pytest.approx(28, abs=0.3), pytest.approx(184, abs=0.3))
    number = next(box for box in boxes(page, "青政发〔2026〕12号"))
    assert y - number[1] == pytest.approx(4, abs=1)


def boxes(page: pypdfium2.PdfPage, words: str) -> list[tuple[float, float]]:
    """Top and bottom of these words on the page, in millimetres from the top."""
    text = page.get_textpage()
    at = text.get_text_range().index(words)
    places = [text.get_charbox(number) for number in range(at, at + len(words))]
    height = page.get_height()
    return [((height - max(box[3] for box in places)) / MM, (height - min(box[1] for box in places)) / MM)]


def test_the_name_of_the_office_begins_35_mm_below_the_type_area(printed) -> None:
    ((top, _),) = boxes(printed(SHORT)[0], "青石镇人民政府文件")
    assert top == pytest.approx(37 + 35, abs=2)


@pytest.mark.parametrize("paragraphs", [0, 1, 3, 5, 7, 9, 11])
def test_the_imprint_stands_at_the_foot_of_the_last_even_page(printed, paragraphs: int) -> None:
    document = printed(paper(paragraphs) if paragraphs else SHORT)
    assert len(document) % 2 == 0
    rules = rules_of(document[len(document) - 1])
    assert rules[-1][1] == pytest.approx(262, abs=0.2), "the last rule is the lower edge of the type area"
    assert [round(right - left) for _, _, left, right in rules] == [156] * 3
    assert "抄送：县委办公室，县人民政府办公室。" in texts_of(document)[-1]
    assert "2026年1月18日印发" in texts_of(document)[-1]


def test_a_blank_page_before_the_imprint_and_its_own_show_no_number(printed) -> None:
    long = next(paper(count) for count in range(2, 12) if ending_of(paper(count), FONTS).place == "after blank")
    texts = texts_of(printed(long))
    assert texts[-2] == ""
    assert "— " not in texts[-1]
    assert f"— {len(texts) - 2} —" in texts[-3]


def test_without_copies_only_two_rules_stand_around_the_day_of_printing(printed) -> None:
    document = printed(paper(0, imprint=Imprint("", "青石镇党政办公室")))
    assert len(rules_of(document[1])) == 2
    assert "年月日印发" in texts_of(document)[1].replace("　", "").replace(" ", "")


def test_a_seal_is_set_on_no_page_without_text(printed) -> None:
    for count in range(1, 12):
        for text in texts_of(printed(paper(count))):
            if "2026年1月17日" in text:
                assert len(text.split("青石镇人民政府\r\n2026年1月17日")[0].strip()) > 4, count


def test_a_paper_that_goes_up_shows_its_signer_at_the_right(printed) -> None:
    head = Head(("中共青石镇委员会",), "文件", "青委发〔2026〕3号", "顾川", corner=(("特急", True),))
    page = printed(paper(1, head=head))[0]
    text = page.get_textpage().get_text_range()
    assert "签发人：顾川" in text.replace("\r\n", "")
    assert boxes(page, "特急")[0][0] < boxes(page, "青委发")[0][0]


def test_a_letter_has_double_lines_of_170_mm_and_no_number_on_its_first_page(printed) -> None:
    document = printed(LETTER)
    rules = [rule for rule in rules_of(document[0]) if rule[0]]
    assert [round(right - left) for _, _, left, right in rules] == [170] * 4
    assert rules[-1][1] == pytest.approx(277, abs=1)
    assert boxes(document[0], "青石镇人民政府")[0][0] == pytest.approx(30, abs=2)
    assert not [text for text in texts_of(document) if "— 1 —" in text]
    assert "抄送：县林业和草原局。" in texts_of(document)[0]


def test_minutes_list_who_was_there_and_are_not_signed(printed) -> None:
    text = "".join(texts_of(printed(MINUTES)))
    assert "青石镇党委会议纪要" in text
    assert text.index("出席：张三") < text.index("列席：赵六")
    assert "关于做好" not in text


def test_a_long_name_is_made_narrow_then_small() -> None:
    short, long = (places_of(Head((name,), "文件")) for name in ("青石镇人民政府", "青石镇" * 10))
    assert (short.size, short.stretch) == (54, pytest.approx(0.87, abs=0.02))
    assert long.stretch == NARROWEST
    assert long.size * long.stretch * 32 == pytest.approx(150 * MM)
