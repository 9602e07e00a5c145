"""Days in the villages (下村走访) and the diary of the people’s mood (民情日记)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Number, Prose, Record, Whole, YesNo, choice, link
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.outreach.research import Research
    from app.models.people.staff import Staff
    from app.models.people.village import Village


class Visit(Record):
    """One visit of one person to one village, of one day or several running."""

    __tablename__ = "visit"

    date: Mapped[Day]
    staff_id: Mapped[int] = link("staff")
    village_id: Mapped[int] = link("village")
    kind: Mapped[str] = choice(
        "调查研究", "驻村工作", "入户走访", "排查走访", "下访", "约访", "接访", "帮扶走访", "政策宣讲", "蹲点", "其他"
    )
    days: Mapped[Number]
    households: Mapped[Whole | None]
    hosts: Mapped[Line | None]
    found: Mapped[Prose | None]
    thoughts: Mapped[Prose | None]
    handled: Mapped[Prose | None]
    solved: Mapped[YesNo | None]
    transport: Mapped[str | None] = choice("步行", "公共交通", "自备交通", "公务用车", "租车", "其他")
    meal: Mapped[str | None] = choice("不用餐", "工作餐", "其他")
    village_sign: Mapped[Line | None]
    meal_paid: Mapped[Money | None]
    alcohol: Mapped[YesNo | None]
    tobacco: Mapped[YesNo | None]
    weather: Mapped[Line | None]
    companions: Mapped[Line | None]
    topic_id: Mapped[int | None] = link("research")
    needs_reply: Mapped[Line | None]
    comment: Mapped[Line | None]
    staff: Mapped[Staff] = relationship(foreign_keys=[staff_id])
    village: Mapped[Village] = relationship(foreign_keys=[village_id])
    topic: Mapped[Research | None] = relationship(foreign_keys=[topic_id])


def check(values: Values) -> Iterator[Misfit]:
    """A visit lasts some part of a day, and not a year."""
    days = values.get("days")
    if days is not None and not 0 < days <= 366:
        yield "days", "天数应大于 0、不超过 366，当天往返填 0.5 或 1。"


VISIT = Register(
    Visit,
    key="visit",
    label="下村走访(民情日记)",
    title=Visit.village,
    sections=(
        Section(
            "走访",
            (
                Field(Visit.date, "日期", listed=True),
                Field(Visit.staff, "姓名", listed=True, searched=True),
                Field(Visit.village, "村(社区)", listed=True),
                Field(Visit.kind, "方式", listed=True),
                Field(Visit.days, "天数", help="当天往返填 0.5 或 1，连续多天填天数", unit="天", listed=True),
                Field(Visit.households, "走访户数", unit="户", listed=True),
                Field(Visit.hosts, "走访对象", listed=True, searched=True),
                Field(Visit.found, "发现问题", listed=True, searched=True),
                Field(Visit.thoughts, "工作思路", listed=True, searched=True),
                Field(Visit.handled, "办理结果", listed=True, searched=True),
                Field(Visit.solved, "已解决", listed=True),
                Field(Visit.transport, "交通方式", listed=True),
                Field(Visit.meal, "用餐", listed=True),
                Field(Visit.village_sign, "村签字", listed=True),
            ),
        ),
        Section(
            "生活与同行",
            (
                Field(Visit.meal_paid, "缴纳生活费(元)", unit="元"),
                Field(Visit.alcohol, "饮酒"),
                Field(Visit.tobacco, "接烟"),
                Field(Visit.weather, "天气"),
                Field(Visit.companions, "同行人员"),
                Field(Visit.topic, "调研课题"),
                Field(Visit.needs_reply, "后续责任人及时限"),
                Field(Visit.comment, "领导阅示", searched=True),
            ),
        ),
    ),
    dated=Visit.date,
    also_dated=(Visit.days,),
    landscape=True,
    purpose="登记每名干部下村的日期、村、方式和天数，民情日记也写在这里，下村天数自动累计。",
    check=check,
)
