"""Forms of a month or quarter: what they show is what the records and figures say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run
from app.figures import Period
from app.models import BY_KEY
from app.services import records
from app.services.desk import Desk, create_desk
from app.services.looking import add_people
from app.services.span_forms import UnknownSpan, account_table, duty_rota, span_of, three_public_table


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    add_people(made, ["张三", "李四"], None, "其他机关干部")
    yield made
    made.close()


def add(desk: Desk, key: str, **values: Any) -> int:
    register = BY_KEY[key]
    return records.save(desk, register, records.blank(desk, register) | values).id


@pytest.mark.parametrize(
    ("words", "of", "first", "last"),
    [
        ("2025-03", "month", date(2025, 3, 1), date(2025, 3, 31)),
        ("2025年3月", "month", date(2025, 3, 1), date(2025, 3, 31)),
        ("2025-Q2", "quarter", date(2025, 4, 1), date(2025, 6, 30)),
        ("2025年四季度", "quarter", date(2025, 10, 1), date(2025, 12, 31)),
    ],
)
def test_spans_are_read_as_a_clerk_writes_them(words: str, of: str, first: date, last: date) -> None:
    assert span_of(words, of) == Period(first, last)


def test_a_wrong_span_is_a_sentence_and_0_is_the_empty_form() -> None:
    assert span_of("0", "month") is None
    with pytest.raises(UnknownSpan, match=r"月份.*。$"):
        span_of("2025", "month")
    with pytest.raises(UnknownSpan, match=r"季度.*。$"):
        span_of("20251", "quarter")


def test_the_rota_has_a_line_for_every_day(desk: Desk) -> None:
    add(desk, "duty", date=date(2025, 3, 7), shift="全天", leader=1, members=(2,), phone="0990-1", place="机关")
    with desk.office() as office:
        told = duty_rota(office.connection, Period.month(2025, 3), office)
    assert len(told["days"]) == 31
    assert told["days"][6] | {"driver": ""} == {
        "day": "7日",
        "weekday": "五",
        "leader": "张三",
        "members": "李四",
        "driver": "",
        "note": "",
    }
    assert told["days"][7]["note"] == "休息日"
    assert told["phone"] == "0990-1"


def spend(desk: Desk, day: date, amount: str, **more: Any) -> int:
    values = {"date": day, "summary": "某事", "amount": Decimal(amount), "payment": "转账", "nature": "接待"}
    return add(desk, "expense", **values | more)


def test_the_three_public_expenses_are_told_with_their_base(desk: Desk) -> None:
    lines = {
        year: add(
            desk, "budget", year=year, name="接待费", item="接待费", three_public="公务接待费", amount=Decimal(20000)
        )
        for year in (2024, 2025)
    }
    spend(desk, date(2024, 5, 1), "4000", budget=lines[2024])
    spend(desk, date(2025, 2, 1), "1000", budget=lines[2025])
    spend(desk, date(2025, 5, 1), "2000", budget=lines[2025])
    with desk.office() as office:
        told = three_public_table(office.connection, Period.quarter(2025, 2), office)
    by_key = {line["key"]: line for line in told["lines"]}
    expected = {"planned": "2.00", "now": "0.20", "sum": "0.30", "before": "0.40", "change": "-25.0"}
    assert {key: by_key["reception"][key] for key in expected} == expected
    assert by_key["total"]["sum"] == "0.30"
    assert by_key["abroad"]["change"] == "—"


def test_the_account_of_a_quarter_adds_up(desk: Desk) -> None:
    line = add(desk, "budget", year=2025, name="办公费", item="办公费", three_public="非三公", amount=Decimal(20000))
    add(desk, "income", date=date(2025, 4, 1), source="财政拨款", summary="拨款", amount=Decimal(5000))
    spend(desk, date(2025, 1, 5), "300", budget=line, nature="水电")
    spend(desk, date(2025, 4, 5), "200", budget=line, nature="水电")
    with desk.office() as office:
        told = account_table(office.connection, Period.quarter(2025, 2), office)
    assert told["lines"] == [
        {"source": "财政拨款", "income": "5,000.00", "income_sum": "5,000.00"}
        | {"nature": "水电", "expense": "200.00", "expense_sum": "500.00"}
    ]
    assert told["balance"] == "4,500.00"


def test_they_print_from_the_command_line(desk: Desk, tmp_path: Path, capsys: Any) -> None:
    desk.close()
    data = ["--data", str(tmp_path / "data"), "form"]
    out = tmp_path / "值班表.pdf"
    assert run([*data, "duty_month", "2025-03", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert run([*data, "three_public", "2025-13", "--out", str(out)]) == 2
    assert "季度" in capsys.readouterr().err
