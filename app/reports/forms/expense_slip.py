"""经费支出审批单: one expense with the balance of its budget line, the amount in capitals too."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, label, row, sign


def expense_slip(values: FormValues, office: str) -> Form:
    """The slip of one expense; half a sheet."""
    fill = Filling(values)
    return Form(
        title="经费支出审批单",
        left=f"单位：{office}",
        right=f"{fill.day('date')}",
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("预算项目", "budget", (2, 6), "left"), *fill.pair("凭证号", "voucher")),
            row(*fill.pair("摘要", "summary", (2, 10), "left"), height=14),
            row(*fill.pair("收款单位", "payee", (2, 6), "left"), *fill.pair("支付方式", "payment")),
            row(label("金额", 2), *fill.total(("amount",), (6, 4))),
            row(
                *fill.pair("累计支出（元）", "running", (2, 4), "right"),
                *fill.pair("预算余额（元）", "balance", (2, 4), "right"),
            ),
            row(*fill.pair("发票号码", "invoice", (2, 6), "left"), *fill.pair("采购方式", "purchase")),
            row(
                sign("经办人", 3, fill.text("handler")),
                sign("财政所审核", 3),
                sign("分管领导", 3),
                sign("主要领导", 3),
                height=36,
            ),
        ),
        per_sheet=2,
    )
