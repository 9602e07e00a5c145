"""The check of a year, judging while typing and the meters: settings, days, reasons, states, sentences."""

import inspect
import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import insert

from app.models import BY_KEY, REGISTERS
from app.rules import RULES, check, meters, while_typing
from app.rules.checking import day_after
from app.rules.dating import naming_fields
from app.rules.rule import RecordRule
from app.rules.settings import Settings
from app.store.surroundings import Office
from app.store.tables import Override
from tests.rules.conftest import ON, Town, day

KEY = "meetings.duration"


def office(town: Town, today: date = ON) -> Office:
    return Office(town.connection, today)


def whole(town: Town, year: int = 2025, on: date | None = None, today: date = ON) -> dict[str, Any]:
    return {verdict.key: verdict for verdict in check(town.connection, office(town, today), year, on)}


def test_every_limit_is_listed_with_what_the_catalogue_says(town: Town) -> None:
    found = whole(town)
    assert list(found) == list(RULES)
    assert len(found) >= 96
    for verdict in found.values():
        assert verdict.state in ("met", "near", "broken", "unknown", "needs-person")
        assert verdict.clause
        assert verdict.text.endswith("。")


def test_names_of_limits_are_sentences_that_say_what_holds() -> None:
    for rule in RULES.values():
        for judge in rule.judges.values() if isinstance(rule, RecordRule) else ():
            assert judge.__doc__
            assert len(judge.__name__.split("_")) >= 3


@pytest.mark.parametrize("key", [key for key, rule in RULES.items() if isinstance(rule, RecordRule)])
def test_a_limit_declares_every_field_that_it_reads(key: str) -> None:
    rule = RULES[key]
    assert isinstance(rule, RecordRule)
    for register, judge in rule.judges.items():
        record = next(iter(inspect.signature(judge).parameters))
        body = inspect.getsource(judge).partition("def ")[2]
        read = set(re.findall(rf"\b{record}\.(\w+)", body)) - {"id"}
        assert read <= rule.uses[register] | set(naming_fields(register))


def test_what_a_limit_reads_is_on_its_register() -> None:
    for rule in RULES.values():
        for register, keys in rule.uses.items():
            assert keys <= set(BY_KEY[register].by_key), rule.key


def test_the_duties_of_the_other_sources_are_off_at_first(town: Town) -> None:
    town.add("visit", found="路坏")
    found = whole(town)["visits.diary_content"]
    assert (found.on, found.state, found.findings) == (False, "unknown", ())
    assert [rule.key for rule in RULES.values() if not rule.default_on and ("001" in rule.seed or rule.source)] == []
    town.set("visits.diary_content", "on", True)
    assert whole(town)["visits.diary_content"].state == "broken"


def test_a_limit_that_is_switched_off_nags_nobody(town: Town) -> None:
    town.set(KEY, "on", False)
    town.add("meeting", minutes=200)
    assert whole(town)[KEY].on is False
    assert not town.type(KEY, "meeting", minutes=200)


def test_a_past_year_is_checked_with_the_limits_of_its_time(town: Town) -> None:
    town.set(KEY, "limit", 90, day(7, 1))
    town.add("meeting", date=day(6, 30), minutes=100)
    assert whole(town)[KEY].state == "met"
    town.add("meeting", date=day(7, 1), minutes=100)
    (finding,) = whole(town)[KEY].findings
    assert finding.records == (("meeting", 2),)
    assert town.type(KEY, "meeting", date=day(6, 30), minutes=100) == []


def test_a_quota_changed_in_mid_year_holds_from_its_month(town: Town) -> None:
    rule = "meetings.plenary_per_month"
    town.set(rule, "limit", 3, day(7, 1))
    for month in (6, 7):
        for number in range(3):
            town.add("meeting", kind="全体性会议", date=day(month, 1 + number))
    assert [(each.period, each.state) for each in whole(town)[rule].findings] == [
        ("2025年6月", "broken"),
        ("2025年7月", "near"),
    ]


def test_a_limit_holds_from_a_day_to_a_day(town: Town) -> None:
    town.set(KEY, "valid_from", "2025-04-01")
    town.set(KEY, "valid_to", "2025-05-31")
    for month in (3, 5, 6):
        town.add("meeting", date=day(month, 1), minutes=200)
    assert [each.records for each in whole(town)[KEY].findings] == [(("meeting", 2),)]
    assert whole(town)[KEY].on is True
    assert whole(town, 2024)[KEY].on is False
    assert not town.type(KEY, "meeting", date=day(3, 1), minutes=200)


def test_a_limit_switched_off_in_mid_year_was_on_before(town: Town) -> None:
    town.set(KEY, "on", False, day(7, 1))
    for month in (6, 8):
        town.add("meeting", date=day(month, 1), minutes=200)
    assert [each.records for each in whole(town)[KEY].findings] == [(("meeting", 1),)]
    assert whole(town, 2026)[KEY].on is False


def test_the_office_quotes_its_own_clause(town: Town) -> None:
    town.set(KEY, "clause", "本镇会议制度 第3条")
    town.add("meeting", minutes=121)
    assert whole(town)[KEY].clause == "本镇会议制度 第3条"
    assert (
        whole(town)[KEY].findings[0].sentence
        == "会议时长121分钟，超过120分钟（本镇会议制度 第3条），请压缩议程或分次安排。"
    )


@pytest.mark.parametrize("value", [89.5, 10**12, -5])
def test_a_limit_set_to_an_odd_number_is_still_judged(town: Town, value: Any) -> None:
    for key, rule in RULES.items():
        for name, default in rule.parameters.items():
            if isinstance(default, int) and not isinstance(default, bool):
                town.set(key, name, value)
    for register in ("meeting", "outgoing", "incoming", "petition", "reception", "leave", "expense", "visit"):
        town.add(register)
    assert len(whole(town)) == len(RULES)


def test_a_finding_carries_the_reason_with_which_its_record_was_saved(town: Town) -> None:
    record = town.add("meeting", banner=True)
    row = {"rule": "meetings.five_bans", "register": "meeting", "record_id": record, "reason": "上级统一要求"}
    town.connection.execute(insert(Override).values(**row, who="文书", at=datetime(2025, 3, 7)))
    found = whole(town)["meetings.five_bans"]
    assert (found.state, found.findings[0].reason) == ("broken", "上级统一要求")


def test_only_a_record_that_counts_is_stopped(town: Town) -> None:
    assert [each.stops for each in town.type("meetings.five_bans", "meeting", banner=True)] == [True]
    assert [each.stops for each in town.type("meetings.five_bans", "meeting", banner=True, status="申请")] == [False]
    assert [each.stops for each in town.type("meetings.duration", "meeting", minutes=200)] == [False]


def test_records_of_later_days_are_not_there_yet(town: Town) -> None:
    town.add("meeting", minutes=200)
    assert whole(town, on=day(3, 6))[KEY].state == "met"
    assert whole(town, on=day(3, 7))[KEY].state == "broken"


def test_records_in_the_recycle_bin_are_not_judged(town: Town) -> None:
    town.add("meeting", minutes=200)
    town.connection.exec_driver_sql("UPDATE meeting SET trashed_at = '2025-03-08 00:00:00.000000'")
    assert whole(town)[KEY].state == "met"


def test_without_a_day_the_year_is_judged_after_its_last_period_or_today(town: Town) -> None:
    assert day_after(2025, Settings(town.connection, office(town))) == day(7, 1, 2026)
    town.add("incoming")
    rule = "documents.archived"
    assert whole(town, today=day(6, 30, 2026))[rule].state == "near"
    assert whole(town, today=day(9, 1, 2026))[rule].state == "broken"


def test_any_register_may_be_typed_with_nothing_in_it(town: Town) -> None:
    for register in REGISTERS:
        assert while_typing(town.connection, office(town), register, {}, None) == []


def test_worst_findings_come_first(town: Town) -> None:
    typed = {"kind": "全体性会议", "minutes": 121, "banner": True, "requested": day(3, 7)}
    found = while_typing(town.connection, office(town), BY_KEY["meeting"], town.values("meeting", **typed), None)
    assert [each.rule for each in found] == [
        "meetings.approval_main",
        "meetings.five_bans",
        "meetings.duration",
        "meetings.lead_time",
    ]


def test_the_meters_of_a_day(town: Town) -> None:
    for number in range(2):
        town.add("meeting", kind="全体性会议", date=day(9, 1 + number))
    town.add("visit", staff=1, days=Decimal(30))
    found = {meter.rule: meter for meter in meters(town.connection, office(town), day(9, 30))}
    plenary, leaders = found["meetings.plenary_per_month"], found["visits.days_leaders"]
    assert (plenary.value, plenary.limit, plenary.state, plenary.bound) == (2, 2, "near", "at_most")
    assert (plenary.period, plenary.short) == ("2025年9月", 1)
    assert (leaders.value, leaders.limit, leaders.bound) == (0, 120, "at_least")
    assert (leaders.subjects, leaders.short, leaders.subject) == (2, 2, "每名镇科级实职领导干部")
    assert "expense.phone_limit" not in found
    assert found["meetings.plenary_per_month"].unit == "次"


def test_two_people_of_one_name_are_told_apart(town: Town) -> None:
    town.add("staff", name="李四", duty_class="驻村干部", office=1)
    subjects = [each.subject for each in whole(town)["visits.days_residents"].findings]
    assert subjects == ["李四", "李四(党政办公室)"]
