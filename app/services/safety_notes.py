"""What is remembered of backups: how often, the second place, the last drill, what was found broken.

Kept in 备份/状态.json and not in the data file: a restore must not bring back an old second place, and what failed must
be told even where the data cannot be opened.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from app.store.copying import sync_file, sync_folder
from app.store.places import BACKUPS

NAME = "状态.json"
EVERY = 200
"""Changes after which a backup is made, unless the office says otherwise."""
_WRITING = Lock()


@dataclass(frozen=True)
class Notes:
    """The notes of one data folder; moments are None and sentences empty where there is nothing to tell."""

    every: int = EVERY
    failed: str = ""
    """Why the last backup was not made."""
    second: str = ""
    """Folder of the second place."""
    second_at: datetime | None = None
    second_failed: str = ""
    drill_at: datetime | None = None
    drill_of: str = ""
    """File name of the backup that was restored to try it."""
    drill_failed: str = ""
    drill_seconds: float = 0.0
    verified_at: datetime | None = None
    wrong: tuple[str, ...] = ()
    """What the last check of the data found."""
    broken: dict[str, str] = field(default_factory=dict)
    """File name of a backup → what is wrong with it."""


MOMENTS = ("second_at", "drill_at", "verified_at")


def read(folder: Path) -> Notes:
    """The notes of a data folder; those that cannot be read are as at first."""
    try:
        told = json.loads((folder / BACKUPS / NAME).read_text(encoding="utf-8"))
        known: dict[str, Any] = {key: told[key] for key in asdict(Notes()) if key in told}
        known |= {key: datetime.fromisoformat(known[key]) for key in MOMENTS if known.get(key)}
        return Notes(**known | {"wrong": tuple(known.get("wrong", ()))})
    except (OSError, ValueError, TypeError, AttributeError):
        return Notes()


def note(folder: Path, **changed: Any) -> Notes:
    """Keeps what changed; OSError where the folder takes nothing."""
    with _WRITING:
        notes = replace(read(folder), **changed)
        told = {
            key: value.isoformat() if isinstance(value, datetime) else value for key, value in asdict(notes).items()
        }
        place = folder / BACKUPS / NAME
        place.parent.mkdir(exist_ok=True)
        draft = place.with_name(f"{NAME}.new")
        draft.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
        sync_file(draft)
        draft.replace(place)
        sync_folder(place.parent)
        return notes


def try_to_note(folder: Path, **changed: Any) -> None:
    """Keeps what changed where that is possible: a full disk is told of by the work itself."""
    with contextlib.suppress(OSError):
        note(folder, **changed)
