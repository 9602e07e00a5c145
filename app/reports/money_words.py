"""Amounts in capital numerals (大写金额), as vouchers and lists of the office must carry them."""

from __future__ import annotations

from decimal import Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")


def in_capitals(amount: Decimal) -> str:
    """Yuan in capital numerals: 1005 → 壹仟零伍元整, 100.05 → 壹佰元零伍分, -3.5 → 负叁元伍角整.

    整 follows 元 and 角, never 分 (支付结算办法 附一). ValueError when the amount is finer than a fen or too great.
    """
    if not amount.is_finite() or abs(amount) >= 10**16 or amount != amount.quantize(Decimal("0.01")):
        raise ValueError(f"金额{amount}不能写成大写：最多两位小数，整数不超过十六位。")
    yuan, fen = divmod(int(abs(amount) * 100), 100)
    jiao, fen = divmod(fen, 10)
    words = _whole(yuan) + "元" if yuan else ""
    if jiao:
        words += DIGITS[jiao] + "角"
    if fen:
        words += ("零" if yuan and not jiao else "") + DIGITS[fen] + "分"
    return ("负" if amount < 0 else "") + (words or "零元") + ("" if fen else "整")


def _whole(number: int) -> str:
    """A whole number above 0; a gap of noughts before lower digits is one 零."""
    for unit, name in ((10**8, "亿"), (10**4, "万")):
        high, low = divmod(number, unit)
        if high:
            gap = "零" if low and low * 10 < unit else ""
            return _whole(high) + name + gap + (_whole(low) if low else "")
    return _below_ten_thousand(number)


def _below_ten_thousand(number: int) -> str:
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + PLACES[place]
        gap = not digit
    return words
