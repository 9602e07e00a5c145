"""民情日记: one day in a village, what was heard and what follows from it."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, row, sign


def diary_page(values: FormValues, office: str) -> Form:
    """The page of one visit."""
    fill = Filling(values)
    return Form(
        title="民情日记",
        left=f"单位：{office}",
        right=f"{fill.day('date')}　天气：{fill.text('weather', '　　')}",
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("记录人", "staff"), *fill.pair("地点", "village"), *fill.pair("走访户数", "households")),
            row(*fill.pair("走访对象", "hosts", (2, 6), "left"), *fill.pair("方式", "kind")),
            row(*fill.pair("同行人员", "companions", (2, 6), "left"), *fill.pair("交通方式", "transport")),
            row(*fill.pair("反映情况\n发现问题", "found", (2, 10), "left"), height=62),
            row(*fill.pair("工作思路\n体会", "thoughts", (2, 10), "left"), height=44),
            row(*fill.pair("答复或\n办理结果", "handled", (2, 10), "left"), height=36),
            row(*fill.pair("后续责任人\n及时限", "needs_reply", (2, 10), "left"), height=16),
            row(sign("领导阅示", 6, fill.text("comment")), sign("村（社区）签字", 6), height=32),
        ),
    )
