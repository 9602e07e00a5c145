"""Figures of people (人事): staff of the town offices, offices, villages, branches, leading groups.

职工 are the staff of the town offices, without 村(社区)干部.
"""

from __future__ import annotations

from app.figures.conditions import at_least, differs, either, equals, filled, one_of, yes
from app.figures.declaring import average_age, count, count_rows, ratio, total
from app.figures.figure import Figure, Standing
from app.models.people.branch import Branch
from app.models.people.office import Office
from app.models.people.staff import Staff
from app.models.people.team import Team
from app.models.people.village import Village

IN_POST = Standing(Staff.arrived, Staff.left)
OF_THE_TOWN = differs(Staff.duty_class, "村(社区)干部")
ESTABLISHED = one_of(Staff.establishment, "行政编", "参公", "事业编", "工勤")
COLLEGE = one_of(Staff.education, "研究生", "本科", "大专")

STAFF_TOTAL = Figure(
    "staff.total",
    "在岗职工人数",
    unit="人",
    of=count(Staff),
    where=OF_THE_TOWN,
    dated=IN_POST,
    by=(
        Staff.office,
        Staff.duty_class,
        Staff.establishment,
        Staff.gender,
        Staff.rank,
        Staff.political,
        Staff.education,
        Staff.tech_title,
        Staff.title_level,
    ),
)
STAFF_VILLAGE_CADRES = Figure(
    "staff.village_cadres",
    "村(社区)干部人数",
    unit="人",
    of=count(Staff),
    where=equals(Staff.duty_class, "村(社区)干部"),
    dated=IN_POST,
    by=(Staff.village, Staff.gender, Staff.political),
)
STAFF_PARTY_MEMBERS = Figure(
    "staff.party_members",
    "在岗职工中党员人数",
    unit="名",
    of=count(Staff),
    where=(one_of(Staff.political, "中共党员", "预备党员"), OF_THE_TOWN),
    dated=IN_POST,
    by=(Staff.office, Staff.duty_class),
)
STAFF_SECTION_AND_ABOVE = Figure(
    "staff.section_and_above",
    "副科级以上干部人数",
    unit="名",
    of=count(Staff),
    where=(one_of(Staff.rank, "正科", "副科"), OF_THE_TOWN),
    dated=IN_POST,
)
STAFF_COLLEGE = Figure(
    "staff.college",
    "大专以上学历人数",
    unit="人",
    of=count(Staff),
    where=(COLLEGE, OF_THE_TOWN),
    dated=IN_POST,
    by=(Staff.establishment,),
)
STAFF_ESTABLISHED = Figure(
    "staff.established",
    "在编职工人数",
    unit="名",
    of=count(Staff),
    where=(ESTABLISHED, OF_THE_TOWN),
    dated=IN_POST,
)
STAFF_COLLEGE_ESTABLISHED = Figure(
    "staff.college_established",
    "在编职工中大专以上学历人数",
    unit="人",
    of=count(Staff),
    where=(COLLEGE, ESTABLISHED, OF_THE_TOWN),
    dated=IN_POST,
)
STAFF_COLLEGE_SHARE = Figure(
    "staff.college_share",
    "大专以上学历占在编职工比例",
    unit="%",
    of=ratio(STAFF_COLLEGE_ESTABLISHED, STAFF_ESTABLISHED),
)
STAFF_TITLED = Figure(
    "staff.titled",
    "在编职工中初级以上职称人数",
    unit="人",
    of=count(Staff),
    where=(one_of(Staff.title_level, "高级", "中级", "初级"), ESTABLISHED, OF_THE_TOWN),
    dated=IN_POST,
)
STAFF_TITLED_SHARE = Figure(
    "staff.titled_share", "初级以上职称占在编职工比例", unit="%", of=ratio(STAFF_TITLED, STAFF_ESTABLISHED)
)
STAFF_ENFORCEMENT = Figure(
    "staff.enforcement",
    "持执法证人数",
    unit="名",
    of=count(Staff),
    where=(filled(Staff.enforcement_cert), OF_THE_TOWN),
    dated=IN_POST,
)
STAFF_MULTI_POST = Figure(
    "staff.multi_post",
    "能胜任两个以上岗位人数",
    unit="人",
    of=count(Staff),
    where=(at_least(Staff.posts_able, 2), OF_THE_TOWN),
    dated=IN_POST,
)
STAFF_MULTI_POST_SHARE = Figure(
    "staff.multi_post_share", "能胜任两个以上岗位比例", unit="%", of=ratio(STAFF_MULTI_POST, STAFF_TOTAL)
)
STAFF_LEADERS = Figure(
    "staff.leaders",
    "班子成员人数",
    unit="人",
    of=count(Staff),
    where=yes(Staff.team),
    dated=IN_POST,
    by=(Staff.gender, Staff.education),
)
STAFF_LEADERS_AGE = Figure(
    "staff.leaders_age",
    "班子成员平均年龄",
    unit="岁",
    of=average_age(Staff.birth),
    where=yes(Staff.team),
    dated=IN_POST,
)
STAFF_SCIENCE_LEADERS = Figure(
    "staff.science_leaders",
    "镇科级实职领导干部人数",
    unit="人",
    of=count(Staff),
    where=equals(Staff.duty_class, "镇科级实职领导"),
    dated=IN_POST,
)
STAFF_RESIDENTS = Figure(
    "staff.residents",
    "住村干部人数",
    unit="人",
    of=count(Staff),
    where=either(equals(Staff.duty_class, "驻村干部"), yes(Staff.resident)),
    dated=IN_POST,
)
STAFF_STUDY_GROUP = Figure(
    "staff.study_group", "中心组成员人数", unit="人", of=count(Staff), where=yes(Staff.study_group), dated=IN_POST
)
STAFF_JOINED_PARTY = Figure("staff.joined_party", "入党人数", unit="名", of=count(Staff), dated=Staff.party_joined)
STAFF_NEW_ACTIVISTS = Figure(
    "staff.new_activists", "列为入党积极分子人数", unit="名", of=count(Staff), dated=Staff.activist_since
)

OFFICES_TOTAL = Figure(
    "offices.total",
    "职能办(所)个数",
    unit="个",
    of=count(Office),
    dated=Standing(Office.since, Office.until),
    by=(Office.kind,),
)
VILLAGES_TOTAL = Figure(
    "villages.total",
    "村(社区)个数",
    unit="个",
    of=count(Village),
    dated=Standing(Village.since, Village.until),
    by=(Village.kind,),
)
VILLAGES_HARD_ROAD = Figure(
    "villages.hard_road",
    "通水泥路的村(社区)个数",
    unit="个",
    of=count(Village),
    where=yes(Village.hard_road),
    dated=Standing(Village.since, Village.until),
    by=(Village.kind,),
)
VILLAGES_HARD_ROAD_RATE = Figure(
    "villages.hard_road_rate", "村村通水泥路比例", unit="%", of=ratio(VILLAGES_HARD_ROAD, VILLAGES_TOTAL)
)

BRANCHES_TOTAL = Figure(
    "branches.total",
    "党支部个数",
    unit="个",
    of=count(Branch),
    dated=Standing(Branch.since, Branch.until),
    by=(Branch.kind,),
)
BRANCHES_MEMBERS = Figure(
    "branches.members",
    "全镇党员人数",
    unit="名",
    of=total(Branch.members),
    dated=Standing(Branch.since, Branch.until),
    by=(Branch.kind, Branch.name),
)

TEAMS_TOTAL = Figure(
    "teams.total",
    "领导小组与工作队个数",
    unit="个",
    of=count(Team),
    dated=Standing(Team.date, Team.ended),
    by=(Team.kind, Team.name, Team.campaign),
)
TEAMS_SIZE = Figure(
    "teams.size",
    "领导小组人数",
    unit="人",
    of=count_rows(Team.people),
    dated=Standing(Team.date, Team.ended),
    by=(Team.name, Team.kind),
)
