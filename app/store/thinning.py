"""Which backups stay: all of two days, then one a day for two weeks, one a week for two months, one a month."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import datetime, timedelta
from pathlib import Path

from app.store.backups import Backup, listing
from app.store.copying import sync_folder
from app.store.shelf import CONTENTS, clear

ALL, DAILY, WEEKLY = timedelta(days=2), timedelta(days=14), timedelta(days=61)


def kept(moments: Iterable[datetime], now: datetime) -> set[datetime]:
    """The moments that stay: of each day, week and month the last one, and always the last of all."""
    latest: dict[object, datetime] = {}
    for moment in sorted(moments):
        latest[_span(moment, now)] = moment
        latest["last"] = moment
    return set(latest.values())


def _span(moment: datetime, now: datetime) -> object:
    age = now - moment
    if age < ALL:
        return moment
    if age < DAILY:
        return moment.date()
    if age < WEEKLY:
        return ("week", *moment.isocalendar()[:2])
    return ("month", moment.year, moment.month)


def thin(place: Path, origin: str, doubtful: Container[str], now: datetime) -> list[Path]:
    """Erases the backups of one data folder that need not stay, and contents that none wants; the paths erased.

    Those of other data folders, of which the name is known to be broken (``doubtful``) or that cannot be read are left
    alone, and do not count: the last one that stays is whole.
    """
    found = listing(place)
    own = [each for each in found if _is_own(each, origin) and each.path.name not in doubtful]
    staying = kept((each.at for each in own), now)
    erased = [each.path for each in own if each.at not in staying]
    for path in erased:
        path.unlink()
    if erased:
        sync_folder(place)
    _clear_shelf(place, [each for each in found if each.path not in erased])
    return erased


def _is_own(backup: Backup, origin: str) -> bool:
    return backup.manifest is not None and backup.manifest.origin == origin


def _clear_shelf(place: Path, staying: list[Backup]) -> None:
    """Contents of no backup go; where one backup cannot be asked what it needs, all contents stay."""
    manifests = [each.manifest for each in staying]
    if all(manifest is not None for manifest in manifests):
        wanted = {each.digest for manifest in manifests if manifest for each in manifest.files if not each.inside}
        clear(place / CONTENTS, wanted)
