"""Kinds of value: every form a clerk writes is read, what cannot be is refused in a sentence, what is shown is read."""

from __future__ import annotations

import math
import re
import time as clock
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app import kinds
from app.kinds import Misread, Reading

TODAY = date(2026, 11, 23)
AT = Reading(TODAY)
AT_2025 = Reading(TODAY, 2025)
SEVENTH = date(2026, 3, 7)
GRADES = kinds.ChoiceKind(("命令(令)", "通知", "撤销"), {"作废": "撤销"})
EVERY_KIND: tuple[kinds.Kind, ...] = (
    kinds.LineKind(),
    kinds.ProseKind(),
    kinds.WholeKind(),
    kinds.NumberKind(),
    kinds.MoneyKind(),
    kinds.MoneyKind(negative=True),
    kinds.YesNoKind(),
    GRADES,
    kinds.DayKind(),
    kinds.ClockKind(),
    kinds.MomentKind(),
    kinds.ReferenceKind("staff"),
    kinds.ReferencesKind(),
)


def refusal(kind: kinds.Kind, given: object, at: Reading = AT) -> str:
    with pytest.raises(Misread) as told:
        kind.read(given, at)
    return str(told.value)


@pytest.mark.parametrize(
    "written",
    [
        "2026-03-07",
        "2026-3-7",
        "2026.3.7",
        "2026.03.07",
        "2026/3/7",
        "2026年3月7日",
        "2026 年 3 月 7 日",
        "2026年3月7号",
        "20260307",
        "26.3.7",
        "２０２６．３．７",
        "2026-03-07 00:00:00",
        "2026-03-07T09:00",
        "2026年3月7日（星期六）",
        "2026-3-7 周六",
        " 2026-03-07　",
        "3月7日",
        "3月7号",
        "3.7",
        "3/7",
        "3-7",
        "３月７日",
        "46088",
        46088,
        46088.0,
        46088.6,
        date(2026, 3, 7),
        datetime(2026, 3, 7, 23, 59),
    ],
)
def test_a_day_is_read_in_every_form(written: object) -> None:
    assert kinds.DayKind().read(written, AT) == SEVENTH


@pytest.mark.parametrize("written", ["1985.03", "1985年3月", "1985-3", "１９８５．０３"])
def test_a_month_alone_is_its_first_day(written: str) -> None:
    assert kinds.DayKind().read(written, AT) == date(1985, 3, 1)


@pytest.mark.parametrize(
    ("word", "days"), [("今天", 0), ("昨天", -1), ("昨日", -1), ("前天", -2), ("明天", 1), ("后天", 2)]
)
def test_days_are_named_from_today(word: str, days: int) -> None:
    assert kinds.DayKind().read(word, AT) == TODAY + timedelta(days=days)


def test_a_day_without_a_year_is_of_the_year_of_the_sheet() -> None:
    assert kinds.DayKind().read("3月7日", AT_2025) == date(2025, 3, 7)
    assert kinds.DayKind().read("2026年3月7日", AT_2025) == SEVENTH
    assert kinds.DayKind().read("2月29日", Reading(TODAY, 2024)) == date(2024, 2, 29)


@pytest.mark.parametrize("written", ["2月30日", "2026-02-29", "2026-13-01", "20261345", "4月31日", "0.0"])
def test_a_day_that_the_calendar_lacks_is_named(written: str) -> None:
    assert refusal(kinds.DayKind(), written) == f"「{written}」不是存在的日期，请检查年月日。"


@pytest.mark.parametrize(
    "written", ["待定", "2026", "2026年", "3月", "无", "12/31/2026", "5", True, 0, 110_000, math.nan]
)
def test_what_is_no_day_is_refused(written: object) -> None:
    assert refusal(kinds.DayKind(), written).endswith("不是日期，请按 2026-03-07 或 3月7日 填写。")


@pytest.mark.parametrize("written", ["1899-12-31", "2200-01-01", date(1066, 10, 14)])
def test_years_out_of_reach_are_refused(written: object) -> None:
    assert "年份不对" in refusal(kinds.DayKind(), written)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("9:00", time(9)),
        ("09:00", time(9)),
        ("9：00", time(9)),
        ("9.30", time(9, 30)),
        ("下午2:30", time(14, 30)),
        ("晚上8点", time(20)),
        ("中午12:30", time(12, 30)),
        ("9点半", time(9, 30)),
        ("14时", time(14)),
        ("14时30分", time(14, 30)),
        ("1430", time(14, 30)),
        ("8:30:00", time(8, 30)),
        (0.375, time(9)),
        (time(9, 0, 30), time(9)),
        (timedelta(hours=9, minutes=5), time(9, 5)),
        (datetime(2026, 3, 7, 9), time(9)),
    ],
)
def test_a_time_is_read_in_every_form(written: object, read: time) -> None:
    assert kinds.ClockKind().read(written, AT) == read


@pytest.mark.parametrize("written", ["25:00", "9:75", "上午", "9:00-11:00", "9.3", 9.3, "900", -0.5, timedelta(days=2)])
def test_what_is_no_time_is_refused(written: object) -> None:
    assert refusal(kinds.ClockKind(), written).endswith("请按 9:00 或 下午2:30 填写。")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026-03-07 09:00", datetime(2026, 3, 7, 9)),
        ("2026年3月7日上午9点", datetime(2026, 3, 7, 9)),
        ("3月7日下午2时30分", datetime(2026, 3, 7, 14, 30)),
        ("昨天 9:00", datetime(2026, 11, 22, 9)),
        ("2026-03-07", datetime(2026, 3, 7)),
        (46088.375, datetime(2026, 3, 7, 9)),
        (date(2026, 3, 7), datetime(2026, 3, 7)),
        (datetime(2026, 3, 7, 9, 0, 20), datetime(2026, 3, 7, 9)),
    ],
)
def test_a_moment_is_a_day_with_a_time(written: object, read: datetime) -> None:
    assert kinds.MomentKind().read(written, AT) == read


@pytest.mark.parametrize(
    ("written", "yuan"),
    [
        ("1,200元", "1200.00"),
        ("1，200.50", "1200.50"),
        ("0.5万元", "5000.00"),
        ("1.23456万", "12345.60"),
        ("2亿元", "200000000.00"),
        ("¥1,200.00", "1200.00"),
        ("￥300", "300.00"),
        ("1200元整", "1200.00"),
        ("１２００", "1200.00"),
        ("1 200", "1200.00"),
        (1200, "1200.00"),
        (1200.1, "1200.10"),
        (0.1 + 0.2, "0.30"),
        (2500.0, "2500.00"),
        ("99999999999.99", "99999999999.99"),
    ],
)
def test_money_is_exact(written: object, yuan: str) -> None:
    assert str(kinds.MoneyKind().read(written, AT)) == yuan


@pytest.mark.parametrize("written", ["-300", "（300）", "(300)", "−300", "－300"])
def test_money_below_zero_is_read_where_it_is_allowed(written: str) -> None:
    assert kinds.MoneyKind(negative=True).read(written, AT) == Decimal(-300)
    assert refusal(kinds.MoneyKind(), written).endswith("是负数，金额不能小于 0。")


@pytest.mark.parametrize("written", ["12.345", 12.345, "0.0000001万元"])
def test_three_decimals_of_a_yuan_are_refused(written: object) -> None:
    assert refusal(kinds.MoneyKind(), written) == f"「{written}」小数位太多，金额最多 2 位小数。"


@pytest.mark.parametrize(
    "written", ["一千元", "500-600", "1,20", "一批", "1e5", "约300", "NaN", math.nan, math.inf, True]
)
def test_what_is_no_amount_is_refused(written: object) -> None:
    assert "不是金额" in refusal(kinds.MoneyKind(), written)


def test_an_amount_beyond_the_limit_is_refused() -> None:
    assert "太大" in refusal(kinds.MoneyKind(), "1000亿")


@pytest.mark.parametrize(
    ("written", "count"), [("3人", 3), ("1,200", 1200), ("１２份", 12), (3.0, 3), ("3.0", 3), ("48人次", 48)]
)
def test_a_count_loses_its_unit(written: object, count: int) -> None:
    assert kinds.WholeKind().read(written, AT) == count


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("3.5", "「3.5」不是整数，请填写整数，如 3。"),
        ("三", "「三」不是整数，请填写数字，如 3。"),
        ("-1", "「-1」是负数，请填写不小于 0 的整数。"),
        ("9999999999999", "「9999999999999」太大了，请检查。"),
        (True, "「是」不是整数，请填写数字。"),
        (math.inf, "「inf」不是整数，请填写数字。"),
    ],
)
def test_what_is_no_count_is_refused(written: object, told: str) -> None:
    assert refusal(kinds.WholeKind(), written) == told


@pytest.mark.parametrize(
    ("written", "number"),
    [("3天", "3"), ("1.5天", "1.5"), ("半天", "0.5"), ("0.5", "0.5"), (0.5, "0.5"), (".5", "0.5"), ("2课时", "2")],
)
def test_half_a_day_is_a_number(written: object, number: str) -> None:
    assert kinds.NumberKind().read(written, AT) == Decimal(number)


@pytest.mark.parametrize("kind", [kinds.WholeKind(), kinds.NumberKind(), kinds.MoneyKind()])
@pytest.mark.parametrize("written", ["1" * 40, "9" * 5000, 10**50, "9" * 30 + "亿", "9" * 30 + ".5"])
def test_a_number_of_forty_digits_is_refused(kind: kinds.Kind, written: object) -> None:
    assert "太大了" in refusal(kind, written)


def test_five_decimals_are_refused() -> None:
    assert refusal(kinds.NumberKind(), "1.23456") == "「1.23456」小数位太多，数字最多 4 位小数。"


@pytest.mark.parametrize("written", ["是", "√", "✓", "✔", "☑", "有", "1", 1, 1.0, True])
def test_yes_is_said_in_many_ways(written: object) -> None:
    assert kinds.YesNoKind().read(written, AT) is True


@pytest.mark.parametrize("written", ["否", "×", "✗", "无", "没有", "0", 0, False, "/"])
def test_no_is_said_in_many_ways(written: object) -> None:
    assert kinds.YesNoKind().read(written, AT) is False


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    assert refusal(kinds.YesNoKind(), "大概") == "「大概」看不出是还是否，请填写「是」或「否」。"


@pytest.mark.parametrize(
    ("written", "choice"), [("通知", "通知"), (" 通知 ", "通知"), ("作废", "撤销"), ("命令（令）", "命令(令)")]
)
def test_a_choice_is_read_by_its_words(written: str, choice: str) -> None:
    assert GRADES.read(written, AT) == choice


def test_a_word_that_is_no_choice_is_told_the_choices() -> None:
    assert refusal(GRADES, "公示") == "「公示」不在可选范围内，请从「命令(令)、通知、撤销」中选择。"


def test_a_line_is_one_line_and_prose_keeps_its_lines() -> None:
    assert kinds.LineKind().read(" 甲\r\n\r\n 乙\t丙\x00 ", AT) == "甲 乙 丙"
    assert kinds.ProseKind().read("甲\r\n乙\r丙", AT) == "甲\n乙\n丙"
    assert kinds.LineKind().read(139.0, AT) == "139"


@pytest.mark.parametrize(("kind", "most"), [(kinds.LineKind(), 500), (kinds.ProseKind(), 20_000)])
def test_a_text_may_be_as_long_as_its_kind_allows(kind: kinds.Kind, most: int) -> None:
    assert kind.read("字" * most, AT) == "字" * most
    assert f"最多 {most} 字" in refusal(kind, "字" * (most + 1))


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: type(kind).__name__)
@pytest.mark.parametrize(
    "written", ["字" * 100_000, "1" + " " * 100_000 + "x", "(" * 100_000, "1,2" * 30_000, "a\n" * 50_000]
)
def test_a_text_of_100000_characters_is_refused_at_once(kind: kinds.Kind, written: str) -> None:
    begun = clock.monotonic()
    told = refusal(kind, written)
    assert clock.monotonic() - begun < 1
    assert len(told) < 200


@pytest.mark.parametrize("kind", EVERY_KIND, ids=lambda kind: type(kind).__name__)
@pytest.mark.parametrize("nothing", [None, "", "  ", "\u3000", "\xa0", "\ufeff"])
def test_an_empty_cell_is_no_value(kind: kinds.Kind, nothing: object) -> None:
    assert kind.read(nothing, AT) in (None, ())


def people(register: str, text: str) -> int:
    if text == "外人":
        raise Misread("「外人」不在干部花名册里。")
    return len(text)


def test_people_are_read_in_order_each_once() -> None:
    at = Reading(TODAY, find=people)
    assert kinds.ReferencesKind().read("张三、李四五，王五六七;张三\n陈", at) == (2, 3, 4, 1)
    assert kinds.ReferenceKind("staff").read(" 张三 ", at) == 2
    assert refusal(kinds.ReferencesKind(), "张三、外人", at) == "「外人」不在干部花名册里。"


@given(
    some.one_of(
        some.text(max_size=60), some.floats(), some.integers(), some.booleans(), some.datetimes(), some.timedeltas()
    )
)
def test_whatever_a_cell_holds_is_read_or_refused_in_one_sentence(given_value: Any) -> None:
    for kind in EVERY_KIND:
        told = ""
        try:
            kind.read(given_value, AT)
        except Misread as misread:
            told = str(misread)
        assert told == "" or re.search(r"。$", told)


def again(kind: kinds.Kind, value: Any) -> Any:
    assert kind.read(kind.spreadsheet(value), AT) == value
    return kind.read(kind.show(value), AT)


@given(some.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_shown_day_is_read_again(value: date) -> None:
    assert again(kinds.DayKind(), value) == value


@given(some.decimals(0, Decimal("99999999999.99"), places=2))
def test_a_shown_amount_is_read_again_to_the_fen(value: Decimal) -> None:
    assert again(kinds.MoneyKind(), value) == value
    assert again(kinds.MoneyKind(negative=True), -value) == -value


@given(some.decimals(0, 10**9, places=4))
def test_a_shown_number_is_read_again(value: Decimal) -> None:
    assert again(kinds.NumberKind(), value) == value


@given(some.integers(0, 10**12))
def test_a_shown_count_is_read_again(value: int) -> None:
    assert again(kinds.WholeKind(), value) == value


@given(some.times(), some.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_shown_time_and_moment_are_read_again(at: time, day: date) -> None:
    at = at.replace(second=0, microsecond=0)
    assert again(kinds.ClockKind(), at) == at
    assert again(kinds.MomentKind(), datetime.combine(day, at)) == datetime.combine(day, at)


@given(some.sampled_from(GRADES.choices), some.booleans())
def test_a_shown_choice_is_read_again(choice: str, yes: bool) -> None:
    assert again(GRADES, choice) == choice
    assert again(kinds.YesNoKind(), yes) is yes


@given(some.text(max_size=200))
def test_a_shown_text_is_read_again(text: str) -> None:
    for kind in (kinds.LineKind(), kinds.ProseKind()):
        value = kind.read(text, AT)
        assert value is None or kind.read(kind.show(value), AT) == value


def test_money_is_shown_with_commas_and_two_places() -> None:
    assert kinds.MoneyKind().show(Decimal("1234567.5")) == "1,234,567.50"
    assert kinds.NumberKind().show(Decimal("2.50")) == "2.5"
    assert kinds.NumberKind().show(Decimal(100)) == "100"
    assert [kind.show(None) for kind in EVERY_KIND[:11]] == [""] * 11
