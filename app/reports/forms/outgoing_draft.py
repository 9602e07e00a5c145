"""发文稿纸(发文呈批单): the four zones of a draft, from the leaders' word down to the body on lines."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, label, row, sign, value

LINE = 9.0
"""Millimetres from one line of the body to the next."""


def outgoing_draft(values: FormValues, office: str) -> Form:
    """The sheet of one paper before it goes out; who signed stands on it with the day on which they did."""
    fill = Filling(values)

    def signed(who: str, day: str) -> tuple[str, str]:
        return (fill.text(who), fill.text(day)) if fill.text(day) else ("", "")

    return Form(
        title=f"{office}发文稿纸",
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("密级", "secrecy"), *fill.pair("紧急程度", "urgency"), *fill.pair("公开属性", "openness")),
            row(
                sign("签发", 6, "", *signed("signer", "signed")),
                sign("会签", 6, fill.text("countersigners")),
                height=34,
            ),
            row(
                sign("分管领导审签", 6, "", *signed("charge_leader", "charge_signed")),
                sign("核稿", 6, "", fill.text("checker"), fill.text("checked")),
                height=24,
            ),
            row(*fill.pair("主送机关", "to", (2, 10), "left"), height=10),
            row(*fill.pair("抄送机关", "cc", (2, 10), "left"), height=10),
            row(*fill.pair("发文字号", "number", (2, 4)), *fill.pair("文种", "kind", (2, 4))),
            row(
                *fill.pair("拟稿单位", "office"), *fill.pair("拟稿人", "drafter"), *fill.day_pair("拟稿日期", "drafted")
            ),
            row(
                *fill.pair("印制校对", "printer"),
                *fill.pair("印发份数", "copies"),
                *fill.day_pair("印发日期", "issued"),
            ),
            row(label("附件", 2), value("", 4), *fill.pair("发文必要性", "necessity", (2, 4), "left")),
            row(*fill.pair("标题", "title", (2, 10), "left"), height=14),
            row(label("正文", 2), value(fill.text("text"), 10, ruled=LINE), height=12 * LINE),
        ),
    )
