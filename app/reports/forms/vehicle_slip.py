"""派车单: half a sheet, printed twice on A4."""

from __future__ import annotations

from app.reports.forms.grid import Filling, Form, FormValues, row, sign
from app.reports.forms.lines import Line


def vehicle_slip(values: FormValues, office: str) -> Form:
    """The slip of one trip, with the readings before and after."""
    fill = Filling(values)
    return Form(
        title="派车单",
        left=f"单位：{office}",
        right=Line("用车日期：", fill.day("date")),
        columns=(1.0,) * 12,
        rows=(
            row(*fill.pair("用车机构", "office"), *fill.pair("用车人", "user"), *fill.pair("车牌号", "vehicle")),
            row(*fill.pair("用车事由", "purpose", (2, 10), "left"), height=14),
            row(*fill.pair("目的地", "destination", (2, 6), "left"), *fill.pair("驾驶员", "driver")),
            row(*fill.pair("乘车人", "passengers", (2, 10), "left")),
            row(*fill.pair("出车时间", "out", (2, 4)), *fill.pair("返回时间", "back", (2, 4))),
            row(*fill.pair("起里程", "km_start"), *fill.pair("止里程", "km_end"), *fill.pair("行驶公里", "km")),
            row(
                *fill.pair("加油、过路等\n费用（元）", "cost", (2, 4), "right"),
                *fill.pair("用车性质", "nature", (2, 4)),
            ),
            row(sign("用车人", 4), sign("驾驶员", 4), sign("批准人", 4, name=fill.text("approver")), height=36),
        ),
        per_sheet=2,
    )
