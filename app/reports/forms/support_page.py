"""帮扶手册页: one household, what it needs, and what was done for it, visit by visit."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, block, row, sign
from app.reports.forms.lines import Line

DEEDS = (
    ("date", "日期", 2),
    ("kind", "方式", 2),
    ("content", "帮扶内容", 3),
    ("money", "资金\n（元）", 1),
    ("goods", "物资\n（元）", 1),
    ("result", "成效", 2),
)


def support_page(values: FormValues, office: str) -> Form:
    """The page of one household; ``deeds`` are its records of 帮扶活动 as shown texts."""
    fill = Filling(values)
    return Form(
        title="结对帮扶手册",
        left=f"单位：{office}",
        right=Line("结对日期：", fill.day("date")),
        columns=(0.9, *(1.0,) * 11),
        rows=(
            row(*fill.pair("户主姓名", "name"), *fill.pair("类别", "kind"), *fill.pair("家庭人口", "members")),
            row(*fill.pair("村（社区）", "village"), *fill.pair("村民小组", "group"), *fill.pair("联系电话", "phone")),
            row(*fill.pair("帮扶责任人", "staff", (2, 4)), *fill.pair("累计投入（元）", "spent", (2, 4), "right")),
            row(*fill.pair("困难原因", "cause", (2, 10), "left"), height=14),
            row(*fill.pair("主要需求", "need", (2, 10), "left"), height=22),
            row(*fill.pair("帮扶措施", "measures", (2, 10), "left"), height=28),
            *block("帮扶\n记录", DEEDS, fill.records("deeds"), 12, height=8),
            row(*fill.pair("成效", "result", (2, 10), "left"), height=20),
            row(sign("帮扶责任人", 6), sign("户主", 6), height=28),
        ),
    )
