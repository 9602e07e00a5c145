"""The fonts of a PC as they really are: old, broken, shut, gone; the print goes on with the next font."""

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from app.reports.render.faces import face_of
from app.reports.render.fonts import OUR_FONTS, OURS, WANTED, Fonts, Role
from app.reports.render.installed_fonts import FontFile, font_folders, installed_fonts
from app.reports.render.pdf_canvas import Paper
from tests.printed_pages import texts_of
from tests.reports.render.embedded import fonts_of, written_in
from tests.reports.render.made_fonts import make_font

TEXT = "陈䶮到会"


def drawn_by(fonts: Fonts, role: Role, text: str = TEXT) -> dict[str, str]:
    """The name of the file that draws each character."""
    return {character: Path(name.split("#")[0]).name for name, piece in fonts.runs(text, role) for character in piece}


def test_office_fonts_come_in_their_order(tmp_path: Path) -> None:
    for role, names in WANTED.items():
        folder = tmp_path / role
        folder.mkdir()
        for at, name in reversed(list(enumerate(names))):
            make_font(folder / f"{at}.ttf", name, TEXT)
            assert Fonts([folder]).role(role).file.name == f"{at}.ttf"
    assert WANTED["fang"][:2] == ("仿宋_GB2312", "FangSong_GB2312")
    assert WANTED["kai"][0] == "楷体_GB2312"


@pytest.mark.parametrize(
    "broken", [{"nothing": "陈"}, {"empty": "陈"}, {"boxed": "陈"}], ids=["no glyph", "empty glyph", "box"]
)
def test_a_character_that_a_font_only_names_comes_from_the_next(tmp_path: Path, broken: dict[str, str]) -> None:
    make_font(tmp_path / "pc.ttf", "仿宋_GB2312", TEXT, **broken)
    fonts = Fonts([tmp_path])
    assert drawn_by(fonts, "fang") == {"陈": "FandolFang-Regular.ttf", "䶮": "pc.ttf", "到": "pc.ttf", "会": "pc.ttf"}
    paper = Paper("", fonts)
    paper.text(50, 50, TEXT, "fang", 16)
    paper.end_page()
    paper.save(tmp_path / "a.pdf")
    assert texts_of(tmp_path / "a.pdf") == [TEXT]
    assert sum(len(font.inked) for font in fonts_of(tmp_path / "a.pdf")) == 4


def composed_of(path: Path, character: str, part: str) -> int:
    """Make a character of a copy of another; where in the file the number of that part stands."""
    font = TTFont(path)
    pen = TTGlyphPen(font.getGlyphSet())
    pen.addComponent(font.getBestCmap()[ord(part)], (1, 0, 0, 1, 20, 0))
    font["glyf"][font.getBestCmap()[ord(character)]] = pen.glyph()
    font.save(path)
    saved = TTFont(path)
    glyph = saved.getGlyphID(saved.getBestCmap()[ord(character)])
    return int(saved.reader.tables["glyf"].offset + saved["loca"].locations[glyph] + 12)


def test_a_character_of_parts_needs_its_parts(tmp_path: Path) -> None:
    sound = make_font(tmp_path / "sound.ttf", "仿宋", TEXT)
    at = composed_of(sound, "陈", "会")
    face = face_of(FontFile(sound))
    assert face is not None
    assert face.draws("陈")
    data = bytearray(sound.read_bytes())
    data[at : at + 2] = b"\x77\x77"
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(data)
    face = face_of(FontFile(broken))
    assert face is not None
    assert not face.draws("陈")
    assert face.draws("会")


@pytest.mark.parametrize(
    ("coded", "why"),
    [((3, 1, 0x804), "Unicode"), ((3, 3, 0x804), "GBK"), ((1, 25, 33), "Mac in Chinese"), ((0, 3, 0), "Unicode only")],
)
def test_a_name_is_read_however_it_is_written(tmp_path: Path, coded: tuple[int, int, int], why: str) -> None:
    make_font(tmp_path / "仿宋.ttf", "仿宋_GB2312", TEXT, coded=coded)
    assert set(installed_fonts([tmp_path])) == {"仿宋_gb2312"}, why
    assert drawn_by(Fonts([tmp_path]), "fang")["䶮"] == "仿宋.ttf"


def test_an_old_font_of_gbk_names_within_a_mac_table_is_found(tmp_path: Path) -> None:
    path = make_font(tmp_path / "old.ttf", "x", TEXT)
    font = TTFont(path)
    record = font["name"].names[0]
    record.platformID, record.platEncID, record.langID, record.string = 1, 0, 0, "仿宋_GB2312".encode("gbk")
    font.save(path)
    assert set(installed_fonts([tmp_path])) == {"仿宋_gb2312"}


def test_two_fonts_of_one_name_are_not_taken_for_one(tmp_path: Path) -> None:
    for folder, family, characters in (("a", "楷体", "陈到会"), ("b", "仿宋", "䶮到会")):
        (tmp_path / folder).mkdir()
        make_font(tmp_path / folder / "same.ttf", family, characters)
    fonts = Fonts([tmp_path])
    paper = Paper("", fonts)
    for base, role in ((50, "kai"), (90, "fang")):
        paper.text(50, base, TEXT, role, 16)
    paper.end_page()
    paper.save(tmp_path / "a.pdf")
    assert texts_of(tmp_path / "a.pdf") == [TEXT + TEXT]
    assert len({font.name for font in fonts_of(tmp_path / "a.pdf")}) == len(fonts_of(tmp_path / "a.pdf"))
    assert sum(len(font.inked) for font in fonts_of(tmp_path / "a.pdf")) == len(written_in(tmp_path / "a.pdf"))


def test_a_collection_gives_each_of_its_fonts(tmp_path: Path) -> None:
    collection = TTCollection()
    for family, characters in (("宋体", "陈到会"), ("黑体", "陈䶮到会")):
        collection.fonts.append(TTFont(make_font(tmp_path / "one.ttf", family, characters)))
    (tmp_path / "fonts").mkdir()
    collection.save(tmp_path / "fonts" / "simsun.ttc")
    fonts = Fonts([tmp_path / "fonts"])
    assert drawn_by(fonts, "hei") == dict.fromkeys(TEXT, "simsun.ttc")
    assert drawn_by(fonts, "song")["䶮"] == OUR_FONTS["song"]
    assert fonts.role("hei").first.index == 1


def no_truetype(folder: Path) -> Path:
    return make_font(folder / "cff.ttf", "仿宋", TEXT, postscript=True)


def no_embedding(folder: Path) -> Path:
    return make_font(folder / "shut.ttf", "仿宋", TEXT, fsType=0x0002)


def no_subsets(folder: Path) -> Path:
    return make_font(folder / "whole.ttf", "仿宋", TEXT, fsType=0x0108)


def cut_short(folder: Path) -> Path:
    path = make_font(folder / "short.ttf", "仿宋", TEXT * 100)
    path.write_bytes(path.read_bytes()[:-600])
    return path


def gone(folder: Path) -> Path:
    return make_font(folder / "gone.ttf", "仿宋", TEXT)


@pytest.mark.parametrize("made", [no_truetype, no_embedding, no_subsets, cut_short, gone])
def test_a_font_that_cannot_be_embedded_leaves_the_place_to_the_next(
    tmp_path: Path, made: Callable[[Path], Path]
) -> None:
    path = made(tmp_path)
    fonts = Fonts([tmp_path])
    if made is gone:
        path.unlink()
    assert set(drawn_by(fonts, "fang").values()) == {"FandolFang-Regular.ttf", "NotoSerifSC-Regular.ttf"}
    assert fonts.role("fang").file == OURS / OUR_FONTS["fang"]


def test_every_place_at_which_a_file_may_be_cut_is_survived(tmp_path: Path) -> None:
    data = make_font(tmp_path / "whole.ttf", "仿宋", TEXT).read_bytes()
    for length in range(0, len(data), 7):
        path = tmp_path / f"{length}.ttf"
        path.write_bytes(data[:length])
        names = drawn_by(Fonts([tmp_path]), "fang")
        assert set(names) == set(TEXT)
        path.unlink()


def test_a_variable_font_is_printed_as_it_stands(tmp_path: Path) -> None:
    path = make_font(tmp_path / "variable.ttf", "黑体", TEXT)
    font = TTFont(path)
    FontBuilder(font=font).setupFvar([("wght", 100, 400, 900, "Weight")], [])
    FontBuilder(font=font).setupGvar({})
    font.save(path)
    assert drawn_by(Fonts([tmp_path]), "hei") == dict.fromkeys(TEXT, "variable.ttf")


def test_fonts_of_this_user_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    (tmp_path / "fonts").mkdir()
    make_font(tmp_path / "fonts" / "own.ttf", "方正小标宋简体", TEXT)
    assert installed_fonts(font_folders())["方正小标宋简体"].path == tmp_path / "fonts" / "own.ttf"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert tmp_path / "Microsoft" / "Windows" / "Fonts" in font_folders()
