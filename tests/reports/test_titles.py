"""Titles are broken by sense into a trapezium or a diamond."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.titles import LONGEST, title_lines


@pytest.mark.parametrize(
    "lines",
    [
        ("青石镇党政办公室2026年工作总结",),
        ("青石镇党政综合办公室", "2026年度政风行风建设工作总结"),
        ("中共青石镇委员会青石镇人民政府", "关于改进工作作风实施细则执行情况的报告"),
    ],
)
def test_title_is_broken_where_the_sense_allows(lines: tuple[str, ...]):
    assert title_lines("".join(lines)) == lines


@given(st.text(alphabet="镇党政办公室关于的年度工作总结，。2026", max_size=80))
def test_nothing_is_lost_and_every_line_fits(title: str):
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(0 < len(line) <= LONGEST for line in lines)


def test_three_lines_form_no_hourglass():
    lengths = [
        len(line)
        for line in title_lines("云岭县青石镇人民政府党政办公室关于2026年度创建县级文明单位工作情况的汇报材料")
    ]
    assert len(lengths) == 3
    assert lengths[1] >= min(lengths[0], lengths[2])
