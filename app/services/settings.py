"""What the office settles for itself: its names, first numbers, limits with the day from which they hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from app import kinds
from app.models.documents.incoming import Incoming
from app.models.documents.outgoing import Outgoing
from app.models.reception.reception import Reception
from app.rules import RULES
from app.rules.reception_days import LUNAR
from app.services.desk import Desk, put_setting
from app.services.holidays import BadSetting, count_leave_again
from app.store import numbers
from app.store.surroundings import Office
from app.store.tables import Counter, Parameter

NAMES = ("county", "town", "office")
"""Settings that name the office on screen and paper."""


def names_of(desk: Desk) -> dict[str, str]:
    """County, town and office as they stand on paper."""
    return {key: str(desk.setting(key, "") or "") for key in NAMES}


def set_names(desk: Desk, given: Mapping[str, str]) -> None:
    """Keeps the names; an office is named at least by its town."""
    if not given.get("town", "").strip():
        raise BadSetting("请填写乡镇名称，它印在登记簿、表单和总结上。")
    with desk.store.write() as connection:
        for key in NAMES:
            put_setting(connection, key, given.get(key, "").strip())


@dataclass(frozen=True)
class Series:
    """A series of numbers in a year: what it is called, what it gives next, the highest that is in use."""

    key: str
    label: str
    next: int
    highest: int


def series_of(desk: Desk, year: int) -> list[Series]:
    """收文号, the number of each 机关代字, 接待清单号."""
    with desk.store.read() as connection:
        codes = connection.scalars(select(Outgoing.code).distinct().order_by(Outgoing.code)).all()
        asked = select(Counter.series).where(Counter.series.like("outgoing:%"), Counter.year == year)
        begun = [key.partition(":")[2] for key in connection.scalars(asked)]
        keys = ["incoming", "reception_list", *(f"outgoing:{code}" for code in dict.fromkeys([*codes, *begun]))]
        return [_series(connection, key, year) for key in keys]


def _series(connection: Connection, key: str, year: int) -> Series:
    kind, _, code = key.partition(":")
    label = {"incoming": "收文号", "reception_list": "公务接待清单号"}.get(kind, f"发文字号　{code}〔{year}〕")
    highest = connection.scalar(_highest(kind, code, year)) or 0
    return Series(key, label, numbers.next_of(connection, key, year), highest)


def _highest(kind: str, code: str, year: int) -> Any:
    if kind == "incoming":
        return select(func.max(Incoming.number)).where(Incoming.book_year == year)
    if kind == "reception_list":
        return select(func.max(Reception.list_no)).where(Reception.book_year == year)
    return select(func.max(Outgoing.serial)).where(Outgoing.code == code, Outgoing.year == year)


def set_first(desk: Desk, key: str, year: int, number: int) -> None:
    """The series goes on from this number (起始号); numbers in use are never given again."""
    with desk.store.write() as connection:
        series = _series(connection, key, year)
        if number <= series.highest:
            raise BadSetting(f"{series.label} {series.highest} 号已经用过，起始号要大于 {series.highest}。")
        numbers.set_next(connection, key, year, number)
        if not series.highest:
            numbers.set_next(connection, f"first:{key}", year, number)


@dataclass(frozen=True)
class Setting:
    """One parameter of a limit: its value today, what it was at first, and since when."""

    name: str
    value: Any
    default: Any
    since: date | None


@dataclass(frozen=True)
class LimitTold:
    """A limit as the settings show it."""

    key: str
    clause: str
    text: str
    on: bool
    settings: tuple[Setting, ...]


def limits_of(desk: Desk) -> list[LimitTold]:
    """Every limit with its parameters as they are today."""
    with desk.store.read() as connection:
        office = Office(connection, desk.today())
        asked = select(Parameter.rule, Parameter.name, func.max(Parameter.valid_from))
        asked = asked.where((Parameter.valid_from.is_(None)) | (Parameter.valid_from <= desk.today()))
        since = {(rule, name): day for rule, name, day in connection.execute(asked.group_by("rule", "name"))}
        return [
            LimitTold(
                rule.key,
                str(office.parameter(rule.key, "clause", rule.clause)),
                rule.text,
                bool(office.parameter(rule.key, "on", rule.default_on)),
                tuple(
                    Setting(
                        name,
                        plain(office.parameter(rule.key, name, default)),
                        plain(default),
                        since.get((rule.key, name)),
                    )
                    for name, default in rule.parameters.items()
                ),
            )
            for rule in RULES.values()
        ]


def plain(value: Any) -> Any:
    """A value as the store keeps it: lists for tuples."""
    return list(value) if isinstance(value, tuple) else value


def set_limit(desk: Desk, rule: str, given: Mapping[str, Any], since: date | None, on: bool | None = None) -> None:
    """New values of a limit from a day on (from ever where none is given); earlier days keep what held then."""
    values = dict(given) | ({} if on is None else {"on": on})
    with desk.store.write() as connection:
        for name, value in values.items():
            day = Parameter.valid_from.is_(None) if since is None else Parameter.valid_from == since
            mine = Parameter.rule == rule, Parameter.name == name, day
            connection.execute(delete(Parameter).where(*mine))
            row = {"rule": rule, "name": name, "value": value, "valid_from": since}
            connection.execute(insert(Parameter).values(row))
        if rule == "leave.day_count":
            count_leave_again(connection, desk)


def read_setting(rule: str, name: str, text: str) -> Any:
    """The value of a parameter as typed; BadSetting says what is expected."""
    default = RULES[rule].parameters[name]
    text = text.strip()
    if isinstance(default, bool):
        if text not in ("是", "否"):
            raise BadSetting("请填写「是」或「否」。")
        return text == "是"
    if name == "ladder":
        return _ladder(text)
    if (rule, name) in DAYS:
        return _day(text)
    if name == "market_days":
        return _market_days(text)
    if isinstance(default, tuple):
        return kinds.names_in(text)
    if isinstance(default, str):
        return text or default
    if not text:
        return None if default is None else default
    return _number(text)


DAYS = (("petitions.none_to_capital", "start"), ("petitions.none_to_capital", "end"))
"""Parameters that are a day, kept as 2026-03-01."""


def _day(text: str) -> str | None:
    try:
        day = kinds.DayKind().read(text, kinds.Reading(date.today()))
    except kinds.Misread as error:
        raise BadSetting(str(error)) from error
    return None if day is None else day.isoformat()


def _number(text: str) -> int | float:
    try:
        number = Decimal(kinds.narrow(text).replace(",", ""))
    except InvalidOperation as error:
        raise BadSetting(f"「{text}」不是数字，请填写数字，如 120。") from error
    if not number.is_finite() or number < 0 or number > 10**9:
        raise BadSetting(f"「{text}」不能作为限额，请填写不小于 0 的数字。")
    return int(number) if number == int(number) else float(number)


def _market_days(text: str) -> list[str] | None:
    """«3 6 9», «农历 1 4 7»: last digits of the day, or days of the month."""
    parts = kinds.narrow(text).replace("、", " ").replace("，", " ").replace(",", " ").split()
    wrong = [part for part in parts if part != LUNAR and not (part.isdecimal() and int(part) <= 31)]
    if wrong or parts == [LUNAR]:
        raise BadSetting("请填写逢场日的尾数，如：3 6 9；按农历的，如：农历 3 6 9。")
    return [part if part == LUNAR else str(int(part)) for part in parts] or None


def _ladder(text: str) -> list[list[Any]] | None:
    """«全部 1 分管领导；全部 30 主要领导»: rank, days at most, who may approve."""
    steps: list[list[Any]] = []
    for line in text.replace("\n", "；").split("；"):
        parts = line.split()
        if not parts:
            continue
        if len(parts) != 3:
            raise BadSetting(
                "请按「职级 天数 审批层级」填写，几级之间用分号隔开，如：全部 1 分管领导；全部 30 主要领导。"
            )
        steps.append(["" if parts[0] == "全部" else parts[0], _number(parts[1]), parts[2]])
    return steps or None


def show_setting(value: Any) -> str:
    """A parameter as one types it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Sequence) and not isinstance(value, str):
        if value and isinstance(value[0], Sequence) and not isinstance(value[0], str):
            return "；".join(" ".join(str(part) or "全部" for part in step) for step in value)
        return "、".join(map(str, value))
    return str(value)
