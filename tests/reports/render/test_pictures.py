"""Pages as pictures, for preview and printer."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.reports.forms.leave_slip import leave_slip
from app.reports.render.fonts import Fonts
from app.reports.render.pdf_form import write_form
from app.reports.render.pictures import NotAPdf, page_count, page_sizes, pages


@pytest.fixture
def slip(tmp_path: Path) -> Path:
    write_form(leave_slip({}, "某镇"), tmp_path / "slip.pdf", Fonts(()))
    return tmp_path / "slip.pdf"


def test_a_page_becomes_a_picture_of_its_size(slip: Path) -> None:
    (png,) = pages(slip)
    picture = Image.open(BytesIO(png))
    assert picture.size == pytest.approx((595, 842), abs=1)
    assert picture.convert("L").getextrema() == (0, 255)
    assert page_count(slip) == 1
    assert page_sizes(slip)[0] == pytest.approx((595.28, 841.89), abs=0.01)


def test_bytes_and_chosen_pages_are_taken_too(slip: Path) -> None:
    assert page_count(slip.read_bytes()) == 1
    assert len(list(pages(slip.read_bytes(), 0.5, only=[0, 0]))) == 2


def test_what_is_no_pdf_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_text("no pdf", encoding="utf-8")
    with pytest.raises(NotAPdf, match=r"“x\.pdf”打不开"):
        page_count(tmp_path / "x.pdf")
    with pytest.raises(NotAPdf, match="打不开"):
        list(pages(tmp_path / "missing.pdf"))
