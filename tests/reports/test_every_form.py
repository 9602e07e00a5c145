"""Every paper form, empty and filled with long texts and rare names: all of it on the paper, nothing outside."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.models import BY_KEY
from app.reports.forms import FORMS, FormKind
from app.reports.forms.grid import Filling, Form
from app.reports.render.pdf_canvas import MM
from app.reports.render.pdf_form import write_form

OFFICE = "某镇党政办公室"
RARE = "䶮喆堃禤㛃"
LONG = "为切实做好汛期值班工作，严格落实领导带班和干部值守制度，遇有险情立即报告、果断处置。" * 2
HALF = {"seal_slip", "vehicle_slip", "expense_slip", "leave_slip"}


def filled(kind: FormKind) -> dict[str, Any]:
    """A text of its own for each field of the register, child rows two each."""
    told: dict[str, Any] = {}
    for number, field in enumerate(BY_KEY[kind.register].fields):
        if field.columns:
            told[field.key] = [
                {column.key: f"{RARE[row]}{number}{at}" for at, column in enumerate(field.columns)} for row in range(2)
            ]
        else:
            told[field.key] = f"{RARE}{number}"
    return told


def read(path: Path) -> tuple[int, str, list[tuple[float, float, float, float]]]:
    """(pages, text without white space, boxes of the characters)."""
    document = pypdfium2.PdfDocument(path)
    words, boxes = "", []
    for page in document:
        text = page.get_textpage()
        words += text.get_text_bounded()
        boxes += [text.get_charbox(at) for at in range(text.count_chars())]
    count = len(document)
    document.close()
    return count, re.sub(r"\s", "", words), boxes


def printed(form: Form, path: Path) -> str:
    """What stands on the paper, all of it within the edges."""
    write_form(form, path)
    _, words, boxes = read(path)
    inked = [box for box in boxes if box[2] > box[0]]
    assert min(box[0] for box in inked) >= 15 * MM
    assert max(box[2] for box in inked) <= 200 * MM
    assert min(box[1] for box in inked) >= 5 * MM
    assert max(box[3] for box in inked) <= 292 * MM
    return words


@pytest.mark.parametrize("kind", FORMS, ids=[kind.key for kind in FORMS])
def test_the_empty_form_has_its_title_and_stands_on_one_sheet(kind: FormKind, tmp_path: Path) -> None:
    words = printed(kind.build({}, OFFICE), tmp_path / "甲.pdf")
    assert kind.build({}, OFFICE).title.strip("　年月") in words
    assert OFFICE in words
    assert read(tmp_path / "甲.pdf")[0] == 1


@pytest.mark.parametrize("kind", [kind for kind in FORMS if kind.of == "record"], ids=lambda kind: kind.key)
def test_every_value_that_the_form_asks_for_is_printed(kind: FormKind, tmp_path: Path, monkeypatch: Any) -> None:
    asked: set[str] = set()
    text = Filling.text

    def remembered(self: Filling, key: str, otherwise: str = "") -> str:
        asked.add(key)
        return text(self, key, otherwise)

    monkeypatch.setattr(Filling, "text", remembered)
    values = filled(kind)
    words = printed(kind.build(values, OFFICE), tmp_path / "甲.pdf")
    shown = {key for key in asked if isinstance(values.get(key), str)}
    assert shown
    missing = [key for key in shown if values[key] not in words]
    assert set(missing) <= {"meal_place", "lent", "nothing", "log", "weekday", "end", "guests_count", "companions"}


@pytest.mark.parametrize("kind", [kind for kind in FORMS if kind.of == "record"], ids=lambda kind: kind.key)
def test_long_texts_are_never_cut(kind: FormKind, tmp_path: Path) -> None:
    prose = [f.key for f in BY_KEY[kind.register].own_fields if f.type_name == "long"][:2]
    values = filled(kind) | dict.fromkeys(prose, LONG)
    form = kind.build(values, OFFICE)
    used = [key for key in prose if any(LONG in cell.text for row in form.rows for cell in row.cells)]
    words = printed(form, tmp_path / "甲.pdf")
    assert all(LONG in words for _ in used)


@pytest.mark.parametrize("key", sorted(HALF))
def test_half_sheets_stand_twice_on_one(key: str, tmp_path: Path) -> None:
    kind = next(kind for kind in FORMS if kind.key == key)
    form = kind.build({}, OFFICE)
    words = printed(form, tmp_path / "甲.pdf")
    assert form.per_sheet == 2
    assert words.count(form.title) == 2


def test_the_incoming_slip_leaves_the_top_free_for_the_stamp(tmp_path: Path) -> None:
    kind = next(kind for kind in FORMS if kind.key == "incoming_slip")
    write_form(kind.build({}, OFFICE), tmp_path / "甲.pdf")
    top = max(box[3] for box in read(tmp_path / "甲.pdf")[2] if box[2] > box[0])
    assert 297 * MM - top >= 38 * MM


def test_a_month_of_31_days_stands_on_one_page(tmp_path: Path) -> None:
    kind = next(kind for kind in FORMS if kind.key == "duty_month")
    days = [{"day": f"{day}日", "leader": RARE, "members": f"{RARE}、{RARE}"} for day in range(1, 32)]
    words = printed(kind.build({"month": "2026年3月", "days": days}, OFFICE), tmp_path / "甲.pdf")
    assert read(tmp_path / "甲.pdf")[0] == 1
    assert words.count(RARE) == 93


def test_a_sign_in_list_of_more_than_25_has_two_columns_on_one_page(tmp_path: Path) -> None:
    kind = next(kind for kind in FORMS if kind.key == "sign_in")
    people = [{"name": f"人{number}", "unit": "某单位"} for number in range(1, 51)]
    words = printed(kind.build({"attendance": people}, OFFICE), tmp_path / "甲.pdf")
    assert read(tmp_path / "甲.pdf")[0] == 1
    assert all(f"人{number}" in words for number in range(1, 51))
