"""Campaigns (专项工作) with their stages (阶段)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Prose, Record, Row, YesNo, link, parent, rows_of
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.team import Team


class Campaign(Record):
    """One campaign; any record may belong to one."""

    __tablename__ = "campaign"

    title: Mapped[Line]
    date: Mapped[Day]
    end: Mapped[Day | None]
    team_id: Mapped[int | None] = link("team")
    office_id: Mapped[int | None] = link("office")
    notice: Mapped[Line | None]
    goal: Mapped[Prose | None]
    team: Mapped[Team | None] = relationship(foreign_keys=[team_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    stages: Mapped[list[CampaignStage]] = rows_of("CampaignStage")


class CampaignStage(Row):
    """One row of 阶段."""

    __tablename__ = "campaign_stages"

    campaign_id: Mapped[int] = parent("campaign")
    month: Mapped[Day]
    content: Mapped[Line]
    document: Mapped[Line | None]
    done: Mapped[YesNo | None]


def check(values: Values) -> Iterator[Misfit]:
    """结束日期 does not lie before 开始日期."""
    if values.get("date") and values.get("end") and values["end"] < values["date"]:
        yield "end", "结束日期早于开始日期，请检查这两个日期。"


CAMPAIGN = Register(
    Campaign,
    key="campaign",
    label="专项工作",
    title=Campaign.title,
    sections=(
        Section(
            "专项工作",
            (
                Field(Campaign.title, "名称", listed=True, searched=True, unique=True),
                Field(Campaign.date, "开始日期", listed=True),
                Field(Campaign.end, "结束日期", listed=True),
                Field(Campaign.team, "领导小组", listed=True),
                Field(Campaign.office, "牵头机构", listed=True),
                Field(Campaign.notice, "部署文号", listed=True, searched=True),
                Field(Campaign.goal, "工作目标", listed=True, searched=True),
                Field(
                    Campaign.stages,
                    "阶段",
                    columns=(
                        Field(CampaignStage.month, "时间"),
                        Field(CampaignStage.content, "工作内容"),
                        Field(CampaignStage.document, "阶段成果"),
                        Field(CampaignStage.done, "已完成"),
                    ),
                ),
            ),
        ),
    ),
    dated=Campaign.date,
    purpose="登记专项工作的起止、牵头机构和阶段，其他台账的记录可以归到一个专项。",
    check=check,
)
