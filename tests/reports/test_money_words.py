"""Amounts in capitals, against the examples of the payment rules and by reading them back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.money_words import DIGITS, in_capitals

VALUES = {"拾": 10, "佰": 100, "仟": 1000}


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.00", "零元整"),
        ("0.05", "伍分"),
        ("0.50", "伍角整"),
        ("0.53", "伍角叁分"),
        ("1", "壹元整"),
        ("10", "壹拾元整"),
        ("15", "壹拾伍元整"),
        ("100", "壹佰元整"),
        ("100.05", "壹佰元零伍分"),
        ("100.50", "壹佰元伍角整"),
        ("101", "壹佰零壹元整"),
        ("110", "壹佰壹拾元整"),
        ("1005", "壹仟零伍元整"),
        ("1050", "壹仟零伍拾元整"),
        ("1409.50", "壹仟肆佰零玖元伍角整"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
        ("325.04", "叁佰贰拾伍元零肆分"),
        ("10000", "壹万元整"),
        ("10001", "壹万零壹元整"),
        ("10010", "壹万零壹拾元整"),
        ("100000", "壹拾万元整"),
        ("100500", "壹拾万零伍佰元整"),
        ("1000000", "壹佰万元整"),
        ("10000001", "壹仟万零壹元整"),
        ("100000000", "壹亿元整"),
        ("100000001", "壹亿零壹元整"),
        ("100010000", "壹亿零壹万元整"),
        ("120000000", "壹亿贰仟万元整"),
        ("1000000000000", "壹万亿元整"),
        ("-3.5", "负叁元伍角整"),
        ("1020304050.60", "壹拾亿贰仟零叁拾万肆仟零伍拾元陆角整"),
    ],
)
def test_words_of_an_amount(amount: str, words: str) -> None:
    assert in_capitals(Decimal(amount)) == words


@given(st.integers(0, 10**12))
def test_capitals_read_back_are_the_amount(fen: int) -> None:
    words = in_capitals(Decimal(fen) / 100)
    assert read(words) == fen
    assert "零零" not in words
    assert words.endswith("分") or words.endswith("整")


def read(words: str) -> int:
    """Fen of capital numerals."""
    yuan, _, rest = words.rstrip("整").rpartition("元")
    if not yuan and "元" not in words:
        rest = words.rstrip("整")
    jiao, _, fen = rest.rpartition("角")
    fen = fen.strip("零分")
    return whole(yuan) * 100 + DIGITS.index(jiao.strip("零") or "零") * 10 + DIGITS.index(fen or "零")


def whole(words: str) -> int:
    for unit, value in (("亿", 10**8), ("万", 10**4)):
        high, found, low = words.partition(unit)
        if found:
            return whole(high) * value + whole(low)
    total = digit = 0
    for character in words:
        if character in VALUES:
            total, digit = total + digit * VALUES[character], 0
        else:
            digit = DIGITS.index(character)
    return total + digit


@pytest.mark.parametrize("amount", ["0.001", "NaN", "1E+16", "1E+40"])
def test_an_amount_that_no_voucher_can_carry_is_refused(amount: str) -> None:
    with pytest.raises(ValueError, match="大写"):
        in_capitals(Decimal(amount))
