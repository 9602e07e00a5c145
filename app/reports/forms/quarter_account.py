"""季度收支公布表: what came in by source and what went out by use, for the meeting of the staff."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, label, row, sign, value
from app.reports.forms.lines import Line

HEADS = (("收入来源", 3), ("本期", 2), ("本年累计", 2), ("支出用途", 3), ("本期", 2), ("本年累计", 2))
KEYS = ("source", "income", "income_sum", "nature", "expense", "expense_sum")
LINES = 18


def quarter_account(values: FormValues, office: str) -> Form:
    """The account of one span: ``span`` as words, ``lines`` side by side, totals and balance."""
    fill = Filling(values)
    lines = [*fill.records("lines"), *({},) * LINES][: max(LINES, len(fill.records("lines")))]
    return Form(
        title="机关经费收支公布表",
        left=Line(f"单位：{office}　　期间：", fill.place("span", 8)),
        right="单位：元",
        columns=(1.0,) * 14,
        rows=(
            row(*(label(words, span) for words, span in HEADS)),
            *(
                row(
                    *(
                        value(line.get(key, ""), span, "left" if span == 3 else "right")
                        for key, (_, span) in zip(KEYS, HEADS, strict=True)
                    ),
                    height=10,
                )
                for line in lines
            ),
            row(
                label("合计", 3),
                *(value(fill.text(key), 2, "right") for key in ("income_total", "income_total_sum")),
                label("合计", 3),
                *(value(fill.text(key), 2, "right") for key in ("expense_total", "expense_total_sum")),
            ),
            row(
                label("本年收支相抵余额", 3),
                value(fill.text("balance"), 4, "right"),
                label("公布日期", 3),
                value("", 4),
            ),
            row(sign("主要领导", 5), sign("财政所", 5), sign("填表人", 4), height=36),
        ),
    )
