"""Limits on inspections and supervision, letters of responsibility and surveys."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.rules.surveys import end_of_next_quarter
from tests.rules.conftest import Town, day

D = Decimal
ASSESSED = {"kind": "综合考核", "authority": "党委政府设立", "ranking": True}
TASK = {"source": "年度任务分解", "done": day(5, 1), "deployed": True, "checked": True, "assessed": True}
LETTER = {"date": day(2, 1), "year": 2025, "level": "镇对村", "party_a": "镇政府", "party_b": "桃园村", "village": 1}
VETO = LETTER | {"veto": "吃拿卡要", "score": D(95)}

CASES: list[tuple[str, str, dict[str, Any], str]] = [
    ("assessment.authority", "inspection", ASSESSED, "met"),
    ("assessment.authority", "inspection", ASSESSED | {"authority": "上级部署"}, "met"),
    ("assessment.authority", "inspection", ASSESSED | {"authority": "自行设立"}, "broken"),
    ("assessment.authority", "inspection", ASSESSED | {"authority": None, "ranking": None}, "broken"),
    ("assessment.authority", "inspection", ASSESSED | {"added_indicators": True}, "broken"),
    ("assessment.authority", "inspection", {"ranking": True, "added_indicators": True}, "met"),
    ("inspections.certificate", "inspection", {"kind": "行政执法", "certificate": "川001"}, "met"),
    ("inspections.certificate", "inspection", {"kind": "行政执法"}, "broken"),
    ("inspections.certificate", "inspection", {}, "met"),
    ("supervision.three_together", "supervision", TASK, "met"),
    ("supervision.three_together", "supervision", TASK | {"checked": False}, "broken"),
    ("supervision.three_together", "supervision", TASK | {"checked": None, "done": None}, "met"),
    ("supervision.three_together", "supervision", TASK | {"checked": None, "source": "领导批示"}, "met"),
    ("pledges.veto", "pledge", VETO | {"result": "不合格"}, "met"),
    ("pledges.veto", "pledge", VETO | {"result": "合格"}, "broken"),
    ("pledges.veto", "pledge", VETO | {"result": "优秀"}, "broken"),
    ("pledges.veto", "pledge", VETO | {"result": "未考核"}, "near"),
    ("pledges.veto", "pledge", VETO | {"result": "优秀", "veto": None}, "met"),
]


@pytest.mark.parametrize(("rule", "register", "changes", "state"), CASES)
def test_each_record_is_judged_alike_in_the_year_and_while_typing(
    town: Town, rule: str, register: str, changes: dict[str, Any], state: str
) -> None:
    assert town.states(rule, register, changes) == (state, state)


FIRST = {"target": "甲厂", "subject": "安全", "office": 1}
AGAIN = FIRST | {"date": day(4, 6)}
OPEN = {"kind": "村务公开检查", "target": "桃园村", "village": 1, "subject": "公开栏"}

TWICE: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (FIRST, AGAIN, "broken"),
    (FIRST, AGAIN | {"date": day(4, 7)}, "met"),
    (FIRST, AGAIN | {"subject": "环保"}, "near"),
    (FIRST, AGAIN | {"subject": "环保", "kind": "专项清查"}, "met"),
    (FIRST, AGAIN | {"subject": "环保", "kind": "专项清查", "office": None}, "near"),
    (FIRST, AGAIN | {"target": "乙厂"}, "met"),
    (FIRST | {"village": 1}, AGAIN | {"target": "乙厂", "village": 1}, "broken"),
    (FIRST | {"merged": True}, AGAIN, "met"),
    (FIRST, AGAIN | {"merged": True}, "met"),
    (OPEN, OPEN | {"date": day(4, 1)}, "met"),
    (OPEN, OPEN | {"date": day(3, 28)}, "met"),
    (FIRST | {"village": 1}, OPEN | {"date": day(3, 20)}, "met"),
]


@pytest.mark.parametrize(("first", "again", "state"), TWICE)
def test_nobody_is_inspected_again_so_soon(
    town: Town, first: dict[str, Any], again: dict[str, Any], state: str
) -> None:
    town.add("inspection", **first)
    assert town.states("inspections.repeated", "inspection", again) == (state, state)


def test_a_third_look_at_a_village_in_a_quarter_repeats_the_second(town: Town) -> None:
    for number in (2, 10, 20):
        town.add("inspection", **OPEN, date=day(3, number))
    (finding,) = town.check("inspections.repeated").findings
    assert finding.records == (("inspection", 3), ("inspection", 2))


def test_every_village_is_inspected_every_quarter(town: Town) -> None:
    rule = "inspections.disclosure_quarterly"
    town.add("inspection", **OPEN, date=day(3, 31))
    town.add("inspection", **OPEN | {"village": 2}, date=day(4, 1))
    assert [(each.subject, each.period, each.state) for each in town.check(rule, day(6, 30)).findings] == [
        ("柳树村", "2025年第一季度", "broken"),
        ("桃园村", "2025年第二季度", "near"),
    ]


def test_the_accounts_of_town_and_villages_are_examined(town: Town) -> None:
    rule, examined = "inspections.finance", {"kind": "财务审查"}
    town.add("inspection", **examined, village=1)
    town.add("inspection", **examined, village=2)
    assert [each.subject for each in town.check(rule).findings] == ["镇"]
    assert town.check(rule, day(12, 31)).state == "near"
    town.add("inspection", **examined)
    assert town.check(rule).state == "met"


def test_the_discipline_office_meets_every_quarter(town: Town) -> None:
    rule = "inspections.coordination"
    for month in (1, 4, 7):
        town.add("inspection", kind="纪委会商通报", date=day(month, 1))
    assert town.check(rule, day(9, 30)).state == "met"
    assert [each.period for each in town.check(rule).findings] == ["2025年第四季度"]


def test_tasks_of_the_campaign_are_completed(town: Town) -> None:
    rule, task = "supervision.completion", {"source": "专项创建任务"}
    town.add("supervision")
    assert town.check(rule).state == "unknown"
    town.add("supervision", **task, done=day(12, 31))
    assert town.check(rule).state == "met"
    assert town.check(rule, day(12, 30)).state == "near"
    town.add("supervision", **task, done=day(1, 1, 2026))
    assert (town.check(rule).state, town.check(rule).value) == ("near", 50)


def test_every_village_signs_a_letter(town: Town) -> None:
    rule = "pledges.villages"
    town.add("pledge", **LETTER)
    town.add("pledge", **LETTER | {"village": 2, "year": 2024})
    assert [(each.subject, each.state) for each in town.check(rule).findings] == [("柳树村", "broken")]
    assert town.check(rule, day(12, 31)).state == "near"
    town.add("pledge", **LETTER | {"village": 2, "level": "其他"})
    assert town.check(rule).state == "broken"
    town.add("pledge", **LETTER | {"village": 2, "date": day(12, 20, 2024)})
    assert town.check(rule).state == "met"


def test_every_level_signs_its_letter(town: Town) -> None:
    rule = "pledges.levels"
    town.add("staff", name="副镇长", duty_class="镇科级实职领导", authority="分管领导", team=True)
    town.add("staff", name="镇长", duty_class="镇科级实职领导", authority="主要领导", team=True)
    found = {(each.subject, each.sentence.split("「")[1].split("」")[0]) for each in town.check(rule).findings}
    assert found == {
        *(("张三", "干部对站办所"), ("李四", "干部对站办所"), ("副镇长", "副职对正职")),
        *(("党政办公室", "站办所对分管领导"), ("党政办公室", "镇对站办所")),
    }
    for level, who in (("干部对站办所", 3), ("干部对站办所", 4), ("副职对正职", 6)):
        town.add("pledge", **LETTER | {"level": level, "staff": who, "village": None})
    town.add("pledge", **LETTER | {"level": "镇对站办所", "office": 1, "village": None})
    assert len(town.check(rule).findings) == 1
    town.add("pledge", **LETTER | {"level": "站办所对分管领导", "office": 1, "village": None})
    assert town.check(rule).state == "met"


@pytest.mark.parametrize(
    ("given", "state"),
    [(D("85.1"), "met"), (D("85.2"), "broken"), (D("84.9"), "met"), (D("84.8"), "broken"), (None, "broken")],
)
def test_openness_counts_in_the_assessment(town: Town, given: Decimal | None, state: str) -> None:
    rule, letter = "pledges.disclosure_score", LETTER | {"score": D(90), "disclosure_score": given}
    assert not town.type(rule, "pledge", **letter)
    for score in (80, 90):
        town.add("inspection", **OPEN, score=D(score))
    town.add("inspection", **OPEN | {"village": 2}, score=D(10))
    town.add("pledge", **letter)
    assert town.check(rule).state == state
    assert [each.state for each in town.type(rule, "pledge", **letter)] == ([state] if state == "broken" else [])
    assert not town.type(rule, "pledge", **letter | {"score": None})


def test_conduct_is_part_of_every_assessment(town: Town) -> None:
    rule = "assessment.included"
    for result in (None, "未考核"):
        town.add("pledge", **LETTER, result=result)
    assert town.check(rule).state == "needs-person"
    town.add("pledge", **LETTER, result="合格", conduct_included=True)
    assert town.check(rule).state == "needs-person"
    town.add("pledge", **LETTER, result="良好")
    assert town.check(rule).state == "broken"


def survey(town: Town, target: str, score: int, year: int = 2025, /, **changes: Any) -> int:
    usual = {"group": "村(社区)", "date": day(12, 20, year), "head": "支书"}
    return town.add("survey", **usual | {"target": target, "score": D(score), "year": year} | changes)


def test_everybody_is_surveyed_by_the_end_of_march(town: Town) -> None:
    rule = "surveys.yearly"
    assert (town.check(rule, day(3, 31, 2026)).state, town.check(rule, day(4, 1, 2026)).state) == ("near", "broken")
    assert len(town.check(rule).findings) == 3
    survey(town, "财政局", 80, group="单位")
    survey(town, "党政办公室", 80, group="职能办公室")
    survey(town, "桃园村", 90, date=day(3, 31, 2026))
    assert [each.subject for each in town.check(rule).findings] == ["柳树村"]
    survey(town, "柳树村", 80, 2024)
    assert town.check(rule).state == "broken"
    survey(town, "柳树村", 80)
    assert town.check(rule).state == "met"


@pytest.mark.parametrize(
    ("when", "last"),
    [(day(12, 20), day(3, 31, 2026)), (day(1, 1), day(6, 30)), (day(3, 31), day(6, 30)), (day(9, 1), day(12, 31))],
)
def test_the_end_of_the_next_quarter(when: date, last: date) -> None:
    assert end_of_next_quarter(when) == last


def last_twice(town: Town, **changes: Any) -> int:
    for year in (2024, 2025):
        survey(town, "柳树村", 90, year)
        record = survey(town, "桃园村", 80, year, **changes if year == 2025 else {})
    return record


@pytest.mark.parametrize(
    ("changes", "on", "state"),
    [
        ({}, day(3, 31, 2026), "near"),
        ({}, day(4, 1, 2026), "broken"),
        ({"talked": day(1, 10, 2026)}, day(4, 1, 2026), "met"),
        ({"score": D(91)}, day(4, 1, 2026), "met"),
        ({"score": D(90)}, day(4, 1, 2026), "near"),
        ({"year": 2026}, day(4, 1, 2026), "met"),
        ({"group": "单位"}, day(4, 1, 2026), "met"),
    ],
)
def test_whoever_is_last_twice_is_talked_to(town: Town, changes: dict[str, Any], on: date, state: str) -> None:
    last_twice(town, **changes)
    assert town.check("surveys.bottom_two_years", on).state == state


def test_a_talk_may_stand_among_the_breaches(town: Town) -> None:
    record, rule = last_twice(town), "surveys.bottom_two_years"
    talk = {"date": day(1, 10, 2026), "subject": "支书", "kind": "其他", "ten": "不涉及", "matter": "测评末位"}
    town.add("violation", **talk, handling="约谈", survey=record)
    assert town.check(rule).state == "broken"
    town.add("violation", **talk, handling="诫勉谈话", survey=record)
    assert town.check(rule).state == "met"
    assert "对支书诫勉谈话" in town.check(rule, day(1, 9, 2026)).findings[0].sentence
