"""公务接待清单: whom the office received, what was done, what it cost and who was at work.

Contents: 党政机关国内公务接待管理规定 (2013) 第13条, 党政机关厉行节约反对浪费条例 (2025) 第22条.
"""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, block, label, row, sign, value
from app.reports.forms.lines import Line, in_words

GUESTS = (("unit", "单位", 4), ("name", "姓名", 2), ("post", "职务", 3), ("phone", "联系电话", 2))
ACTIVITIES = (("content", "项目", 5), ("time", "时间", 3), ("place", "场所", 3))
ESCORTS = (("name", "姓名", 3), ("post", "职务", 5), ("role", "分工", 3))
COSTS = ("meal_cost", "lodging_cost", "other_cost")
MEALS = (
    ("时间", 2),
    ("地点", 2),
    ("餐次", 1),
    ("标准\n元/人", 1),
    ("用餐\n总人数", 2),
    ("金额（元）", 2),
    ("其中\n陪餐", 1),
)
LODGING = (("时间", 3), ("地点", 4), ("人数", 2), ("金额（元）", 2))


def reception_list(values: FormValues, office: str) -> Form:
    """The list of one reception; ``meal_cost``, ``lodging_cost`` and ``other_cost`` are Decimal, in yuan."""
    fill = Filling(values)
    days = Line(fill.day("date"), "至", fill.day("end"))
    return Form(
        title="公务接待清单",
        left=f"接待单位：{office}",
        right=Line("编号：", fill.place("list_no", 6)),
        columns=(0.9, *(1.0,) * 11),
        rows=(
            row(*fill.pair("来宾单位", "guest_unit", (2, 3), "left"), label("接待日期", 2), value(days, 5)),
            row(*fill.pair("接待事由", "purpose", (2, 5), "left"), *fill.pair("公函文号", "letter_no", (2, 3), "left")),
            row(*fill.pair("主要来宾", "lead_guest", (2, 5), "left"), *fill.pair("来宾人数", "guests_count", (2, 3))),
            *block("接待\n对象", GUESTS, fill.records("guests"), 6),
            *block("公务\n活动", ACTIVITIES, fill.records("activities"), 4),
            row(label("餐饮", rows=2), *(label(words, span) for words, span in MEALS), height=11),
            row(*(value(said, span, "center") for said, (_, span) in zip(_meals(fill), MEALS, strict=True))),
            row(label("住宿", rows=2), *(label(words, span) for words, span in LODGING), height=7.5),
            row(value("", 3), value(fill.text("lodging_place"), 4), value("", 2), fill.money("lodging_cost", 2)),
            row(
                *fill.pair("其他费用（元）", "other_cost", (3, 3)),
                *fill.pair("来宾缴纳生活费（元）", "guest_paid", (3, 3)),
            ),
            row(label("合计", 2), *fill.total(COSTS, (6, 4))),
            *block("陪同和\n工作保\n障人员", ESCORTS, fill.records("escorts"), 4),
            row(*(sign(who, 3) for who in ("接待部门负责人", "办公室主任", "分管领导", "主要领导")), height=33),
        ),
        below=Line("公函附后　　　　经办人：", fill.place("handler", 5), "　　填表日期：", fill.day("list_signed")),
    )


def _meals(fill: Filling) -> tuple[str, ...]:
    """Day, place, number, standard, diners, cost, companions among them; no day and no diners where nobody ate."""
    guests, companions = fill.text("guests_count"), fill.text("companions", "0")
    eaten = fill.text("meal_place", "不用餐") != "不用餐"
    diners = str(int(guests) + int(companions)) if eaten and (guests + companions).isdecimal() and guests else ""
    one_day = eaten and fill.text("end", fill.text("date")) == fill.text("date")
    said = (fill.text(key) for key in ("meal_place", "meals", "standard"))
    day = in_words(fill.text("date")) if one_day else ""
    return (day, *said, diners, fill.text("meal_cost"), fill.text("companions"))
