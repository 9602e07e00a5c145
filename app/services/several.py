"""One visit of several people: a record for each of them, made in one change and taken back in one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from app.models.register import Misfit, Register, Values
from app.services import records
from app.services.changing import Changing
from app.services.desk import Desk
from app.services.records import NeedsReason, Refused, Saved
from app.store.records import titles

if TYPE_CHECKING:
    from app.rules import Finding

FOR_EACH = {"visit": "staff"}
"""Register → the field in which several people may be typed for a new record: one record is made for each."""


def for_one(register: Register, values: Values) -> Values:
    """The values as of the first of several people, for judging and showing while they are typed."""
    key = FOR_EACH.get(register.key, "")
    people = values.get(key)
    return {**values, key: people[0] if people else None} if isinstance(people, (tuple, list)) else values


def save_for_each(
    desk: Desk,
    register: Register,
    values: Values,
    people: Sequence[int],
    reasons: Mapping[str, str] | None = None,
) -> list[Saved]:
    """One record for each person (同去的人各登记一条), each naming the others as company; one change, one undo.

    Refused and NeedsReason say of whom; then none is stored.
    """
    people = tuple(dict.fromkeys(people))
    if not people:
        raise Refused([("staff", f"请填写「{register.by_key['staff'].label}」。")])
    with desk.store.write() as connection:
        changing = Changing(connection, desk.who, f"登记{register.label} {len(people)} 条", desk.today())
        named = titles(connection, "staff", people)
        saved: list[Saved] = []
        wrong: dict[Misfit, list[str]] = {}
        open_ones: list[Finding] = []
        for person in people:
            own = {**values, **_company(register, values, [named.get(each, "") for each in people if each != person])}
            try:
                saved.append(records.save_within(changing, register, own | {"staff": person}, None, reasons))
            except Refused as refused:
                for misfit in refused.misfits:
                    wrong.setdefault(misfit, []).append(named.get(person, ""))
            except NeedsReason as needs:
                open_ones += needs.findings
        if wrong:
            raise Refused(list(_told_of(wrong, len(people))))
        if open_ones:
            raise NeedsReason(open_ones)
    return saved


def _told_of(wrong: Mapping[Misfit, Sequence[str]], people: int) -> Iterator[Misfit]:
    """What is wrong with all is said once, else with the names of those it is wrong with."""
    for (key, sentence), names in wrong.items():
        yield key, sentence if len(names) == people else f"{'、'.join(names)}：{sentence}"


def _company(register: Register, values: Values, others: Sequence[str]) -> Values:
    """同行人员: the others, where nothing was typed."""
    if "companions" not in register.by_key or values.get("companions") or not others:
        return {}
    return {"companions": "、".join(others)}
