"""The shelf of a folder of backups: attached files, each content once for all the backups there, by its SHA-256."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Set
from pathlib import Path

from app.store import room
from app.store.archives import PIECE
from app.store.copying import Step, idle, sync_folder
from app.store.places import UNFINISHED

CONTENTS = "内容"
NOT_DONE = "备份没有做成，数据没有改动"


def shelve(shelf: Path, digest: str, source: Path | None, step: Step = idle) -> Path | None:
    """The place on the shelf where this content stands whole, brought there from the source where it does not."""
    place = shelf / digest[:2] / digest[2:]
    if digest_of(place, step) == digest:
        return place
    if source is None:
        return None
    room.require(shelf.parent, source.stat().st_size, NOT_DONE)
    place.parent.mkdir(parents=True, exist_ok=True)
    under_way = place.with_name(f"{UNFINISHED}{place.name}")
    with source.open("rb") as old, under_way.open("wb") as new:
        shutil.copyfileobj(old, new, PIECE)
        new.flush()
        os.fsync(new.fileno())
    under_way.replace(place)
    for folder in (place.parent, shelf, shelf.parent):
        sync_folder(folder)
    return place


def digest_of(place: Path, step: Step = idle) -> str:
    """SHA-256 of a file as it stands now; «» where there is none."""
    digest = hashlib.sha256()
    try:
        with place.open("rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
                step(len(piece))
    except OSError:
        return ""
    return digest.hexdigest()


def clear(shelf: Path, wanted: Set[str]) -> None:
    """Contents that no backup wants any more are gone, and what was left unfinished."""
    for place in shelf.glob("[0-9a-f][0-9a-f]/*"):
        if place.parent.name + place.name not in wanted:
            place.unlink()
