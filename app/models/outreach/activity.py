"""Activities (主题活动)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Prose, Record, Whole, YesNo, choice, link, people_of, several
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.staff import Staff
    from app.models.people.village import Village

ACTIVITY_MEMBERS = people_of("activity", "members")


class Activity(Record):
    """One activity, planned, held or called off."""

    __tablename__ = "activity"

    date: Mapped[Day]
    kind: Mapped[str] = choice(
        "文体活动",
        "联欢会",
        "体育比赛",
        "知识竞赛",
        "志愿服务",
        "主题实践",
        "创卫活动",
        "募捐",
        "宣传",
        "评比表彰",
        "党团工妇",
        "其他",
    )
    title: Mapped[Line]
    festival: Mapped[str | None] = choice(
        "无", "春节", "三八妇女节", "五一劳动节", "五四青年节", "六一儿童节", "七一建党节", "十一国庆节", "其他"
    )
    organizer: Mapped[Line | None]
    village_id: Mapped[int | None] = link("village")
    expected: Mapped[Whole | None]
    present: Mapped[Whole | None]
    programmes: Mapped[Whole | None]
    performers: Mapped[Whole | None]
    cost: Mapped[Money | None]
    approver_id: Mapped[int | None] = link("staff")
    state: Mapped[str] = choice("计划", "已开展", "取消")
    result: Mapped[Prose | None]
    approved: Mapped[Day | None]
    major: Mapped[YesNo | None]
    basis: Mapped[Line | None]
    works: Mapped[Line | None]
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])
    members: Mapped[list[Staff]] = several(ACTIVITY_MEMBERS)


ACTIVITY = Register(
    Activity,
    key="activity",
    label="主题活动",
    title=Activity.title,
    sections=(
        Section(
            "活动",
            (
                Field(Activity.date, "日期", listed=True),
                Field(Activity.kind, "类别", listed=True),
                Field(Activity.title, "活动名称", listed=True, searched=True),
                Field(Activity.festival, "节日", listed=True),
                Field(Activity.organizer, "组织单位", listed=True, searched=True),
                Field(Activity.village, "村(社区)", listed=True),
                Field(Activity.expected, "应参加人数", help="按规定不参加的（老职工等）不算在内", listed=True),
                Field(Activity.present, "参加人数", listed=True),
                Field(Activity.programmes, "节目(项目)数", listed=True),
                Field(Activity.performers, "参演(参赛)人数", listed=True),
                Field(Activity.cost, "经费(元)", unit="元", listed=True),
                Field(Activity.approver, "批准人", listed=True),
                Field(Activity.state, "状态", listed=True),
                Field(Activity.result, "成效", listed=True, searched=True),
            ),
        ),
        Section(
            "审批与节目",
            (
                Field(Activity.approved, "批准日期"),
                Field(Activity.major, "重大活动"),
                Field(Activity.basis, "批准依据"),
                Field(Activity.members, "参加人员", searched=True),
                Field(Activity.works, "节目(项目)名称", searched=True),
            ),
        ),
    ),
    dated=Activity.date,
    landscape=True,
    purpose="登记文体活动、志愿服务、募捐、评比等主题活动的参加人数和成效。",
)
