"""成文体检 of lists: announced counts, names before a count, and numbering."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.document import chinese_number
from tests.reports.examined import figure, found

FOUR = "一是抓学习，二是抓作风，三是抓落实，四是抓创新。"


@pytest.mark.parametrize(
    "parts",
    [
        ("采取四项措施：一是抓学习；二是抓作风；三是抓落实。",),
        ("重点抓好以下五个方面的工作。" + FOUR,),
        ("重点做好3项工作。" + FOUR,),
        ("抓好以下三项工作：甲、乙、丙、丁。",),
        ("# 总体情况", "抓好以下三个方面的工作。", "## 抓学习", "内容。", "## 抓作风", "内容。"),
        ("# 总体情况", "做好以下三项工作：", "一是抓学习。", "二是抓作风。"),
        ("# 抓好三项工作，夯实基础", "## 抓学习", "内容。", "## 抓作风", "内容。"),
        ("涉及青石村、柳溪村、竹坞村4个村。",),
        ("修通青石村、柳溪村、竹坞村两个村。",),
        ("建立学习、例会、考勤、督查等3项制度。",),
        ("修路5个村（甲村、乙村、丙村）。",),
        ("一是抓学习，二是抓作风，四是抓创新。",),
        ("一是抓学习，二是抓作风，二是抓创新。",),
        ("二是抓作风，三是抓创新。",),
        ("一是抓学习，严格考勤。",),
        ("一是抓学习。", "三是抓作风。"),
    ],
)
def test_a_list_unlike_its_count_is_found(parts: tuple[str, ...]) -> None:
    told = found(*parts)
    assert len(told) == 1, told


@pytest.mark.parametrize(
    "parts",
    [
        ("采取四项措施：" + FOUR,),
        ("重点抓好以下4个方面的工作。" + FOUR,),
        ("做到四个结合，取得实效。全年" + "抓好学习。",),
        ("抓好以下三项工作：甲、乙、丙。",),
        ("# 总体情况", "抓好以下两个方面的工作。", "## 抓学习", "内容。", "## 抓作风", "内容。"),
        ("现将三个方面的工作汇报如下。", "# 甲", "文。", "# 乙", "文。", "# 丙", "文。", "# 存在问题", "文。"),
        ("一是抓学习。", "内容。", "二是抓作风。"),
        ("涉及青石村、柳溪村、竹坞村3个村。",),
        ("建立学习、例会、考勤等12项制度。",),
        ("开展三会一课，落实两学一做，管好三公经费，做到四个一。",),
        ("深入田间、地头走访3个村。",),
        ("新建道路、水渠、桥梁12处。",),
        ("学习马列主义、毛泽东思想、邓小平理论、“三个代表”重要思想。",),
        ("召开党委会12次、政府办公会8次、专题会议9次。",),
        ("查摆出12个方面的问题，主要是：" + FOUR,),
        ("# 甲", "一是抓学习，二是抓作风。", "# 乙", "一是抓落实，二是抓创新。"),
        ("镇、村两级干部带头，机关、村、社区干部28人参加。",),
    ],
)
def test_lists_that_agree_and_phrases_that_are_no_counts_pass(parts: tuple[str, ...]) -> None:
    assert found(*parts) == []


def test_a_counted_number_of_problems_may_be_more_than_those_told() -> None:
    assert found("查摆问题{}个问题。" + FOUR, figures=(figure("8", 8),)) == []


@given(said=st.integers(2, 20), listed=st.integers(2, 20), chinese=st.booleans())
def test_announced_counts_are_those_of_run_in_lists(said: int, listed: int, chinese: bool) -> None:
    number = "两" if said == 2 else chinese_number(said)
    items = "".join(f"{chinese_number(one)}是做好工作；" for one in range(1, listed + 1))
    text = f"采取{number if chinese else said}项措施：{items[:-1]}。"
    assert bool(found(text)) is (said != listed)


@given(said=st.integers(2, 9), listed=st.integers(2, 9))
def test_names_before_a_count_are_as_many_or_are_examples(said: int, listed: int) -> None:
    names = "、".join(f"{one}村" for one in "甲乙丙丁戊己庚辛壬"[:listed])
    assert bool(found(f"涉及{names}{said}个村。")) is (0 < abs(said - listed) <= 3)
    assert bool(found(f"涉及{names}等{said}个村。")) is (listed > said)
