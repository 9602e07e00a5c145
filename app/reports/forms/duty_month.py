"""值班表: a month on one page, a line a day, weekends and holidays marked."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, label, row, value

COLUMNS = (
    ("day", "日期", 2),
    ("weekday", "星期", 2),
    ("leader", "带班领导", 4),
    ("members", "值班人员", 6),
    ("driver", "驾驶员及应急人员", 4),
    ("note", "备注", 3),
)
LEAST_DAYS = 31


def duty_month(values: FormValues, office: str) -> Form:
    """The rota of one month: ``month`` as words, ``phone``, and ``days`` with the keys of the columns."""
    fill = Filling(values)
    days = list(fill.records("days"))
    days += [{"day": str(number) if not days else ""} for number in range(len(days) + 1, LEAST_DAYS + 1)][
        : 31 if not days else 0
    ]
    return Form(
        title=f"{fill.text('month', '　　　年　　月')}值班表",
        left=f"单位：{office}",
        right=f"值班电话：{fill.text('phone', '　' * 8)}",
        columns=(1.0,) * sum(span for _, _, span in COLUMNS),
        rows=(
            row(*(label(words, span) for _, words, span in COLUMNS), height=7.5),
            *(row(*(value(day.get(key, ""), span, "center") for key, _, span in COLUMNS), height=7.3) for day in days),
        ),
        below="值班人员须坚守岗位，遇有紧急情况立即报告带班领导；因事调班的须经带班领导同意。",
    )
