"""会议申请审批单: why a meeting is needed, how long, with whom and for how much, before it is called."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, block, label, row, sign, value
from app.reports.forms.lines import Line

ITEMS = (
    ("topic", "议题", 5),
    ("office", "提出机构", 2),
    ("speakers", "讲话（发言）人", 2),
    ("minutes", "用时（分钟）", 2),
)


def meeting_request(values: FormValues, office: str) -> Form:
    """The request for one meeting; ``same_kind`` is how many of its kind the month has had already."""
    fill = Filling(values)
    when = Line(fill.day("date"), "　", fill.place("start", 3.5), "至", fill.place("end", 3.5))
    people = Line(fill.place("expected", 2.5), " 人，其中工作人员 ", fill.place("workers", 2.5), " 人")
    return Form(
        title="会议申请审批单",
        left=f"单位：{office}",
        right=Line("申请日期：", fill.day("requested")),
        columns=(0.9, *(1.0,) * 11),
        rows=(
            row(*fill.pair("会议名称", "title", (2, 10), "left"), height=12),
            row(*fill.pair("会议类别", "kind", (2, 4)), *fill.pair("承办机构", "office", (2, 4))),
            row(label("时间", 2), value(when, 6), *fill.pair("会期（分钟）", "minutes")),
            row(*fill.pair("地点", "venue", (2, 4)), *fill.pair("主持人", "host", (2, 4))),
            row(label("参会范围", 2), value("", 10), height=12),
            row(label("参会人数", 2), value(people, 6), *fill.pair("用餐安排", "meal")),
            row(
                *fill.pair("上级临时安排", "superior", (2, 4)),
                label("本月同类已开", 2),
                value(Line(fill.place("same_kind", 3), " 次"), 4, "center"),
            ),
            row(*fill.pair("召开理由", "necessity", (2, 10), "left"), height=18),
            *block("议题", ITEMS, fill.records("items"), 5),
            row(
                label("经费预算\n项目及标准", 2), value("", 6), label("金额（元）", 2), fill.money("cost", 2), height=12
            ),
            row(sign("承办机构负责人", 6, name=fill.text("applicant")), sign("党政办意见", 6), height=46),
            row(sign("分管领导意见", 6), sign("主要领导意见", 6), height=52),
        ),
        below="能以文件、电话部署的不开会；能合并的合并召开。",
    )
