"""The office by hand: research, essays, pairing, assistance, projects, activities, investment."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from app.models.outreach.activity import Activity
from app.models.outreach.assistance import Assistance
from app.models.outreach.essay import Essay
from app.models.outreach.household import Household
from app.models.outreach.investment import Investment
from app.models.outreach.project import Project, ProjectOutput
from app.models.outreach.research import Research
from tests.figures.records import DRIVE, FIRST_VILLAGE, LI, SECOND_VILLAGE, WANG, ZHANG, Values, add

FIRST_PAIR, STUDENT = 1, 5


def research(connection: Connection) -> None:
    """Two key topics of three."""
    add(connection, Research, date="2025-01-01", staff_id=WANG, key_topic=True)
    add(connection, Research, date="2025-05-01", staff_id=LI, key_topic=True)
    add(connection, Research, date="2025-12-31", staff_id=LI, key_topic=False)
    add(connection, Research, date="2024-12-31", staff_id=LI, key_topic=True)
    add(connection, Research, date="2025-12-31", staff_id=LI, key_topic=True, trashed=True)


def essays(connection: Connection) -> None:
    """Three reflections, one of them not by a party member."""
    drive = {"campaign_id": DRIVE}
    report = {"kind": "调研报告", "converted": "2025-02-01"}
    add(connection, Essay, date="2025-01-01", staff_id=WANG, **report, **drive)
    add(connection, Essay, date="2025-03-01", staff_id=LI, kind="调研报告")
    add(connection, Essay, date="2025-04-01", staff_id=LI, kind="工作心得", **drive)
    add(connection, Essay, date="2025-05-01", staff_id=ZHANG, kind="心得体会")
    add(connection, Essay, date="2025-12-31", staff_id=WANG, kind="心得体会", **drive)
    add(connection, Essay, date="2024-12-31", staff_id=WANG, kind="心得体会")
    add(connection, Essay, date="2025-12-31", staff_id=WANG, kind="心得体会", trashed=True)


def pairing(connection: Connection) -> None:
    """李某 of 甲村 has two cadres, 李某 of 乙村 is another; one pairing ends on the last day."""

    def pair(day: str, staff: int, name: str, kind: str, **given: Any) -> None:
        place = {"village_id": FIRST_VILLAGE}
        add(connection, Household, date=day, staff_id=staff, name=name, kind=kind, **(place | given))

    pair("2024-01-01", WANG, "李某", "贫困户")
    pair("2024-01-01", LI, "李某", "贫困户")
    pair("2025-12-31", WANG, "李某", "贫困党员", village_id=SECOND_VILLAGE)
    pair("2025-01-01", WANG, "赵某", "农户")
    pair("2025-01-01", LI, "钱某", "困难学生")
    pair("2025-01-01", WANG, "孙某", "贫困党员", ended="2025-12-31")
    pair("2026-01-01", LI, "周某", "贫困党员")
    pair("2025-01-01", LI, "吴某", "贫困党员", trashed=True)
    pair("2025-02-01", LI, "某厂", "企业", village_id=SECOND_VILLAGE)
    pair("2025-02-01", WANG, "郑某", "农户", ended="2026-01-01")
    pair("2025-02-01", LI, "冯某", "农户")


def assistance(connection: Connection) -> None:
    """One household is helped twice; one act reaches no village."""
    money = {"kind": "资金帮扶", "content": "修渠", "money": "1000", "fund_source": "单位资金", "staff_id": WANG}
    place = {"household_id": FIRST_PAIR, "village_id": FIRST_VILLAGE}
    add(connection, Assistance, date="2025-01-01", **money, **place)
    goods = {"kind": "物资帮扶", "content": "送种子", "goods": "200.50", "fund_source": "多方筹集"}
    add(connection, Assistance, date="2025-03-01", **goods, **place)
    student: Values = {"kind": "助学", "household_id": STUDENT, "village_id": SECOND_VILLAGE, "fund_source": "多方筹集"}
    add(connection, Assistance, date="2025-12-31", money="300", goods="50", **student)
    add(connection, Assistance, date="2025-04-01", kind="阵地建设")
    add(connection, Assistance, date="2024-04-01", money="9999", household_id=2, village_id=3)
    add(connection, Assistance, date="2025-04-01", money="9999", household_id=2, village_id=3, trashed=True)


def projects(connection: Connection) -> None:
    """A road with a part of its own, one planned, one stopped, one begun in 2024 and finished on the last day."""
    road: Values = {
        "title": "甲村道路硬化",
        "kind": "道路",
        "villages": "甲村、乙村",
        "state": "完成",
        "source": "上级",
    }
    road |= {"done": "2025-06-01", "started": "2025-02-01", "people_matter": True, "population": 300}
    road |= {"quantity": "3.5", "target": "5", "unit": "公里", "invested": "100000.50", "planned": "200000"}
    lamps = {"thing": "路灯", "quantity": 20, "unit": "盏"}
    pipes = {"thing": "涵管", "quantity": 5, "unit": "处"}
    add(connection, Project, {ProjectOutput: [lamps, pipes]}, date="2025-01-01", campaign_id=DRIVE, **road)
    part: Values = {"title": "甲村道路一段", "kind": "道路", "villages": "甲村", "state": "在建", "parent_id": 1}
    part |= {"quantity": "1.5", "target": "2", "unit": "公里", "invested": "10", "started": "2026-01-01"}
    add(connection, Project, date="2025-01-01", people_matter=True, **part)
    water: Values = {"kind": "水利", "unit": "米", "people_matter": False}
    plan = {"title": "丙渠", "villages": "丙社区", "state": "计划", "target": "100", "planned": "500"}
    add(connection, Project, {ProjectOutput: [lamps]}, date="2025-03-01", **plan, **water)
    stop = {"state": "停建", "target": "9", "planned": "999", "villages": "丁村"}
    add(connection, Project, date="2025-04-01", **stop, **(water | {"people_matter": True}))
    green: Values = {"title": "道路绿化", "kind": "绿化", "state": "完成", "done": "2026-01-01", "good_deed": True}
    green |= {"quantity": "7", "unit": "亩", "started": "2025-05-01", "people_matter": False}
    add(connection, Project, date="2025-05-01", **green)
    bridge: Values = {"title": "旧桥", "kind": "道路", "state": "完成", "done": "2025-12-31", "good_deed": True}
    bridge |= {"quantity": "9", "unit": "公里", "invested": "777", "people_matter": False}
    add(connection, Project, {ProjectOutput: [lamps]}, date="2024-05-01", **bridge)
    add(connection, Project, {ProjectOutput: [lamps]}, date="2025-01-01", trashed=True, **road)


def activities(connection: Connection) -> None:
    """One without a number of those expected, one only planned."""
    held = {"state": "已开展"}
    spring: Values = {"title": "春节联欢", "kind": "联欢会", "festival": "春节", "organizer": "工会"}
    numbers = {"expected": 40, "present": 30, "programmes": 12, "performers": 20}
    place = {"village_id": FIRST_VILLAGE, "campaign_id": DRIVE}
    add(connection, Activity, date="2025-01-01", **spring, **numbers, **place, **held)
    young: Values = {"kind": "文体活动", "festival": "五四青年节", "organizer": "团委"}
    numbers = {"expected": 10, "present": 10, "programmes": 3, "performers": 5}
    add(connection, Activity, date="2025-05-04", **young, **numbers, **held)
    add(connection, Activity, date="2025-06-01", kind="募捐", festival="无", present=99, performers=9, **held)
    new_year = {"kind": "联欢会", "festival": "春节", "organizer": "工会"}
    add(connection, Activity, date="2025-12-31", **new_year, **held)
    add(connection, Activity, date="2025-07-01", festival="七一建党节", expected=100, present=1, state="计划")
    add(connection, Activity, date="2024-12-31", festival="六一儿童节", expected=100, present=1, **held)
    add(connection, Activity, date="2025-12-30", festival="六一儿童节", expected=1, present=1, trashed=True, **held)


def investment(connection: Connection) -> None:
    """One enterprise with two projects and later money; money that arrives in another year than it was signed."""
    new = {"kind": "新引进"}
    first: Values = {"enterprise": "甲厂", "state": "落地", "origin": "市外", "contract": "1000", "arrived": "500"}
    first |= {"arrived_date": "2025-06-01", "introducer_id": WANG, "village_id": FIRST_VILLAGE}
    add(connection, Investment, date="2025-01-01", **first, **new)
    second = {"enterprise": "甲厂", "state": "投产", "origin": "省外", "contract": "2000.50", "arrived": "100"}
    add(connection, Investment, date="2025-12-31", arrived_date="2026-01-01", **second, **new)
    third = {"enterprise": "乙厂", "state": "签约", "origin": "市内", "contract": "10", "arrived": "5"}
    add(connection, Investment, date="2025-03-01", arrived_date="2025-04-01", **third, **new)
    more = {"enterprise": "丙厂", "kind": "追加到位", "state": "落地", "origin": "省外", "arrived": "300"}
    add(connection, Investment, date="2025-04-01", arrived_date="2025-12-31", **more)
    talk = {"enterprise": "丁厂", "state": "洽谈", "origin": "省外", "contract": "9999"}
    add(connection, Investment, date="2025-05-01", **talk, **new)
    old = {"enterprise": "戊厂", "state": "落地", "origin": "市外", "contract": "7", "arrived": "40"}
    add(connection, Investment, date="2024-01-01", arrived_date="2025-01-01", **old, **new)
    add(connection, Investment, date="2025-01-01", arrived_date="2025-01-01", trashed=True, **old, **new)
