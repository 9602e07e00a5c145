"""Asking figures: their values, the records behind them, the names they count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from app.figures.asking import Asked, Traced
from app.figures.catalogue import FIGURES
from app.figures.figure import Counted, Figure, Parameter
from app.figures.parameters import BadParameter
from app.figures.period import Period

By = Mapping[str, Parameter]
NOTHING: By = {}


def asked(connection: Connection, key: str | Figure, period: Period, by: By = NOTHING) -> Asked:
    """The question; BadParameter where there is no such figure or it has no such parameter."""
    if isinstance(key, Figure):
        return Asked(connection, key, period, by)
    if key not in FIGURES:
        raise BadParameter(f"没有名为「{key}」的统计数字，请用 figures 命令查看全部名称。")
    return Asked(connection, FIGURES[key], period, by)


def count(connection: Connection, key: str | Figure, period: Period, by: By = NOTHING) -> Counted:
    """The value of a figure and how many records are behind it.

    Parameters are labels, names and texts as typed, several joined by 、; of a linked record also its id.
    """
    return asked(connection, key, period, by).counted()


def count_all(connection: Connection, period: Period, keys: Iterable[str] | None = None) -> dict[str, Counted]:
    """All figures, or those named; one with compulsory parameters has no value here."""
    known: dict[tuple[str, Period, tuple[tuple[str, Parameter], ...]], Counted] = {}
    answers = {}
    for key in FIGURES if keys is None else keys:
        figure = FIGURES[key]
        unasked = Counted(None, 0, figure.unit)
        answers[key] = unasked if figure.needs else Asked(connection, figure, period, {}, known).counted()
    return answers


def trace(connection: Connection, key: str | Figure, period: Period, by: By = NOTHING) -> list[Traced]:
    """The records behind a figure by day, with what each adds: 1 for a count, its amount for a sum."""
    question = asked(connection, key, period, by)
    return question.titled(question.figure.of.behind(question))


def texts(connection: Connection, key: str | Figure, period: Period, by: By = NOTHING) -> list[str]:
    """The different values of a list, in the order of their days; of a count what its records are called."""
    question = asked(connection, key, period, by)
    return question.figure.of.texts(question)
