"""一个人的一年: what the registers say of one person in one year, as values and as one printed page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.reports.forms.grid import Form, Row, label, row, sign, value


@dataclass(frozen=True)
class Entry:
    """One record of the year: its day, what it says in a few words, and where it stands."""

    day: date | None
    what: str
    register: str
    id: int


@dataclass(frozen=True)
class Part:
    """One kind of record: how much of it there was in the year, how it is made up, and the records."""

    key: str
    label: str
    total: str
    """«18次、23.5天»; «无» where there is nothing."""
    made_up: str = ""
    """«柳溪村12次、石桥村6次»."""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class PersonYear:
    """The whole page."""

    person: int
    year: int
    on: date
    """The day on which it was asked for."""
    facts: tuple[tuple[str, str], ...]
    """Name, office, post …, as (label, text)."""
    parts: tuple[Part, ...]

    @property
    def name(self) -> str:
        """Whose year it is."""
        return self.facts[0][1]

    def part(self, key: str) -> Part:
        """One of its parts."""
        return next(part for part in self.parts if part.key == key)


NOTHING = "无"
NOTE = "注：学习、培训、外出只计登记了人员姓名的记录。"
FACTS_A_ROW = 3


def person_year_form(told: PersonYear, office: str, most: int) -> Form:
    """The page on paper; of each part at most so many records are written out, and how many are not is said."""
    day = f"{told.on.year}年{told.on.month}月{told.on.day}日"
    return Form(
        title=f"{told.year}年干部职工个人情况表",
        left=f"单位：{office}",
        right=f"打印日期：{day}",
        columns=(1.0,) * 12,
        rows=(
            *_fact_rows(told.facts),
            *(row(label(part.label, 2), value(part_text(part, most, told.year), 10), height=8) for part in told.parts),
            row(sign("本人签字", 4), sign("机构负责人", 4), sign("党政办核对", 4), height=24),
        ),
        below=NOTE,
    )


def _fact_rows(facts: tuple[tuple[str, str], ...]) -> list[Row]:
    """Facts three to a row, empty places at the end."""
    rows = []
    for start in range(0, len(facts), FACTS_A_ROW):
        some = [*facts[start : start + FACTS_A_ROW], *([("", "")] * FACTS_A_ROW)][:FACTS_A_ROW]
        cells = [cell for words, text in some for cell in (label(words, 2), value(text, 2, "center"))]
        rows.append(row(*cells, height=8))
    return rows


def part_text(part: Part, most: int, year: int) -> str:
    """Total and make-up on the first line, then the records; of too many with a day the latest, else the first."""
    head = "：".join(filter(None, (part.total, part.made_up)))
    dated = any(each.day for each in part.entries)
    kept = part.entries[-most or len(part.entries) :] if dated else part.entries[:most]
    told = [_told(each, year) for each in kept] if most else []
    if (left_out := len(part.entries) - len(kept)) and told:
        told.insert(0, f"较早的{left_out}条见台账") if dated else told.append(f"另有{left_out}条见台账")
    return "\n".join(filter(None, (head, "；".join(told))))


def _told(entry: Entry, year: int) -> str:
    """One record in a few words, its day without the year where it is the year's own."""
    if entry.day is None:
        return entry.what
    return f"{entry.day:%m-%d} {entry.what}" if entry.day.year == year else f"{entry.day} {entry.what}"
