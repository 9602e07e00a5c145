"""The list of fonts that the office is told: what is used, what stands in, what cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.reports.render import fonts
from app.services.fonts import folder_for_fonts, office_fonts
from tests.reports.render.made_fonts import make_font


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only folder of fonts of this PC."""
    monkeypatch.setattr(fonts, "font_folders", lambda: (tmp_path,))
    fonts.look_again()
    yield tmp_path
    monkeypatch.undo()
    fonts.look_again()


def told(anew: bool = False) -> dict[str, tuple[str, bool, str]]:
    return {each.wanted: (each.used, each.is_stand_in, each.note) for each in office_fonts(anew)}


def test_what_is_lacking_is_told_with_its_stand_in(folder: Path) -> None:
    found = told()
    assert set(found) == {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"}
    assert found["仿宋_GB2312"] == ("自带的Fandol 仿宋（生僻字用思源宋体）", True, "这台电脑没有")


def test_a_font_added_meanwhile_is_found_when_looked_for_again(folder: Path) -> None:
    assert told()["仿宋_GB2312"][1]
    make_font(folder / "simfang.ttf", "仿宋", "陈")
    assert told()["仿宋_GB2312"][1], "only when asked"
    assert told(anew=True)["仿宋_GB2312"] == ("simfang.ttf", False, "")
    assert fonts.pc_fonts().role("fang").file == folder / "simfang.ttf"


def test_a_font_that_cannot_be_used_is_named_and_the_next_taken(folder: Path) -> None:
    make_font(folder / "a.ttf", "仿宋_GB2312", "陈", fsType=2)
    note = "a.ttf 已损坏，或不许嵌入 PDF，用不上"
    assert told()["仿宋_GB2312"] == ("自带的Fandol 仿宋（生僻字用思源宋体）", True, note)
    make_font(folder / "b.ttf", "仿宋", "陈")
    assert told(anew=True)["仿宋_GB2312"] == ("b.ttf", False, note)


def test_a_font_mended_meanwhile_is_used(folder: Path) -> None:
    whole = make_font(folder / "kai.ttf", "楷体", "陈").read_bytes()
    (folder / "kai.ttf").write_bytes(whole[: len(whole) - 500])
    assert told(anew=True)["楷体_GB2312"][1]
    (folder / "kai.ttf").write_bytes(whole)
    assert told(anew=True)["楷体_GB2312"] == ("kai.ttf", False, "")


def test_there_is_a_folder_to_put_a_font_into(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert folder_for_fonts() == tmp_path / "fonts"
    assert folder_for_fonts() in fonts.font_folders()
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("WINDIR", str(tmp_path / "Windows"))
    assert folder_for_fonts() == tmp_path / "Windows" / "Fonts"
