"""One place words figures: hedges only where true, multiples told apart, shares cut off, other spans, renewed later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.figures import Period
from app.models import BY_KEY
from app.reports.summaries.numbers import Numbers, behind, figure_of, pairs, renewed
from app.reports.summaries.slots import CLOSE, MISSING, OPEN, Slots, UnknownFigure
from app.reports.summaries.spans import UnknownSpan, span_of
from app.reports.wording import day_in_words, hedged, number_words
from app.services import records
from app.services.desk import Desk, create_desk

YEAR = Period.of_year(2025)
MONEY = "donations.money"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    for day, money, kind in (
        (date(2024, 3, 1), "6500", "灾区"),
        (date(2025, 2, 1), "74690", "公益"),
        (date(2025, 5, 8), "310", "灾区"),
    ):
        gift(made, day, money, kind)
    yield made
    made.close()


def gift(desk: Desk, day: date, money: str, kind: str = "公益") -> int:
    register = BY_KEY["donation"]
    values: dict[str, Any] = {
        "date": day,
        "purpose": "帮扶",
        "kind": kind,
        "recipient": "某户",
        "money": Decimal(money),
    }
    return records.save(desk, register, records.blank(desk, register) | values).id


def said(desk: Desk, ask: Any, year: int = 2025) -> str:
    """What a slot writes, the words of its figures put in."""
    with desk.store.read() as connection:
        slots = Slots(connection, year, Period.of_year(year))
        text = str(ask(slots))
        for number, figure in enumerate(slots.given):
            text = text.replace(f"{OPEN}{number}{CLOSE}", figure.words)
    return text


def test_multiples_are_told_apart(desk: Desk) -> None:
    assert said(desk, lambda s: s.times("捐款金额", 2024)) == "是2024年的11.5倍"
    assert said(desk, lambda s: s.times("捐款金额", 2024, 说="增长")) == "比2024年增长10.5倍"


def test_growth_names_its_base(desk: Desk) -> None:
    assert said(desk, lambda s: s.against_last_year("捐款金额")) == "比上年的6500元增长1053.8%"
    assert said(desk, lambda s: s.changed("捐款金额")) == "比上年的6500元增加6.85万元"
    assert said(desk, lambda s: s.against_last_year("捐款金额"), 2024).startswith(MISSING)


def test_a_share_rises_by_points_and_not_by_per_cent(desk: Desk) -> None:
    register = BY_KEY["metric"]
    for year, value in ((2024, "97.6"), (2025, "98.2")):
        values = {"year": year, "name": "参保率", "unit": "%", "value": Decimal(value), "source": "统计"}
        records.save(desk, register, records.blank(desk, register) | values)
    told = said(desk, lambda s: s.against_last_year("统计指标数值", "name=参保率"))
    assert told == "比上年的97.6%提高0.6个百分点"


def test_a_share_is_cut_off_and_never_rounded_up(desk: Desk) -> None:
    assert said(desk, lambda s: s.share("捐款金额", "捐款金额", "kind=公益")) == "99.5%"
    gift(desk, date(2025, 6, 1), "0.01")
    assert said(desk, lambda s: s.share("捐款金额", "捐款金额", "类别=公益")) == "99.5%"
    assert said(desk, lambda s: s.share("捐款金额", "捐款金额")) == "100%"


def test_a_number_takes_its_unit_hedge_and_span(desk: Desk) -> None:
    assert said(desk, lambda s: s.number("捐款金额", 单位="元")) == "75000元"
    assert said(desk, lambda s: s.number("捐款金额", 约="余", 期="近2年")) == "8万余元"
    assert said(desk, lambda s: s.number("捐款金额", "kind=灾区", 约="余", 期="2024年以来")) == "6000余元"
    assert said(desk, lambda s: s.number("捐款金额", 期="一季度")) == "7.47万元"
    assert said(desk, lambda s: s.number("捐款金额", 期="四季度")).startswith(MISSING)


def test_hedges_that_would_not_be_true_are_not_written() -> None:
    assert hedged(Decimal(3000), "元", "余") is None
    assert hedged(Decimal(3260), "元", "余") == "3000余元"
    assert hedged(Decimal(403_000), "元", "余") == "40万余元"
    assert hedged(Decimal(430_000), "元", "余") == "40余万元"
    assert hedged(Decimal(430_000), "元", "余", place="万后") is None
    assert hedged(Decimal(9_800), "元", "近") == "近1万元"
    assert hedged(Decimal(6_200), "元", "近") is None
    assert hedged(Decimal(100), "%", "以上") is None


@given(st.integers(1, 10**11), st.sampled_from(["余", "多", "近", "以上", ""]), st.integers(1, 3))
def test_a_hedge_never_lies(fen: int, hedge: str, digits: int) -> None:
    value = Decimal(fen) / 100
    words = number_words(value, "元", hedge=hedge, digits=digits)
    bare = Decimal("".join(sign for sign in words if sign.isdigit() or sign == "."))
    amount = bare * (10_000 if "万" in words else 1)
    if "余" in words or "多" in words:
        assert amount < value
    elif words.startswith("近"):
        assert amount * Decimal("0.95") <= value < amount
    elif words.endswith("以上"):
        assert amount <= value


def test_days_are_written_as_a_sentence_has_them() -> None:
    day = date(2026, 3, 7)
    assert [day_in_words(day, form) for form in ("月", "月日", "年月", "旬")] == ["3月", "3月7日", "2026年3月", "3月初"]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("近三年", date(2023, 1, 1), date(2025, 12, 31)),
        ("2021年以来", date(2021, 1, 1), date(2025, 12, 31)),
        ("2021—2023年", date(2021, 1, 1), date(2023, 12, 31)),
        ("上年", date(2024, 1, 1), date(2024, 12, 31)),
        ("二季度", date(2025, 4, 1), date(2025, 6, 30)),
        ("上半年", date(2025, 1, 1), date(2025, 6, 30)),
        ("2月", date(2025, 2, 1), date(2025, 2, 28)),
    ],
)
def test_spans_are_named_in_words(words: str, first: date, last: date) -> None:
    assert span_of(words, YEAR) == Period(first, last)


def test_a_span_that_has_not_begun_is_none_and_a_wrong_one_is_a_sentence() -> None:
    assert span_of("下半年", Period(date(2026, 1, 1), date(2026, 3, 18))) is None
    with pytest.raises(UnknownSpan, match=r"^没有「去岁」这种期间.*。$"):
        span_of("去岁", YEAR)


def test_a_figure_is_renewed_in_the_same_words(desk: Desk) -> None:
    with desk.store.read() as connection:
        first = Numbers(connection).figure(MONEY, YEAR, (), pairs({"hedge": "余"}))
    assert first is not None
    assert first.words == "7万余元"
    gift(desk, date(2025, 7, 1), "8000")
    with desk.store.read() as connection:
        again = figure_of(first.tag)
        assert again is not None
        now = renewed(connection, again)
        assert now is not None
        assert now.words == "8万余元"
        assert len(behind(connection, now)) == 3


def test_a_comparison_leads_to_the_records_of_both_years(desk: Desk) -> None:
    with desk.store.read() as connection:
        grown = Numbers(connection).figure(MONEY, YEAR, (), pairs({"as": "growth"}))
        assert grown is not None
        assert {one.date.year for one in behind(connection, grown) if one.date} == {2024, 2025}


def test_a_figure_of_another_program_is_no_figure() -> None:
    assert figure_of("invoice|2025-01-01..2025-12-31") is None
    assert figure_of("某某") is None


def test_a_wrong_name_or_condition_is_a_sentence(desk: Desk) -> None:
    for ask in (
        lambda s: s.number("没有的数"),
        lambda s: s.number("捐款金额", "kind"),
        lambda s: s.number("捐款金额", 约="约"),
    ):
        with pytest.raises(UnknownFigure, match=r"。$"):
            said(desk, ask)
