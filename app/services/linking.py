"""From one record to another with one key (转为信访, 登记支出 …): proposed, never typed again, both kept in one change.

One visit of several people becomes one record each in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from app.kinds import ChoiceKind
from app.models import BY_KEY
from app.models.register import Misfit, Register, Values
from app.services import records
from app.services.changing import Changing
from app.services.desk import Desk
from app.services.links import LINKS, Link, Origin
from app.services.links.link import CannotFollow
from app.services.records import NeedsReason, Refused, Saved
from app.store.records import layout_of, load, titles
from app.store.surroundings import Office

if TYPE_CHECKING:
    from app.rules import Finding

FOR_EACH = {"visit": "staff"}
"""Register → the field in which several people may be typed for a new record: one record is made for each."""

__all__ = [
    "FOR_EACH",
    "LINKS",
    "CannotFollow",
    "Link",
    "follow",
    "followed",
    "link_of",
    "links_of",
    "save",
    "save_for_each",
]


def links_of(register: Register) -> list[Link]:
    """Where a record of the register leads, in the order in which its form offers it."""
    return [link for link in LINKS if link.source == register.key]


def link_of(key: str) -> Link:
    """The link of a key."""
    return next(link for link in LINKS if link.key == key)


def follow(desk: Desk, link: Link, record_id: int) -> tuple[Register, Values]:
    """The register it leads to and the values a new record of it begins with; CannotFollow says why there is none."""
    target = BY_KEY[link.target]
    with desk.store.read() as connection:
        origin = _origin(connection, Office(connection, desk.today()), link, record_id)
        if link.fills and origin.get(link.fills):
            called = origin.name(link.target, origin.get(link.fills))
            raise CannotFollow(f"已经由它登记了{target.label}「{called}」，不用再登记。")
        proposed = link.proposes(origin)
    return target, proposed if link.stays else records.blank(desk, target) | proposed


def followed(desk: Desk, link: Link, record_id: int) -> int | None:
    """The record that the link has led to already, where it leads to one alone."""
    if not link.fills:
        return None
    with desk.store.read() as connection:
        found = load(connection, BY_KEY[link.source], [record_id]).get(record_id, {}).get(link.fills)
    return int(found) if found else None


def _origin(connection: Connection, office: Office, link: Link, record_id: int) -> Origin:
    """The record from which the link starts; CannotFollow where it is gone."""
    register, table = BY_KEY[link.source], layout_of(link.source).table
    asked = select(table.c.id).where(table.c.id == record_id, table.c.trashed_at.is_(None))
    if connection.execute(asked).first() is None:
        raise CannotFollow(f"{register.label}里没有这条记录，可能已经删除，请刷新后再试。")
    return Origin(connection, office, record_id, load(connection, register, [record_id])[record_id])


def save(desk: Desk, link: Link, record_id: int, values: Values, reasons: Mapping[str, str] | None = None) -> Saved:
    """Stores the record that the link led to, and what the first one learns by it: one change, one undo."""
    if link.stays:
        return records.save(desk, BY_KEY[link.source], values, record_id, reasons)
    source, target = BY_KEY[link.source], BY_KEY[link.target]
    with desk.store.write() as connection:
        changing = Changing(connection, desk.who, f"登记{target.label} 1 条（来自{source.label}）", desk.today())
        origin = _origin(connection, changing.office, link, record_id)
        if link.fills and origin.get(link.fills):
            raise Refused([("", f"已经由这条{source.label}登记过{target.label}，没有再登记。")])
        saved = records.save_within(changing, target, values, None, reasons)
        learned = _learned(link, origin, saved)
        if learned:
            changing.change(source, record_id, dict(origin.values), {**origin.values, **learned})
    return saved


def _learned(link: Link, origin: Origin, saved: Saved) -> Values:
    """What the record that the link started from holds from now on; nothing of it is written over."""
    learned: Values = {link.fills: saved.id} if link.fills else {}
    for here, there in link.learns:
        value = saved.values.get(there)
        if value is not None and origin.get(here) in (None, "未支付") and _fits(link.source, here, value):
            learned[here] = value
    return learned


def _fits(register: str, key: str, value: Any) -> bool:
    """False for a choice that the other register does not have."""
    kind = BY_KEY[register].by_key[key].kind
    return not isinstance(kind, ChoiceKind) or value in kind.choices


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


def for_one(register: Register, values: Values) -> Values:
    """The values as of the first of several people, for judging and showing while they are typed."""
    key = FOR_EACH.get(register.key, "")
    people = values.get(key)
    return {**values, key: people[0] if people else None} if isinstance(people, (tuple, list)) else values


def _told_of(wrong: Mapping[Misfit, Sequence[str]], people: int) -> Iterator[Misfit]:
    """What is wrong with all is said once, else with the names of those it is wrong with."""
    for (key, sentence), names in wrong.items():
        yield key, sentence if len(names) == people else f"{'、'.join(names)}：{sentence}"


def _company(register: Register, values: Values, others: Sequence[str]) -> Values:
    """同行人员: the others, where nothing was typed."""
    if "companions" not in register.by_key or values.get("companions") or not others:
        return {}
    return {"companions": "、".join(others)}
