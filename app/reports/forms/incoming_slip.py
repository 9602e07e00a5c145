"""收文处理笺(文件呈批单): what came, who proposes, decides, handles and reads it; its rules are red.

The archive stamp (归档章) stands at the top of the first page, so nothing is printed there.
"""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, block, label, row, sign, value
from app.reports.forms.lines import Line

READERS = (("reader", "传阅人", 3), ("sent", "送阅日期", 3), ("read", "阅毕日期", 3), ("note", "意见", 2))


def incoming_slip(values: FormValues, office: str) -> Form:
    """The slip of one paper that came in."""
    fill = Filling(values)
    copies = Line(fill.place("copies", 1.6), "份／", fill.place("pages", 1.6), "页")
    leader = fill.text("leader") if fill.text("instruction") else ""
    return Form(
        title="文件呈批单",
        left=f"单位：{office}",
        right=Line("收文编号：", fill.place("number", 6)),
        columns=(0.9, *(1.0,) * 11),
        rows=(
            row(*fill.pair("来文单位", "sender", (2, 4), "left"), *fill.pair("文号", "doc_no", (2, 4), "left")),
            row(*fill.day_pair("来文日期", "dated", (2, 4)), *fill.day_pair("收文日期", "received", (2, 4))),
            row(
                *fill.pair("密级", "secrecy"),
                *fill.pair("紧急程度", "urgency"),
                label("份数／页数", 2),
                value(copies, 2, "center"),
            ),
            row(*fill.pair("标题", "title", (2, 10), "left"), height=14),
            row(label("附件", 2), value("", 10)),
            row(
                *fill.pair("办理类别", "handling"), *fill.pair("呈送领导", "leader"), *fill.day_pair("办理期限", "due")
            ),
            row(
                sign("党政办拟办意见", 12, fill.text("proposal"), fill.text("proposer"), fill.text("proposed")),
                height=32,
            ),
            row(sign("领导批示", 12, fill.text("instruction"), leader, fill.text("instructed")), height=40),
            row(
                *fill.pair("承办机构", "office"), *fill.pair("协办机构", "co_offices"), *fill.pair("承办人", "handler")
            ),
            row(sign("承办（部门）意见", 12), height=24),
            *block("传阅", READERS, fill.records("circulation"), 4, height=7),
            row(*fill.pair("办理结果", "result", (2, 6), "left"), *fill.day_pair("办结日期", "done"), height=16),
        ),
        free_above=38,
        red=True,
    )
