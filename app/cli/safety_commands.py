"""Commands on the safety of the data: a backup, back from one, is everything whole."""

from __future__ import annotations

import argparse
from pathlib import Path

from app.cli.answers import DONE, FOUND, print_json, say
from app.services.desk import Desk, open_desk
from app.store.room import megabytes


def backup(desk: Desk, asked: argparse.Namespace) -> int:
    """A verified backup: among the others, or in one file of one's own choice."""
    from app.services import backing_up

    made = backing_up.back_up_to(desk, Path(asked.file)) if asked.file else backing_up.back_up(desk, "手动")
    assert made.manifest is not None
    say(f"已备份到「{made.path}」（{megabytes(made.path.stat().st_size)}），已逐项核对。")
    for path in made.manifest.lost:
        say(f"「{path}」在数据目录里丢失或损坏，备份里没有它，请用 verify 查看是哪一条记录的附件。")
    return FOUND if made.manifest.lost else DONE


def restore(folder: Path, asked: argparse.Namespace) -> int:
    """Back from a backup; the present data stays beside it."""
    from app.services import safety

    done = safety.restore(folder, Path(asked.file))
    open_desk(folder).close()
    say(f"已恢复到 {done.at:%Y-%m-%d %H:%M} 的数据。")
    if done.kept is not None:
        say(f"恢复前的数据完整地留在「{done.kept}」，确认不再需要后可以删除。")
    return DONE


def verify(desk: Desk, asked: argparse.Namespace) -> int:
    """Is the data whole: the file, every attached file, the newest backup; status 1 where something is found."""
    from app.services import safety

    found = safety.verify(desk)
    if asked.json:
        print_json(found.as_json())
    else:
        checked = f"；最近的备份「{found.newest}」完好" if found.newest else "；还没有备份"
        say(f"发现 {len(found.findings)} 处问题。" if found.findings else f"数据完好，附件都在{checked}。")
        for sentence in found.findings:
            say(sentence)
    return FOUND if found.findings else DONE
