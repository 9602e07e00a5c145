"""From one record to another with one key (转为信访, 登记支出 …): never typed again, both kept in one change."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from app.kinds import ChoiceKind
from app.models import BY_KEY
from app.models.register import Register, Values
from app.services import records
from app.services.changing import Changing
from app.services.desk import Desk
from app.services.links import LINKS, Link, Origin
from app.services.links.link import CannotFollow
from app.services.records import Refused, Saved
from app.services.several import save_for_each
from app.store.records import layout_of, load
from app.store.surroundings import Office

__all__ = [
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
    if link.stays:
        return target, proposed
    known = {key: value for key, value in proposed.items() if value is not None or key == target.dated_key}
    return target, records.blank(desk, target) | known


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
        try:
            origin = _origin(connection, changing.office, link, record_id)
        except CannotFollow as gone:
            raise Refused([("", str(gone))]) from gone
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
