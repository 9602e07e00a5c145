"""Numbers in words, as an office writes them: units by size, and hedges only where they are true."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from app.kinds import trimmed
from app.reports.document import chinese_number

TEN_THOUSAND, HUNDRED_MILLION = Decimal(10_000), Decimal(100_000_000)
CENT = Decimal("0.01")
ABOVE, BELOW = ("余", "多"), ("近",)
AT_LEAST = "以上"
NEAR_ENOUGH = Decimal("0.95")
"""近 is written only where the value reaches this share of the round number."""


def day_words(day: date, with_year: bool = False) -> str:
    """3月7日, or 2026年3月7日."""
    return f"{day.year}年{day.month}月{day.day}日" if with_year else f"{day.month}月{day.day}日"


def money_words(yuan: Decimal, unit: str = "") -> str:
    """An amount with its unit: 元 below ten thousand, 万元 above, 亿元 only where asked; at most two decimals."""
    scale = {"元": Decimal(1), "万元": TEN_THOUSAND, "亿元": HUNDRED_MILLION}
    chosen = unit or ("元" if abs(yuan) < TEN_THOUSAND else "万元")
    return trimmed((yuan / scale[chosen]).quantize(CENT, ROUND_HALF_UP)) + chosen


def rounded(value: Decimal, digits: int, up: bool) -> Decimal:
    """The value cut to its first digits, down or up: 3,260 → 3,000 or 4,000."""
    step = Decimal(1).scaleb(value.adjusted() - digits + 1)
    return (value / step).to_integral_value(ROUND_CEILING if up else ROUND_FLOOR) * step


def hedged(value: Decimal, unit: str, hedge: str, digits: int = 1) -> str | None:
    """«3000余元», «近400人», «300人以上»; None where the hedge would not be true."""
    if value <= 0:
        return None
    number = rounded(value, digits, up=hedge in BELOW)
    if hedge in ABOVE and number < value:
        return f"{_round_words(number, unit, hedge)}"
    if hedge in BELOW and number > value >= number * NEAR_ENOUGH:
        return f"近{_round_words(number, unit, '')}"
    if hedge == AT_LEAST and number <= value:
        return f"{_round_words(number, unit, '')}以上"
    return None


def _round_words(number: Decimal, unit: str, hedge: str) -> str:
    if unit == "元" and number >= TEN_THOUSAND:
        return (
            f"{trimmed(number / TEN_THOUSAND)}{hedge}万元"
            if number >= 100_000
            else f"{trimmed(number / TEN_THOUSAND)}万{hedge}元"
        )
    return f"{trimmed(number)}{hedge}{unit}"


def number_words(
    value: int | Decimal | date,
    unit: str,
    *,
    money_unit: str = "",
    hedge: str = "",
    digits: int = 1,
    chinese: bool = False,
) -> str:
    """A value as a sentence has it, its unit included; exact unless a hedge is asked for and true."""
    if isinstance(value, date):
        return day_words(value)
    exact = Decimal(value)
    if hedge and (told := hedged(exact, unit, hedge, digits)):
        return told
    if unit == "元":
        return money_words(exact, money_unit)
    if chinese and exact == exact.to_integral_value() and 0 < exact < 100:
        return measured_number(int(exact)) + unit
    return trimmed(exact) + unit


def measured_number(number: int) -> str:
    """A Chinese numeral before a measure word: 两个, 十二个."""
    return "两" if number == 2 else chinese_number(number)


def growth(now: Decimal, before: Decimal) -> tuple[str, Decimal] | None:
    """(增长, 下降 or 持平, per cent with one decimal) on the base; None where the base is nothing."""
    if before <= 0:
        return None
    change = (now - before) * 100 / before
    tenth = abs(change).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if change and not tenth:
        tenth = Decimal("0.1")
    return ("增长" if change > 0 else "下降" if change < 0 else "持平", tenth)
