"""backup, restore and verify: their lines, their status, one JSON document."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.services import safety_notes
from app.store import upgrading
from tests.cli.conftest import Tell


@pytest.fixture
def folder(tmp_path: Path, at: Tell) -> Path:
    at("add", "office", "name=党政办公室")
    return tmp_path / "数据"


def offices(at: Tell) -> list[str]:
    return [each["name"] for each in at("list", "office", "--json").json]


def test_a_backup_goes_among_the_others_or_to_a_file(at: Tell, folder: Path, tmp_path: Path) -> None:
    told = at("backup")
    assert (told.status, told.err) == (0, "")
    (made,) = (folder / "备份").glob("手动-*.zip")
    assert told.out.startswith(f"已备份到「{made}」（")
    assert told.out.endswith("已逐项核对。\n")
    assert at("backup", tmp_path / "台账.zip").status == 0
    missing = at("backup", tmp_path / "没有" / "台账.zip")
    assert (missing.status, missing.out) == (3, "")
    assert missing.err.endswith("。\n")


def test_what_was_backed_up_comes_back_and_the_rest_stays_beside_it(at: Tell, folder: Path, tmp_path: Path) -> None:
    at("backup", tmp_path / "台账.zip")
    at("add", "office", "name=财政所")
    told = at("restore", tmp_path / "台账.zip")
    assert (told.status, told.err) == (0, "")
    assert offices(at) == ["党政办公室"]
    (kept,) = folder.glob("恢复前-20*")
    assert f"「{kept}」" in told.out
    assert sorted(each.name.rpartition("-")[0].rpartition("-")[0] for each in (folder / "备份").glob("*.zip")) == [
        "恢复前"
    ]


def test_a_new_computer_begins_with_a_backup(at: Tell, tell: Tell, folder: Path, tmp_path: Path) -> None:
    at("backup", tmp_path / "台账.zip")
    told = tell("--data", tmp_path / "新", "restore", tmp_path / "台账.zip")
    assert (told.status, len(told.out.splitlines())) == (0, 1)
    assert [each["name"] for each in tell("--data", tmp_path / "新", "list", "office", "--json").json] == ["党政办公室"]


def test_what_cannot_be_restored_is_said_in_one_line(
    at: Tell, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at("backup", tmp_path / "台账.zip")
    (tmp_path / "坏.zip").write_bytes((tmp_path / "台账.zip").read_bytes()[:-9])
    (tmp_path / "表.xlsx").write_bytes(b"PK\x03\x04")
    for name in ("坏.zip", "表.xlsx", "没有.zip"):
        told = at("restore", tmp_path / name)
        assert (told.status, told.out) == (3, "")
        assert told.err.count("\n") == 1
        assert told.err.endswith("。\n")
    assert at("restore", tmp_path / "没有.zip").err.startswith(f"找不到备份「{tmp_path / '没有.zip'}」")
    monkeypatch.setattr(upgrading, "VERSIONS", upgrading.VERSIONS[:-1])
    assert "请安装新版程序后再恢复" in at("restore", tmp_path / "台账.zip").err
    assert not list(folder.glob("恢复*"))


def test_verify_says_whether_the_data_is_whole(at: Tell, folder: Path) -> None:
    assert at("verify").out == "数据完好，附件都在；还没有备份。\n"
    at("backup")
    told = at("verify", "--json")
    assert told.status == 0
    assert list(told.json) == ["whole", "database", "attachments", "backup", "findings"]
    assert told.json["whole"] is True
    (made,) = (folder / "备份").glob("手动-*.zip")
    assert told.json["backup"] == {"file": made.name, "whole": True, "findings": []}
    content = bytearray(made.read_bytes())
    content[100] ^= 1
    made.write_bytes(content)
    found = at("verify", "--json")
    assert (found.status, found.json["whole"], len(found.json["findings"])) == (1, False, 1)
    assert at("verify").out.startswith("发现 1 处问题。\n「手动-")
    at("backup")
    assert at("verify").status == 0


def test_verify_of_data_that_cannot_be_opened_has_status_3(at: Tell, tell: Tell, folder: Path, tmp_path: Path) -> None:
    assert tell("--data", tmp_path / "没有", "verify", "--json").status == 3
    with (folder / "taizhang.db").open("rb+") as file:
        file.write(b"\xa5" * 8192)
    told = at("verify", "--json")
    assert (told.status, told.out) == (3, "")
    assert "已损坏" in told.err


def test_an_import_is_preceded_by_a_backup_of_what_was_typed(
    at: Tell, town: Tell, folder: Path, tmp_path: Path
) -> None:
    town("export", "village", tmp_path / "village.xlsx")
    assert at("import", "village", tmp_path / "village.xlsx").status == 0
    (tmp_path / "夹").mkdir()
    shutil.move(tmp_path / "village.xlsx", tmp_path / "夹" / "village.xlsx")
    at("import-folder", tmp_path / "夹", "--again")
    assert [each.name.partition("-")[0] for each in (folder / "备份").glob("*.zip")] == ["导入前"] * 2
    assert safety_notes.read(folder).failed == ""
