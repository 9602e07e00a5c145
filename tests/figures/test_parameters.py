"""What may be asked with a figure, and the sentence for what may not."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection

from app.figures import FIGURES, BadParameter, Period, count
from app.kinds import Misread


@pytest.mark.parametrize(
    ("key", "by", "sentence"),
    [
        ("nothing.at_all", {}, "没有名为「nothing.at_all」"),
        ("leave.times", {"colour": "红"}, "没有条件「colour」，可用的条件有：kind、staff、office"),
        ("documents.joint", {"kind": "通知"}, "它不能加条件"),
        ("leave.times", {"kind": "长假"}, "假别中没有「长假」这一项，条件 kind 可以是：年休假、事假"),
        ("leave.times", {"staff": "李四"}, "没有「李四」"),
        ("leave.times", {"staff": "张三"}, "有 2 个「张三」，请写成「张三(所在机构)」"),
        ("leave.times", {"kind": " "}, "没有写内容"),
        ("visits.times", {"campaign": "误录"}, "没有「误录」"),
        ("visits.diary", {"date": "2月30日"}, "不是存在的日期"),
        ("documents.change", {"base": "前年"}, "「前年」不是年份"),
        ("donations.first_year", {"since": "12"}, "「12」不是年份"),
        ("expenses.quantity", {}, "必须写明条件 unit，"),
        ("projects.output", {}, "必须写明条件 unit（或 title）"),
        ("projects.output", {"title": "道路"}, "记录单位不同，如「亩」、「公里」，请用条件 unit 写明一种"),
        ("projects.output", {"unit": "公里、亩"}, "记录单位不同"),
        ("projects.output_rate", {"title": "道路"}, "记录单位不同"),
        ("projects.other_output", {"title": "道路"}, "必须写明条件 outputs.unit"),
        ("supplies.material_coverage", {}, "必须写明条件 name"),
        ("indicator.share", {"name": "总人口"}, "必须写明条件 base_name"),
        ("reception_days.least", {"date": "1月5日"}, "没有条件「date」，可用的条件有：market_day、leader"),
        ("assistance.households", {"household.kind": "富户"}, "没有「富户」这一项"),
    ],
)
def test_a_bad_parameter_is_one_sentence(office: Connection, key: str, by: dict[str, str | int], sentence: str) -> None:
    with pytest.raises(BadParameter) as refused:
        count(office, key, Period.of_year(2025), by)
    assert sentence in str(refused.value)
    assert str(refused.value).endswith("。")
    assert not isinstance(refused.value, Misread)


def test_a_composed_figure_accepts_what_its_figures_accept() -> None:
    assert FIGURES["documents.incoming_close_rate"].by == ("office", "handler")
    assert FIGURES["expenses.growth"].by[-1] == "base"
    assert FIGURES["visits.public_transport_rate"].by == ("staff", "village", "kind", "campaign")
    assert "since" in FIGURES["honours.streak"].by


def test_a_parameter_goes_only_where_it_is_accepted(office: Connection) -> None:
    rate = count(office, "study.participation", Period.of_year(2025), {"office": "党政办"})
    assert rate.value == 200
