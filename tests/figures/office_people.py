"""The office by hand: places, people, leave, honours, meetings, study."""

from __future__ import annotations

from sqlalchemy import Connection, insert

from app.models.meetings.meeting import Meeting, MeetingItem
from app.models.meetings.study import STUDY_MEMBERS, Study
from app.models.people.honour import Honour
from app.models.people.leave import Leave
from app.models.people.office import Office
from app.models.people.staff import Staff
from app.models.people.village import Village
from tests.figures.records import (
    DRIVE,
    FINANCE,
    FIRST_VILLAGE,
    LI,
    MAIN_OFFICE,
    OTHER_ZHANG,
    SUN,
    WANG,
    ZHANG,
    Values,
    add,
)


def places(connection: Connection) -> None:
    """One office closes on the last day, one opens the day after; three villages, one with a hard road."""
    add(connection, Office, name="党政办", kind="办")
    add(connection, Office, name="财政所", kind="所", since="2019-04-01", until="2025-12-31")
    add(connection, Office, name="综合队", kind="队", since="2026-01-01")
    add(connection, Office, name="旧站", kind="站", trashed=True)
    add(connection, Village, name="甲村", kind="村", hard_road=True)
    add(connection, Village, name="乙村", kind="村", hard_road=False)
    add(connection, Village, name="丙社区", kind="社区")


def people(connection: Connection) -> None:
    """Two leaders, two people of one name, one who leaves on the last day, a village cadre, one who is yet to come."""
    leader: Values = {"duty_class": "镇科级实职领导", "team": True, "study_group": True}
    wang = {"rank": "正科", "political": "中共党员", "education": "本科", "establishment": "行政编", "gender": "男"}
    add(
        connection,
        Staff,
        name="王一",
        birth="1980-12-31",
        office_id=MAIN_OFFICE,
        posts_able=2,
        branch_id=1,
        **leader,
        **wang,
    )
    li = {"rank": "副科", "political": "预备党员", "education": "大专", "establishment": "参公", "gender": "女"}
    add(
        connection,
        Staff,
        name="李二",
        birth="1984-06-01",
        title_level="中级",
        party_joined="2025-01-01",
        **leader,
        **li,
    )
    zhang: Values = {"duty_class": "驻村干部", "rank": "一般", "political": "群众", "establishment": "事业编"}
    zhang |= {"education": "高中及中专", "title_level": "初级", "tech_title": "助理会计师", "enforcement_cert": "川-1"}
    come = {"arrived": "2025-12-31", "activist_since": "2025-12-31", "office_id": FINANCE}
    add(connection, Staff, name="张三", posts_able=1, **zhang, **come)
    other: Values = {
        "duty_class": "其他机关干部",
        "establishment": "聘用",
        "education": "研究生",
        "resident": True,
    }
    other |= {"title_level": "高级", "tech_title": "会计师", "posts_able": 3, "activist_since": "2026-01-01"}
    add(connection, Staff, name="张三", office_id=MAIN_OFFICE, **other)
    add(connection, Staff, name="赵四", duty_class="其他机关干部", left="2025-12-31")
    cadre = {"duty_class": "村(社区)干部", "political": "中共党员", "establishment": "村(社区)", "education": "大专"}
    add(connection, Staff, name="孙五", village_id=FIRST_VILLAGE, enforcement_cert="川-2", posts_able=2, **cadre)
    add(connection, Staff, name="钱某", birth="1950-01-01", trashed=True, **leader)
    add(connection, Staff, name="周六", duty_class="其他机关干部", arrived="2026-01-01")


def leaves(connection: Connection) -> None:
    """One over New Year at each end, one extended to the last day, one not yet granted."""
    granted = {"status": "已批准"}
    add(connection, Leave, staff_id=WANG, kind="年休假", start="2025-12-30", end="2026-01-04", days="4", **granted)
    back = {"status": "已销假", "returned": "2025-03-05", "office_id": FINANCE}
    add(connection, Leave, staff_id=LI, kind="事假", start="2025-03-03", end="2025-03-04", days="1.5", **back)
    add(connection, Leave, staff_id=ZHANG, kind="病假", start="2025-05-01", end="2025-05-02", days="2", **granted)
    longer = {"extension": "2025-12-31", **granted}
    add(connection, Leave, staff_id=ZHANG, kind="病假", start="2025-06-01", end="2025-06-02", days="2", **longer)
    add(connection, Leave, staff_id=LI, kind="事假", start="2025-04-01", end="2025-04-10", days="10", status="待批")
    add(connection, Leave, staff_id=LI, kind="事假", start="2025-04-01", end="2025-04-02", trashed=True, **granted)
    add(connection, Leave, staff_id=WANG, kind="年休假", start="2024-12-31", end="2025-01-03", days="3", **granted)


def honours(connection: Connection) -> None:
    """平安先进 of 2021, 2023, 2024 and 2025; one model named twice; praise of 2025 entered in 2026."""
    for year in (2021, 2023, 2024, 2025):
        add(
            connection,
            Honour,
            title="平安先进",
            year=year,
            date=f"{year + 1}-02-01",
            kind="综合",
            level="县",
            holder="本镇",
        )
    for holder in ("王一", "王一", "钱七"):
        model = {"kind": "先进典型", "level": "镇", "holder_kind": "个人", "village_id": FIRST_VILLAGE}
        add(connection, Honour, title="先进个人", year=2025, date="2025-07-01", holder=holder, **model)
    add(connection, Honour, title="锦旗", year=2025, date="2026-01-10", kind="群众表扬", level="镇")
    add(connection, Honour, title="感谢信", year=2025, date="2025-05-01", kind="群众表扬", level="镇")
    add(connection, Honour, title="平安先进", year=2025, date="2025-05-01", kind="综合", level="国家", trashed=True)


def meetings(connection: Connection) -> None:
    """Two on New Year's Day, one on the last day, one cancelled, two of other years."""
    items = {
        MeetingItem: [{"order": 1, "topic": "一", "speakers": "王一"}, {"order": 2, "topic": "二", "speakers": "李二"}]
    }
    held = {"status": "已召开"}
    first: Values = {
        "title": "动员大会",
        "topic": "乡村振兴",
        "office_id": MAIN_OFFICE,
        "cost": "100.50",
        **held,
    }
    add(connection, Meeting, items, date="2025-01-01", kind="全体性会议", minutes=60, **first)
    one = {MeetingItem: items[MeetingItem][:1]}
    add(connection, Meeting, one, date="2025-01-01", kind="业务性会议", minutes=61, superior=True, **held)
    add(connection, Meeting, date="2025-12-31", kind="业务性会议", superior=False, cost="0.25", **held)
    topic = {"topic": "乡村振兴与环境", "campaign_id": DRIVE, **held}
    add(connection, Meeting, date="2025-06-01", kind="党委会", minutes=90, **topic)
    add(connection, Meeting, items, date="2025-06-02", kind="全体性会议", minutes=200, cost="999", status="已取消")
    add(connection, Meeting, date="2024-12-31", kind="党委会", **held)
    add(connection, Meeting, date="2026-01-01", kind="党委会", **held)
    add(connection, Meeting, items, date="2025-06-02", kind="党委会", minutes=10, trashed=True, **held)


def studies(connection: Connection) -> None:
    """Titles that hold a 、 of their own, members of whom one is a village cadre, self-study."""
    core: Values = {"hours": "1.5", "present": 10, "person_hours": "15", "notebooks": 3, "campaign_id": DRIVE}
    core |= {"theme": "法律法规", "material": "《甲、乙条例》、《丙法》", "audience": "机关干部"}
    first = add(connection, Study, date="2025-02-01", kind="中心组学习", branch_id=1, **core)
    film: Values = {
        "film": "《焦裕禄》,《孔繁森》",
        "film_kind": "正面典型",
        "present": 20,
        "person_hours": "40",
    }
    second = add(connection, Study, date="2025-03-01", kind="观看影片", hours="2", **film)
    alone: Values = {"hours": "8", "present": 1, "person_hours": "8", "notebooks": 2}
    third = add(connection, Study, date="2025-04-01", kind="自学", material="《丙法》；丁报告", **alone)
    add(connection, Study, date="2025-05-01", kind="讲座", large=True, outside=True)
    add(connection, Study, date="2025-05-02", kind="专题辅导")
    add(connection, Study, date="2024-05-02", kind="讲座", large=True, hours="3", material="《戊法》")
    add(connection, Study, date="2025-05-02", kind="讲座", large=True, hours="3", trashed=True)
    for record, members in ((first, (WANG, LI)), (second, (LI, SUN, ZHANG)), (third, (OTHER_ZHANG,))):
        for position, person in enumerate(members):
            row = {"record_id": record, "staff_id": person, "position": position}
            connection.execute(insert(STUDY_MEMBERS).values(row))
