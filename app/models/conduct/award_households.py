"""Civility ratings (文明评选)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy.orm import Mapped

from app.models.base import Line, Number, Record, Whole, choice
from app.models.register import Field, Misfit, Register, Section, Surroundings, Values


class AwardHouseholds(Record):
    """One rating of one year."""

    __tablename__ = "award_households"

    year: Mapped[Whole]
    title: Mapped[Line]
    scope: Mapped[str | None] = choice("职工家庭", "村民户", "办所", "楼院", "其他")
    total: Mapped[Whole]
    passed: Mapped[Whole]
    ratio: Mapped[Number | None]
    basis: Mapped[Line | None]


def work_out(values: Values, around: Surroundings) -> None:
    """达标率 in per cent with one decimal, cut off below 100 unless all passed."""
    total, passed = values.get("total"), values.get("passed")
    values["ratio"] = None
    if total and passed is not None:
        share = (Decimal(passed) * 100 / total).quantize(Decimal("0.1"), ROUND_HALF_UP)
        values["ratio"] = min(share, Decimal("99.9")) if passed < total else share


def check(values: Values) -> Iterator[Misfit]:
    """No more pass than take part."""
    if values.get("total") is not None and values.get("passed") is not None and values["passed"] > values["total"]:
        yield "passed", "达标数多于参评数，请检查。"


AWARD_HOUSEHOLDS = Register(
    AwardHouseholds,
    key="award_households",
    label="文明评选",
    title=AwardHouseholds.title,
    sections=(
        Section(
            "评选",
            (
                Field(AwardHouseholds.year, "年度", listed=True),
                Field(AwardHouseholds.title, "评选名称", listed=True, searched=True),
                Field(AwardHouseholds.scope, "评选范围", listed=True),
                Field(AwardHouseholds.total, "参评数", listed=True),
                Field(AwardHouseholds.passed, "达标数", listed=True),
                Field(AwardHouseholds.ratio, "达标率(%)", unit="%", listed=True, auto=True),
                Field(AwardHouseholds.basis, "批准依据", listed=True),
            ),
        ),
    ),
    dated=AwardHouseholds.year,
    purpose="登记文明户、文明办所等评选的参评数和达标数。",
    work_out=work_out,
    check=check,
)
