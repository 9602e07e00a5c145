"""经费支出审批单: one expense with the balance of its budget line, the amount in capitals too."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, label, row, sign
from app.reports.forms.lines import Line


def expense_slip(values: FormValues, office: str) -> Form:
    """The slip of one expense; half a sheet."""
    fill = Filling(values)
    return Form(
        title="经费支出审批单",
        left=f"单位：{office}",
        right=Line("日期：", fill.day("date")),
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("预算项目", "budget", (2, 6), "left"), *fill.pair("凭证号", "voucher"), height=10),
            row(*fill.pair("摘要", "summary", (2, 10), "left"), height=14),
            row(*fill.pair("收款单位", "payee", (2, 6), "left"), *fill.pair("支付方式", "payment"), height=10),
            row(label("金额", 2), *fill.total(("amount",), (6, 4)), height=10),
            row(
                *fill.pair("累计支出（元）", "running", align="right"),
                *fill.pair("预算余额（元）", "balance", align="right"),
                *fill.pair("实际用途", "nature"),
                height=10,
            ),
            row(*fill.pair("发票号码", "invoice", (2, 6), "left"), *fill.pair("采购方式", "purchase"), height=10),
            row(
                sign("经办人", 3, name=fill.text("handler")),
                sign("财政所审核", 3),
                sign("分管领导", 3),
                sign("主要领导", 3),
                height=44,
            ),
        ),
        per_sheet=2,
    )
