"""Forms read back to the millimetre: rules closed, texts inside their cells, nothing over the edges, slips alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.reports.forms import GRIDS, FormKind
from app.reports.forms.grid import Form
from app.reports.render.fonts import Fonts
from app.reports.render.form_layout import BELOW, CAPTION, MORE_BELOW, TITLE, lay_out, room
from app.reports.render.pdf_canvas import A4, MM
from app.reports.render.pdf_form import FOOT, LEFT, RIGHT, TOP, write_form, write_forms
from tests.reports.form_samples import OFFICE, Sheet, filled, sheets

FONTS = Fonts(())
RECORDS = [kind for kind in GRIDS if kind.of == "record"]
CASES = [(kind, rows) for kind in RECORDS for rows in (None, 0, 1, 30)]
IDS = [f"{kind.key}-{'empty' if rows is None else rows}" for kind, rows in CASES]
HALF = [kind for kind in GRIDS if kind.build({}, OFFICE).per_sheet == 2]


def form_of(kind: FormKind, rows: int | None) -> Form:
    return kind.build({} if rows is None else filled(kind, rows), OFFICE)


def area(box: tuple[float, float, float, float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def inside(box: tuple[float, float, float, float], frame: tuple[float, float, float, float]) -> bool:
    return all(box[at] >= frame[at] - 0.1 for at in (0, 1)) and all(box[at] <= frame[at] + 0.1 for at in (2, 3))


def check(sheet: Sheet) -> None:
    """Cells fill their table without gap or overlap; every character over a table is in one cell, none at an edge."""
    assert sheet.frames
    for frame in sheet.frames:
        assert (frame[0], frame[2]) == (pytest.approx(LEFT, abs=0.02), pytest.approx(RIGHT, abs=0.02))
        assert frame[1] >= TOP + TITLE + CAPTION - 0.02
        assert frame[3] <= A4[1] - FOOT / 2 + 0.02
        cells = [box for box in sheet.boxes if inside(box, frame)]
        assert sum(map(area, cells)) == pytest.approx(area(frame), rel=1e-4)
        for (character, x, y), ink in zip(sheet.characters, sheet.inks, strict=True):
            if frame[1] < y < frame[3]:
                around = [box for box in cells if box[0] <= x <= box[2] and box[1] <= y <= box[3]]
                assert len(around) == 1, (character, x, y)
                assert around[0][0] + 0.9 * MM <= x, (character, x, around[0])
                assert ink[2] <= around[0][2] - 0.9 * MM, (character, ink, around[0])
                assert ink[1] >= around[0][1], (character, ink, around[0])
                assert ink[3] <= around[0][3], (character, ink, around[0])
    assert all(any(inside(box, frame) for frame in sheet.frames) for box in sheet.boxes)
    assert all(x >= LEFT - 0.1 and TOP < y < A4[1] - 5 * MM for _, x, y in sheet.characters)
    assert max(ink[2] for ink in sheet.inks) <= RIGHT + 0.1


@pytest.mark.parametrize(("kind", "rows"), CASES, ids=IDS)
def test_rules_are_closed_and_every_text_is_in_its_cell(kind: FormKind, rows: int | None, tmp_path: Path) -> None:
    write_form(form_of(kind, rows), tmp_path / "甲.pdf", FONTS)
    for sheet in sheets(tmp_path / "甲.pdf"):
        check(sheet)


@pytest.mark.parametrize("kind", [kind for kind in GRIDS if kind.of != "record"], ids=lambda kind: kind.key)
def test_so_it_is_on_the_forms_of_a_span(kind: FormKind, tmp_path: Path) -> None:
    write_form(kind.build({}, OFFICE), tmp_path / "甲.pdf", FONTS)
    (sheet,) = sheets(tmp_path / "甲.pdf")
    check(sheet)


@pytest.mark.parametrize("kind", GRIDS, ids=lambda kind: kind.key)
def test_an_empty_form_fills_its_sheet_and_no_row_grows(kind: FormKind) -> None:
    form = kind.build({}, OFFICE)
    heights = lay_out(form, FONTS).heights
    below = BELOW + form.below.count("\n") * MORE_BELOW if form.below else 0
    whole = A4[1] / 2 - TOP - TITLE - CAPTION - below - FOOT / 2 if form.per_sheet == 2 else room(form)
    assert 0.9 * whole <= sum(heights) <= whole
    grown = [(row.height, height / MM) for row, height in zip(form.rows, heights, strict=True)]
    assert all(height <= given + 5 for given, height in grown)


@pytest.mark.parametrize("kind", HALF, ids=lambda kind: kind.key)
@pytest.mark.parametrize("rows", [None, 1])
def test_two_slips_on_a_sheet_are_alike(kind: FormKind, rows: int | None, tmp_path: Path) -> None:
    write_form(form_of(kind, rows), tmp_path / "甲.pdf", FONTS)
    (sheet,) = sheets(tmp_path / "甲.pdf")
    half = A4[1] / 2
    upper = sorted((c, round(x, 1), round(y, 1)) for c, x, y in sheet.characters if y < half)
    lower = sorted((c, round(x, 1), round(y - half, 1)) for c, x, y in sheet.characters if y > half)
    assert [one[0] for one in upper] == [one[0] for one in lower]
    assert all(abs(a[1] - b[1]) < 0.2 and abs(a[2] - b[2]) < 0.2 for a, b in zip(upper, lower, strict=True))
    tops = sorted(box[1] for box in sheet.boxes)
    assert len(tops) % 2 == 0
    assert [top + half for top in tops[: len(tops) // 2]] == pytest.approx(tops[len(tops) // 2 :], abs=0.05)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.key)
def test_many_records_stand_in_one_file(kind: FormKind, tmp_path: Path) -> None:
    forms = [kind.build(filled(kind, 1) | {"title": f"事项{number}"}, OFFICE) for number in range(5)]
    count = write_forms(forms, tmp_path / "甲.pdf", FONTS)
    pages = sheets(tmp_path / "甲.pdf")
    assert len(pages) == count == (3 if kind in HALF else 5)
    title = kind.build({}, OFFICE).title
    assert "".join(page.words for page in pages).count(title) == 5
    for page in pages:
        check(page)


@pytest.mark.parametrize("count", [0, 1, 30])
def test_every_child_row_is_on_the_list(count: int, tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "reception_list")
    guests = [{"name": f"宾{number}客", "unit": "县局"} for number in range(count)]
    write_form(kind.build({"guests": guests}, OFFICE), tmp_path / "甲.pdf", FONTS)
    words = "".join(page.words for page in sheets(tmp_path / "甲.pdf"))
    assert all(words.count(f"宾{number}客") == 1 for number in range(count))
    assert words.count("县局") == count


def test_rows_that_go_on_have_their_heads_and_their_name_again(tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "reception_list")
    write_form(kind.build(filled(kind, 30), OFFICE), tmp_path / "甲.pdf", FONTS)
    first, second, *_ = (page.words for page in sheets(tmp_path / "甲.pdf"))
    assert "接待对象" in first
    assert "接待对象单位姓名职务联系电话" in second or "单位姓名职务联系电话" in second
    assert second.count("接待对象") == 1


@pytest.mark.parametrize("lines", range(3, 60, 4))
def test_a_long_text_begins_where_there_is_room_and_goes_on(lines: int, tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "meeting_record")
    values = filled(kind, 3) | {"record": "讨论了防汛工作。\n" * lines}
    write_form(kind.build(values, OFFICE), tmp_path / "甲.pdf", FONTS)
    pages = sheets(tmp_path / "甲.pdf")
    assert len(pages) == (1 if lines < 20 else 2 if lines < 50 else 3)
    assert sum(page.words.count("讨论了防汛工作。") for page in pages) == lines
    for page in pages:
        check(page)
    if lines > 30:
        assert pages[0].frames[0][3] > A4[1] - 40 * MM, "the first page is full"
        assert all("发言记录" in page.words for page in pages[:2])


def test_the_rules_of_the_incoming_slip_are_red(tmp_path: Path) -> None:
    import ctypes

    import pypdfium2
    import pypdfium2.raw as pdfium

    colours = {}
    for key in ("incoming_slip", "outgoing_draft"):
        kind = next(kind for kind in GRIDS if kind.key == key)
        write_form(kind.build({}, OFFICE), tmp_path / "甲.pdf", FONTS)
        red, green, blue, _ = (ctypes.c_uint() for _ in range(4))
        found = set()
        for item in pypdfium2.PdfDocument(tmp_path / "甲.pdf")[0].get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH]):
            pdfium.FPDFPageObj_GetStrokeColor(item.raw, red, green, blue, _)
            found.add((red.value, green.value, blue.value))
        colours[key] = found
    assert colours == {"incoming_slip": {(255, 0, 0)}, "outgoing_draft": {(0, 0, 0)}}
