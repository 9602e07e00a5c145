"""Limits on days in the villages, the diary, plans, opinions and petitions, on both sides of each boundary."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import insert

from app.store.tables import Change, History
from app.workdays import days_from
from tests.rules.conftest import Town, day

D = Decimal
FILED = {"sorted": day(3, 8), "filed": day(3, 9)}
THIRTY, SIXTY = timedelta(days=30), timedelta(days=60)

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("visits.transport_advocated", "visit", {}, "met"),
    ("visits.transport_advocated", "visit", {"transport": "公共交通"}, "met"),
    ("visits.transport_advocated", "visit", {"transport": "自备交通"}, "near"),
    ("visits.public_transport", "visit", {"transport": "自备交通"}, "met"),
    ("visits.public_transport", "visit", {"transport": None}, "met"),
    ("visits.public_transport", "visit", {"transport": "公务用车"}, "broken"),
    ("visits.public_transport", "visit", {"transport": "租车"}, "broken"),
    ("visits.no_drink_or_smoke", "visit", {"alcohol": False, "tobacco": False}, "met"),
    ("visits.no_drink_or_smoke", "visit", {"alcohol": True}, "broken"),
    ("visits.no_drink_or_smoke", "visit", {"tobacco": True}, "broken"),
    ("visits.work_meal", "visit", {"meal": "工作餐"}, "met"),
    ("visits.work_meal", "visit", {"meal": "不用餐"}, "met"),
    ("visits.work_meal", "visit", {"meal": "其他"}, "broken"),
    ("visits.diary_content", "visit", {"found": "路坏", "thoughts": "修"}, "met"),
    ("visits.diary_content", "visit", {"found": "路坏"}, "broken"),
    ("visits.study_first", "visit", {}, "met"),
    ("visits.study_first", "visit", {"kind": "政策宣讲"}, "broken"),
    ("opinions.four_steps", "opinion", FILED, "met"),
    ("opinions.four_steps", "opinion", {**FILED, "filed": None}, "broken"),
    ("opinions.four_steps", "opinion", {**FILED, "sorted": day(3, 10)}, "broken"),
    ("opinions.four_steps", "opinion", {**FILED, "must_report": True}, "broken"),
    ("opinions.four_steps", "opinion", {**FILED, "must_report": True, "reported": day(3, 9)}, "met"),
    ("opinions.four_steps", "opinion", {"source": "机关干部建议"}, "met"),
    ("petitions.owner", "petition", {}, "met"),
    ("petitions.owner", "petition", {"owner_kind": None}, "broken"),
    ("petitions.owner", "petition", {"office": None}, "broken"),
    ("petitions.owner", "petition", {"office": None, "status": "登记"}, "met"),
    ("petitions.owner", "petition", {"office": None, "status": "不予受理"}, "met"),
    ("petitions.leader", "petition", {"done": day(4, 6)}, "met"),
    ("petitions.leader", "petition", {"done": day(4, 7)}, "broken"),
    ("petitions.leader", "petition", {"leader": 1}, "met"),
    ("petitions.leader", "petition", {"done": day(3, 8), "backlog": True}, "broken"),
    ("petitions.leader", "petition", {"done": day(3, 8), "channel": "排查"}, "broken"),
    ("petitions.told_15_days", "petition", {"told": day(3, 22)}, "met"),
    ("petitions.told_15_days", "petition", {"told": day(3, 23)}, "broken"),
    ("petitions.told_15_days", "petition", {"told": None}, "broken"),
    ("petitions.told_15_days", "petition", {"told": None, "channel": "排查"}, "met"),
    *[
        (
            "petitions.told_15_days",
            "petition",
            {"channel": "上级交办", "status": "不予受理", "assigned": day(3, 7), "objected": objected},
            state,
        )
        for objected, state in ((day(3, 14), "met"), (day(3, 15), "broken"), (None, "broken"))
    ],
    ("petitions.close_60_days", "petition", {"done": day(3, 7) + SIXTY}, "met"),
    ("petitions.close_60_days", "petition", {"done": day(3, 7) + SIXTY + timedelta(days=1)}, "broken"),
    ("petitions.close_60_days", "petition", {}, "broken"),
    ("petitions.close_60_days", "petition", {"status": "不予受理"}, "met"),
    ("petitions.close_60_days", "petition", {"done": day(4, 2), "due": day(4, 1)}, "broken"),
    ("petitions.close_60_days", "petition", {"done": day(4, 1), "due": day(4, 1)}, "met"),
    ("petitions.review_30_days", "petition", {}, "met"),
    ("petitions.representatives", "petition", {"persons": 5}, "met"),
    ("petitions.representatives", "petition", {"persons": 6}, "broken"),
    ("petitions.representatives", "petition", {"persons": 6, "channel": "来信"}, "met"),
]
EXTENDED = {"extended": day(3, 7) + SIXTY + THIRTY, "extension_approver": 1, "extension_reason": "案情复杂"}
LAST_DAY, DAY_AFTER = EXTENDED["extended"], EXTENDED["extended"] + timedelta(days=1)
CASES += [
    ("petitions.close_60_days", "petition", {**EXTENDED, "done": LAST_DAY}, "met"),
    ("petitions.close_60_days", "petition", {**EXTENDED, "done": DAY_AFTER}, "broken"),
    ("petitions.close_60_days", "petition", {**EXTENDED, "extended": DAY_AFTER, "done": LAST_DAY}, "broken"),
    ("petitions.close_60_days", "petition", {**EXTENDED, "extension_approver": None, "done": LAST_DAY}, "broken"),
    ("petitions.close_60_days", "petition", {**EXTENDED, "extension_reason": None, "done": LAST_DAY}, "broken"),
]
ANSWERED = {"answered": day(4, 1), "review_asked": day(5, 1)}
CASES += [
    ("petitions.review_30_days", "petition", {**ANSWERED, "review_answered": day(5, 31)}, "met"),
    ("petitions.review_30_days", "petition", {**ANSWERED, "review_answered": day(6, 1)}, "broken"),
    ("petitions.review_30_days", "petition", ANSWERED, "broken"),
    (
        "petitions.review_30_days",
        "petition",
        {**ANSWERED, "review_asked": day(5, 2), "review_answered": day(5, 3)},
        "broken",
    ),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_record_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


@pytest.mark.parametrize(
    ("rule", "changes", "on", "state"),
    [
        ("petitions.told_15_days", {"told": day(3, 23)}, day(3, 18), "met"),
        ("petitions.told_15_days", {"told": day(3, 23)}, day(3, 19), "near"),
        ("petitions.told_15_days", {"told": day(3, 23)}, day(3, 22), "near"),
        ("petitions.told_15_days", {"told": day(3, 23)}, day(3, 23), "broken"),
        ("petitions.close_60_days", {}, day(4, 28), "met"),
        ("petitions.close_60_days", {}, day(4, 29), "near"),
        ("petitions.close_60_days", {}, day(5, 6), "near"),
        ("petitions.close_60_days", {"done": day(6, 1), "status": "已办结"}, day(5, 7), "broken"),
        ("petitions.review_30_days", ANSWERED, day(5, 31), "near"),
        ("petitions.review_30_days", ANSWERED, day(6, 1), "broken"),
        ("petitions.leader", {}, day(4, 6), "met"),
        ("petitions.leader", {}, day(4, 7), "broken"),
    ],
)
def test_the_clocks_of_a_petition(town: Town, rule: str, changes: dict[str, Any], on: date, state: str) -> None:
    assert town.states(rule, "petition", changes, on) == (state, state)


@pytest.mark.parametrize(
    ("rule", "person", "limit"),
    [
        ("visits.days_leaders", 1, 120),
        ("visits.days_residents", 4, 180),
        ("visits.days_others", 3, 60),
        ("visits.days_village_cadres", 5, 240),
    ],
)
def test_days_in_the_villages(town: Town, rule: str, person: int, limit: int) -> None:
    town.add("visit", staff=person, date=day(1, 1), days=D(limit) - D("0.5"))
    mine = [each for each in town.check(rule).findings if each.records == (("staff", person),)]
    assert [each.state for each in mine] == ["broken"]
    assert "还差0.5天" in mine[0].sentence
    assert {each.state for each in town.check(rule, day(12, 31)).findings} == {"near"}
    town.add("visit", staff=person, date=day(12, 31), days=D("0.5"))
    assert not [each for each in town.check(rule).findings if each.records == (("staff", person),)]


def test_a_resident_leader_is_asked_under_both_limits_and_an_other_cadre_is_not(town: Town) -> None:
    town.add("staff", name="住村", duty_class="其他机关干部", resident=True)
    town.add("staff", name="已调离", duty_class="驻村干部", left=day(12, 31))
    town.add("staff", name="新来", duty_class="驻村干部", arrived=day(1, 1, 2026))
    assert [each.subject for each in town.check("visits.days_residents").findings] == ["李四", "住村"]
    assert [each.subject for each in town.check("visits.days_others").findings] == ["张三"]


def test_visits_of_all_three_kinds(town: Town) -> None:
    rule = "visits.three_kinds"
    assert town.check(rule).state == "met"
    town.add("visit")
    assert town.check(rule, day(6, 1)).state == "near"
    assert [each.subject for each in town.check(rule).findings] == ["张三"]
    town.add("visit", kind="约访")
    assert town.check(rule).state == "met"


def test_everyone_goes_screening_and_every_resident_into_the_village(town: Town) -> None:
    assert len(town.check("visits.screening_all").findings) == 5
    town.add("visit", kind="排查走访", staff=4)
    assert len(town.check("visits.screening_all").findings) == 4
    assert town.check("visits.residents_all").state == "met"
    assert town.check("visits.residents_all", day(3, 6)).state == "near"


def test_a_visit_by_unknown_means(town: Town) -> None:
    town.add("visit", transport=None)
    assert town.check("visits.transport_advocated").state == "unknown"
    town.add("visit")
    assert town.check("visits.transport_advocated").state == "met"


def test_the_diary_is_kept_on_working_days_without_leave(town: Town) -> None:
    rule = "visits.diary_daily"
    town.add("leave", staff=4, start=day(1, 3), end=day(1, 3))
    for each in days_from(day(1, 1), day(1, 10)):
        if each != day(1, 9):
            town.add("visit", staff=4, date=each, found="问题")
    assert town.check(rule, day(1, 8)).state == "met"
    assert town.check(rule, day(1, 9)).state == "near"
    (finding,) = town.check(rule, day(1, 10)).findings
    assert (finding.state, finding.value, finding.subject) == ("broken", 1, "李四")
    town.set(rule, "days", "每天")
    assert "01-09" in town.check(rule, day(1, 10)).findings[0].sentence


def test_who_explains_has_studied_before(town: Town) -> None:
    rule = "visits.study_first"
    town.add("study", date=day(3, 8), members=(3,))
    assert town.states(rule, "visit", {"kind": "政策宣讲"}) == ("broken", "broken")
    town.add("study", date=day(3, 7), members=(3,))
    assert town.check(rule).state == "met"
    assert not town.type(rule, "visit", kind="政策宣讲")


def test_every_village_has_its_plan_and_its_road(town: Town) -> None:
    assert town.check("villages.plan", day(12, 31)).state == "near"
    assert town.check("villages.plan").state == "broken"
    assert len(town.check("villages.hard_road").findings) == 2
    town.add("village", name="有路村", plan_date=day(1, 1), hard_road=True)
    assert len(town.check("villages.plan").findings) == 2
    town.connection.exec_driver_sql("UPDATE village SET hard_road = 1")
    assert town.check("villages.hard_road").state == "needs-person"


def test_a_case_whose_day_of_acceptance_is_not_known(town: Town) -> None:
    town.add("petition", accepted=None)
    assert town.check("petitions.close_60_days").state == "unknown"


def test_who_looked_at_an_informer_said_why(town: Town) -> None:
    rule = "petitions.informant"
    town.add("petition", kind="检举控告")
    assert town.check(rule).state == "met"
    change = {"at": datetime(2025, 3, 8), "who": "文书", "what": "查看"}
    number = town.connection.execute(insert(Change).values(**change)).inserted_primary_key[0]
    look = {"change_id": number, "register": "petition", "record_id": 1, "action": "reveal"}
    town.connection.execute(insert(History).values(**look, fields={"reason": "移交纪委"}))
    assert town.check(rule).state == "met"
    town.connection.execute(insert(History).values(**look, fields={"reason": ""}))
    assert town.check(rule).state == "broken"
    town.connection.exec_driver_sql("UPDATE petition SET kind = '申诉求决'")
    assert town.check(rule).state == "met"


def test_nobody_goes_to_the_capital_in_the_window(town: Town) -> None:
    rule = "petitions.none_to_capital"
    assert town.check(rule).state == "unknown"
    town.set(rule, "start", "2025-03-01")
    town.set(rule, "end", "2025-03-31")
    assert town.check(rule).state == "needs-person"
    assert town.check(rule, day(2, 28)).state == "unknown"
    assert town.check(rule, year=2024).state == "unknown"
    town.add("zero_report", end=day(3, 30))
    town.add("zero_report", subject="信访")
    town.add("zero_report", signed=False)
    assert town.check(rule).state == "needs-person"
    town.add("zero_report")
    assert town.check(rule).state == "met"
    for level, on in (("县", day(3, 1)), ("京", day(2, 28)), ("省", day(4, 1))):
        town.add("petition", level=level, date=on)
    assert town.check(rule).state == "met"
    town.add("petition", level="省", date=day(3, 31))
    assert (town.check(rule).state, town.check(rule).value) == ("broken", 1)
