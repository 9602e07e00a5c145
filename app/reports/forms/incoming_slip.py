"""收文处理笺(文件呈批单): what came, who proposes, decides, handles and reads it; free at the top for the stamp.

The archive stamp (归档章) stands at the top of the first page, so nothing is printed there.
"""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, block, label, row, sign, value

READERS = (("reader", "传阅人", 4), ("read", "阅毕日期", 3), ("note", "意见", 4))


def incoming_slip(values: FormValues, office: str) -> Form:
    """The slip of one paper that came in."""
    fill = Filling(values)
    copies = f"{fill.text('copies', '　')} 份 / {fill.text('pages', '　')} 页"
    return Form(
        title="文件呈批单",
        left=f"单位：{office}",
        right=f"收文号：{fill.text('number', '　' * 6)}",
        columns=(0.9, *(1.0,) * 11),
        rows=(
            row(*fill.pair("来文单位", "sender", (2, 4), "left"), *fill.pair("来文字号", "doc_no", (2, 4), "left")),
            row(*fill.day_pair("成文日期", "dated", (2, 4)), *fill.day_pair("收文日期", "received", (2, 4))),
            row(
                *fill.pair("密级", "secrecy"),
                *fill.pair("紧急程度", "urgency"),
                label("份数/页数", 2),
                value(copies, 2),
            ),
            row(*fill.pair("标题", "title", (2, 10), "left"), height=16),
            row(*fill.pair("办理类别", "handling", (2, 4)), *fill.day_pair("办理期限", "due", (2, 4))),
            row(sign("党政办拟办意见", 12, fill.text("proposal")), height=28),
            row(sign("领导批示", 12, fill.text("instruction")), height=36),
            row(*fill.pair("承办机构", "office", (2, 4)), *fill.pair("承办人", "handler", (2, 4))),
            row(sign("承办意见", 12), height=24),
            *block("传阅", READERS, fill.records("circulation"), 4),
            row(
                *fill.pair("办理结果", "result", (2, 6), "left"), *fill.day_pair("办结日期", "done", (2, 2)), height=14
            ),
        ),
        free_above=38,
    )
