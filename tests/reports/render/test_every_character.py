"""Through each press: every character of the national table is drawn with ink of its own and can be read back."""

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest

from app.reports.document import Column, Document, Heading, Paragraph, Table
from app.reports.forms.grid import Form, label, row, value
from app.reports.render.fonts import OUR_FONTS, OURS, Fonts, Role
from app.reports.render.pdf import write_register
from app.reports.render.pdf_canvas import Paper
from app.reports.render.pdf_document import write_pdf
from app.reports.render.pdf_form import write_form
from app.reports.sheet import Sheet, SheetColumn, SheetRow
from tests.printed_pages import texts_of
from tests.reports.render.embedded import fonts_of, written_in

FONTS = Fonts(())
NAMES = "䶮𬱖㛃喆堃禤𬀩𬭎𡐓"
Press = Callable[[str, Path], object]


def gb2312_signs() -> str:
    """The 682 signs of GB 2312 but the space."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xB0) for cell in range(0xA1, 0xFF))
    return "".join(pair.decode("gb2312", "ignore") for pair in pairs).replace("\u3000", "")


def beyond_the_table() -> str:
    """What our 宋体 has in the extensions A to I."""
    from fontTools.ttLib import TTFont

    codes = TTFont(OURS / OUR_FONTS["song"]).getBestCmap()
    return "".join(chr(code) for code in codes if 0x3400 <= code < 0x4DC0 or code >= 0x20000)


def pieces(text: str, length: int) -> list[str]:
    return [text[start : start + length] for start in range(0, len(text), length)]


def in_register(text: str, path: Path) -> None:
    rows = [SheetRow((str(number), words)) for number, words in enumerate(pieces(text, 300), start=1)]
    write_register(Sheet("", (SheetColumn("", 1), SheetColumn("", 9)), rows), path, fonts=FONTS)


def in_form(kind: Callable[[str], object]) -> Press:
    return lambda text, path: write_form(
        Form("", (1.0,), tuple(row(kind(words)) for words in pieces(text, 300))), path, FONTS
    )


def in_headings(level: int) -> Press:
    return lambda text, path: write_pdf(Document((), (Heading(level, (text,)),)), path, FONTS)


def in_title(text: str, path: Path) -> None:
    write_pdf(Document(tuple(pieces(text, 20)), ()), path, FONTS)


def in_text(text: str, path: Path) -> None:
    write_pdf(Document((), (Paragraph((text,)),)), path, FONTS)


def in_table(text: str, path: Path) -> None:
    rows = tuple(((words,),) for words in pieces(text, 100))
    write_pdf(Document((), (Table((Column("栏"),), rows),)), path, FONTS)


PRESSES: dict[str, Press] = {
    "register, song": in_register,
    "form, song": in_form(label),
    "form, kai": in_form(value),
    "document, hei": in_headings(1),
    "document, kai": in_headings(2),
    "document, title": in_title,
    "document, fang": in_text,
    "document, table": in_table,
}


@pytest.mark.parametrize("press", PRESSES.values(), ids=PRESSES)
def test_every_character_is_drawn_and_read_back(press: Press, standard_characters: str, tmp_path: Path) -> None:
    text = "".join(dict.fromkeys(standard_characters + gb2312_signs() + beyond_the_table() + NAMES))
    assert len(text) > 8105 + 650
    path = tmp_path / "all.pdf"
    press(text, path)
    written = written_in(path)
    assert set(text) - {character for _, character in written} == set()
    assert sum(len(font.inked) for font in fonts_of(path)) == len(written), "as many inks as characters: none is blank"


def picture_of(role: Role, characters: str, path: Path) -> list[bytes]:
    """Each character by itself as the bytes of its picture, and last an empty place."""
    paper = Paper("", FONTS, 20 * (len(characters) + 1), 30)
    for at, character in enumerate(characters):
        paper.text(20 * at, 24, character, role, 18)
    paper.end_page()
    paper.save(path)
    with pypdfium2.PdfDocument(path) as document:
        page = document[0].render(scale=2, grayscale=True).to_pil()
    return [page.crop((40 * at, 0, 40 * at + 40, 60)).tobytes() for at in range(len(characters) + 1)]


@pytest.mark.parametrize("role", OUR_FONTS)
def test_rare_names_are_seen_and_told_apart(role: Role, tmp_path: Path) -> None:
    *pictures, empty = picture_of(role, NAMES + "\u2f2f工", tmp_path / "names.pdf")
    assert pictures[-1] == pictures[-2], "a radical is drawn as the character it stands for"
    for one, other in combinations([*pictures[:-1], empty], 2):
        assert one != other
    ink = [sum(grey < 128 for grey in picture) for picture in pictures]
    assert min(ink) > 60


def test_names_can_be_searched_and_copied_beyond_the_basic_plane(tmp_path: Path) -> None:
    path = tmp_path / "names.pdf"
    in_text(f"参加人员：{NAMES}、⼯会。", path)
    assert f"参加人员：{NAMES}、⼯会。" in texts_of(path)[0]
    with pypdfium2.PdfDocument(path) as document:
        assert document[0].get_textpage().search("㛃喆").get_next() is not None


def test_marks_that_are_not_seen_do_not_stop_the_print(tmp_path: Path) -> None:
    path = tmp_path / "variant.pdf"
    in_form(value)("葛\U000e0100洪\ufe0f\u200d先生\u2064", path)
    assert "葛洪先生" in texts_of(path)[0]
