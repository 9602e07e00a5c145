"""会议记录: who was there, what was said, what was decided, closed by «散会»."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.reports.forms.grid import PAGE_COUNT, Filling, Form, FormValues, label, row, value
from app.reports.forms.lines import Line, Place

LINE = 8.0
"""Millimetres from one line for writing to the next."""


def meeting_record(values: FormValues, office: str) -> Form:
    """The record of one meeting; the number of its pages is counted where the record is written."""
    fill = Filling(values)
    people = fill.records("attendance")
    there = [one for one in people if one.get("present") == "是"]
    items = "\n".join(f"{one.get('order', '')}. {one.get('topic', '')}" for one in fill.records("items"))
    when = Line(fill.day("date"), "　", fill.place("start", 3.5), "至", fill.place("end", 3.5))
    pages = Place(PAGE_COUNT if fill.text("record") else "", 2)
    return Form(
        title="会议记录",
        left=f"单位：{office}",
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("会议名称", "title", (2, 10), "left")),
            row(label("时间", 2), value(when, 5), *fill.pair("地点", "venue", (2, 3))),
            row(*fill.pair("主持人", "host", (2, 4)), *fill.pair("记录人", "recorder", (2, 4))),
            row(label("出席", 2), value(_names(one for one in there if one.get("role") != "列席"), 10), height=14),
            row(label("列席", 2), value(_names(one for one in there if one.get("role") == "列席"), 10)),
            row(label("缺席及原因", 2), value(_names(one for one in people if one.get("present") != "是"), 10)),
            row(label("议题", 2), value(items, 10), height=19),
            row(label("发言记录", 2), value(fill.text("record"), 10, ruled=LINE), height=14 * LINE),
            row(label("议定事项", 2), value(fill.text("decisions"), 10, ruled=LINE), height=5 * LINE),
            row(label("散会", 2), value(Line("时间：", fill.place("end", 4)), 10)),
        ),
        below=Line("主持人（审阅）：", Place("", 9), "记录人：", Place("", 9), "本记录共", pages, "页"),
    )


def _names(people: Iterable[Mapping[str, str]]) -> str:
    """Names, and why one was absent."""
    told = (f"{one.get('name', '')}（{one['excuse']}）" if one.get("excuse") else one.get("name", "") for one in people)
    return "、".join(told)
