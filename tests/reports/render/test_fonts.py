"""Every character of a name prints, each from the first font that has it."""

import shutil
from pathlib import Path

import pytest

from app.reports.render.fonts import OUR_FONTS, OURS, Fonts, NoGlyph
from app.reports.render.installed_fonts import installed_fonts

RARE_NAMES = "䶮𬱖㛃喆堃禤甯璟翀赟奭"
OUTSIDE_EVERY_FONT = "\U0010fffd"


@pytest.fixture(scope="module")
def ours() -> Fonts:
    return Fonts(())


@pytest.mark.parametrize("role", OUR_FONTS)
def test_rare_names_print_in_every_role(ours: Fonts, role) -> None:
    assert "".join(piece for _, piece in ours.runs(RARE_NAMES, role)) == RARE_NAMES
    assert ours.role(role).width(RARE_NAMES, 10) == pytest.approx(10 * len(RARE_NAMES))


@pytest.mark.parametrize("role", OUR_FONTS)
def test_gb2312_prints_in_every_role(ours: Fonts, role) -> None:
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    text = "".join(pair.decode("gb2312", "ignore") for pair in pairs)
    assert len(text) == 7445
    assert sum(len(piece) for _, piece in ours.runs(text, role)) == 7445


def test_the_standard_table_prints_in_every_role(ours: Fonts, standard_characters: str) -> None:
    for role in OUR_FONTS:
        assert sum(len(piece) for _, piece in ours.runs(standard_characters, role)) == 8105


def test_only_the_lacking_glyph_comes_from_another_font(ours: Fonts) -> None:
    runs = ours.runs("陈䶮，男", "fang")
    assert [piece for _, piece in runs] == ["陈", "䶮", "，男"]
    assert [Path(name.split("#")[0]).name for name, _ in runs] == [
        "FandolFang-Regular.ttf", "NotoSerifSC-Regular.ttf", "FandolFang-Regular.ttf",
    ]  # fmt: skip


def test_a_character_of_no_font_is_named(ours: Fonts) -> None:
    with pytest.raises(NoGlyph, match=r"“\U0010fffd”字（U\+10FFFD）本机没有字体能印出来"):
        ours.runs(f"张{OUTSIDE_EVERY_FONT}", "song")


def test_a_font_of_the_pc_comes_before_ours(tmp_path: Path) -> None:
    renamed(OURS / "TaizhangKai-Regular.ttf", tmp_path / "simkai.ttf", "楷体")
    fonts = Fonts([tmp_path])
    assert fonts.on_this_pc("kai")
    assert not fonts.on_this_pc("fang")
    assert fonts.role("kai").file == tmp_path / "simkai.ttf"
    assert fonts.role("fang").file == OURS / "FandolFang-Regular.ttf"


def test_broken_and_foreign_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"\x00\x01\x00\x00\xff\xff")
    (tmp_path / "empty.ttc").write_bytes(b"")
    (tmp_path / "text.ttf").write_text("not a font at all, and long enough to be read", encoding="utf-8")
    shutil.copy(OURS / "NotoSansSC-Medium.ttf", tmp_path / "good.ttf")
    assert set(installed_fonts([tmp_path])) == {"noto sans sc", "noto sans sc medium"}
    assert installed_fonts([tmp_path / "nowhere"]) == {}


def renamed(source: Path, target: Path, family: str) -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(source)
    font["name"].setName(family, 1, 3, 1, 0x804)
    font.save(target)
