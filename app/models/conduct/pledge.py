"""Letters of responsibility (目标责任书)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.orm import Mapped, relationship

from app.models.base import Day, Line, Number, Record, Whole, YesNo, choice, link
from app.models.register import Field, Register, Section

if TYPE_CHECKING:
    from app.models.people.office import Office
    from app.models.people.staff import Staff
    from app.models.people.village import Village


class Pledge(Record):
    """One letter of one year."""

    __tablename__ = "pledge"

    date: Mapped[Day]
    year: Mapped[Whole]
    level: Mapped[str] = choice("镇对村", "镇对站办所", "站办所对分管领导", "干部对站办所", "副职对正职", "其他")
    party_a: Mapped[Line]
    party_b: Mapped[Line]
    village_id: Mapped[int | None] = link("village")
    office_id: Mapped[int | None] = link("office")
    staff_id: Mapped[int | None] = link("staff")
    content: Mapped[Line | None]
    disclosure_score: Mapped[Number | None]
    score: Mapped[Number | None]
    result: Mapped[str | None] = choice("优秀", "良好", "合格", "不合格", "未考核")
    veto: Mapped[Line | None]
    conduct_included: Mapped[YesNo | None]
    village: Mapped[Village | None] = relationship(foreign_keys=[village_id])
    office: Mapped[Office | None] = relationship(foreign_keys=[office_id])
    staff: Mapped[Staff | None] = relationship(foreign_keys=[staff_id])


PLEDGE = Register(
    Pledge,
    key="pledge",
    label="目标责任书",
    title=Pledge.party_b,
    sections=(
        Section(
            "责任书",
            (
                Field(Pledge.date, "签订日期", listed=True),
                Field(Pledge.year, "年度", listed=True),
                Field(Pledge.level, "层级", listed=True),
                Field(Pledge.party_a, "发包单位", listed=True),
                Field(Pledge.party_b, "责任单位(人)", listed=True, searched=True),
                Field(Pledge.village, "村(社区)", listed=True),
                Field(Pledge.office, "站办所", listed=True),
                Field(Pledge.staff, "责任干部", listed=True),
                Field(Pledge.content, "责任内容", listed=True, searched=True),
                Field(Pledge.disclosure_score, "公开检查得分", listed=True),
                Field(Pledge.score, "考核得分", listed=True),
                Field(Pledge.result, "考核结果", listed=True),
                Field(Pledge.veto, "一票否决事项", listed=True),
                Field(Pledge.conduct_included, "作风规定纳入考核", listed=True),
            ),
        ),
    ),
    dated=Pledge.date,
    also_dated=(Pledge.year,),
    landscape=True,
    purpose="登记各层级签订的目标责任书和考核结果。",
)
