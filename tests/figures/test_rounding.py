from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures.rounding import half_up, percentage, whole


@pytest.mark.parametrize(
    ("exact", "rounded"),
    [
        ("99.96", "99.9"),
        ("100.04", "100.1"),
        ("100", "100.0"),
        ("99.94", "99.9"),
        ("100.05", "100.1"),
        ("0.04", "0.1"),
        ("0", "0.0"),
        ("33.35", "33.4"),
        ("-0.04", "-0.1"),
        ("-99.96", "-99.9"),
        ("-1.25", "-1.3"),
        ("250", "250.0"),
    ],
)
def test_a_share_never_reaches_100_or_0_by_rounding(exact: str, rounded: str) -> None:
    assert str(percentage(Decimal(exact))) == rounded


def test_half_goes_up() -> None:
    assert half_up(Fraction(5, 4)) == Decimal("1.3")
    assert half_up(Decimal("86.65")) == Decimal("86.7")
    assert whole(Fraction(85, 2)) == 43
    assert whole(Fraction(4249, 100)) == 42


@given(st.integers(0, 500), st.integers(1, 400))
def test_a_share_is_right_within_a_tenth(part: int, whole_number: int) -> None:
    exact = Fraction(part * 100, whole_number)
    rounded = percentage(exact)
    assert abs(Fraction(rounded) - exact) < Fraction(1, 10)
    assert (rounded == 100) == (exact == 100)
    assert (rounded == 0) == (exact == 0)
