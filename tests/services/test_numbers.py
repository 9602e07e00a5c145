"""序号, 收文号, 发文字号, 清单号 run 1…n for each register, code and year; one that was given is not given again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.models import BY_KEY, REGISTERS
from app.services import records, undoing
from app.services.desk import Desk
from app.store import numbers
from tests.services.conftest import a_record, add, saved, stored

OUTGOING = BY_KEY["outgoing"]
REASONS = {"documents.charge_leader": "经批准", "documents.number_series": "经批准", "documents.approval": "经批准"}
DRAFT = {**a_record("outgoing"), "status": "拟稿", "issued": None, "countersigners": ()}


def number(desk: Desk, register: str, record: int, key: str = "book_number") -> Any:
    return stored(desk, register, record)[key]


def sign(desk: Desk, record: int, **more: Any) -> str:
    """The number that a draft takes when it is signed."""
    values = {"status": "签发", "signed": date(2026, 3, 7), **more}
    return str(records.save(desk, OUTGOING, values, record, REASONS).values["number"])


def another(key: str, values: dict[str, Any], mark: str) -> dict[str, Any]:
    """A second record, unlike the first where two may not be alike."""
    unique = {field.key for field in BY_KEY[key].own_fields if field.unique}
    changed = {name: f"{value}{mark}" for name, value in values.items() if name in unique}
    return values | changed | ({"staff": 2} if key == "leave" else {})


def of_2022(key: str, values: dict[str, Any]) -> dict[str, Any]:
    """The record four years earlier; days that need not be there are left out."""
    register = BY_KEY[key]
    dated = values[register.dated_key or ""]
    earlier = dated - 4 if isinstance(dated, int) else dated.replace(year=2022)
    days = {field.key for field in register.own_fields if field.type_name == "date"}
    kept = {name: value for name, value in values.items() if name not in days or register.by_key[name].required}
    moved = {name: earlier for name in kept if name in days and not isinstance(earlier, int)}
    return {**kept, **moved, register.dated_key: earlier}


@pytest.mark.parametrize("key", [register.key for register in REGISTERS if register.key != "outgoing"])
def test_records_are_numbered_from_one_in_each_year(office: Desk, key: str) -> None:
    values = a_record(key)
    first = number(office, key, add(office, key, **values))
    assert number(office, key, add(office, key, **another(key, values, "二"))) == first + 1
    if BY_KEY[key].dated_key:
        assert number(office, key, add(office, key, **of_2022(key, another(key, values, "三")))) == 1


def test_a_record_moved_to_another_year_gets_a_number_there_and_back_by_undo(office: Desk) -> None:
    first, second = (add(office, "visit", **a_record("visit")) for _ in range(2))
    records.save(office, BY_KEY["visit"], {"date": date(2025, 12, 31)}, second)
    assert number(office, "visit", second) == 1
    undoing.undo(office)
    assert number(office, "visit", second) == 2
    assert number(office, "visit", add(office, "visit", **a_record("visit") | {"date": date(2025, 1, 2)})) == 1
    assert number(office, "visit", first) == 1


def test_a_number_is_not_given_again_after_delete(office: Desk) -> None:
    first, second = (add(office, "incoming", **a_record("incoming")) for _ in range(2))
    records.delete(office, BY_KEY["incoming"], [second])
    third = add(office, "incoming", **a_record("incoming"))
    assert [number(office, "incoming", each, "number") for each in (first, second, third)] == [1, 2, 3]
    assert [number(office, "incoming", each) for each in (first, second, third)] == [1, 2, 3]


def test_a_registration_taken_back_gives_its_number_back(office: Desk) -> None:
    add(office, "incoming", **a_record("incoming"))
    add(office, "incoming", **a_record("incoming"))
    undoing.undo(office)
    assert number(office, "incoming", add(office, "incoming", **a_record("incoming")), "number") == 2


def test_a_paper_takes_its_number_when_it_is_signed(office: Desk) -> None:
    first, second = (saved(office, "outgoing", **DRAFT).id for _ in range(2))
    assert number(office, "outgoing", first, "number") is None
    assert sign(office, second) == "云党政办〔2026〕1号"
    assert sign(office, first) == "云党政办〔2026〕2号"
    assert sign(office, second, remarks="再存一次") == "云党政办〔2026〕1号"


def test_each_code_and_year_has_its_own_series(office: Desk) -> None:
    told = []
    for code, year in (("云党发", 2026), ("云政发", 2026), ("云党发", 2025), ("云党发", 2026)):
        record = saved(office, "outgoing", **DRAFT | {"code": code, "year": year}).id
        told.append(sign(office, record))
    assert told == ["云党发〔2026〕1号", "云政发〔2026〕1号", "云党发〔2025〕1号", "云党发〔2026〕2号"]


def test_a_void_paper_keeps_its_number_and_says_why(office: Desk) -> None:
    first = saved(office, "outgoing", **DRAFT).id
    sign(office, first)
    records.save(office, OUTGOING, {"status": "撤销", "withdrawn": "内容重复"}, first, REASONS)
    kept = stored(office, "outgoing", first)
    assert (kept["number"], kept["withdrawn"]) == ("云党政办〔2026〕1号", "内容重复")
    assert sign(office, saved(office, "outgoing", **DRAFT).id) == "云党政办〔2026〕2号"


def test_a_draft_called_off_never_had_a_number(office: Desk) -> None:
    record = saved(office, "outgoing", **DRAFT).id
    records.save(office, OUTGOING, {"status": "撤销", "withdrawn": "不再发"}, record)
    assert number(office, "outgoing", record, "serial") is None
    assert sign(office, saved(office, "outgoing", **DRAFT).id) == "云党政办〔2026〕1号"


def test_a_deleted_papers_number_is_not_given_again(office: Desk) -> None:
    first = saved(office, "outgoing", **DRAFT).id
    sign(office, first)
    records.delete(office, OUTGOING, [first])
    assert sign(office, saved(office, "outgoing", **DRAFT).id) == "云党政办〔2026〕2号"


def test_signing_taken_back_gives_the_number_back(office: Desk) -> None:
    record = saved(office, "outgoing", **DRAFT).id
    sign(office, record)
    undoing.undo(office)
    assert number(office, "outgoing", record, "number") is None
    assert sign(office, record) == "云党政办〔2026〕1号"


def test_a_number_typed_by_hand_is_passed_over_by_the_series(office: Desk) -> None:
    record = saved(office, "outgoing", **DRAFT | {"serial": 7}).id
    assert number(office, "outgoing", record, "number") == "云党政办〔2026〕7号"
    assert sign(office, saved(office, "outgoing", **DRAFT).id) == "云党政办〔2026〕8号"


def test_an_office_that_starts_in_mid_year_sets_its_first_numbers(office: Desk) -> None:
    with office.store.write() as connection:
        numbers.set_next(connection, "incoming", 2026, 318)
        numbers.set_next(connection, "outgoing:云党政办", 2026, 42)
    assert number(office, "incoming", add(office, "incoming", **a_record("incoming")), "number") == 318
    assert sign(office, saved(office, "outgoing", **DRAFT).id) == "云党政办〔2026〕42号"
    other = a_record("incoming") | {"received": date(2025, 5, 6)}
    assert number(office, "incoming", add(office, "incoming", **other), "number") == 1


def test_a_reception_gets_its_list_number_once_held(office: Desk) -> None:
    asked = saved(office, "reception", **a_record("reception") | {"status": "申请"}).id
    assert number(office, "reception", asked, "list_no") is None
    held = add(office, "reception", **a_record("reception"))
    assert number(office, "reception", held, "list_no") == 1
    records.save(office, BY_KEY["reception"], {"status": "已接待"}, asked)
    assert number(office, "reception", asked, "list_no") == 2


def test_a_series_written_once_gives_runs_of_numbers(desk: Desk) -> None:
    with desk.store.write() as connection:
        series = numbers.Series(connection)
        assert [series.take("x", 2026, 3), series.take("x", 2026), series.take("x", 2025)] == [1, 4, 1]
        series.pass_over("x", 2026, 9)
        series.pass_over("x", 2026, 2)
        series.write()
        assert [numbers.next_of(connection, "x", year) for year in (2025, 2026, 2027)] == [2, 10, 1]
