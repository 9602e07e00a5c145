"""民情日记: one day in a village, what was heard, what was answered, what follows and what it taught."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, row, sign
from app.reports.forms.lines import Line


def diary_page(values: FormValues, office: str) -> Form:
    """The page of one visit."""
    fill = Filling(values)
    return Form(
        title="民情日记",
        left=f"单位：{office}",
        right=Line(fill.day("date"), "　天气：", fill.place("weather", 4)),
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("地点", "village"), *fill.pair("走访方式", "kind"), *fill.pair("走访户数", "households")),
            row(*fill.pair("走访对象", "hosts", (2, 10), "left")),
            row(
                *fill.pair("同行人员", "companions"),
                *fill.pair("交通方式", "transport"),
                *fill.pair("记录人", "staff"),
            ),
            row(*fill.pair("反映情况\n诉求建议", "found", (2, 10), "left"), height=68),
            row(*fill.pair("答复或措施\n办理结果", "handled", (2, 10), "left"), height=46),
            row(*fill.pair("后续责任人\n及时限", "needs_reply", (2, 10), "left"), height=18),
            row(*fill.pair("体会\n新思路", "thoughts", (2, 10), "left"), height=56),
            row(
                sign("记录人", 4),
                sign("村（社区）签字", 4, name=fill.text("village_sign")),
                sign("领导阅示", 4, fill.text("comment")),
                height=34,
            ),
        ),
    )
