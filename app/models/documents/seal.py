"""Use of seals (用印)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Record, Whole, YesNo, choice, link
from app.models.register import Field, Misfit, Register, Section, Values

if TYPE_CHECKING:
    from app.models.documents.outgoing import Outgoing
    from app.models.people.office import Office
    from app.models.people.staff import Staff


class Seal(Record):
    """One use of one seal."""

    __tablename__ = "seal"

    date: Mapped[Day]
    seal: Mapped[str] = choice("党委印章", "政府印章", "党政办印章", "法定代表人章", "其他")
    title: Mapped[Line]
    doc_no: Mapped[Line | None]
    copies: Mapped[Whole]
    office_id: Mapped[int | None] = link("office")
    applicant: Mapped[Line]
    approver_id: Mapped[int] = link("staff")
    operator_id: Mapped[int | None] = link("staff")
    lent: Mapped[YesNo | None]
    lent_on: Mapped[Day | None]
    given_back: Mapped[Day | None]
    document_id: Mapped[int | None] = link("outgoing")
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    approver: Mapped[Staff] = relationship(foreign_keys=[approver_id])
    operator: Mapped[Staff | None] = relationship(foreign_keys=[operator_id])
    document: Mapped[Outgoing | None] = relationship(foreign_keys=[document_id])


def check(values: Values) -> Iterator[Misfit]:
    """归还日期 does not lie before 借出日期."""
    if values.get("lent_on") and values.get("given_back") and values["given_back"] < values["lent_on"]:
        yield "given_back", "归还日期早于借出日期，请检查这两个日期。"


SEAL = Register(
    Seal,
    key="seal",
    label="用印",
    title=Seal.title,
    sections=(
        Section(
            "用印",
            (
                Field(Seal.date, "用印日期", listed=True),
                Field(Seal.seal, "印章", listed=True),
                Field(Seal.title, "用印材料", listed=True, searched=True),
                Field(Seal.doc_no, "文号", listed=True, searched=True),
                Field(Seal.copies, "份数", listed=True),
                Field(Seal.office, "申请机构", listed=True),
                Field(Seal.applicant, "用印人", listed=True, searched=True),
                Field(Seal.approver, "批准人", listed=True),
                Field(Seal.operator, "监印人", listed=True),
                Field(Seal.lent, "外借", listed=True),
                Field(Seal.lent_on, "借出日期", listed=True),
                Field(Seal.given_back, "归还日期", listed=True),
            ),
        ),
        Section(
            "对应公文",
            (Field(Seal.document, "对应发文"),),
        ),
    ),
    dated=Seal.date,
    landscape=True,
    purpose="登记每次用印的材料、份数、批准人和监印人，外借的写明借出和归还。",
    check=check,
)
