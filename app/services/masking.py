"""What stays hidden on screen, in print and in exports (保密), and who asked to see it, and why.

Norm: 信访工作条例 第30条 (what an informer says must not reach the one informed on).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import insert

from app.models.register import Register, Values
from app.services.desk import Desk
from app.services.records import Refused
from app.store.records import HIDDEN, hidden_keys, load, titles
from app.store.tables import Change, History

LOOKED = "reveal"
"""The action under which the history keeps who saw what is hidden."""


def revealed(desk: Desk, register: str) -> Collection[int]:
    """Records of a register whose hidden fields are shown on this desk."""
    return desk.revealed.get(register, set())


def hidden(desk: Desk, register: Register, values: Values, record: int | None) -> tuple[str, ...]:
    """Keys of the fields of a stored record that are not shown on this desk."""
    return () if record is None or record in revealed(desk, register.key) else hidden_keys(register, values)


def mask(desk: Desk, register: Register, values: Values, record: int) -> Values:
    """The record with 〔保密〕 in place of what is not shown on this desk."""
    return values | {key: HIDDEN for key in hidden(desk, register, values, record) if values.get(key)}


def reveal(desk: Desk, register: Register, ids: Sequence[int], reason: str) -> int:
    """Hidden fields of these records are shown on this desk from now on; the history keeps who asked and why.

    The number of records that were hidden until then. A look changes no data: there is nothing to take back.
    """
    if not reason.strip():
        raise Refused([("", "查看保密内容须写明理由，请填写理由。")])
    with desk.store.write() as connection:
        stored = load(connection, register, ids)
        asked = [record for record in ids if record in stored and hidden(desk, register, stored[record], record)]
        if asked:
            now = datetime.now().replace(microsecond=0)
            what = f"查看{register.label}保密内容 {len(asked)} 条"
            row = {"at": now, "who": desk.who, "what": what, "undone_at": now}
            change = connection.execute(insert(Change).values(**row)).inserted_primary_key
            assert change is not None
            called = titles(connection, register.key, asked)
            shared = {"change_id": change[0], "register": register.key, "action": LOOKED}
            kept = {"reason": reason.strip()}
            rows = [{**shared, "record_id": each, "title": called.get(each, ""), "fields": kept} for each in asked]
            connection.execute(insert(History), rows)
    desk.revealed.setdefault(register.key, set()).update(asked)
    return len(asked)
