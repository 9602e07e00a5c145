"""Every paper form, empty and filled with long texts and rare names: all of it on the paper, nothing outside."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.models import BY_KEY
from app.models.register import Field
from app.reports.forms import GRIDS, FormKind
from app.reports.forms.grid import Filling, Form
from app.reports.forms.lines import day_line
from app.reports.render.pdf_canvas import MM
from app.reports.render.pdf_form import write_form
from tests.reports.form_samples import OFFICE, RARE, filled

STANDARD = (Path(__file__).parents[1] / "data/paper/standard_characters.txt").read_text(encoding="utf-8").strip()
LENGTHS = {"long": 300, "text": 60, "staff": 12, "staffs": 40, "office": 20, "village": 12, "ref": 30}
"""Characters of a long text, by the type of its field."""
RECORDS = [kind for kind in GRIDS if kind.of == "record"]
HALF = {"seal_slip", "vehicle_slip", "expense_slip", "leave_slip"}
OTHERWISE: dict[str, dict[str, str]] = {
    "duty_log": {
        "nothing": "a log is written, so that nothing is said of nothing having happened",
    },
}
"""Values that stand on a form in other words than in the record, and why."""
COLUMNS: dict[tuple[str, str], set[str]] = {
    ("sign_in", "attendance"): {"name", "unit", "phone"},
    ("meeting_record", "attendance"): {"name", "excuse"},
    ("meeting_record", "items"): {"topic"},
    ("reception_request", "escorts"): {"name"},
}
"""Columns of child rows on the forms that do not show them all: who signs, who was there, what about, who ate."""


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


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The fields that a form asks for while it is built."""
    found: set[str] = set()
    text, records = Filling.text, Filling.records

    def remembered(self: Filling, key: str, otherwise: str = "") -> str:
        found.add(key)
        return text(self, key, otherwise)

    def remembered_rows(self: Filling, key: str) -> Any:
        found.add(key)
        return records(self, key)

    monkeypatch.setattr(Filling, "text", remembered)
    monkeypatch.setattr(Filling, "records", remembered_rows)
    return found


@pytest.mark.parametrize("kind", GRIDS, ids=[kind.key for kind in GRIDS])
def test_the_empty_form_has_its_title_and_stands_on_one_sheet(kind: FormKind, tmp_path: Path) -> None:
    words = printed(kind.build({}, OFFICE), tmp_path / "甲.pdf")
    assert kind.build({}, OFFICE).title.strip("　年月") in words
    assert OFFICE in words
    assert read(tmp_path / "甲.pdf")[0] == 1


def as_shown(value: Any) -> str:
    """A value as the form writes it, without white space."""
    words = f"{value:,.2f}" if not isinstance(value, str) else str(day_line(value)) if value[:3] == "202" else value
    return re.sub(r"\s", "", words)


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.key)
def test_every_value_that_the_form_asks_for_is_printed(kind: FormKind, tmp_path: Path, asked: set[str]) -> None:
    values = filled(kind, rows=2)
    words = printed(kind.build(values, OFFICE), tmp_path / "甲.pdf")
    shown = {key for key in asked if key in values and not isinstance(values[key], list)}
    missing = {key for key in shown if as_shown(values[key]) not in words}
    assert len(shown) >= 4
    assert missing == OTHERWISE.get(kind.key, {}).keys()


def test_a_day_on_which_nothing_happened_says_so(tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "duty_log")
    values = filled(kind, rows=0) | {"log": "", "nothing": "是"}
    words = printed(kind.build(values, OFFICE), tmp_path / "甲.pdf")
    assert "当班无事。" in words


def long_values(kind: FormKind) -> tuple[dict[str, Any], dict[str, str]]:
    """The values of a form with long texts in every field that may have one, and these texts; no character twice."""
    values: dict[str, Any] = dict(filled(kind))
    left = iter(STANDARD)
    texts: dict[str, str] = {}

    def text(field: Field) -> str:
        return "".join(next(left) for _ in range(LENGTHS[field.type_name]))

    for field in BY_KEY[kind.register].fields:
        if field.columns:
            shown = COLUMNS.get((kind.key, field.key), {column.key for column in field.columns})
            columns = [column for column in field.columns if column.type_name in LENGTHS and column.key in shown]
            rows = [{column.key: text(column)[:24] for column in columns} for _ in range(3)]
            values[field.key] = [{"role": "陪餐"} | row for row in rows] if field.key == "escorts" else rows
            texts[field.key] = "".join("".join(row.values()) for row in rows)
        elif field.type_name in LENGTHS and not field.auto:
            values[field.key] = texts[field.key] = text(field)
    return values, texts


@pytest.mark.parametrize("kind", RECORDS, ids=lambda kind: kind.key)
def test_long_texts_are_never_cut(kind: FormKind, tmp_path: Path, asked: set[str]) -> None:
    empty = Counter(printed(replace(kind.build({}, OFFICE), per_sheet=1), tmp_path / "空.pdf"))
    values, texts = long_values(kind)
    form = kind.build(values, OFFICE)
    used = {key: text for key, text in texts.items() if key in asked}
    words = Counter(printed(form, tmp_path / "甲.pdf")) - empty
    assert sum(map(len, used.values())) >= 100
    lost = {key: "".join(character for character in text if not words[character]) for key, text in used.items()}
    assert lost == dict.fromkeys(used, "")


@pytest.mark.parametrize("key", sorted(HALF))
def test_half_sheets_stand_twice_on_one(key: str, tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == key)
    form = kind.build({}, OFFICE)
    words = printed(form, tmp_path / "甲.pdf")
    assert form.per_sheet == 2
    assert words.count(form.title) == 2


def test_the_incoming_slip_leaves_the_top_free_for_the_stamp(tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "incoming_slip")
    write_form(kind.build({}, OFFICE), tmp_path / "甲.pdf")
    top = max(box[3] for box in read(tmp_path / "甲.pdf")[2] if box[2] > box[0])
    assert 297 * MM - top >= 38 * MM


@pytest.mark.parametrize("count", [2, 6])
def test_a_month_of_31_days_stands_on_one_page(count: int, tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "duty_month")
    days = [{"leader": RARE[0], "members": "、".join([RARE[1]] * count)} for _ in range(31)]
    values = {"year": "2026", "month": "3", "phone": "0990-6620000", "shifts": "白班、夜班", "days": days}
    words = printed(kind.build(values, OFFICE), tmp_path / "甲.pdf")
    assert read(tmp_path / "甲.pdf")[0] == 1
    assert (words.count(RARE[0]), words.count(RARE[1])) == (31, 31 * count)
    assert "2026年3月值班表" in words
    assert all(told in words for told in ("值班电话：0990-6620000", "时段：白班、夜班", "31日", "当班无事也要记录。"))


def test_a_sign_in_list_of_more_than_25_has_two_columns_on_one_page(tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "sign_in")
    people = [{"name": f"人{number}", "unit": "某单位"} for number in range(1, 51)]
    words = printed(kind.build({"attendance": people}, OFFICE), tmp_path / "甲.pdf")
    assert read(tmp_path / "甲.pdf")[0] == 1
    assert all(f"人{number}" in words for number in range(1, 51))


def test_a_longer_sign_in_list_has_its_heads_on_every_page(tmp_path: Path) -> None:
    kind = next(kind for kind in GRIDS if kind.key == "sign_in")
    people = [{"name": f"人{number}号"} for number in range(1, 121)]
    words = printed(kind.build({"attendance": people}, OFFICE), tmp_path / "甲.pdf")
    assert read(tmp_path / "甲.pdf")[0] == 3
    assert all(words.count(f"人{number}号") == 1 for number in range(1, 121))
    assert words.count("单位（职务）") == 2 * 3
    assert "第3页共3页" in words
