"""The invented township of ``tests/data/township``, imported file by file as its README says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app.models import BY_KEY
from app.services.desk import Desk, create_desk
from app.services.importing import preview, store_preview

DATA = Path(__file__).parent / "data" / "township"


def expected() -> dict[str, Any]:
    """What its records amount to: ``import``, ``figures``, ``not_asked``, ``rules``."""
    stated: dict[str, Any] = json.loads((DATA / "expected.json").read_text("utf-8"))
    return stated


def import_township(folder: Path) -> Desk:
    """A new data folder that holds its good rows; 5 seconds, so once for many tests."""
    desk = create_desk(folder, "文书")
    for item in expected()["import"]:
        found = preview(desk, BY_KEY[item["register"]], DATA / item["file"], item["sheet"])
        store_preview(desk, found, skip_bad=True)
    return desk
