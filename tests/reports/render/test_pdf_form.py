"""Forms read back from their PDF: every value there, nothing outside the margins, two slips to a sheet."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from app.reports.forms import FORMS, FormKind
from app.reports.forms.grid import Form, label, row, sign, value
from app.reports.forms.leave_slip import leave_slip
from app.reports.forms.reception_list import reception_list
from app.reports.render.fonts import Fonts, NoGlyph
from app.reports.render.pdf_form import FOOT, LEFT, RIGHT, TOP, write_form, write_forms

FONTS = Fonts(())
OFFICE = "某镇党政办公室"


@pytest.fixture
def printed(tmp_path: Path) -> Callable[[Form], list[str]]:
    """Prints a form and gives the text of each page."""

    def work(form: Form) -> list[str]:
        write_form(form, tmp_path / "form.pdf", FONTS)
        pages = pypdfium2.PdfDocument(tmp_path / "form.pdf")
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in pages]

    return work


@pytest.mark.parametrize("kind", FORMS, ids=lambda kind: kind.key)
def test_every_form_prints_empty_on_one_page(kind: FormKind, printed, tmp_path: Path, corners) -> None:
    assert len(printed(kind.build({}, OFFICE))) == 1
    page = pypdfium2.PdfDocument(tmp_path / "form.pdf")[0]
    points = [(x, y) for x, y in corners(page) if abs(y - page.get_height() / 2) > 0.1]
    assert min(x for x, _ in points) == pytest.approx(LEFT, abs=0.01)
    assert max(x for x, _ in points) == pytest.approx(RIGHT, abs=0.01)
    assert all(TOP < y < page.get_height() - FOOT / 2 for _, y in points)


def test_two_leave_slips_stand_on_one_sheet(printed) -> None:
    (text,) = printed(leave_slip({"staff": "欧阳𬱖", "reason": "照顾家人"}, OFFICE))
    assert text.count("请假审批单") == 2
    assert text.count("欧阳𬱖") == 2
    assert text.count("照顾家人") == 2


def test_a_slip_that_outgrows_half_a_sheet_takes_a_whole_one(printed) -> None:
    (text,) = printed(leave_slip({"reason": "家中老人需要照顾，" * 120}, OFFICE))
    assert text.count("请假审批单") == 1
    assert text.count("老") == 120


def test_a_long_list_goes_on_over_pages(printed) -> None:
    guests = [{"name": f"来宾{number}号", "unit": "县农业农村局"} for number in range(70)]
    pages = printed(reception_list({"guests": guests, "meal_cost": Decimal(80)}, OFFICE))
    assert len(pages) == 3
    assert all(f"来宾{number}号" in "".join(pages) for number in range(70))
    assert "公务接待清单（续）" in pages[1]
    assert "第 2 页　共 3 页" in pages[1]
    assert "公函附后" in pages[2]
    assert "公函附后" not in pages[0]


def test_the_longest_text_is_not_cut(printed) -> None:
    pages = printed(reception_list({"purpose": "惠民政策" * 5000}, OFFICE))
    assert len(pages) > 3
    assert sum(text.count("惠") for text in pages) == 5000


def test_a_signature_box_has_title_opinion_and_day(printed) -> None:
    form = Form(
        "审批单", (1.0, 3.0), (row(label("意见"), sign("主要领导意见", 1, "同意。")), row(value("甲"), value("乙")))
    )
    (text,) = printed(form)
    for words in ("主要领导意见：", "同意。", "年　　月　　日", "甲", "乙"):
        assert words in text


def test_a_character_of_no_font_names_the_form(tmp_path: Path) -> None:
    with pytest.raises(NoGlyph, match="请假审批单中的"):
        write_form(leave_slip({"reason": "\U0010fffd"}, OFFICE), tmp_path / "form.pdf", FONTS)
    assert not list(tmp_path.iterdir())


def test_slips_of_several_leaves_share_sheets(tmp_path: Path) -> None:
    reasons = ["事由甲", "事由乙", "家中老人需要照顾，" * 120, "事由丁"]
    forms = [leave_slip({"reason": reason}, OFFICE) for reason in reasons]
    assert write_forms(forms, tmp_path / "forms.pdf", FONTS) == 3
    texts = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "forms.pdf")]
    assert [text.count("请假审批单") for text in texts] == [2, 1, 1]
    assert "事由甲" in texts[0]
    assert "事由乙" in texts[0]
    assert "事由丁" in texts[2]
    with pytest.raises(ValueError, match="没有要打印的表单"):
        write_forms([], tmp_path / "none.pdf", FONTS)
