"""Forms read back from their PDF: every value there, nothing outside the margins, two slips to a sheet."""

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from app.reports.forms import GRIDS, FormKind
from app.reports.forms.grid import Form, label, row, sign, value
from app.reports.forms.leave_slip import leave_slip
from app.reports.forms.meeting_record import meeting_record
from app.reports.forms.outgoing_draft import outgoing_draft
from app.reports.forms.reception_list import reception_list
from app.reports.render.fonts import Fonts, NoGlyph
from app.reports.render.form_layout import lay_out
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


@pytest.mark.parametrize("kind", GRIDS, ids=lambda kind: kind.key)
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
    for words in ("主要领导意见：", "同意。", "甲", "乙"):
        assert words in text
    assert re.search(r"年\s*月\s*日", text)


def test_a_signature_box_has_name_and_day_and_a_long_name_above(printed) -> None:
    def box(name: str) -> Form:
        return Form(
            "审批单", (1.0,) * 4, (row(sign("意见", 1, "同意。", name, "2026-03-07"), value("", 3), height=30),)
        )

    (text,) = printed(box("欧阳𬱖"))
    assert "欧阳𬱖" in text
    assert "2026年3月7日" in re.sub(r"\s", "", text)
    (text,) = printed(box("阿卜杜热合曼·买买提依明"))
    assert "阿卜杜热合曼·买买提依明" in text
    assert "2026年3月7日" in re.sub(r"\s", "", text)


def test_a_text_becomes_a_little_smaller_before_its_row_grows() -> None:
    def heights(words: str) -> tuple[float, ...]:
        return lay_out(Form("单", (1.0, 9.0), (row(label("甲", 1), value(words)),)), FONTS).heights

    assert heights("村" * 45) == heights("")
    assert heights("村" * 130)[0] > heights("")[0]


def test_writing_space_is_given_up_before_a_second_sheet_is_taken(printed) -> None:
    rows = (row(value("事由", 1), height=9), row(value("", 1), height=200), row(sign("意见", 1), height=40))
    assert len(printed(Form("单", (1.0,), rows))) == 1
    tall = (row(value("很长的事由，" * 160, 1), height=9), *rows[1:])
    assert len(printed(Form("单", (1.0,), tall))) == 1


def test_the_record_of_a_meeting_counts_its_pages(printed) -> None:
    short = printed(meeting_record({"record": "讨论了防汛工作。"}, OFFICE))
    assert "本记录共1页" in re.sub(r"\s", "", short[0])
    long = printed(meeting_record({"record": "讨论了防汛工作。\n" * 60, "end": "11:30"}, OFFICE))
    assert len(long) > 1
    assert f"本记录共{len(long)}页" in re.sub(r"\s", "", long[-1])
    assert "散会时间：11:30" in re.sub(r"\s", "", "".join(long))
    empty = printed(meeting_record({}, OFFICE))
    assert "本记录共页" in re.sub(r"\s", "", empty[0])


def test_a_long_title_keeps_to_the_page(printed, tmp_path: Path) -> None:
    office = "某某某某自治州某某某某自治县某某某某民族乡党政综合办公室"
    printed(outgoing_draft({}, office))
    page = pypdfium2.PdfDocument(tmp_path / "form.pdf")[0].get_textpage()
    boxes = [page.get_charbox(at) for at in range(page.count_chars())]
    assert min(box[0] for box in boxes) >= LEFT - 1
    assert max(box[2] for box in boxes) <= RIGHT + 1


def test_a_character_of_no_font_names_the_record_too(tmp_path: Path) -> None:
    form = replace(leave_slip({"reason": "\U0010fffd"}, OFFICE), record="张三 2026-03-07")
    with pytest.raises(NoGlyph, match="请假审批单（张三 2026-03-07）中的"):
        write_form(form, tmp_path / "form.pdf", FONTS)
    assert not list(tmp_path.iterdir())


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
