"""会议签到表: one line a person, two column-sets on a page from 26 people on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.reports.forms.grid import Cell, Filling, Form, FormValues, Row, label, row, value
from app.reports.forms.lines import Line

ONE_SET = (("序号", 1), ("姓名", 2), ("单位（部门）", 4), ("职务", 2), ("签到", 3), ("联系电话", 3), ("备注", 1))
TWO_SETS = (("序号", 1), ("姓名", 2), ("单位（职务）", 3), ("签到", 2))
LINES = 25
Person = Mapping[str, str]


def sign_in(values: FormValues, office: str) -> Form:
    """The list of one meeting, those invited already on it, lines left for others."""
    fill = Filling(values)
    people = fill.records("attendance")
    when = Line(fill.day("date"), "　", fill.place("start", 3.5))
    head = (
        row(*fill.pair("会议名称", "title", (3, 13), "left")),
        row(label("时间", 3), value(when, 6), *fill.pair("地点", "venue", (2, 5))),
    )
    body = _one_set(people) if len(people) <= LINES else _two_sets(people)
    return Form("会议签到表", (1.0,) * 16, (*head, *body), left=f"单位：{office}")


def _one_set(people: Sequence[Person]) -> list[Row]:
    lines = [row(*(label(words, span) for words, span in ONE_SET))]
    for number in range(1, LINES + 1):
        one = _person(people, number)
        texts = (one.get("name", ""), one.get("unit", ""), "", "", one.get("phone", ""), "")
        cells = (value(text, span, "center") for text, (_, span) in zip(texts, ONE_SET[1:], strict=True))
        lines.append(row(label(str(number)), *cells))
    return lines


def _two_sets(people: Sequence[Person]) -> list[Row]:
    """Read down the left half of each page, then down the right half."""
    lines = []
    for first in range(1, len(people) + 1, 2 * LINES):
        lines.append(row(*(label(words, span) for _ in range(2) for words, span in TWO_SETS)))
        for number in range(first, first + LINES):
            lines.append(row(*_half(people, number), *_half(people, number + LINES)))
    return lines


def _half(people: Sequence[Person], number: int) -> list[Cell]:
    one = _person(people, number)
    texts = (one.get("name", ""), one.get("unit", ""), "")
    cells = (value(text, span, "center") for text, (_, span) in zip(texts, TWO_SETS[1:], strict=True))
    return [label(str(number)), *cells]


def _person(people: Sequence[Person], number: int) -> Person:
    return people[number - 1] if number <= len(people) else {}
