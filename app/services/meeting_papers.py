"""会议一条龙: the papers of one meeting as one PDF, in the order in which the office needs them."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from app.services import paper
from app.services.desk import Desk
from app.services.exporting import Cancelled, Progress, Stopped

PAPERS = ("notice", "sign_in", "name_cards", "seating", "minutes")
"""通知, 签到表, 桌签, 座次图, 纪要: what a meeting prints."""


def labels() -> dict[str, str]:
    """What the papers are called, in their order."""
    called = {form.key: form.label for form in paper.all_forms()}
    return {key: called[key] for key in PAPERS}


def write_papers(
    desk: Desk,
    meeting: int,
    keys: Sequence[str],
    out: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> int:
    """Writes the papers that are wanted into one file; the number of pages. CannotPrint where none is wanted."""
    from app.reports.render.joining import join

    wanted = [key for key in PAPERS if key in keys]
    if not wanted:
        raise paper.CannotPrint("请至少选一样要印的。")
    with tempfile.TemporaryDirectory(prefix="taizhang-meeting-") as folder:
        parts = []
        for number, key in enumerate(wanted, 1):
            if cancelled is not None and cancelled():
                raise Stopped
            parts.append(Path(folder) / f"{key}.pdf")
            paper.print_form(desk, key, [meeting], parts[-1])
            if progress is not None:
                progress(number, len(wanted))
        return join(parts, out)
