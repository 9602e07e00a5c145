"""值班日志: one page a day; that nothing happened is written too."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, block, label, row, sign, value

CALLS = (
    ("time", "时间", 2),
    ("from", "单位（姓名、电话）", 3),
    ("content", "内容", 3),
    ("handling", "处理意见", 2),
    ("reported", "上报", 1),
)


def duty_log(values: FormValues, office: str) -> Form:
    """The log of one shift; «无事» stands in it where the record says so."""
    fill = Filling(values)
    quiet = "当班无事。" if fill.text("nothing") == "是" and not fill.text("log") else ""
    return Form(
        title="值班日志",
        left=f"单位：{office}",
        right=f"{fill.day('date')}　星期{fill.text('weekday', '　').removeprefix('星期')}",
        columns=(0.9, *(1.0,) * 11),
        rows=(
            row(*fill.pair("天气", "weather"), *fill.pair("班次", "shift"), *fill.pair("值班电话", "phone")),
            row(*fill.pair("带班领导", "leader", (2, 4)), *fill.pair("值班人员", "members", (2, 4))),
            *block("来电\n来文\n来访", CALLS, fill.records("calls"), 7),
            row(label("值班记录", 2), value(fill.text("log") or quiet, 10), height=58),
            row(*fill.pair("巡查情况", "patrol", (2, 10), "left"), height=28),
            row(*fill.pair("交接事项", "handover", (2, 10), "left"), height=28),
            row(
                sign("交班人", 4, fill.text("giver")),
                sign("接班人", 4, fill.text("taker")),
                sign("带班领导", 4),
                height=28,
            ),
        ),
    )
