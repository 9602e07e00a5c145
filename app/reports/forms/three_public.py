"""三公经费公开表: the official rows, budget, quarter, year to date and the same time of the year before.

Rows: those of the disclosure tables of 部门预算决算: 因公出国(境), 公务接待, 公务用车购置及运行维护.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.reports.forms.grid import Filling, Form, FormValues, label, row, sign, value
from app.reports.forms.lines import Line

HEADS = (("项目", 5), ("本年预算数", 2), ("本期支出", 2), ("本年累计", 2), ("上年同期\n累计", 2), ("增减（%）", 2))
LINES = (
    ("total", "合计"),
    ("abroad", "1. 因公出国（境）费"),
    ("reception", "2. 公务接待费"),
    ("vehicles", "3. 公务用车购置及运行维护费"),
    ("running", "　其中：公务用车运行维护费"),
    ("buying", "　　　　公务用车购置费"),
)
COUNTS = (
    ("groups", "因公出国（境）团组（个）", "persons", "因公出国（境）人数（人）"),
    ("bought", "公务用车购置数（辆）", "kept", "公务用车保有量（辆）"),
    ("batches", "公务接待批次（批）", "guests", "公务接待人次（人）"),
)
AMOUNTS = ("planned", "now", "sum", "before", "change")


def three_public(values: FormValues, office: str) -> Form:
    """The table of one span: ``span`` as words, ``lines`` with key and amounts in 万元, and the counts."""
    fill = Filling(values)
    by_key: dict[str, Mapping[str, str]] = {line["key"]: line for line in fill.records("lines")}
    return Form(
        title="“三公”经费支出情况公开表",
        left=Line(f"单位：{office}　　期间：", fill.place("span", 8)),
        right="单位：万元",
        columns=(1.0,) * 15,
        rows=(
            row(*(label(words, span) for words, span in HEADS), height=14),
            *(
                row(
                    label(words, 5, align="left"),
                    *(value(by_key.get(key, {}).get(amount, ""), 2, "right") for amount in AMOUNTS),
                    height=14,
                )
                for key, words in LINES
            ),
            *(
                row(
                    label(one, 5),
                    value(fill.text(first), 2, "right"),
                    label(other, 6),
                    value(fill.text(second), 2, "right"),
                    height=12,
                )
                for first, one, second, other in COUNTS
            ),
            row(label("增减原因说明", 3), value(fill.text("reasons"), 12), height=58),
            row(sign("单位负责人", 5), sign("财务负责人", 5), sign("填表人", 5), height=40),
        ),
    )
