"""How long a backup, the next one, a drill and a restore of 500 MB of attached files take, each with all its checks."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.services import safety
from app.services.backing_up import back_up
from app.services.demo import make_demo
from app.services.desk import Desk, create_desk
from app.store import attachments, room
from app.store.copying import seen
from app.store.opening import FILE_NAME
from tests.bench.measuring import limit_line

FILES, SIZE = 250, 2 * room.MB


def furnished(folder: Path) -> Desk:
    """An invented township of two years with so many scans."""
    desk = create_desk(folder / "数据")
    make_demo(desk, date.today().year)
    scan = folder / "扫描.pdf"
    for _ in range(FILES):
        scan.write_bytes(os.urandom(SIZE))
        attachments.keep(desk.store.folder, scan)
    return desk


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Prints the lines; the restored data must be what was backed up, in counts, sums and digests."""
    with tempfile.TemporaryDirectory() as folder:
        desk = furnished(Path(folder))
        print(limit_line("第一次备份，五百兆附件", seconds(lambda: back_up(desk, "手动")), 30.0))
        print(limit_line("再次备份，附件没有变", seconds(lambda: back_up(desk, "手动")), 30.0))
        drilled = safety.drill(desk)
        assert drilled.failed == ""
        print(limit_line("恢复演练", drilled.seconds, 60.0))
        made = back_up(desk, "手动")
        desk.close()
        where = Path(folder) / "恢复"
        print(limit_line("恢复到另一处", seconds(lambda: safety.restore(where, made.path)), 60.0))
        assert made.manifest is not None
        assert seen(where / FILE_NAME) == made.manifest.seen
        assert len(list(attachments.kept_files(where))) == FILES


if __name__ == "__main__":
    main()
