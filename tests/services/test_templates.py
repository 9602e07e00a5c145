"""The office's own templates: kept as readable files, whole or not at all, and given up without loss."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run
from app.reports.document import Paragraph, plain
from app.reports.summaries.style import STYLES, UnknownStyle
from app.services import templates
from app.services.desk import Desk
from app.services.summaries import draft
from app.services.templates.files import LARGEST, TemplateRefused, folder_of
from app.store.errors import DiskFull

TEXT = "标题：{{ 镇 }}{{ 年 }}年工作\n\n# 会议\n\n开会讲求实效。\n"


def paragraphs(desk: Desk, key: str) -> list[str]:
    return [plain(block.text) for block in draft(desk, key, 2025).document.blocks if isinstance(block, Paragraph)]


def test_the_offices_own_text_holds_until_the_shipped_one_is_restored(desk: Desk) -> None:
    shipped = templates.template_text(desk, "annual")
    assert not templates.has_own(desk, "annual")
    templates.save(desk, "annual", TEXT)
    assert (folder_of(desk) / "annual.txt").read_bytes() == TEXT.encode()
    assert paragraphs(desk, "annual") == ["开会讲求实效。"]
    assert templates.restore(desk, "annual") == shipped
    assert templates.template_text(desk, "annual") == shipped
    assert (folder_of(desk) / "annual.txt.旧").read_text(encoding="utf-8") == TEXT


def test_a_copy_is_a_style_of_its_own_after_the_shipped_ones(desk: Desk) -> None:
    made = templates.add_style(desk, "镇情汇报", TEXT, "annual")
    assert (made.key, made.name, made.signed_by) == ("own-1", "镇情汇报", "office")
    assert templates.styles_of(desk) == (*STYLES, made)
    assert (folder_of(desk) / "own-1.txt").read_text(encoding="utf-8").startswith("{# 名称：镇情汇报")
    assert paragraphs(desk, "own-1") == paragraphs(desk, "镇情汇报") == ["开会讲求实效。"]
    assert templates.styles_of(None) == STYLES


def test_a_style_of_its_own_is_renamed_and_deleted_and_its_number_is_not_used_again(desk: Desk) -> None:
    templates.add_style(desk, "镇情汇报", TEXT, "conduct")
    templates.rename_style(desk, "own-1", "村情汇报")
    assert templates.style_named(desk, "own-1").name == "村情汇报"
    templates.delete_style(desk, "own-1")
    assert templates.styles_of(desk) == STYLES
    assert (folder_of(desk) / "own-1.txt.旧").is_file()
    assert templates.add_style(desk, "另一种", TEXT, "annual").key == "own-2"
    with pytest.raises(UnknownStyle, match="own-1"):
        templates.template_text(desk, "own-1")


def test_a_copy_of_a_copy_keeps_the_kind_and_a_lost_first_line_comes_back(desk: Desk) -> None:
    templates.add_style(desk, "甲种", TEXT, "annual")
    assert templates.add_style(desk, "乙种", templates.template_text(desk, "own-1"), "own-1").signed_by == "office"
    assert templates.save(desk, "own-2", TEXT) == "{# 名称：乙种；参照：annual #}\n" + TEXT
    assert templates.style_named(desk, "own-2").name == "乙种"


@pytest.mark.parametrize("name", ["", "  ", "党政办年度工作总结", "annual", "甲#}", "甲" * 31])
def test_a_bad_name_is_refused_in_one_sentence(desk: Desk, name: str) -> None:
    with pytest.raises(TemplateRefused, match=r"。$"):
        templates.add_style(desk, name, TEXT, "annual")
    assert templates.styles_of(desk) == STYLES


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_what_notepad_leaves_is_read(desk: Desk, encoding: str, end: str) -> None:
    folder_of(desk).mkdir()
    (folder_of(desk) / "annual.txt").write_bytes(TEXT.replace("\n", end).encode(encoding))
    assert templates.template_text(desk, "annual") == TEXT
    assert paragraphs(desk, "annual") == ["开会讲求实效。"]


def test_a_file_that_is_no_text_or_too_big_is_told_and_hinders_nothing_else(desk: Desk) -> None:
    folder_of(desk).mkdir()
    (folder_of(desk) / "annual.txt").write_bytes(b"\x81" * 99)
    (folder_of(desk) / "own-1.txt").write_bytes(b"x" * (LARGEST + 1))
    for key in ("annual", "own-1"):
        with pytest.raises(TemplateRefused, match="模板「"):
            draft(desk, key, 2025)
    assert [style.name for style in templates.styles_of(desk)][-1] == "自定样式1"
    assert draft(desk, "conduct", 2025).characters > 0
    with pytest.raises(TemplateRefused, match="超过"):
        templates.save(desk, "annual", "字" * LARGEST)


def test_the_commands_know_the_styles_of_the_data_folder(desk: Desk, tmp_path: Path, capsys: Any) -> None:
    templates.add_style(desk, "镇情汇报", TEXT, "annual")
    folder = desk.store.folder
    assert run(["--data", str(folder), "summaries", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told[:-1] == [{"key": style.key, "name": style.name} for style in STYLES]
    assert told[-1] == {"key": "own-1", "name": "镇情汇报"}
    desk.store.close()
    assert run(["--data", str(folder), "summary", "own-1", "--year", "2025", "--out", str(tmp_path / "x.docx")]) == 0
    assert run(["--data", str(tmp_path / "none"), "summaries", "--json"]) == 0


def test_a_template_with_a_mistake_is_refused_with_its_line(desk: Desk, tmp_path: Path, capsys: Any) -> None:
    templates.save(desk, "annual", '标题：x\n\n{{ 数("没有这个数") }}')
    desk.store.close()
    words = ["--data", str(desk.store.folder), "summary", "annual", "--year", "2025", "--out", str(tmp_path / "x.docx")]
    assert run(words) == 2
    assert "第 3 行" in capsys.readouterr().err
    assert not (tmp_path / "x.docx").exists()


def test_unsaved_text_is_kept_and_offered_until_it_is_saved(desk: Desk) -> None:
    assert templates.kept_draft(desk, "annual") is None
    templates.keep_draft(desk, "annual", TEXT)
    kept = templates.kept_draft(desk, "annual")
    assert kept is not None
    assert kept[0] == TEXT
    templates.save(desk, "annual", TEXT)
    assert templates.kept_draft(desk, "annual") is None
    assert templates.styles_of(desk) == STYLES


KILLED = """
import os, sys
from pathlib import Path
from app.services import templates
from app.services.desk import open_desk
desk = open_desk(Path(sys.argv[1]))
os.replace = lambda *_: os._exit(9)
templates.save(desk, "annual", "新的" * 1000)
"""


def test_a_killed_write_leaves_the_text_that_was_there(desk: Desk) -> None:
    templates.save(desk, "annual", TEXT)
    desk.store.close()
    words = [sys.executable, "-c", KILLED, str(desk.store.folder)]
    assert subprocess.run(words, check=False).returncode == 9
    assert templates.template_text(desk.store.folder, "annual") == TEXT
    assert templates.styles_of(desk.store.folder) == STYLES


def test_a_full_disk_is_told_and_leaves_the_text(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    templates.save(desk, "annual", TEXT)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match="磁盘已满，模板没有保存"):
        templates.save(desk, "annual", "新的")
    assert templates.template_text(desk, "annual") == TEXT
    assert [path.name for path in folder_of(desk).iterdir()] == ["annual.txt"]
