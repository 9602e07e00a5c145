"""The office by hand: branches, teams, duty, trips, training, grants, seals, rules, news."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from app.models.documents.press import Press
from app.models.documents.regulation import Regulation
from app.models.documents.seal import Seal
from app.models.people.branch import Branch
from app.models.people.duty import Duty
from app.models.people.grant import Grant
from app.models.people.outing import OUTING_MEMBERS, Outing
from app.models.people.team import Team, TeamPeople
from app.models.people.training import TRAINING_MEMBERS, Training
from tests.figures.records import DRIVE, FIRST_VILLAGE, LI, MAIN_OFFICE, SUN, WANG, ZHANG, Values, add


def branches(connection: Connection) -> None:
    """One begins on the last day, one ends on it, one begins the day after."""
    add(connection, Branch, name="机关支部", kind="机关", members=10)
    add(connection, Branch, name="甲村支部", kind="村", members=5, since="2025-12-31")
    add(connection, Branch, name="乙村支部", kind="村", members=7, until="2025-12-31")
    add(connection, Branch, name="误录支部", kind="村", members=100, trashed=True)
    add(connection, Branch, name="丙社区支部", kind="社区", members=50, since="2026-01-01")


def teams(connection: Connection) -> None:
    """Two that stand on the last day, one that ends on it."""
    person = {"name": "某", "role": "成员"}
    drive = {"name": "文明创建领导小组", "kind": "领导小组", "campaign_id": DRIVE}
    add(connection, Team, {TeamPeople: [person] * 3}, date="2025-03-01", **drive)
    stay = {"name": "住村一组", "kind": "住村联户工作小组", "ended": "2026-01-01"}
    add(connection, Team, {TeamPeople: [person] * 2}, date="2024-05-01", **stay)
    old = {"name": "旧领导小组", "kind": "领导小组"}
    add(connection, Team, {TeamPeople: [person] * 4}, date="2024-05-01", ended="2025-12-31", **old)
    add(connection, Team, {TeamPeople: [person]}, date="2025-01-01", trashed=True, **old)
    add(connection, Team, {TeamPeople: [person]}, date="2026-01-01", **old)


def duty(connection: Connection) -> None:
    """Two places on New Year's Day."""
    add(connection, Duty, date="2025-01-01", place="镇机关")
    add(connection, Duty, date="2025-01-01", place="村(社区)", village_id=FIRST_VILLAGE)
    add(connection, Duty, date="2025-12-31", place="镇机关")
    add(connection, Duty, date="2024-12-31", place="镇机关")
    add(connection, Duty, date="2025-05-05", place="镇机关", trashed=True)


def outings(connection: Connection) -> None:
    """李二 is posted twice; one trip abroad."""
    posted: Values = {"kind": "挂职锻炼"}
    trips: list[tuple[Values, tuple[int, ...]]] = [
        ({"date": "2025-04-01", "destination": "省城", **posted}, (WANG, LI)),
        ({"date": "2025-09-01", "destination": "市区", **posted}, (LI, ZHANG)),
        ({"date": "2025-10-01", "kind": "考察学习", "abroad": True}, (WANG,)),
        ({"date": "2025-12-31", "kind": "考察学习", "abroad": False}, ()),
        ({"date": "2024-12-31", "abroad": True, **posted}, (SUN,)),
        ({"date": "2025-05-05", "abroad": True, "trashed": True, **posted}, (SUN,)),
    ]
    for values, members in trips:
        record = add(connection, Outing, **values)
        for position, person in enumerate(members):
            row = {"record_id": record, "staff_id": person, "position": position}
            connection.execute(insert(OUTING_MEMBERS).values(row))


def training(connection: Connection) -> None:
    """李二 is at two classes, one of them with a village cadre."""
    staff: Values = {"kind": "政策业务", "level": "县", "audience": "机关干部", "trainees": 10, "campaign_id": DRIVE}
    village = {"kind": "法律法规", "level": "市", "audience": "村(社区)干部", "village_id": FIRST_VILLAGE}
    first = add(connection, Training, date="2025-03-01", **staff)
    second = add(connection, Training, date="2025-06-01", trainees=20, **village)
    add(connection, Training, date="2025-12-31", level="县", audience="农民", trainees=30)
    old = add(connection, Training, date="2024-12-31", level="市", trainees=99)
    gone = add(connection, Training, date="2025-12-31", level="县", trainees=99, trashed=True)
    for record, members in ((first, (WANG, LI)), (second, (LI, SUN)), (old, (ZHANG,)), (gone, (ZHANG,))):
        for position, person in enumerate(members):
            row = {"record_id": record, "staff_id": person, "position": position}
            connection.execute(insert(TRAINING_MEMBERS).values(row))


def grants(connection: Connection) -> None:
    """One person is paid twice; the first grant was in 2011."""
    pay: Values = {"kind": "升学奖励", "payee": "甲"}
    first = {"village_id": FIRST_VILLAGE, "qualification": "二本录取", "source": "镇级"}
    add(connection, Grant, date="2025-01-01", amount="500", **first, **pay)
    second = {"qualification": "一本及以上录取", "source": "县级"}
    add(connection, Grant, date="2025-12-31", amount="1000.50", **second, **pay)
    add(connection, Grant, date="2025-07-01", amount="300", kind="助学资助", payee="乙", qualification="不涉及")
    add(connection, Grant, date="2011-09-01", amount="100", **pay)
    add(connection, Grant, date="2010-09-01", amount="100", trashed=True, **pay)


def seals(connection: Connection) -> None:
    """On the first and the last day."""
    add(connection, Seal, date="2025-01-01", seal="党委印章", office_id=MAIN_OFFICE)
    add(connection, Seal, date="2025-12-31", seal="政府印章")
    add(connection, Seal, date="2024-12-31", seal="政府印章")
    add(connection, Seal, date="2025-12-31", seal="政府印章", trashed=True)


def regulations(connection: Connection) -> None:
    """Made, mended, repealed; one repealed on the last day and one the day after; words and appeals are no rules."""
    rule: Values = {"form": "制度", "in_force": True}
    volume = {"volume": "制度汇编"}
    first = {"title": "会议制度", "domain": "会议", "change": "新建", "campaign_id": DRIVE}
    add(connection, Regulation, date="2025-01-01", **first, **volume, **rule)
    second = {"form": "办法", "in_force": True, "domain": "财务", "change": "修订", "campaign_id": DRIVE}
    add(connection, Regulation, date="2025-06-01", **second)
    add(connection, Regulation, date="2025-07-01", form="制度", change="废止", in_force=False)
    words = {"title": "文明用语", "form": "规范用语", "change": "新建"}
    add(connection, Regulation, date="2025-08-01", clauses=12, **words)
    appeal: Values = {"title": "节约倡议", "form": "提示倡议", "change": "新建", "clauses": 8, "copies": 2000}
    add(connection, Regulation, date="2025-12-31", **appeal)
    add(connection, Regulation, date="2012-03-01", change="新建", repealed="2026-01-01", **volume, **rule)
    add(connection, Regulation, date="2012-01-01", change="新建", repealed="2025-12-31", **rule)
    add(connection, Regulation, date="2011-01-01", change="新建", trashed=True, **volume, **rule)


def press(connection: Connection) -> None:
    """Two essays of 王一 beyond the township; 李二 only within it; 张三 is not of the study group."""
    news = {"level": "县", "outlet": "县政府网", "outlet_kind": "县政府网站", "content_kind": "工作动态"}
    add(connection, Press, date="2025-01-01", kind="工作动态", adopted=True, **news)
    add(connection, Press, date="2025-02-01", kind="信息报送", adopted=True, level="市", outlet="市委信息")
    add(connection, Press, date="2025-02-02", kind="信息报送", adopted=False)
    add(connection, Press, date="2025-03-01", kind="信息简报", campaign_id=DRIVE)
    add(connection, Press, date="2025-04-01", kind="记者报道")
    essay: Values = {"kind": "理论文章", "adopted": True}
    for day, level, staff in (
        ("05-01", "省", WANG),
        ("06-01", "市", WANG),
        ("06-02", "镇", LI),
        ("12-31", "县", ZHANG),
    ):
        add(connection, Press, date=f"2025-{day}", level=level, staff_id=staff, **essay)
    add(connection, Press, date="2024-12-31", level="县", staff_id=LI, **essay)
    add(connection, Press, date="2025-12-31", level="县", staff_id=LI, trashed=True, **essay)
