"""桌签: both sides read right when the sheet is folded; names fill their side and no more."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from app.reports.forms.name_cards import NameCards, name_cards, spaced
from app.reports.render.fonts import Fonts, NoGlyph
from app.reports.render.name_cards import HEIGHT, LARGEST, WIDTH, size_of, write_cards
from app.reports.render.pdf_canvas import MM
from tests.reports.form_samples import Sheet, sheets

FONTS = Fonts(())
NAMES = ("张三", "欧阳𬱖", "司马相如", "阿卜杜热合曼·买买提依明")


@pytest.fixture
def printed(tmp_path: Path) -> list[Sheet]:
    assert write_cards(NameCards("桌签", NAMES), tmp_path / "桌签.pdf", FONTS) == len(NAMES)
    return sheets(tmp_path / "桌签.pdf")


def test_cards_stand_in_the_order_of_the_seats() -> None:
    people = [{"name": "李四"}, {"name": "  "}, {"name": "王五 "}, {}]
    assert name_cards({"host": "张三", "attendance": people}, "").names == ("张三", "李四", "王五")
    assert name_cards({"host": "王五", "attendance": people}, "").names == ("李四", "王五")
    assert name_cards({"attendance": [{"name": ""}]}, "").names == ()


def test_two_characters_are_set_apart() -> None:
    assert [spaced(name) for name in ("张三", "欧阳𬱖", "古丽·")] == ["张　三", "欧阳𬱖", "古丽·"]


@pytest.mark.parametrize("at", range(len(NAMES)))
def test_each_side_has_the_name_and_the_other_is_upside_down(printed: list[Sheet], at: int) -> None:
    sheet, name = printed[at], NAMES[at]
    lower = [one for one in sheet.characters if one[2] > HEIGHT / 2]
    upper = [one for one in sheet.characters if one[2] < HEIGHT / 2]
    assert "".join(one[0] for one in sorted(lower, key=lambda one: one[1])) == name
    assert "".join(one[0] for one in sorted(upper, key=lambda one: -one[1])) == name
    turned = sorted((WIDTH - x, HEIGHT - y) for _, x, y in upper)
    assert turned == [pytest.approx(one[1:], abs=0.1) for one in sorted(lower, key=lambda one: one[1])]


def test_the_upper_half_is_turned_and_not_mirrored(tmp_path: Path) -> None:
    write_cards(NameCards("桌签", ("张三丰",)), tmp_path / "桌签.pdf", FONTS)
    page = pypdfium2.PdfDocument(tmp_path / "桌签.pdf")[0]
    picture = page.render(scale=1).to_pil().convert("L")
    half = picture.height // 2
    upper, lower = picture.crop((0, 0, picture.width, half)), picture.crop((0, picture.height - half, *picture.size))
    alike = sum(abs(a - b) < 64 for a, b in zip(upper.rotate(180).tobytes(), lower.tobytes(), strict=True))
    assert alike / (half * picture.width) > 0.99
    assert min(lower.tobytes()) < 64


def test_names_stay_inside_the_margins_and_are_large(printed: list[Sheet]) -> None:
    for sheet in printed:
        assert min(x for _, x, y in sheet.characters if y > HEIGHT / 2) >= 20 * MM
        assert max(ink[2] for ink in sheet.inks) <= WIDTH - 20 * MM + 1
    sizes = [size_of(spaced(name), FONTS.role("title")) for name in NAMES]
    assert sizes[0] == sizes[1] == LARGEST
    assert LARGEST > sizes[3] >= 18 * MM


def test_the_fold_is_one_dashed_line_in_the_middle(tmp_path: Path) -> None:
    write_cards(NameCards("桌签", ("张三",)), tmp_path / "桌签.pdf", FONTS)
    page = pypdfium2.PdfDocument(tmp_path / "桌签.pdf")[0]
    (line,) = page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH])
    assert pdfium.FPDFPageObj_GetDashCount(line.raw) == 2
    x, y = ctypes.c_float(), ctypes.c_float()
    for number in range(2):
        pdfium.FPDFPathSegment_GetPoint(pdfium.FPDFPath_GetPathSegment(line.raw, number), x, y)
        assert y.value == pytest.approx(HEIGHT / 2, abs=0.05)
    assert page.get_size() == pytest.approx((WIDTH, HEIGHT), abs=0.1)


def test_a_name_that_no_font_can_write_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoGlyph, match="桌签（张\U0010fffd）中的"):
        write_cards(NameCards("桌签", ("李四", "张\U0010fffd")), tmp_path / "桌签.pdf", FONTS)
    assert not list(tmp_path.iterdir())
