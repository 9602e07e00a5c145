"""The roster (干部职工): everyone the office answers for, village cadres too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select
from sqlalchemy.orm import Mapped, relationship

from app.kinds import NumberKind, WholeKind
from app.models.base import Day, Line, Number, Record, Whole, YesNo, choice, link
from app.models.register import Derived, Field, Misfit, Register, Section, Surroundings, Values
from app.workdays import full_years

if TYPE_CHECKING:
    from app.models.people.branch import Branch
    from app.models.people.office import Office
    from app.models.people.village import Village


class Staff(Record):
    """One person, in post from 到岗日期 until the day before 离岗日期."""

    __tablename__ = "staff"

    name: Mapped[Line]
    gender: Mapped[str | None] = choice("男", "女")
    birth: Mapped[Day | None]
    office_id: Mapped[int | None] = link("office")
    post: Mapped[Line | None]
    rank: Mapped[str | None] = choice("正科", "副科", "中层", "一般")
    duty_class: Mapped[str] = choice("镇科级实职领导", "驻村干部", "其他机关干部", "村(社区)干部")
    political: Mapped[str | None] = choice("中共党员", "预备党员", "入党积极分子", "共青团员", "民主党派", "群众")
    education: Mapped[str | None] = choice("研究生", "本科", "大专", "高中及中专", "初中及以下")
    establishment: Mapped[str | None] = choice("行政编", "参公", "事业编", "工勤", "聘用", "村(社区)", "其他")
    work_start: Mapped[Day | None]
    arrived: Mapped[Day | None]
    village_id: Mapped[int | None] = link("village")
    phone: Mapped[Line | None]
    left: Mapped[Day | None]
    authority: Mapped[str | None] = choice("主要领导", "分管领导", "机构负责人", "无")
    resident: Mapped[YesNo | None]
    team: Mapped[YesNo | None]
    study_group: Mapped[YesNo | None]
    veteran: Mapped[YesNo | None]
    branch_id: Mapped[int | None] = link("branch")
    party_joined: Mapped[Day | None]
    activist_since: Mapped[Day | None]
    title_level: Mapped[str | None] = choice("高级", "中级", "初级", "无")
    tech_title: Mapped[Line | None]
    degree_by_study: Mapped[Line | None]
    enforcement_cert: Mapped[Line | None]
    posts_able: Mapped[Whole | None]
    badge: Mapped[YesNo | None]
    leave_carried: Mapped[Number | None]
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    branch: Mapped[Branch | None] = relationship(foreign_keys=[branch_id])


def entitled(work_start: date | None, on: date, around: Surroundings) -> int | None:
    """Days of annual leave by full years of service on a day (职工带薪年休假条例 第3条); None where unknown."""
    if work_start is None:
        return None
    served, rule = full_years(work_start, on), "leave.entitlement"
    steps = (("third", 20, "long", 15), ("second", 10, "middle", 10), ("first", 1, "short", 5))
    for after, years, name, days in steps:
        if served >= around.parameter(rule, after, years):
            return int(around.parameter(rule, name, days))
    return 0


def leave_entitled(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, int | None]:
    """年休假天数: days by service on 31 December of this year."""
    found = select(Staff.id, Staff.work_start).where(Staff.id.in_(ids))
    new_year = date(around.today.year, 12, 31)
    return {row.id: entitled(row.work_start, new_year, around) for row in connection.execute(found)}


def leave_left(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, Decimal | None]:
    """年休假余额: what this year grants and last year left, less what is taken in it; split at 31 December."""
    from app.models.people.leave import annual_leave_taken

    granted = leave_entitled(connection, ids, around)
    taken = annual_leave_taken(connection, ids, around.today.year, around)
    found = select(Staff.id, Staff.leave_carried).where(Staff.id.in_(ids))
    left: dict[int, Decimal | None] = {}
    for person, carried in connection.execute(found):
        days = granted[person]
        left[person] = None if days is None else days + (carried or 0) - taken.get(person, Decimal(0))
    return left


def check(values: Values) -> Iterator[Misfit]:
    """A person does not leave before arriving."""
    if values.get("arrived") and values.get("left") and values["left"] < values["arrived"]:
        yield "left", "离岗日期早于到岗日期，请检查这两个日期。"


STAFF = Register(
    Staff,
    key="staff",
    label="干部职工",
    title=Staff.name,
    sections=(
        Section(
            "基本情况",
            (
                Field(Staff.name, "姓名", listed=True, searched=True),
                Field(Staff.gender, "性别", listed=True),
                Field(Staff.birth, "出生年月", listed=True),
                Field(Staff.office, "所在机构", listed=True),
                Field(Staff.post, "职务", listed=True, searched=True),
                Field(Staff.rank, "职级", listed=True),
                Field(Staff.duty_class, "干部类别", listed=True),
                Field(Staff.political, "政治面貌", listed=True),
                Field(Staff.education, "学历", listed=True),
                Field(Staff.establishment, "编制", listed=True),
                Field(Staff.work_start, "参加工作时间", listed=True),
                Field(Staff.arrived, "到岗日期", listed=True),
                Field(Staff.village, "联系村(社区)", listed=True),
                Field(Staff.phone, "联系电话", listed=True, searched=True),
            ),
        ),
        Section(
            "任职",
            (
                Field(Staff.left, "离岗日期", help="不再在岗的第一天"),
                Field(Staff.authority, "审批层级"),
                Field(Staff.resident, "驻村(住村)干部", help="住村的领导也选「是」"),
                Field(Staff.team, "班子成员"),
                Field(Staff.study_group, "中心组成员"),
                Field(Staff.veteran, "老职工"),
            ),
        ),
        Section(
            "党团",
            (
                Field(Staff.branch, "所在党支部"),
                Field(Staff.party_joined, "入党日期"),
                Field(Staff.activist_since, "列为积极分子日期"),
            ),
        ),
        Section(
            "职称与资格",
            (
                Field(Staff.title_level, "职称等级"),
                Field(Staff.tech_title, "专业技术职称", searched=True),
                Field(Staff.degree_by_study, "在职学历"),
                Field(Staff.enforcement_cert, "执法证号", searched=True),
                Field(Staff.posts_able, "能胜任岗位数"),
                Field(Staff.badge, "挂牌上岗"),
            ),
        ),
        Section(
            "年休假",
            (
                Field(Staff.leave_carried, "上年结转年休假(天)", unit="天"),
                Field(Derived("leave_entitled", WholeKind(), leave_entitled), "年休假天数", auto=True),
                Field(Derived("leave_left", NumberKind(negative=True), leave_left), "年休假余额", auto=True),
            ),
        ),
    ),
    landscape=True,
    also_dated=(Staff.party_joined, Staff.activist_since),
    purpose="登记镇村干部职工，请假、下村、承办、批准等都从这里选人。",
    check=check,
)
