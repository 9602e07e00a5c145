"""Letters of introduction and certificates (介绍信与证明)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, Whole, choice, link
from app.models.register import Field, Numbered, Register, Section, Values

if TYPE_CHECKING:
    from app.models.documents.seal import Seal
    from app.models.people.staff import Staff


class Certificate(Record):
    """One letter; its number runs within the year."""

    __tablename__ = "certificate"

    date: Mapped[Day]
    number: Mapped[Whole | None]
    kind: Mapped[str] = choice("介绍信", "证明", "其他")
    person: Mapped[Line]
    addressed: Mapped[Line | None]
    matter: Mapped[Line]
    valid_days: Mapped[Whole | None]
    approver_id: Mapped[int | None] = link("staff")
    operator_id: Mapped[int | None] = link("staff")
    seal_id: Mapped[int | None] = link("seal")
    approver: Mapped[Staff | None] = relationship(foreign_keys=[approver_id])
    operator: Mapped[Staff | None] = relationship(foreign_keys=[operator_id])
    seal: Mapped[Seal | None] = relationship(foreign_keys=[seal_id])


def numbers(values: Values) -> Iterator[Numbered]:
    """编号 runs 1…n in the year."""
    if values.get("date"):
        yield "number", "certificate", values["date"].year


CERTIFICATE = Register(
    Certificate,
    key="certificate",
    label="介绍信与证明",
    title=Certificate.person,
    sections=(
        Section(
            "开具",
            (
                Field(Certificate.date, "开具日期", listed=True),
                Field(Certificate.number, "编号", listed=True, searched=True, auto=True),
                Field(Certificate.kind, "类别", listed=True),
                Field(Certificate.person, "持信人或当事人", listed=True, searched=True),
                Field(Certificate.addressed, "送往单位", listed=True, searched=True),
                Field(Certificate.matter, "事由", listed=True, searched=True),
                Field(Certificate.valid_days, "有效天数", listed=True),
                Field(Certificate.approver, "批准人", listed=True),
                Field(Certificate.operator, "经办人", listed=True),
            ),
        ),
        Section(
            "用印",
            (Field(Certificate.seal, "对应用印"),),
        ),
    ),
    dated=Certificate.date,
    landscape=True,
    purpose="登记开出的介绍信和证明，编号自动编排。",
    numbers=numbers,
)
