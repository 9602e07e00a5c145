"""请假审批单: half a sheet, printed twice on A4, with the 销假 part below."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, label, row, sign, value
from app.reports.forms.lines import Line, Place


def leave_slip(values: FormValues, office: str) -> Form:
    """The slip of one leave: the register's fields, and ``post``, ``annual_used`` and ``annual_left`` (days) beside."""
    fill = Filling(values)
    start = Line("自 ", fill.day("start"), _half(fill, "start", "上午"))
    end = Line(" 至 ", fill.day("end"), _half(fill, "end", "下午"))
    annual = Line("已休 ", fill.place("annual_used", 2), " 天，尚余 ", fill.place("annual_left", 2), " 天")
    return Form(
        title="请假审批单",
        left=f"单位：{office}",
        right=Line("申请日期：", fill.day("applied")),
        columns=(1.0,) * 12,
        rows=(
            row(
                *fill.pair("申请人", "staff"), *fill.pair("所在机构", "office"), *fill.pair("职务", "post"), height=8.5
            ),
            row(
                *fill.pair("假别", "kind"),
                *fill.pair("前往地点", "destination"),
                *fill.pair("联系电话", "phone"),
                height=8.5,
            ),
            row(label("起止时间", 2), value(Line(start, end), 7), *fill.pair("天数", "days", (1, 2)), height=8.5),
            row(*fill.pair("请假事由", "reason", (2, 10), "left"), height=12),
            row(*fill.pair("工作代理人", "deputy"), *fill.pair("证明材料", "proof", (2, 6), "left"), height=8.5),
            row(label("本年年休假", 2), value(annual, 10), height=8.5),
            row(
                sign("机构负责人意见", 3, fill.text("office_opinion")),
                sign("党政办意见", 3),
                sign("分管领导意见", 3, fill.text("leader_opinion")),
                sign("主要领导意见", 3, fill.text("chief_opinion")),
                height=36,
            ),
            row(
                label("销假", rows=2),
                *fill.day_pair("返岗日期", "returned", (2, 3)),
                *fill.day_pair("续假至", "extension", (2, 4)),
                height=8.5,
            ),
            row(
                label("销假人签字", 2),
                value("", 2),
                *fill.pair("确认人", "confirmer"),
                *fill.pair("超假天数", "overstay", (2, 1)),
                height=8.5,
            ),
        ),
        per_sheet=2,
    )


def _half(fill: Filling, key: str, otherwise: str) -> Line:
    """上午 or 下午; of a whole day what is usual."""
    told = fill.text(f"{key}_half", otherwise if fill.text(key) else "")
    return Line(Place(told.removesuffix("午"), 1.0), "午")
