"""用印审批单: half a sheet, printed twice on A4."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, row, sign
from app.reports.forms.lines import Line


def seal_slip(values: FormValues, office: str) -> Form:
    """The slip of one use of a seal, the lending part with it."""
    fill = Filling(values)
    return Form(
        title="用印审批单",
        left=f"单位：{office}",
        right=Line("用印日期：", fill.day("date")),
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("印章名称", "seal", (2, 4)), *fill.pair("份数", "copies", (2, 4)), height=10),
            row(*fill.pair("用印事由\n文件名称", "title", (2, 10), "left"), height=19),
            row(*fill.pair("文号", "doc_no", (2, 4)), *fill.pair("用印机构", "office", (2, 4)), height=10),
            row(
                *fill.pair("外借", "lent"),
                *fill.day_pair("借出日期", "lent_on"),
                *fill.day_pair("归还日期", "given_back"),
                height=10,
            ),
            row(
                sign("用印人", 3, name=fill.text("applicant")),
                sign("机构负责人", 3),
                sign("批准人", 3, name=fill.text("approver")),
                sign("监印人", 3, name=fill.text("operator")),
                height=46,
            ),
            row(*fill.pair("备注", "remarks", (2, 10), "left"), height=12),
        ),
        per_sheet=2,
    )
