"""Sentences made from two numbers pass, whatever the numbers; the same sentence with another share is found."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.kinds import trimmed
from app.rules.quantities import quantities
from app.rules.texts import sums_wrong

COUNTS = st.integers(1, 20_000)
OFF = st.sampled_from([Decimal(tenths) / 10 for tenths in (-50, -7, -2, 2, 3, 40)])
TENTH = Decimal("0.1")


def share_of(part: int, whole: int, way: str) -> Decimal:
    exact = Decimal(part) * 100 / whole
    shown = exact.quantize(TENTH, way)
    return shown if shown not in (0, 100) or shown == exact else exact.quantize(TENTH, ROUND_DOWN) or TENTH


@given(whole=COUNTS, part=COUNTS, way=st.sampled_from([ROUND_DOWN, ROUND_HALF_UP]))
def test_a_share_of_its_numbers_passes(whole: int, part: int, way: str) -> None:
    assume(part <= whole)
    share = trimmed(share_of(part, whole, way))
    assert not list(sums_wrong(f"共{whole}件，办结{part}件，办结率{share}%。"))
    assert not list(sums_wrong(f"有干部{whole}名，其中党员{part}人，占{share}%。"))


@given(whole=COUNTS, part=COUNTS, off=OFF)
def test_a_share_that_is_off_is_found(whole: int, part: int, off: Decimal) -> None:
    share = share_of(part, whole, ROUND_HALF_UP) + off
    assume(part <= whole and share > Decimal("0.2"))
    assert list(sums_wrong(f"共{whole}件，办结{part}件，办结率{share}%。"))
    assert list(sums_wrong(f"有干部{whole}名，其中党员{part}人，占{share}%。"))


@given(before=st.integers(1, 9_000), now=st.integers(1, 9_000))
def test_growth_by_its_base_passes_and_another_is_found(before: int, now: int) -> None:
    assume(before != now)
    word, to = ("增长", "增加到") if now > before else ("下降", "减少到")
    exact = abs(Decimal(now) - before) * 100 / before
    shown = exact.quantize(TENTH, ROUND_HALF_UP) or TENTH
    for text in (f"召开会议{now}次，比上年的{before}次{word}%%。", f"会议由{before}次{to}{now}次，{word}%%。"):
        assert not list(sums_wrong(text.replace("%%", f"{trimmed(shown)}%")))
        assert list(sums_wrong(text.replace("%%", f"{shown + 1}%")))


@given(st.lists(COUNTS, min_size=2, max_size=6))
def test_a_sum_is_that_of_its_parts(parts: list[int]) -> None:
    told = "、".join(f"{name}{part}件" for name, part in zip("甲乙丙丁戊己", parts, strict=False))
    assert not list(sums_wrong(f"受理{told}，合计{sum(parts)}件。"))
    assert list(sums_wrong(f"受理{told}，合计{sum(parts) + 1}件。"))
    assert not list(sums_wrong(f"受理{sum(parts)}件，其中{told}。"))
    assert list(sums_wrong(f"受理{max(max(parts), sum(parts) - 1)}件，其中{told}。"))


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("3260元", "3260", "3260", "元"),
        ("4.53万元", "45250", "45400", "元"),
        ("近400人", "360", "400", "人"),
        ("23名", "23", "23", "人"),
        ("2,612次", "2612", "2612", "次"),
        ("14374户次", "14374", "14374", "户次"),
    ],
)
def test_a_number_stands_for_what_its_words_allow(text: str, low: str, high: str, unit: str) -> None:
    (one,) = quantities(text)
    assert (round(one.low), round(one.high), one.unit) == (int(low), int(high), unit)


@pytest.mark.parametrize(
    "text", ["2025年3月7日", "〔2025〕3号", "第3次", "《2025年纲要》", "2023—2025年", "8:30", "1.抓学习"]
)
def test_dates_ordinals_and_titles_are_no_quantities(text: str) -> None:
    assert quantities(text) == []
