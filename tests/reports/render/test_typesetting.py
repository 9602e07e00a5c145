"""Lines end where a Chinese printer would end them, and nothing is lost."""

import ctypes
import re
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.reports.render.fonts import Fonts
from app.reports.render.pdf_canvas import Paper
from app.reports.render.typesetting import (
    LEADING,
    NO_END,
    NO_START,
    break_lines,
    clean,
    evened,
    may_break,
    parts_number,
    set_in_box,
)

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


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("报销差旅费3400元", 6.2, ["报销差旅费", "3400元"]),
        ("拨付共计3.5万元", 5.8, ["拨付共计", "3.5万元"]),
        ("云委办〔2026〕61号", 7.2, ["云委办", "〔2026〕61号"]),
        ("比上年增长15%。", 6.3, ["比上年增长", "15%。"]),
        ("全年集中学习12次", 7.3, ["全年集中学习", "12次"]),
        ("1234567890元", 5.6, ["1234567890", "元"]),
    ],
)
def test_a_number_keeps_its_unit_where_it_can(text: str, width: float, expected: list[str]) -> None:
    assert break_lines(text, width * 10, SONG, 10, together=True) == expected


def test_the_official_page_parts_them_as_word_does() -> None:
    assert break_lines("报销差旅费3400元", 75, SONG, 10) == ["报销差旅费3400", "元"]


WORDS = [
    *"关于镇，。、；：？！“”‘’（）《》〔〕①㎡䶮𬱖5号元 \n", "——", "……", "党委", "1,234.50元", "15%", "3.5万元", "38℃",
    "(注)", "〔2026〕61号", "2026年3月7日", "Word", "GB/T9704-2012", "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "https://www.gov.cn/zhengce/2026-03/07/content_5679.htm",
]  # fmt: skip
PIECES = st.lists(st.sampled_from(WORDS), max_size=40).map("".join)


def allowed(text: str, cut: int) -> bool:
    """Whether a printer ends a line there, told without the code that is tested."""
    left, right = text[:cut].rstrip(" "), text[cut:].lstrip(" ")
    if not left or not right:
        return bool(left)
    latin = re.compile("[!-~]")
    is_word = not text[cut - 1 : cut + 1].count(" ") and bool(latin.match(left[-1]) and latin.match(right[0]))
    return left[-1] not in NO_END and right[0] not in NO_START and not is_word


def unit_is_parted(left: str, right: str) -> bool:
    return bool(re.search(r"\d$", left) and re.match("[元万号年月日]", right)) or (left + right[:1]).endswith("万元")


@given(PIECES, st.integers(2, 24), st.booleans())
@settings(max_examples=400, deadline=None)
def test_lines_end_where_a_printer_ends_them(text: str, characters: int, together: bool) -> None:
    room = characters * 10
    for paragraph in text.split("\n"):
        result, at = break_lines(paragraph, room, SONG, 10, together=together), 0
        assert "".join(result).replace(" ", "") == paragraph.replace(" ", "")
        for number, line in enumerate(result):
            assert SONG.width(line, 10) <= room + 0.001 or len(line) == 1
            start, at = at, paragraph.index(line, at) + len(line)
            if number == len(result) - 1:
                continue
            cuts = [cut for cut in range(start + 1, at + 1) if allowed(paragraph, cut)]
            assert allowed(paragraph, at) or not cuts, (line, result)
            if together and cuts and unit_is_parted(line, paragraph[at:]):
                assert all(parts_number(paragraph, cut) for cut in cuts), (line, result)
            at += len(paragraph[at:]) - len(paragraph[at:].lstrip(" "))


def test_mixed_text_stands_on_one_base_line(tmp_path: Path) -> None:
    paper = Paper("", Fonts(()))
    paper.text(50, 100, "云委办〔2026〕61号，增长15%（见GB/T 9704）——䶮𬱖①", "fang", 16)
    paper.end_page()
    paper.save(tmp_path / "line.pdf")
    with pypdfium2.PdfDocument(tmp_path / "line.pdf") as document:
        text = document[0].get_textpage()
        x, y = ctypes.c_double(), ctypes.c_double()
        bases = set()
        for at in range(text.count_chars()):
            pdfium.FPDFText_GetCharOrigin(text.raw, at, x, y)
            bases.add(round(y.value, 2))
        assert bases == {round(paper.height - 100, 2)}
        assert text.count_chars() > 30


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
