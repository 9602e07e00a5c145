"""Automatic numbers are read as they are seen."""

from lxml import etree

from app.papers.numbering import CHINESE_NUMBERS, AutoNumbers
from app.papers.package import WORD_NAMESPACE

LEVELS = f"""<w:numbering xmlns:w="{WORD_NAMESPACE}">
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/></w:lvl>
<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


def test_numbers_count_by_level_and_begin_anew_below():
    numbers = AutoNumbers(etree.fromstring(LEVELS))
    found = [numbers.next("5", level) for level in ("0", "1", "1", "2", "0", "1", "3")]
    assert found == ["一、", "（一）", "（二）", "一.1", "二、", "（一）", ""]


def test_paragraphs_without_a_list_have_no_number():
    numbers = AutoNumbers(etree.fromstring(LEVELS))
    assert [numbers.next(None, None), numbers.next("9", "0"), numbers.next("5", "8")] == ["", "", ""]
    assert AutoNumbers(None).next("5", "0") == ""


def test_chinese_numbers():
    assert [CHINESE_NUMBERS[at - 1] for at in (1, 10, 11, 20, 47, 99)] == [
        "一",
        "十",
        "十一",
        "二十",
        "四十七",
        "九十九",
    ]
