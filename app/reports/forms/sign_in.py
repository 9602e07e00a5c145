"""会议签到表: one line a person, two column-sets on a page from 26 people on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.reports.forms.grid import Cell, Filling, Form, FormValues, Row, label, row, value

ONE_SET = (("序号", 1), ("姓名", 2), ("单位（部门）", 4), ("职务", 2), ("签到", 3), ("联系电话", 3), ("备注", 1))
TWO_SETS = (("序号", 1), ("姓名", 2), ("单位（职务）", 3), ("签到", 2))
LINES = 25


def sign_in(values: FormValues, office: str) -> Form:
    """The list of one meeting, those invited already on it, lines left for others."""
    fill = Filling(values)
    people = fill.records("attendance")
    head = (
        row(*fill.pair("会议名称", "title", (3, 13), "left"), height=9),
        row(
            label("时间", 3), value(f"{fill.day('date')}　{fill.text('start')}", 6), *fill.pair("地点", "venue", (2, 5))
        ),
    )
    body = _one_set(people) if len(people) <= LINES else _two_sets(people)
    return Form("会议签到表", (1.0,) * 16, (*head, *body), left=f"单位：{office}")


def _one_set(people: Sequence[Mapping[str, str]]) -> list[Row]:
    lines = [row(*(label(words, span) for words, span in ONE_SET), height=8)]
    for number in range(1, LINES + 1):
        one = people[number - 1] if number <= len(people) else {}
        texts = (str(number), one.get("name", ""), one.get("unit", ""), "", "", one.get("phone", ""), "")
        lines.append(
            row(*(value(text, span, "center") for text, (_, span) in zip(texts, ONE_SET, strict=True)), height=8)
        )
    return lines


def _two_sets(people: Sequence[Mapping[str, str]]) -> list[Row]:
    """Read down the left half of the page, then down the right half."""
    lines = [row(*(label(words, span) for _ in range(2) for words, span in TWO_SETS), height=8)]
    half = max(LINES, (len(people) + 1) // 2)
    for number in range(1, half + 1):
        lines.append(row(*_half(people, number), *_half(people, number + half), height=8))
    return lines


def _half(people: Sequence[Mapping[str, str]], number: int) -> list[Cell]:
    one = people[number - 1] if number <= len(people) else {}
    texts = (str(number), one.get("name", ""), one.get("unit", ""), "")
    return [value(text, span, "center") for text, (_, span) in zip(texts, TWO_SETS, strict=True)]
