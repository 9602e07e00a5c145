"""会议申请审批单: why a meeting is needed, how long, with whom and for how much, before it is called."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, block, label, row, sign, value

ITEMS = (("topic", "议题", 7), ("office", "汇报机构", 2), ("minutes", "用时（分钟）", 2))


def meeting_request(values: FormValues, office: str) -> Form:
    """The request for one meeting; ``same_kind`` is how many of its kind the month has had already."""
    fill = Filling(values)
    when = f"{fill.day('date')}　{fill.text('start', '　时　分')} 至 {fill.text('end', '　时　分')}"
    people = f"{fill.text('expected', '　　')} 人，其中工作人员 {fill.text('workers', '　　')} 人"
    return Form(
        title="会议申请审批单",
        left=f"单位：{office}",
        right=f"申请日期：{fill.day('requested')}",
        columns=(0.9, *(1.0,) * 11),
        rows=(
            row(*fill.pair("会议名称", "title", (2, 10), "left"), height=12),
            row(*fill.pair("会议类别", "kind", (2, 4)), *fill.pair("承办机构", "office", (2, 4))),
            row(label("时间", 2), value(when, 10)),
            row(*fill.pair("地点", "venue", (2, 4)), *fill.pair("主持人", "host", (2, 4))),
            row(label("参会人数", 2), value(people, 4), *fill.pair("用餐安排", "meal", (2, 4))),
            row(*fill.pair("召开理由", "necessity", (2, 10), "left"), height=18),
            *block("议题", ITEMS, fill.records("items"), 5),
            row(
                label("经费（元）", 2),
                fill.money("cost", 4),
                label("本月同类已开", 2),
                value(_times(fill), 4, "center"),
            ),
            row(sign("承办机构负责人", 6, fill.text("applicant")), sign("党政办意见", 6), height=34),
            row(sign("分管领导意见", 6), sign("主要领导意见", 6), height=38),
        ),
        below="能以文件、电话部署的不开会；能合并的合并召开。",
    )


def _times(fill: Filling) -> str:
    return f"{fill.text('same_kind', '　　')} 次"
