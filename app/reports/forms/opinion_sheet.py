"""意见建议办理单: one opinion from its source to the answer."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, row, sign
from app.reports.forms.lines import Line


def opinion_sheet(values: FormValues, office: str) -> Form:
    """The sheet of one opinion or suggestion."""
    fill = Filling(values)
    return Form(
        title="意见建议办理单",
        left=f"单位：{office}",
        right=Line("收集日期：", fill.day("date")),
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("渠道", "source"), *fill.pair("提出人", "from"), *fill.pair("村（社区）", "village")),
            row(*fill.pair("内容", "content", (2, 10), "left"), height=58),
            row(*fill.pair("类别", "topic"), *fill.pair("责任领导", "leader"), *fill.pair("办理机构", "office")),
            row(*fill.pair("采纳情况", "adopted", (2, 4)), *fill.day_pair("办理期限", "due", (2, 4))),
            row(sign("责任领导意见", 12), height=38),
            row(*fill.pair("办理措施", "measures", (2, 10), "left"), height=42),
            row(*fill.pair("办理结果", "result", (2, 10), "left"), height=42),
            row(*fill.day_pair("办结日期", "done", (2, 4)), *fill.day_pair("反馈日期", "replied", (2, 4))),
            row(sign("办理人", 4), sign("办理机构负责人", 4), sign("提出人", 4), height=32),
        ),
    )
