"""套打: on preprinted sheets only what the record says is drawn, where it stands on the full form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.reports.forms import GRIDS, FormKind
from app.reports.forms.grid import PAGE_COUNT, Form, FormValues, label, row, value
from app.reports.forms.lines import Line, Place
from app.reports.render.fonts import Fonts
from app.reports.render.pdf_canvas import MM
from app.reports.render.pdf_form import DoesNotFit, write_form, write_forms
from tests.reports.form_samples import OFFICE, Sheet, filled, sheets

FONTS = Fonts(())
NEAR = 0.1 * MM
RECORDS = [kind for kind in GRIDS if kind.of == "record"]
SPANS: dict[str, FormValues] = {
    "duty_month": {
        "year": "2026",
        "month": "2",
        "phone": "0990-6620000",
        "shifts": "白班、夜班",
        "days": [{"weekday": "三", "leader": "䶮喆", "members": "堃禤、𬱖㛃", "note": "休息日"}] * 31,
    },
    "three_public": {
        "span": "2026年度",
        "lines": [{"key": "total", "planned": "6.80", "now": "1.20", "before": "0.90"}],
        "guests": "113",
    },
    "quarter_account": {"span": "2026年一季度", "lines": [{"source": "财政拨款", "income": "5.00"}], "balance": "9.10"},
}


def values_of(kind: FormKind) -> FormValues:
    return filled(kind) if kind.of == "record" else SPANS[kind.key]


def drawn(form: Form, path: Path, empty: Form | None = None) -> list[Sheet]:
    write_form(form, path, FONTS, empty)
    return sheets(path)


def places(pages: list[Sheet]) -> list[tuple[str, float, float]]:
    return sorted(one for page in pages for one in page.characters)


def taken_out(
    whole: list[tuple[str, float, float]], part: list[tuple[str, float, float]]
) -> list[tuple[str, float, float]]:
    """What is left of the whole when every character of the part is taken from where it stands."""
    left = list(whole)
    for one in part:
        found = [each for each in left if each[0] == one[0] and all(abs(each[at] - one[at]) <= NEAR for at in (1, 2))]
        assert found, one
        left.remove(found[0])
    return left


@pytest.mark.parametrize("kind", GRIDS, ids=lambda kind: kind.key)
def test_the_full_form_is_the_empty_one_with_the_overprint_on_it(kind: FormKind, tmp_path: Path) -> None:
    empty = kind.build({}, OFFICE)
    full = kind.build(values_of(kind), OFFICE)
    preprinted = places(drawn(empty, tmp_path / "空.pdf"))
    over = drawn(full, tmp_path / "套.pdf", empty)
    assert sum(page.rules for page in over) == 0
    assert len(places(over)) >= 20
    left = taken_out(places(drawn(full, tmp_path / "满.pdf")), places(over))
    assert taken_out(preprinted, left) == []


def test_a_short_month_is_written_on_the_sheet_of_31_days(tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "duty_month")
    empty = kind.build({}, OFFICE)
    day = {"weekday": "三", "leader": "䶮喆"}
    months = [kind.build({"year": "2026", "month": "2", "days": [day] * count}, OFFICE) for count in (28, 31)]
    short, whole = (places(drawn(month, tmp_path / "套.pdf", empty)) for month in months)
    assert len(taken_out(whole, short)) == 3 * 3


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.key)
def test_the_words_are_the_values_and_nothing_else(kind: FormKind, tmp_path: Path) -> None:
    full = kind.build(filled(kind), OFFICE)
    said = [cell for row_ in full.rows for cell in row_.cells if cell.kind != "label"]
    texts = [text for cell in said for text in (cell.text, cell.foot)]
    texts += [full.title, full.left, full.right, full.below]
    expected = "".join(written(text, text not in (full.title, full.left, full.right, full.below)) for text in texts)
    words = "".join(page.words for page in drawn(full, tmp_path / "套.pdf", kind.build({}, OFFICE)))
    expected = re.sub(r"\s", "", expected.replace(PAGE_COUNT, "1"))
    assert sorted(words) == sorted(expected * full.per_sheet)


def written(text: str, in_a_cell: bool) -> str:
    """What of a text is the record's: its places, or all of it in a cell."""
    if isinstance(text, Line):
        return "".join(part.text for part in text.parts if isinstance(part, Place))
    return text if in_a_cell else ""


def test_a_text_becomes_small_before_it_is_refused(tmp_path: Path) -> None:
    def form(words: str) -> Form:
        return Form("审批单", (1.0, 2.0), (row(label("事由"), value(words), height=12),), record="张三")

    write_form(form("因事外出，" * 24), tmp_path / "套.pdf", FONTS, form(""))
    (page,) = sheets(tmp_path / "套.pdf")
    assert page.words == "因事外出，" * 24
    with pytest.raises(DoesNotFit, match=r"^「审批单（张三）」的「事由」.*没有打印.*。$"):
        write_form(form("因事外出，" * 60), tmp_path / "长.pdf", FONTS, form(""))
    assert not (tmp_path / "长.pdf").exists()


@pytest.mark.parametrize("key", ["reception_list", "incoming_slip", "duty_log"])
def test_more_rows_than_are_printed_are_refused_by_name(key: str, tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == key)
    names = {"reception_list": "接待对象", "incoming_slip": "传阅", "duty_log": "来电来文来访"}
    with pytest.raises(DoesNotFit, match=f"的「{names[key]}」"):
        write_form(kind.build(filled(kind, 30), OFFICE), tmp_path / "套.pdf", FONTS, kind.build({}, OFFICE))
    assert not list(tmp_path.iterdir())


def test_a_caption_too_long_for_its_place_is_refused_by_name(tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "reception_list")
    values = {"list_no": "二〇二六年第一百二十三号清单"}
    with pytest.raises(DoesNotFit, match="的「编号」"):
        write_form(kind.build(values, OFFICE), tmp_path / "套.pdf", FONTS, kind.build({}, OFFICE))


def test_several_slips_stand_on_preprinted_sheets_two_by_two(tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "leave_slip")
    forms = [kind.build({"reason": f"事由{number}"}, OFFICE) for number in "甲乙丙"]
    assert write_forms(forms, tmp_path / "套.pdf", FONTS, kind.build({}, OFFICE)) == 2
    assert [page.words for page in sheets(tmp_path / "套.pdf")] == ["事由甲事由乙", "事由丙"]
