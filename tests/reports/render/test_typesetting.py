"""Lines end where a Chinese printer would end them, and nothing is lost."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reports.render.fonts import Fonts
from app.reports.render.typesetting import LEADING, NO_END, NO_START, break_lines, clean, evened, may_break, set_in_box

SONG = Fonts(()).role("song")
TEXTS = st.text(
    st.sampled_from("关于做好（2026年）“十四五”，。、；：《规划》ABC abc 0123456789.-%——…… ()"), max_size=60
)


def lines(text: str, characters: float) -> list[str]:
    return break_lines(text, characters * 10, SONG, 10)


def test_a_short_text_is_one_line() -> None:
    assert lines("请假事由", 4) == ["请假事由"]
    assert lines("", 4) == [""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("回家探亲，照顾老人", ["回家探", "亲，照顾", "老人"]),
        ("学习领《准则》", ["学习领", "《准则》"]),
        ("他说“好”，就走了", ["他说", "“好”，", "就走了"]),
        ("我们自2026年起", ["我们自", "2026年起"]),
        ("共计1,234.50元整", ["共计", "1,234.50", "元整"]),
        ("第一行\n第二行长一些", ["第一行", "第二行长", "一些"]),
        ("为了——发展大局", ["为了——", "发展大局"]),
    ],
)
def test_lines_end_where_they_may(text: str, expected: list[str]) -> None:
    assert lines(text, 4.4) == expected


def test_a_word_longer_than_the_line_is_split() -> None:
    assert "".join(lines("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 4)) == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    assert max(SONG.width(line, 10) for line in lines("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 4)) <= 40


def test_the_first_line_may_be_indented() -> None:
    assert break_lines("一二三四五六七八", 40, SONG, 10, indent=20) == ["一二", "三四五六", "七八"]


@given(TEXTS, st.integers(6, 20))
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_and_no_rule_is_broken(text: str, characters: int) -> None:
    result = lines(text, characters)
    assert "".join(result).replace(" ", "") == text.replace(" ", "")
    assert all(SONG.width(line, 10) <= characters * 10 + 0.001 for line in result)
    for before, after in pairwise(result):
        if before and after and may_have_broken_well(before, after):
            assert after[0] not in NO_START
            assert before[-1] not in NO_END


def may_have_broken_well(before: str, after: str) -> bool:
    """A line wholly of marks or of one word has no good place to end."""
    text = (before + after).replace(" ", "")
    return any(may_break(a, b) for a, b in pairwise(text[: len(before) + 1]))


def test_unseen_characters_are_dropped() -> None:
    assert clean("张\u200b伟\ufeff\t男\u00a0汉\r\n党员\x07") == "张伟 男 汉\n党员"


def test_type_shrinks_to_its_least_size_and_keeps_all() -> None:
    small = set_in_box("很长的意见" * 10, 100, 50, SONG, 12, 7)
    assert 7 <= small.size < 12
    assert small.height <= 50
    full = set_in_box("很长的意见" * 100, 100, 50, SONG, 12, 7)
    assert full.size == 7
    assert "".join(full.lines) == "很长的意见" * 100
    assert full.height == pytest.approx(len(full.lines) * 7 * LEADING)


def test_a_number_shrinks_before_it_is_split() -> None:
    setting = set_in_box("1,234,567.89", 60, 100, SONG, 12, 6)
    assert setting.lines == ("1,234,567.89",)
    assert setting.size < 12


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("开始日期", 30, ("开始", "日期")), ("主要来宾及职务", 62, ("主要来宾", "及职务")), ("日期", 30, ("日期",))],
)
def test_lines_of_a_head_are_evened(text: str, width: float, expected: tuple[str, ...]) -> None:
    setting = set_in_box(text, width, 40, SONG, 10, 10)
    assert evened(setting, width, SONG).lines == expected
