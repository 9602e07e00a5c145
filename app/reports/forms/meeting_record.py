"""会议记录: who was there, what was said, what was decided."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, in_words, label, row, value


def meeting_record(values: FormValues, office: str) -> Form:
    """The record of one meeting, closed by «散会»."""
    fill = Filling(values)
    people = fill.records("attendance")
    there = "、".join(one["name"] for one in people if one.get("present") == "是" and one.get("role") != "列席")
    beside = "、".join(one["name"] for one in people if one.get("present") == "是" and one.get("role") == "列席")
    absent = "、".join(_absent(one["name"], one.get("excuse", "")) for one in people if one.get("present") != "是")
    items = "\n".join(f"{one.get('order', '')}. {one.get('topic', '')}" for one in fill.records("items"))
    record = "\n".join(filter(None, (fill.text("record"), "（散会）" if fill.text("record") else "")))
    when = f"{in_words(fill.day('date'))}　{fill.text('start', '　时　分')} 至 {fill.text('end', '　时　分')}"
    return Form(
        title="会议记录",
        left=f"单位：{office}",
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("会议名称", "title", (2, 10), "left")),
            row(label("时间", 2), value(when, 5), *fill.pair("地点", "venue", (2, 3))),
            row(*fill.pair("主持人", "host", (2, 4)), *fill.pair("记录人", "recorder", (2, 4))),
            row(label("出席", 2), value(there, 10), height=12),
            row(label("列席", 2), value(beside, 10)),
            row(label("缺席及原因", 2), value(absent, 10)),
            row(label("议题", 2), value(items, 10), height=22),
            row(label("发言记录", 2), value(record, 10), height=100),
            row(*fill.pair("议定事项", "decisions", (2, 10), "left"), height=40),
        ),
        below="主持人（审阅）：　　　　　　　　记录人：　　　　　　　　本记录共　　页",
    )


def _absent(name: str, why: str) -> str:
    return f"{name}（{why}）" if why else name
