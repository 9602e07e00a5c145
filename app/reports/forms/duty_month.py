"""值班表: a month on one page, a line a day, weekends and holidays marked, the rules of duty below."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, label, row, value
from app.reports.forms.lines import Line

COLUMNS = (
    ("weekday", "星期", 2),
    ("leader", "带班领导", 5),
    ("members", "值班人员", 12),
    ("driver", "驾驶员及应急人员", 6),
    ("note", "备注", 3),
)
MOST_DAYS = 31
RULES = (
    "1. 值班人员按时到岗、坚守岗位，不得擅离职守；因事调班的须经带班领导同意。",
    "2. 遇有紧急情况立即报告带班领导，并按规定时限上报；来电来文来访逐项记入值班日志。",
    "3. 交接班时交清待办事项；当班无事也要记录。",
)


def duty_month(values: FormValues, office: str) -> Form:
    """The rota of one month: ``year`` and ``month``, ``phone``, ``shifts``, ``days`` with the keys of the columns."""
    fill = Filling(values)
    days = fill.records("days") or ({},) * MOST_DAYS
    return Form(
        title=Line(fill.place("year", 3), "年", fill.place("month", 2), "月值班表"),
        left=Line(f"单位：{office}　　时段：", fill.place("shifts", 8)),
        right=Line("值班电话：", fill.place("phone", 9)),
        columns=(2.0, *(1.0,) * sum(span for _, _, span in COLUMNS)),
        rows=(
            row(label("日期"), *(label(words, span) for _, words, span in COLUMNS), height=7.5),
            *(
                row(
                    label(f"{number}日"),
                    *(value(day.get(key, ""), span, "center") for key, _, span in COLUMNS),
                    height=7.3,
                )
                for number, day in enumerate(days, start=1)
            ),
        ),
        below="\n".join(RULES),
    )
