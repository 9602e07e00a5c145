"""What a PDF carries of its fonts: the outlines of the characters that stand in it, and nothing else."""

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from app.reports.document import Chart, Column, Document, Heading, Paragraph, Table
from app.reports.forms.reception_list import reception_list
from app.reports.render.fonts import Fonts
from app.reports.render.pdf import write_register
from app.reports.render.pdf_document import write_pdf
from app.reports.render.pdf_form import write_form
from app.reports.sheet import Sheet, SheetColumn, SheetRow
from tests.reports.render.embedded import fonts_of, written_in

FONTS = Fonts(())
BOOK = (SheetColumn("序号", 0.6), SheetColumn("姓名", 1.0), SheetColumn("金额（元）", 1.2, "right", total=True))


def register(path: Path) -> None:
    rows = [SheetRow((str(number), "欧阳䶮", "1,234.50"), (Decimal("1234.50"),)) for number in range(1, 301)]
    write_register(Sheet("公务接待登记簿", BOOK, rows, maker="林一"), path, fonts=FONTS)


def form(path: Path) -> None:
    guests = [{"name": f"来宾{number}号", "unit": "县农业农村局"} for number in range(30)]
    write_form(reception_list({"guests": guests, "meal_cost": Decimal(80)}, "某镇党政办公室"), path, FONTS)


def summary(path: Path) -> None:
    chart = Chart("每月收文", ("1月", "2月"), (("收文", (3, 5)),), "件")
    table = Table((Column("序号"), Column("内容")), ((("1",), ("惠民实事",)),))
    blocks = (Heading(1, ("办文",)), Heading(2, ("收文",)), Paragraph(("全年收文612件。",) * 40), chart, table)
    write_pdf(Document(("某镇党政办公室", "2026年工作总结"), blocks, signature="某镇"), path, FONTS)


@pytest.mark.parametrize(("made", "most"), [(register, 40_000), (form, 40_000), (summary, 40_000)])
def test_a_pdf_carries_what_stands_in_it_only(made: Callable[[Path], None], most: int, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    made(path)
    data = path.read_bytes()
    names = re.findall(rb"/BaseFont /([^\s/<>]+)", data)
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+[A-Za-z0-9-]+", name) for name in names)
    assert len(names) == len(set(names)) == data.count(b"/FontFile2")
    fonts = fonts_of(path)
    assert {font.name for font in fonts} == {name.split(b"+")[1].decode() for name in names}
    glyphs = sum(font.font["maxp"].numGlyphs for font in fonts)
    assert glyphs <= len(written_in(path)) + 3 * len(fonts), "beside what is read the spaces and the box"
    assert all("GSUB" not in font.font and "name" in font.font for font in fonts)
    assert len(data) < most
