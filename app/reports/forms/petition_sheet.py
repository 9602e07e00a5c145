"""信访事项办理单: from registration to answer, with the terms of the law beside.

Terms: 信访工作条例 (2022) 第23条, 第34条 (告知15日、办结60日、延长不超过30日).
"""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, row, sign
from app.reports.forms.lines import Line


def petition_sheet(values: FormValues, office: str) -> Form:
    """The sheet of one petition or dispute."""
    fill = Filling(values)
    return Form(
        title="信访事项办理单",
        left=f"单位：{office}",
        right=Line("登记日期：", fill.day("date")),
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("信访人", "name"), *fill.pair("性别", "gender"), *fill.pair("人数", "persons")),
            row(*fill.pair("村（社区）", "village"), *fill.pair("住址", "address", (2, 6), "left")),
            row(*fill.pair("联系电话", "phone"), *fill.pair("来源", "channel"), *fill.pair("初访或重访", "turn")),
            row(*fill.pair("诉求", "content", (2, 10), "left"), height=44),
            row(*fill.pair("类别", "topic"), *fill.pair("事项性质", "kind"), *fill.pair("包案领导", "leader")),
            row(*fill.pair("责任机构", "office", (2, 4)), *fill.day_pair("转送交办日期", "assigned", (2, 4))),
            row(
                *fill.day_pair("受理告知日期", "told"),
                *fill.day_pair("受理日期", "accepted"),
                *fill.day_pair("办结期限", "due"),
            ),
            row(sign("包案领导批示", 12), height=30),
            row(*fill.pair("化解方案", "plan", (2, 10), "left"), height=26),
            row(*fill.day_pair("延期至", "extended"), *fill.pair("延期理由", "extension_reason", (2, 6), "left")),
            row(*fill.pair("处理结果", "result", (2, 10), "left"), height=40),
            row(
                *fill.day_pair("办结日期", "done"),
                *fill.day_pair("答复日期", "answered"),
                *fill.pair("满意度", "satisfied"),
            ),
            row(sign("信访人", 4), sign("承办人", 4), sign("责任机构负责人", 4), height=28),
        ),
        below="受理情况15日内告知信访人；60日内办结，情况复杂的经批准可延长不超过30日。",
    )
