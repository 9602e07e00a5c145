"""The rule of counting in Chinese, for 数据来源表."""

from __future__ import annotations

import re

import pytest

from app.figures import FIGURES


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("documents.incoming_closed", "收文台账中办理类别为「办件」且办结日期不晚于期末日期的记录数，按收文日期"),
        ("offices.total", "内设机构台账的记录数，截至期末当天（按设立日期和撤销日期）"),
        (
            "visitors.same_day",
            "来访接待（接访日志）台账中来访类别为「办理事项」且材料齐全为「是」且办结日期与日期相同的记录数，按日期",
        ),
        ("study.sessions", "学习教育台账中形式不为「自学」的记录数，按日期"),
        ("report.cutoff", "统计期间的最后一天"),
    ],
)
def test_the_rule_of_a_figure(key: str, told: str) -> None:
    assert FIGURES[key].counting_rule == told


def test_a_composed_figure_tells_the_rules_of_its_figures() -> None:
    told = FIGURES["opinions.adoption_rate"].counting_rule
    assert told.startswith("「采纳意见建议条数」除以「收集意见建议条数」，乘以100%。采纳意见建议条数：意见建议台账中")
    assert "基期（默认上年同期）" in FIGURES["expenses.growth"].counting_rule


def test_every_rule_is_chinese_with_full_width_marks() -> None:
    for figure in FIGURES.values():
        assert not re.search(r"[(),;:]|None|[a-z]{3}", figure.counting_rule), figure.key


def test_labels_are_unique_and_every_figure_has_a_unit() -> None:
    assert len({figure.label for figure in FIGURES.values()}) == len(FIGURES)
    assert all(figure.unit and figure.key == key for key, figure in FIGURES.items())
