"""The office by hand: lists, supervised matters, pledges, inspections, violations, surveys, problems, indicators."""

from __future__ import annotations

from sqlalchemy import Connection

from app.models.conduct.award_households import AwardHouseholds
from app.models.conduct.inspection import Inspection
from app.models.conduct.metric import Metric
from app.models.conduct.named_list import NamedList, NamedListPart
from app.models.conduct.pledge import Pledge
from app.models.conduct.problem import Problem
from app.models.conduct.supervision import Supervision
from app.models.conduct.survey import Survey
from app.models.conduct.violation import Violation
from app.models.conduct.zero_report import ZeroReport
from tests.figures.records import DRIVE, FINANCE, FIRST_VILLAGE, MAIN_OFFICE, SECOND_VILLAGE, WANG, Values, add


def lists(connection: Connection) -> None:
    """Of three and of four parts."""
    part = {"order": 1, "text": "某"}
    add(connection, NamedList, {NamedListPart: [part] * 3}, year=2025, name="三项建设", campaign_id=DRIVE)
    add(connection, NamedList, {NamedListPart: [part] * 4}, year=2025, name="四个自觉")
    add(connection, NamedList, {NamedListPart: [part] * 2}, year=2024, name="两个坚持")
    add(connection, NamedList, {NamedListPart: [part] * 9}, year=2025, name="误录", trashed=True)


def supervision(connection: Connection) -> None:
    """Done on the last day, the day after, not at all."""
    own: Values = {"source": "上级交办", "office_id": MAIN_OFFICE, "handler_id": WANG, "campaign_id": DRIVE}
    add(connection, Supervision, date="2025-01-01", done="2025-12-31", **own)
    add(connection, Supervision, date="2025-12-31", done="2026-01-01", source="领导批示", office_id=FINANCE)
    add(connection, Supervision, date="2025-06-01", office_id=FINANCE)
    add(connection, Supervision, date="2024-12-31", done="2025-01-01", **own)
    add(connection, Supervision, date="2025-06-01", done="2025-06-02", trashed=True, **own)


def pledges(connection: Connection) -> None:
    """One village signs twice, once before New Year; another signs as something else."""
    village = {"level": "镇对村", "village_id": FIRST_VILLAGE}
    add(connection, Pledge, date="2025-01-10", year=2025, **village)
    add(connection, Pledge, date="2024-12-31", year=2025, **village)
    cadre = {"level": "干部对站办所", "office_id": MAIN_OFFICE, "staff_id": WANG}
    add(connection, Pledge, date="2025-01-10", year=2025, **cadre)
    add(connection, Pledge, date="2025-01-10", year=2025, level="镇对站办所", village_id=SECOND_VILLAGE)
    add(connection, Pledge, date="2025-01-10", year=2024, level="镇对村", village_id=SECOND_VILLAGE)
    add(connection, Pledge, date="2025-01-10", year=2025, level="镇对村", village_id=SECOND_VILLAGE, trashed=True)


def inspections(connection: Connection) -> None:
    """Two on one day; one team twice; 「无」 and nothing written are no problems."""
    public = {"kind": "村务公开检查"}
    add(connection, Inspection, date="2025-01-01", village_id=FIRST_VILLAGE, found="无", **public)
    add(connection, Inspection, date="2025-06-01", village_id=SECOND_VILLAGE, found="栏目不全", **public)
    rating: Values = {"kind": "综合考核", "subject": "年度考核", "found": ""}
    add(connection, Inspection, date="2025-06-01", team="一组", campaign_id=DRIVE, **rating)
    add(connection, Inspection, date="2025-12-31", team="二组", office_id=MAIN_OFFICE, **rating)
    add(connection, Inspection, date="2025-07-01", team="一组", kind="作风督查")
    add(connection, Inspection, date="2024-12-31", team="三组", found="迟到", kind="作风督查")
    add(connection, Inspection, date="2025-12-31", team="三组", found="迟到", kind="作风督查", trashed=True)


def violations(connection: Connection) -> None:
    """One person twice; an accident of the year before, and one dealt with the year after."""
    first = {"kind": "违纪违法", "ten": "不涉及", "handling": "纪律处分", "subject": "甲", "campaign_id": DRIVE}
    add(connection, Violation, date="2025-01-01", **first)
    second = {"kind": "公车私用", "ten": "第1条", "handling": "提醒", "subject": "甲"}
    add(connection, Violation, date="2025-05-01", **second)
    third = {"kind": "其他", "ten": "第2条", "handling": "通报", "subject": "乙"}
    add(connection, Violation, date="2025-12-31", **third)
    accident = {"kind": "重大安全事故", "subject": "丙"}
    add(connection, Violation, date="2025-02-01", happened="2024-12-31", **accident)
    add(connection, Violation, date="2026-01-05", happened="2025-12-31", **accident)
    add(connection, Violation, date="2024-12-31", **third)
    add(connection, Violation, date="2025-12-31", happened="2025-05-05", trashed=True, **accident)


def zero_reports(connection: Connection) -> None:
    """One is not signed."""
    span = {"start": "2025-01-01", "end": "2025-12-31"}
    for day, subject, signed in (
        ("2025-12-31", "信访", True),
        ("2025-01-01", "违纪违法", True),
        ("2025-07-01", "信访", False),
        ("2026-01-01", "信访", True),
    ):
        add(connection, ZeroReport, date=day, subject=subject, signed=signed, **span)
    add(connection, ZeroReport, date="2025-07-01", subject="信访", signed=True, trashed=True, **span)


def surveys(connection: Connection) -> None:
    """Of 2025, held in January 2026."""
    held: Values = {"date": "2026-01-10", "year": 2025}
    add(connection, Survey, group="村(社区)", target="甲村", score="90.5", **held)
    add(connection, Survey, group="村(社区)", target="乙村", score="80", **held)
    add(connection, Survey, group="单位", target="财政所", score="95", **held)
    add(connection, Survey, group="单位", target="财政所", score="50", date="2025-01-10", year=2024)
    add(connection, Survey, group="单位", target="财政所", score="50", trashed=True, **held)


def problems(connection: Connection) -> None:
    """One problem solved on the last day and one the day after; of two debts one is paid."""
    own: Values = {"source": "自查", "kind": "形式主义", "office_id": MAIN_OFFICE, "campaign_id": DRIVE}
    add(connection, Problem, date="2025-01-01", done="2025-12-31", **own)
    add(connection, Problem, date="2025-02-01", done="2026-01-01", source="督查", kind="其他", office_id=FINANCE)
    debt: Values = {"source": "清查", "kind": "政府欠账"}
    paid = {"party": "甲公司", "happened": "2008-05-01", "amount": "1000.25", "campaign_id": DRIVE}
    add(connection, Problem, date="2025-03-01", done="2025-06-01", **paid, **debt)
    add(connection, Problem, date="2025-12-31", party="乙公司", happened="2007-01-01", amount="2000", **debt)
    add(connection, Problem, date="2024-12-31", happened="2020-01-01", amount="9", done="2025-01-01", **debt)
    add(connection, Problem, date="2025-03-01", happened="2020-01-01", amount="9", trashed=True, **debt)


def ratings(connection: Connection) -> None:
    """199 of 200 households, all ten offices."""
    add(connection, AwardHouseholds, year=2025, title="文明户", scope="村民户", total=200, passed=199)
    add(connection, AwardHouseholds, year=2025, title="文明办所", scope="办所", total=10, passed=10)
    add(connection, AwardHouseholds, year=2024, title="文明户", scope="村民户", total=50, passed=1)
    add(connection, AwardHouseholds, year=2025, title="文明户", scope="村民户", total=50, passed=1, trashed=True)


def metrics(connection: Connection) -> None:
    """Two values of 2025, the later day entered first; a unit that changed from year to year."""
    people = {"name": "总人口", "unit": "人"}
    add(connection, Metric, year=2025, value="21000", as_of="2025-12-31", **people)
    add(connection, Metric, year=2025, value="20500", as_of="2025-06-30", **people)
    for year, value in ((2024, "20000"), (2023, "16000"), (2012, "10000")):
        add(connection, Metric, year=year, value=value, **people)
    add(connection, Metric, year=2025, value="99999", as_of="2026-01-01", trashed=True, **people)
    add(connection, Metric, year=2025, name="城镇人口", unit="名", value="10500")
    add(connection, Metric, year=2024, name="工业产值", unit="万元", value="50000")
    add(connection, Metric, year=2025, name="工业产值", unit="亿元", value="6.5")
