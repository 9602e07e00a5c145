"""The annex that a summary may have: its numbers beside those of the year before, and the months as charts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from app.figures import Period
from app.kinds import trimmed
from app.reports.document import Annex, Block, Chart, Column, Document, Figure, Point, Table, Text
from app.reports.summaries.composing import Composed
from app.reports.summaries.numbers import Numbers
from app.reports.summaries.slots import Slots

MOST_LINES = 40
COMPARED = (
    Column("序号", 1.3, "center"),
    Column("指标", 5),
    Column("本年", 2.2, "right"),
    Column("上年", 2.2, "right"),
    Column("增减（%）", 2.2, "right"),
)
BY_MONTH = (
    ("各月召开会议次数", "meetings.total", "次"),
    ("各月下村走访次数", "visits.times", "次"),
    ("各月收文件数", "documents.incoming", "件"),
)
THREE_PUBLIC = ("公务接待费", "公务用车运行维护", "公务用车购置", "因公出国(境)")


def with_annex(composed: Composed, slots: Slots) -> Composed:
    """The summary with its annexes after the text."""
    document = composed.document
    more = annex_blocks(slots.numbers, document, slots.period)
    return replace(composed, document=replace(document, blocks=(*document.blocks, *more)))


def annex_blocks(numbers: Numbers, document: Document, period: Period) -> tuple[Block, ...]:
    """The two annexes; one without anything in it is left out."""
    lines = tuple(_lines(numbers, document, period))
    charts = tuple(_charts(numbers, period))
    return (
        *((Annex("主要数据与上年对比表"), Table(COMPARED, lines)) if lines else ()),
        *((Annex("主要工作情况图"), *charts) if charts else ()),
    )


def _lines(numbers: Numbers, document: Document, period: Period) -> Iterator[tuple[Text, ...]]:
    """One line for each number of the year that stands in the text, in its order, with the year before."""
    plain = [each for each in document.figures() if _is_plain(each, period)]
    once = list({each.key: each for each in plain}.values())[:MOST_LINES]
    for at, figure in enumerate(once, start=1):
        before = numbers.figure(figure.key, period.moved(-1), figure.by, figure.form)
        earlier: Text = (before,) if before else ("—",)
        yield (str(at),), (figure.label,), (figure,), earlier, (_change(figure, before),)


def _is_plain(figure: Figure, period: Period) -> bool:
    """Whether it is a whole number of the year itself: no part of one, no comparison, no claim, no other span."""
    same = not figure.by and (figure.start, figure.end) == (period.start, period.end)
    return same and dict(figure.form).get("as", "number") == "number" and isinstance(figure.value, (int, Decimal))


def _change(now: Figure, before: Figure | None) -> str:
    """Per cent on the year before; of a share the difference is told in the text, not here."""
    if before is None or not before.value or now.unit == "%":
        return "—"
    change = (Decimal(now.value) - Decimal(before.value)) * 100 / Decimal(before.value)  # type: ignore[arg-type]
    return trimmed(change.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _charts(numbers: Numbers, period: Period) -> Iterator[Chart]:
    for title, key, unit in BY_MONTH:
        months = [month for month in range(1, 13) if month <= period.end.month]
        now = tuple(_point(numbers, key, _month(period, month)) for month in months)
        then = tuple(_point(numbers, key, _month(period.moved(-1), month)) for month in months)
        if any(point for point in now if point):
            labels = tuple(f"{month}月" for month in months)
            years = (f"{period.start.year - 1}年", f"{period.start.year}年")
            yield Chart(title, labels, ((years[0], then), (years[1], now)), unit)
    yield from _budget(numbers, period)


def _month(period: Period, month: int) -> Period:
    whole = Period.month(period.start.year, month)
    return Period(whole.start, min(whole.end, period.end)) if whole.start <= period.end else whole


def _point(numbers: Numbers, key: str, period: Period) -> Point:
    return numbers.figure(key, period) or 0


def _budget(numbers: Numbers, period: Period) -> Iterator[Chart]:
    """Budget and spending of the three public expenses."""
    planned = [numbers.figure("three_public.planned", period, (("three_public", name),)) for name in THREE_PUBLIC]
    spent = [numbers.figure("three_public.spent", period, (("budget.three_public", name),)) for name in THREE_PUBLIC]
    shown = [at for at in range(len(THREE_PUBLIC)) if planned[at] or spent[at]]
    if shown:
        labels = tuple(THREE_PUBLIC[at].replace("(", "（").replace(")", "）") for at in shown)
        series = (("预算", tuple(planned[at] or 0 for at in shown)), ("支出", tuple(spent[at] or 0 for at in shown)))
        yield Chart("三公经费预算与支出", labels, series, "元", "bars")
