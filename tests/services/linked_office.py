"""An office whose records lead on to others, on a day of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.models import BY_KEY
from app.models.register import Values
from app.rules import RULES
from app.services import linking, records
from app.services.desk import Desk, create_desk
from app.services.records import Saved
from app.store.opening import open_store
from app.store.records import load

TODAY = date(2026, 3, 16)
"""A Monday."""
ANYHOW = dict.fromkeys(RULES, "照实登记")


class MondayDesk(Desk):
    """A desk on which it is that Monday."""

    def today(self) -> date:
        return TODAY


def prepare(folder: Path) -> None:
    """A new data folder with two offices, four people, a village and its lines of the budget."""
    desk = MondayDesk(create_desk(folder, "王芳").store, "王芳")
    for name, order in (("党政办", 1), ("财政所", 2)):
        add(desk, "office", name=name, order=order)
    for name, office, more in (
        ("赵书记", 1, {"duty_class": "镇科级实职领导", "team": True, "post": "书记"}),
        ("张三", 2, {"post": "所长"}),
        ("李四", 1, {}),
        ("王芳", 1, {}),
    ):
        add(desk, "staff", **({"name": name, "office": office, "duty_class": "其他机关干部"} | more))
    add(desk, "village", name="柳溪村")
    for name, kind in (("公务接待费", "公务接待费"), ("会议费", "非三公"), ("公车运行", "公务用车运行维护")):
        add(desk, "budget", year=2026, name=name, item="30217", three_public=kind, amount=Decimal(10000))
    desk.close()


def opened(source: Path, folder: Path) -> Iterator[Desk]:
    """A desk over a copy of the office, open until the test is done."""
    shutil.copytree(source, folder)
    desk = MondayDesk(open_store(folder), "王芳")
    yield desk
    desk.close()


def add(desk: Desk, register: str, **values: Any) -> int:
    """One stored record with what is usual and these values."""
    blank = records.blank(desk, BY_KEY[register])
    return records.save(desk, BY_KEY[register], blank | values, reasons=ANYHOW).id


def stored(desk: Desk, register: str, record: int) -> Values:
    """What a record holds now."""
    with desk.store.read() as connection:
        return load(connection, BY_KEY[register], [record])[record]


def count(desk: Desk, register: str) -> int:
    """How many records a register has."""
    from app.services.listing import Wanted, all_ids

    return len(all_ids(desk, Wanted(register)))


def proposed(desk: Desk, key: str, record: int) -> Values:
    """What a link proposes."""
    return linking.follow(desk, linking.link_of(key), record)[1]


def led(desk: Desk, key: str, record: int, **typed: Any) -> Saved:
    """The link followed, a few fields typed, and both saved."""
    link = linking.link_of(key)
    return linking.save(desk, link, record, proposed(desk, key, record) | typed, ANYHOW)
