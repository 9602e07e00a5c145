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


def hedged(value: Decimal, unit: str, hedge: str, digits: int = 1, place: str = "") -> str | None:
    """«3000余元», «近400人», «300人以上»; None where the hedge would not be true."""
    if value <= 0:
        return None
    number = rounded(value, digits, up=hedge in BELOW)
    if hedge in ABOVE and number < value:
        return _above_words(value, number, unit, hedge, place)
    if hedge in BELOW and number > value >= number * NEAR_ENOUGH:
        return f"近{_round_words(number, unit)}"
    if hedge == AT_LEAST and number <= value and not (unit == "%" and number >= 100):
        return f"{_round_words(number, unit)}以上"
    return None


def _round_words(number: Decimal, unit: str) -> str:
    if unit == "元" and number >= TEN_THOUSAND:
        return f"{trimmed(number / TEN_THOUSAND)}万元"
    return f"{trimmed(number)}{unit}"


def _above_words(value: Decimal, number: Decimal, unit: str, hedge: str, place: str) -> str | None:
    """«40余万元» is 41 万 and more, «10万余元» less than 1 万 over it; None where the place asked for is not true."""
    if unit != "元" or number < TEN_THOUSAND:
        return f"{trimmed(number)}{hedge}{unit}"
    tens = trimmed(number / TEN_THOUSAND)
    little = value < number + TEN_THOUSAND
    if place not in ("", "万后" if little else "万前"):
        return None
    return f"{tens}万{hedge}元" if little else f"{tens}{hedge}万元"


def number_words(
    value: int | Decimal | date,
    unit: str,
    *,
    money_unit: str = "",
    hedge: str = "",
    place: str = "",
    digits: int = 1,
    chinese: bool = False,
    said: str | None = None,
) -> str:
    """A value as a sentence has it, its unit included; exact unless a hedge is asked for and true.

    ``said`` is written instead of the unit where it is another word for the same: 名 for 人, or nothing at all.
    """
    if isinstance(value, date):
        return day_in_words(value, "年") if unit == "年" else day_words(value)
    exact, word = Decimal(value), unit if said is None else said
    if hedge and (told := hedged(exact, word if unit != "元" else unit, hedge, digits, place)):
        return told
    if unit == "元":
        return money_words(exact, money_unit)
    if chinese and exact == exact.to_integral_value() and 0 < exact < 100:
        return measured_number(int(exact)) + word
    return trimmed(exact) + word


DAY_FORMS = ("月", "月日", "年月日", "年月", "年", "旬")


def day_in_words(day: date, form: str) -> str:
    """4月, 4月8日, 2026年4月8日, 2026年4月, 2026年, 3月初."""
    if form == "旬":
        return f"{day.month}月{'初' if day.day <= 10 else '中旬' if day.day <= 20 else '下旬'}"
    said = {"年": f"{day.year}年", "月": f"{day.month}月", "日": f"{day.day}日"}
    return "".join(said[part] for part in form)


def day_of(text: str) -> date | None:
    """The day that a shown text is, such as 2026-03-07; None where it is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


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
