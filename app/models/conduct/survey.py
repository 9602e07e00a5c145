"""Satisfaction surveys (满意度测评)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from sqlalchemy import Connection, select
from sqlalchemy.orm import Mapped

from app.kinds import WholeKind, YesNoKind
from app.models.base import Day, Line, Number, Record, Whole, choice
from app.models.register import Derived, Field, Register, Section, Surroundings


class Survey(Record):
    """One target’s result in one year."""

    __tablename__ = "survey"

    date: Mapped[Day]
    year: Mapped[Whole]
    group: Mapped[str] = choice("单位", "职能办公室", "村(社区)")
    target: Mapped[Line]
    head: Mapped[Line | None]
    ballots: Mapped[Whole | None]
    score: Mapped[Number]
    talked: Mapped[Day | None]


def _groups(connection: Connection, ids: Sequence[int]) -> dict[int, tuple[Decimal, list[Decimal]]]:
    """Each target's own score, and all scores of its year and group."""
    own = connection.execute(select(Survey.id, Survey.year, Survey.group, Survey.score).where(Survey.id.in_(ids))).all()
    years = {row.year for row in own}
    scores: dict[tuple[int, str], list[Decimal]] = {}
    counted = select(Survey.year, Survey.group, Survey.score).where(Survey.year.in_(years), Survey.trashed_at.is_(None))
    for year, group, score in connection.execute(counted):
        scores.setdefault((year, group), []).append(score)
    return {row.id: (row.score, scores.get((row.year, row.group), [row.score])) for row in own}


def place(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, int]:
    """名次 within year and group, best first; equal scores share a place."""
    found = _groups(connection, ids)
    return {target: 1 + sum(other > score for other in scores) for target, (score, scores) in found.items()}


def last(connection: Connection, ids: Sequence[int], around: Surroundings) -> Mapping[int, bool]:
    """末位: the lowest score of year and group, all who tie; a group of one has no last."""
    found = _groups(connection, ids)
    return {target: len(scores) > 1 and score == min(scores) for target, (score, scores) in found.items()}


SURVEY = Register(
    Survey,
    key="survey",
    label="满意度测评",
    title=Survey.target,
    sections=(
        Section(
            "测评",
            (
                Field(Survey.date, "测评日期", listed=True),
                Field(Survey.year, "年度", listed=True),
                Field(Survey.group, "测评组别", listed=True),
                Field(Survey.target, "测评对象", listed=True, searched=True),
                Field(Survey.head, "主要负责人", listed=True, searched=True),
                Field(Survey.ballots, "有效票", listed=True),
                Field(Survey.score, "得分", listed=True),
                Field(Derived("place", WholeKind(), place), "名次", listed=True, auto=True),
                Field(Derived("last", YesNoKind(), last), "末位", listed=True, auto=True),
                Field(Survey.talked, "诫勉谈话日期", listed=True),
            ),
        ),
    ),
    dated=Survey.date,
    also_dated=(Survey.year,),
    purpose="登记满意度测评的对象和得分，名次和末位自动计算。",
)
