"""Donations of money and goods (捐款捐物)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Money, Record, Whole, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.village import Village


class Donation(Record):
    """One round of giving for one purpose."""

    __tablename__ = "donation"

    date: Mapped[Day]
    purpose: Mapped[Line]
    kind: Mapped[str] = choice("大病救助", "困难学生", "困难群众", "困难党员", "灾区", "公益", "村级建设", "其他")
    recipient: Mapped[Line]
    village_id: Mapped[int | None] = link("village")
    organizer: Mapped[Line | None]
    expected: Mapped[Whole | None]
    donors: Mapped[Whole | None]
    money: Mapped[Money | None]
    goods: Mapped[Money | None]
    goods_name: Mapped[Line | None]
    items: Mapped[Whole | None]
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])


DONATION = Register(
    Donation,
    key="donation",
    label="捐款捐物",
    title=Donation.purpose,
    sections=(
        Section(
            "捐助",
            (
                Field(Donation.date, "日期", listed=True),
                Field(Donation.purpose, "捐助事由", listed=True, searched=True),
                Field(Donation.kind, "类别", listed=True),
                Field(Donation.recipient, "受助对象", listed=True, searched=True),
                Field(Donation.village, "村(社区)", listed=True),
                Field(Donation.organizer, "组织单位", listed=True, searched=True),
                Field(
                    Donation.expected, "应参加人数", help="按规定不参加的（老职工等）不算在内", unit="人", listed=True
                ),
                Field(Donation.donors, "参与人数", unit="人", listed=True),
                Field(Donation.money, "捐款(元)", unit="元", listed=True),
                Field(Donation.goods, "捐物折款(元)", unit="元", listed=True),
                Field(Donation.goods_name, "捐物名称", listed=True, searched=True),
                Field(Donation.items, "捐物件数", unit="件", listed=True),
            ),
        ),
    ),
    dated=Donation.date,
    landscape=True,
    purpose="登记捐款捐物的事由、对象、参与人数、金额和物资折款。",
)
