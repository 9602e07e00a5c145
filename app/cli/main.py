"""Runs one command: opens the data folder, does what is asked, and answers with a status."""

from __future__ import annotations

import argparse
import errno
import logging
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from app.cli import data_commands, paper_commands, register_commands, safety_commands
from app.cli.answers import BAD, CLOSED, DONE, BadInput, complain
from app.cli.parsing import parser
from app.services.desk import Desk, open_desk
from app.store.errors import StoreError
from app.store.opening import default_folder

ALONE: dict[str, Callable[[Path, argparse.Namespace], int]] = {
    "init": data_commands.init,
    "demo": data_commands.demo,
    "summaries": paper_commands.summaries,
    "forms": paper_commands.forms,
    "lint": paper_commands.lint,
    "tidy": paper_commands.tidy,
    "registers": register_commands.registers,
    "restore": safety_commands.restore,
}
"""Commands that open the data themselves, or none."""

AT_A_DESK: dict[str, Callable[[Desk, argparse.Namespace], int]] = {
    "import": register_commands.import_file,
    "import-folder": register_commands.import_folder,
    "export": register_commands.export,
    "list": register_commands.list_records,
    "add": register_commands.add,
    "figures": data_commands.figures,
    "trace": data_commands.trace,
    "check": data_commands.check,
    "summary": paper_commands.summary,
    "print": paper_commands.print_book,
    "form": paper_commands.form,
    "backup": safety_commands.backup,
    "verify": safety_commands.verify,
}


def data_folder(told: str | None) -> Path:
    """--data, else TAIZHANG_DATA, else the user's own."""
    given = told or os.environ.get("TAIZHANG_DATA")
    return Path(given).expanduser() if given else default_folder()


def run(words: Sequence[str]) -> int:
    """One command; its exit status."""
    try:
        asked = parser().parse_args(list(words))
        folder = data_folder(asked.data)
        if asked.verb in ALONE:
            return ALONE[asked.verb](folder, asked)
        if asked.verb not in AT_A_DESK:
            raise BadInput("请写明要做什么，用 --help 查看全部命令。")
        desk = open_desk(folder)
        try:
            return AT_A_DESK[asked.verb](desk, asked)
        finally:
            desk.close()
    except StoreError as error:
        complain(str(error))
        return CLOSED
    except BrokenPipeError:
        return DONE
    except (BadInput, LookupError, ValueError, OSError) as error:
        if not isinstance(error, OSError) and not _is_sentence(error):
            return _unforeseen()
        complain(_sentence(error))
        return BAD
    except Exception:
        return _unforeseen()


def _unforeseen() -> int:
    """An error of the program's own: one sentence for the clerk, the rest into the log."""
    from app.services.logbook import keep_log

    place = keep_log()
    logging.getLogger("taizhang").exception("unforeseen")
    complain(f"程序出错，没有做成，数据没有改动。请把日志「{place}」交给维护人员。")
    return BAD


def _is_sentence(error: Exception) -> bool:
    """True for an error that was raised to be read by a clerk."""
    return bool(error.args) and str(error.args[0]).endswith(("。", "？"))


WHY = {
    errno.ENOENT: "文件或文件夹不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘限额已满",
    errno.EFBIG: "文件超过了许可的大小",
}
"""What the system reports, in Chinese."""


def _sentence(error: Exception) -> str:
    """A sentence of ours as it is; what the system says, with the file's name or, of a file half made, its folder's."""
    if isinstance(error, OSError) and error.errno is not None:
        path = Path(os.fsdecode(error.filename or ""))
        place = path.parent if path.name.startswith(".") else path
        why = WHY.get(error.errno, error.strerror)
        return f"「{place}」不能读写（{why}），请检查路径、权限和磁盘空间，文件是否正被别的程序打开。"
    text = str(error.args[0]) if error.args else ""
    if text.endswith(("。", "？")):
        return text
    return f"没有做成：{text}，请检查后再试。"
