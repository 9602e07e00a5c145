"""An exported summary that was edited is checked against the records: what it says, and what they say now."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import pytest

from app.cli.main import run
from app.models import BY_KEY
from app.services import records
from app.services.desk import Desk, create_desk
from app.services.paper_checking import against_records, examined
from app.services.summaries import write

YEAR = 2024


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    gift(made)
    yield made
    made.close()


def gift(desk: Desk) -> int:
    register = BY_KEY["donation"]
    values: dict[str, Any] = {"date": date(YEAR, 3, 1), "purpose": "帮扶", "kind": "公益", "recipient": "某户"}
    values |= {"money": Decimal(100), "donors": 6, "expected": 6}
    return records.save(desk, register, records.blank(desk, register) | values).id


def exported(desk: Desk, path: Path) -> Path:
    """A summary that a clerk went on to edit in Word."""
    write(desk, "conduct", YEAR, path)
    opened = docx.Document(str(path))
    opened.add_paragraph("另有补充。")
    opened.save(str(path))
    return path


def test_what_the_records_now_give_otherwise_is_told(desk: Desk, tmp_path: Path) -> None:
    path = exported(desk, tmp_path / "总结.docx")
    assert against_records(desk, path) == []
    gift(desk)
    told = [remark.text for remark in against_records(desk, path)]
    assert "文中「捐款金额」写作100元，现为200元，请核对。" in told
    assert any("写作100元" in remark.text for remark in examined(path, desk))


def saved_by_libreoffice(path: Path, folder: Path) -> Path:
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    asked = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "saved"), str(path)]
    subprocess.run(["soffice", "--headless", profile, *asked], check=True, timeout=120, capture_output=True)
    return folder / "saved" / path.name


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_file_saved_through_libreoffice_is_checked_too(desk: Desk, tmp_path: Path) -> None:
    path = saved_by_libreoffice(exported(desk, tmp_path / "总结.docx"), tmp_path)
    assert against_records(desk, path) == []
    gift(desk)
    told = [remark.text for remark in against_records(desk, path)]
    assert "文中「捐款金额」写作100元，现为200元，请核对。" in told


def test_what_the_records_no_longer_give_is_told(desk: Desk, tmp_path: Path) -> None:
    path = exported(desk, tmp_path / "总结.docx")
    records.delete(desk, BY_KEY["donation"], [1])
    told = [remark.text for remark in against_records(desk, path)]
    assert "文中「捐款金额」写作100元，现在已不能由台账得出，请核对。" in told


def test_the_command_line_checks_the_numbers_too(desk: Desk, tmp_path: Path, capsys: Any) -> None:
    path = exported(desk, tmp_path / "总结.docx")
    gift(desk)
    desk.store.close()
    assert run(["--data", str(tmp_path / "data"), "lint", str(path)]) == 1
    assert "写作100元，现为200元" in capsys.readouterr().out
    assert run(["--data", str(tmp_path / "nowhere"), "lint", str(path)]) == 0
    assert "没有与台账核对" in capsys.readouterr().err


def test_a_copy_is_written_from_the_command_line(desk: Desk, tmp_path: Path, capsys: Any) -> None:
    path, out = tmp_path / "来稿.docx", tmp_path / "排版.docx"
    made = docx.Document()
    made.add_paragraph("我镇落实值班制度,全镇干部坚守岗位。")
    made.save(str(path))
    assert run(["tidy", str(path), "--plan"]) == 0
    assert "会改" in capsys.readouterr().out
    assert not out.exists()
    assert run(["tidy", str(path), "--out", str(out), "--layout-only"]) == 0
    assert docx.Document(str(out)).paragraphs[0].text == "我镇落实值班制度,全镇干部坚守岗位。"
    assert run(["tidy", str(path)]) == 2
    assert run(["tidy", str(path), "--out", str(path)]) == 2
    assert "不能覆盖原文件" in capsys.readouterr().err
