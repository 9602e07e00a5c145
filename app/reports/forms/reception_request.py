"""公务接待审批单: whom the office is to receive, by which letter, with what meal and from which budget.

Contents: 党政机关国内公务接待管理规定 (2013) 第5条, 第6条, 第10条.
"""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, block, label, row, sign, value
from app.reports.forms.lines import Line

ACTIVITIES = (("content", "公务活动项目", 5), ("time", "时间", 3), ("place", "场所", 3))


def reception_request(values: FormValues, office: str) -> Form:
    """The request for one reception; ``budget_left`` is what the budget line has left, in yuan."""
    fill = Filling(values)
    diners = "、".join(one.get("name", "") for one in fill.records("escorts") if one.get("role") == "陪餐")
    return Form(
        title="公务接待审批单",
        left=f"单位：{office}",
        right=Line("申请日期：", fill.day("applied")),
        columns=(0.9, *(1.0,) * 11),
        rows=(
            row(*fill.pair("承办部门", "office", (2, 5)), *fill.pair("经办人", "handler", (2, 3))),
            row(*fill.pair("来访单位", "guest_unit", (2, 5), "left"), *fill.pair("公函文号", "letter_no", (2, 3))),
            row(*fill.pair("公务事由", "purpose", (2, 5), "left"), *fill.pair("类型", "kind", (2, 3)), height=12),
            row(
                *fill.pair("主宾姓名\n及职务", "lead_guest", (2, 5), "left"),
                *fill.pair("来宾人数", "guests_count", (2, 3)),
                height=10,
            ),
            row(label("起止时间", 2), value(Line(fill.day("date"), " 至 ", fill.day("end")), 10)),
            *block("行程", ACTIVITIES, fill.records("activities"), 5),
            row(
                *fill.pair("用餐地点", "meal_place"),
                *fill.pair("餐次", "meals"),
                *fill.pair("标准（元/人）", "standard"),
            ),
            row(*fill.pair("陪餐人数", "companions"), label("陪餐名单", 2), value(diners, 6)),
            row(*fill.pair("住宿地点", "lodging_place", (2, 10), "left")),
            row(*fill.pair("预算科目", "budget", (2, 4)), *fill.pair("预算余额（元）", "budget_left", (2, 4), "right")),
            row(sign("经办人", 6), sign("党政办意见", 6), height=52),
            row(sign("分管领导意见", 6), sign("主要领导意见", 6), height=56),
        ),
        below="无公函的不予接待；来宾10人以内陪餐不超过3人，超过10人的不超过来宾人数的三分之一。",
    )
