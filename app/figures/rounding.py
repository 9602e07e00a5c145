"""How quotients are rounded: one decimal, half up, and a share never onto 100 or 0 that it does not reach."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

Number = int | Decimal | Fraction


def half_up(exact: Number, places: int = 1) -> Decimal:
    """The exact number with so many decimals, half up; a negative one like its opposite."""
    fraction = Fraction(exact)
    parts = floor(abs(fraction) * 10**places + Fraction(1, 2))
    return Decimal(parts if fraction >= 0 else -parts).scaleb(-places)


def percentage(exact: Number) -> Decimal:
    """Per cent with one decimal; only 100 is 100 and only 0 is 0: 99.96 is 99.9, 100.04 is 100.1, 0.01 is 0.1."""
    fraction = Fraction(exact)
    rounded = half_up(fraction)
    for bound in (100, 0, -100):
        if rounded == bound and fraction != bound:
            return rounded + Decimal("0.1") * (1 if fraction > bound else -1)
    return rounded


def whole(exact: Number) -> int:
    """The whole number, half up."""
    return int(half_up(exact, 0))
