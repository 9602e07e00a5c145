"""发文稿纸(发文呈批单): the four zones of a draft, from the leaders' word down to the printer."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, label, row, sign, value


def outgoing_draft(values: FormValues, office: str) -> Form:
    """The sheet of one paper before it goes out."""
    fill = Filling(values)
    return Form(
        title="发文稿纸",
        left=f"单位：{office}",
        right=f"发文字号：{fill.text('number', '　' * 8)}",
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("密级", "secrecy"), *fill.pair("紧急程度", "urgency"), *fill.pair("公开属性", "openness")),
            row(sign("签发", 6), sign("会签", 6, fill.text("countersigners")), height=36),
            row(sign("分管领导审签", 6), sign("核稿", 6, fill.text("checker")), height=26),
            row(*fill.pair("主送机关", "to", (2, 10), "left"), height=12),
            row(*fill.pair("抄送机关", "cc", (2, 10), "left"), height=12),
            row(
                *fill.pair("拟稿机构", "office"), *fill.pair("拟稿人", "drafter"), *fill.day_pair("拟稿日期", "drafted")
            ),
            row(*fill.pair("文种", "kind"), *fill.pair("印发份数", "copies"), *fill.pair("印制校对", "printer")),
            row(*fill.pair("标题", "title", (2, 10), "left"), height=16),
            row(*fill.pair("发文必要性", "necessity", (2, 6), "left"), *fill.day_pair("印发日期", "issued", (2, 2))),
            row(label("正文", 2), value(fill.text("text"), 10), height=78),
        ),
    )
