"""Figures side by side: a year with the one before, month by month, and the villages with one another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from sqlalchemy import Connection, select

from app import figures
from app.figures import Period, Traced
from app.kinds import trimmed
from app.models.people.village import Village
from app.services.counting import Told, figures_of, known, period_of
from app.services.desk import Desk

TENTH = Decimal("0.1")
Amount = int | Decimal


@dataclass(frozen=True)
class Compared:
    """A figure of a year beside the same days of the year before."""

    told: Told
    before: Amount | None
    """None where nothing is known of them."""

    @property
    def change(self) -> str:
        """«+5.3%», «-1.2个百分点», «持平»; a dash where there is no base."""
        now, before = self.told.value, self.before
        if not isinstance(now, Amount) or before is None:
            return "—"
        if now == before:
            return "持平"
        if self.told.unit == "%":
            return f"{_signed(Decimal(now) - Decimal(before))}个百分点"
        return f"{_signed((Decimal(now) - Decimal(before)) * 100 / Decimal(before))}%" if before else "—"


def _signed(number: Decimal) -> str:
    rounded = number.quantize(TENTH, ROUND_HALF_UP)
    return f"{'+' if rounded > 0 else ''}{trimmed(rounded)}"


def so_far(year: int, today: date) -> Period:
    """The year, of the present one the part up to today."""
    return period_of(year, today if today.year == year else None)


def compared(desk: Desk, year: int) -> list[Compared]:
    """Every figure of a year, with the same days of the year before: of the present year those up to today."""
    span = so_far(year, desk.today())
    with desk.store.read() as connection:
        earlier = figures.count_all(connection, span.moved(-1))
    return [Compared(each, _amount(earlier.get(each.key))) for each in figures_of(desk, year)]


def _amount(counted: figures.Counted | None) -> Amount | None:
    value = counted.value if counted else None
    return value if isinstance(value, Amount) else None


@dataclass(frozen=True)
class Months:
    """A figure month by month, in a year and in the one before; None where nothing is known of a month."""

    now: tuple[Amount | None, ...]
    before: tuple[Amount | None, ...]


def by_month(desk: Desk, key: str, year: int) -> Months:
    """The twelve months of a figure and of the year before; those to come are not counted."""
    if figures.FIGURES[known(key)].needs:
        return Months((None,) * 12, (None,) * 12)
    today = desk.today()

    def month(of: int, number: int) -> Amount | None:
        span = Period.month(of, number)
        return None if span.start > today else _amount(figures.count(connection, key, span))

    with desk.store.read() as connection:
        now, before = ([month(of, number) for number in range(1, 13)] for of in (year, year - 1))
    return Months(tuple(now), tuple(before))


@dataclass(frozen=True)
class VillageColumn:
    """A figure by which villages are told apart, and the name of its parameter."""

    key: str
    label: str
    parameter: str = "village"


VILLAGE_COLUMNS = (
    VillageColumn("visits.days", "下村天数"),
    VillageColumn("visits.households", "走访户次"),
    VillageColumn("visits.problems", "发现问题"),
    VillageColumn("pairing.targets", "帮扶对象"),
    VillageColumn("assistance.money", "帮扶资金(元)"),
    VillageColumn("opinions.collected", "意见建议"),
    VillageColumn("petitions.registered", "信访登记"),
    VillageColumn("petitions.closed", "信访办结"),
    VillageColumn("visitors.batches", "来访批次"),
    VillageColumn("projects.total", "项目个数", "villages"),
    VillageColumn("inspections.total", "督查检查"),
)


@dataclass(frozen=True)
class VillageLine:
    """One village with its figures, in the order of the columns."""

    id: int
    name: str
    values: tuple[Amount | None, ...]


def villages(desk: Desk, year: int) -> list[VillageLine]:
    """The villages in the order of their list, each with its figures of the year."""
    period = period_of(year)
    with desk.store.read() as connection:
        asked = select(Village.id, Village.name).where(Village.trashed_at.is_(None)).order_by(Village.order, Village.id)
        return [
            VillageLine(
                row.id, row.name, tuple(_of_village(connection, column, row.id, period) for column in VILLAGE_COLUMNS)
            )
            for row in connection.execute(asked)
        ]


def _of_village(connection: Connection, column: VillageColumn, village: int, period: Period) -> Amount | None:
    return _amount(figures.count(connection, column.key, period, {column.parameter: village}))


def village_records(desk: Desk, column: VillageColumn, village: int, year: int) -> list[Traced]:
    """The records behind one cell."""
    with desk.store.read() as connection:
        return figures.trace(connection, column.key, period_of(year), {column.parameter: village})
