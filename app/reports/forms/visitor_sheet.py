"""来访接待登记表: one visit, what was asked, who saw to it, and what came of it."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, block, label, row, sign, value
from app.reports.forms.lines import Line

CHAIN = (("time", "转交时间", 3), ("to", "转交给", 4), ("note", "说明", 4))


def visitor_sheet(values: FormValues, office: str) -> Form:
    """The sheet of one visit (接访日志)."""
    fill = Filling(values)
    return Form(
        title="来访接待登记表",
        left=f"单位：{office}",
        right=Line("编号：", fill.place("book_number", 4)),
        columns=(0.9, *(1.0,) * 11),
        rows=(
            row(
                label("来访时间", 2),
                value(Line(fill.day("date"), "　", fill.place("time", 3.5)), 4),
                *fill.pair("来访人数", "persons", (2, 4)),
            ),
            row(*fill.pair("来访人", "name", (2, 4)), *fill.pair("联系电话", "phone", (2, 4))),
            row(*fill.pair("村（社区）\n或单位", "village", (2, 4)), *fill.pair("初访或重访", "turn", (2, 4))),
            row(*fill.pair("来访类别", "kind", (2, 4)), *fill.pair("材料齐全", "complete", (2, 4))),
            row(*fill.pair("来访事由", "matter", (2, 10), "left"), height=50),
            row(*fill.pair("首问责任人", "receiver", (2, 4)), *fill.pair("接访领导", "leader", (2, 4))),
            row(*fill.pair("处理方式", "handling", (2, 4)), *fill.day_pair("承诺时限", "due", (2, 4))),
            row(
                *fill.pair("转办机构", "office", (2, 4)), *fill.pair("未当天办结\n原因", "delay_reason", (2, 4), "left")
            ),
            *block("转交\n经过", CHAIN, fill.records("chain"), 3),
            row(sign("接访领导意见", 12), height=36),
            row(*fill.pair("办理结果", "result", (2, 10), "left"), height=34),
            row(*fill.day_pair("办结日期", "done", (2, 4)), *fill.pair("满意度", "satisfied", (2, 4))),
            row(sign("来访人", 4), sign("接访领导", 4), sign("记录人", 4), height=32),
        ),
    )
