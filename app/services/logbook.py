"""The program's log file (日志): what went wrong, for the one who looks after the PC; it holds no personal data."""

from __future__ import annotations

import contextlib
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE_NAME = "taizhang.log"
KEPT, SIZE = 3, 500_000
"""Files kept, and the bytes after which a new one is begun."""


def log_folder() -> Path:
    """The user's own folder of logs; the data folder may be the very thing that cannot be written."""
    from platformdirs import user_log_dir

    return Path(user_log_dir("taizhang", appauthor=False))


def keep_log() -> Path | None:
    """Begins the log; None where no place can be written, which hinders nothing."""
    folder = log_folder()
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(folder / FILE_NAME, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger().addHandler(handler)
        return folder / FILE_NAME
    return None
