"""What cannot be printed is said in one sentence that names the place; nothing half written is left."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.reports.document import Column, Document, Heading, Paragraph, Table
from app.reports.forms.leave_slip import leave_slip
from app.reports.render.fonts import Fonts, NoGlyph
from app.reports.render.pdf import write_register
from app.reports.render.pdf_document import write_pdf
from app.reports.render.pdf_file import IN_MEMORY, Spool
from app.reports.render.pdf_form import write_form, write_forms
from app.reports.sheet import Sheet, SheetColumn, SheetRow

FONTS = Fonts(())
LACKING = "\U0010fffd"
BOOK = (SheetColumn("序号", 0.6), SheetColumn("事由", 3))
Make = Callable[[Path], object]


def book(path: Path, columns: tuple[SheetColumn, ...] = BOOK, last: str = "事由", **changes: str) -> object:
    rows = [SheetRow((str(number), last if number == 40 else "事由")) for number in range(1, 41)]
    sheet = replace(Sheet("公务接待登记簿", columns, rows, maker="林一"), **changes)
    return write_register(sheet, path, fonts=FONTS)


def slip(path: Path, reason: str = "探亲", **changes: str) -> object:
    return write_form(replace(leave_slip({"reason": reason}, "某镇"), **changes), path, FONTS)


def paper(path: Path, *blocks: Heading | Paragraph | Table, **rest: object) -> object:
    return write_pdf(Document(("总结",), blocks or (Paragraph(("正文。",)),), **rest), path, FONTS)


LACKS: dict[str, tuple[Make, str]] = {
    "a cell": (lambda path: book(path, last=f"甲{LACKING}"), "公务接待登记簿“事由”栏里序号40的记录中的"),
    "a Latin letter": (lambda path: book(path, last="Ɏ"), "公务接待登记簿“事由”栏里序号40的记录中的“Ɏ”"),
    "a cell of a book without numbers": (
        lambda path: book(path, (SheetColumn("姓名"), SheetColumn("备注")), LACKING),
        "公务接待登记簿“备注”栏里“40”的记录中的",
    ),
    "a head": (
        lambda path: book(path, (BOOK[0], SheetColumn(f"栏{LACKING}"))),
        "公务接待登记簿的标题、栏目名或落款中的",
    ),
    "the maker": (lambda path: book(path, maker=LACKING), "公务接待登记簿的标题、栏目名或落款中的"),
    "a form": (lambda path: slip(path, LACKING, record="张三 2026-03-07"), "请假审批单（张三 2026-03-07）中的"),
    "an empty form": (lambda path: slip(path, left=f"编号{LACKING}"), "请假审批单中的"),
    "a paragraph": (lambda path: paper(path, Paragraph((f"甲乙{LACKING}",))), "“甲乙\U0010fffd…”中的"),
    "a heading": (lambda path: paper(path, Heading(1, (f"办文{LACKING}",))), "“一、办文\U0010fffd…”中的"),
    "a table": (lambda path: paper(path, Table((Column("甲"),), (((LACKING,),),))), "表格“\U0010fffd…”中的"),
    "a signature": (lambda path: paper(path, signature=f"某镇{LACKING}"), "标题、版头、版记或落款中的"),
}


@pytest.mark.parametrize(("make", "place"), LACKS.values(), ids=LACKS)
def test_a_character_of_no_font_is_placed(make: Make, place: str, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"before")
    with pytest.raises(NoGlyph) as told:
        make(tmp_path / "a.pdf")
    assert str(told.value).startswith(place)
    assert str(told.value).endswith("改用别的字以后再打印。")
    assert str(told.value).count("。") == 1
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"before"


def test_of_several_forms_the_one_is_named(tmp_path: Path) -> None:
    forms = [replace(leave_slip({"reason": each}, "某镇"), record=f"第{each}人") for each in ("甲", LACKING)]
    with pytest.raises(NoGlyph, match=f"请假审批单（第{LACKING}人）中的"):
        write_forms(forms, tmp_path / "a.pdf", FONTS)


@contextlib.contextmanager
def files_end_at(size: int) -> Iterator[None]:
    """No file of this process grows beyond so many bytes: what a full disk is to a program."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("make", [book, slip, paper])
def test_a_disk_that_fills_up_leaves_what_was_there(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"before")
    with pytest.raises(OSError, match="too large") as told, files_end_at(2048):
        make(path)
    assert told.value.filename == str(path)
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    assert path.read_bytes() == b"before"
    make(path)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_full_place_for_finished_pages_is_named() -> None:
    spool = Spool()
    spool.keep(os.urandom(IN_MEMORY - 4096).hex())
    with pytest.raises(OSError, match="too large") as told, files_end_at(65536):
        spool.keep(os.urandom(IN_MEMORY).hex())
    assert told.value.filename == tempfile.gettempdir()
    spool.close()


def vanished(folder: Path) -> Path:
    return folder / "没有" / "a.pdf"


def is_a_file(folder: Path) -> Path:
    (folder / "文件").write_bytes(b"")
    return folder / "文件" / "a.pdf"


def is_a_folder(folder: Path) -> Path:
    (folder / "a.pdf").mkdir()
    return folder / "a.pdf"


@pytest.mark.parametrize(
    ("place", "kind"),
    [(vanished, FileNotFoundError), (is_a_file, NotADirectoryError), (is_a_folder, IsADirectoryError)],
)
def test_a_place_that_cannot_be_written_is_told(place: Make, kind: type[OSError], tmp_path: Path) -> None:
    path = place(tmp_path)
    assert isinstance(path, Path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(kind) as told:
        book(path)
    assert Path(told.value.filename) in (path, path.with_name(".a.pdf.part"))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_file_that_another_program_holds_open_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"before")

    def held(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use", str(source), None, str(target))

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(PermissionError) as told:
        book(path)
    assert told.value.filename == str(path), "the file that the person knows, not the one under way"
    assert [each.name for each in tmp_path.iterdir()] == ["a.pdf"]
    assert path.read_bytes() == b"before"
