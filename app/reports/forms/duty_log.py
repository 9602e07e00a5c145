"""值班日志: one page a day; that nothing happened is written too."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, block, label, row, sign, value
from app.reports.forms.lines import Line, Place

CALLS = (
    ("time", "时间", 1),
    ("from", "单位（姓名、电话）", 3),
    ("content", "内容", 3),
    ("handling", "处理及领导意见", 3),
    ("reported", "上报时间", 1),
)
LINE = 8.0
"""Millimetres from one line for writing to the next."""


def duty_log(values: FormValues, office: str) -> Form:
    """The log of one shift; «无事» stands in it where the record says so."""
    fill = Filling(values)
    quiet = "当班无事。" if fill.text("nothing") == "是" and not fill.text("log") else ""
    weekday = Place(fill.text("weekday").removeprefix("星期"), 1.2)
    return Form(
        title="值班日志",
        left=f"单位：{office}",
        right=Line(fill.day("date"), "　星期", weekday),
        columns=(0.9, *(1.0,) * 11),
        rows=(
            row(*fill.pair("天气", "weather"), *fill.pair("时段", "shift"), *fill.pair("值班电话", "phone")),
            row(*fill.pair("带班领导", "leader", (2, 2)), *fill.pair("值班人员", "members", (2, 6))),
            *block("来电\n来文\n来访", CALLS, fill.records("calls"), 7, height=8.5),
            row(label("值班记录", 2), value(fill.text("log") or quiet, 10, ruled=LINE), height=9 * LINE),
            row(*fill.pair("巡查情况", "patrol", (2, 10), "left"), height=30),
            row(*fill.pair("待办和\n移交事项", "handover", (2, 10), "left"), height=30),
            row(
                sign("交班人", 4, name=fill.text("giver")),
                sign("接班人", 4, name=fill.text("taker")),
                sign("带班领导", 4),
                height=30,
            ),
        ),
    )
