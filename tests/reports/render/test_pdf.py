"""The printed register read back from its file: texts, totals, heads and rules of every page."""

import tracemalloc
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from app.reports.render.fonts import Fonts, NoGlyph
from app.reports.render.pdf import LANDSCAPE, LINE, PORTRAIT, Geometry, PrintCancelled, write_register
from app.reports.sheet import Sheet, SheetColumn, SheetRow, shown_amount

FONTS = Fonts(())
COLUMNS = (
    SheetColumn("序号", 0.6, "center"),
    SheetColumn("姓名", 1.0, "center"),
    SheetColumn("事由", 3.0),
    SheetColumn("日期", 1.2, "center"),
    SheetColumn("金额（元）", 1.2, "right", total=True),
    SheetColumn("备注", 1.4),
)
NAMES = ("张伟", "欧阳䶮", "陈喆堃", "李𬱖")


def record(number: int, reason: str = "回乡探望父母，当日返岗", fen: int = 123450) -> SheetRow:
    amount = Decimal(fen) / 100
    name = NAMES[number % len(NAMES)]
    return SheetRow((str(number), name, f"{reason}{number}", "2026-03-07", shown_amount(amount), ""), (amount,))


def sheet(rows: Iterable[SheetRow], **changes: object) -> Sheet:
    values = {
        "unit_line": "编制单位：某镇党政办公室",
        "period_line": "2026年1月1日至12月31日",
        "maker": "林一",
    } | changes
    return Sheet("公务接待登记簿", COLUMNS, rows, **values)


@pytest.fixture
def printed(tmp_path: Path) -> Callable[..., list[str]]:
    """Prints a sheet and gives the text of each page."""

    def work(value: Sheet) -> list[str]:
        path = tmp_path / "book.pdf"
        pages = write_register(value, path, fonts=FONTS).pages
        document = pypdfium2.PdfDocument(path)
        assert len(document) == pages
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]

    return work


def test_every_page_has_title_head_and_number(printed) -> None:
    pages = printed(sheet([record(number) for number in range(1, 61)]))
    assert len(pages) == 4
    for number, text in enumerate(pages, start=1):
        assert "公务接待登记簿" in text
        assert "序号 姓名 事由 日期 金额（元） 备注" in text
        assert f"第 {number} 页　共 4 页" in text
        assert ("制表：林一" in text) == (number == 4)
        assert ("审核：" in text) == (number == 4)


def test_every_value_stands_in_the_book(printed) -> None:
    rows = [record(number) for number in range(1, 3001)]
    whole = "\n".join(printed(sheet(rows, landscape=False)))
    for row in rows:
        assert row.cells[2] in whole
        assert row.cells[1] in whole


def test_page_and_running_totals_are_exact(printed) -> None:
    pages = printed(sheet([record(number, fen=10 * number + 1) for number in range(1, 41)]))
    assert "本页合计 13.76" in pages[0]
    assert "累计 13.76" in pages[0]
    assert "本页合计 39.36" in pages[1]
    assert "累计 53.12" in pages[1]
    assert "累计 82.40" in pages[2]


def test_a_bound_book_goes_on(printed) -> None:
    pages = printed(sheet([record(1)], first_page=13, brought_forward=(Decimal("1000.10"),)))
    assert "第 13 页　共 13 页" in pages[0]
    assert "本页合计 1,234.50" in pages[0]
    assert "累计 2,234.60" in pages[0]


def test_on_a_page_printed_already_only_texts_are_put(printed) -> None:
    pages = printed(sheet([record(number) for number in range(15, 20)], first_row=15, first_page=3))
    assert "登记簿" not in pages[0]
    assert "合计" not in pages[0]
    assert "探望父母，当日返岗15" in pages[0]
    assert "探望父母，当日返岗17" in pages[1]
    assert "第 4 页　共 4 页" in pages[1]


def test_an_empty_register_is_a_page_of_ruled_lines(printed) -> None:
    pages = printed(sheet([]))
    assert len(pages) == 1
    assert "第 1 页　共 1 页" in pages[0]
    assert "累计 0.00" in pages[0]


def test_a_text_longer_than_a_page_goes_on(printed) -> None:
    pages = printed(sheet([record(1), record(2, reason="惠民政策" * 1000), record(3)]))
    assert len(pages) == 3
    assert sum(text.count("惠") for text in pages) == 1000
    assert "2续" in pages[1]


@pytest.mark.parametrize(("landscape", "place"), [(True, LANDSCAPE), (False, PORTRAIT)])
def test_nothing_stands_outside_the_margins(tmp_path: Path, landscape: bool, place: Geometry) -> None:
    path = tmp_path / "book.pdf"
    rows = [record(number, reason="很长的事由，" * number) for number in range(1, 40)]
    write_register(sheet(rows, landscape=landscape), path)
    for page in pypdfium2.PdfDocument(path):
        assert page.get_size() == pytest.approx((place.width, place.height), abs=0.01)
        for item in page.get_objects():
            left, bottom, right, top = item.get_bounds()
            assert left >= place.left - 1.5
            assert right <= place.right + 1.5
            assert top <= place.height - place.top + 1
            assert bottom >= 8 * 72 / 25.4


def test_lines_are_ruled_to_the_foot(tmp_path: Path, corners) -> None:
    path = tmp_path / "book.pdf"
    write_register(sheet([record(1)]), path, fonts=FONTS)
    page = pypdfium2.PdfDocument(path)[0]
    points = corners(page)
    expected = [LANDSCAPE.head_top, *(LANDSCAPE.body_top + line * LINE for line in range(LANDSCAPE.lines + 1))]
    assert sorted({round(y) for _, y in points}) == sorted(round(y) for y in expected)
    assert min(x for x, _ in points) == pytest.approx(LANDSCAPE.left, abs=0.01)
    assert max(x for x, _ in points) == pytest.approx(LANDSCAPE.right, abs=0.01)


def test_a_character_of_no_font_names_its_record(tmp_path: Path) -> None:
    with pytest.raises(NoGlyph, match="序号7的记录中的“\U0010fffd”字"):
        write_register(sheet([record(6), record(7, reason="\U0010fffd")]), tmp_path / "book.pdf", fonts=FONTS)
    assert not list(tmp_path.iterdir())


def test_progress_is_told_and_printing_can_be_stopped(tmp_path: Path) -> None:
    heard: list[int] = []
    write_register(sheet([record(n) for n in range(1, 50)]), tmp_path / "book.pdf", heard.append, fonts=FONTS)
    assert heard == [17, 33, 49]
    with pytest.raises(PrintCancelled):
        write_register(sheet(map(record, range(1, 50))), tmp_path / "no.pdf", None, lambda: True, FONTS)
    assert [path.name for path in tmp_path.iterdir()] == ["book.pdf"]


def test_a_failed_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "book.pdf"
    path.write_bytes(b"old")

    def full_disk(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        write_register(sheet([record(1)]), path, fonts=FONTS)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1
    with pytest.raises(FileNotFoundError):
        write_register(sheet([record(1)]), tmp_path / "nowhere" / "book.pdf", fonts=FONTS)


def test_fonts_are_embedded_as_subsets_and_metadata_is_ours(tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    write_register(sheet([record(1)]), path, fonts=FONTS)
    document = pypdfium2.PdfDocument(path)
    assert path.stat().st_size < 200_000
    data = document.get_metadata_dict()
    assert (data["Title"], data["Author"], data["Creator"], data["Producer"]) == ("公务接待登记簿", "", "台账", "台账")
    assert b"FontFile2" in path.read_bytes()


def test_a_narrow_column_is_widened_for_its_dates(printed) -> None:
    columns = (SheetColumn("序号", 1), SheetColumn("日期", 0.1), SheetColumn("事由", 5), SheetColumn("备注", 1))
    (text,) = printed(Sheet("登记簿", columns, [SheetRow(("1", "2026-03-07", "事由", ""))]))
    assert "1 2026-03-07 事由" in text


def test_many_narrow_columns_still_print(printed) -> None:
    columns = tuple(SheetColumn(f"栏{number}", 1) for number in range(30))
    (text,) = printed(Sheet("登记簿", columns, [SheetRow(("2026-03-07",) * 30)]))
    assert text.replace("\n", "").count("2026-") == 30


def peak(path: Path, rows: int) -> float:
    """Megabytes that the program itself holds at most while it prints so many records."""
    tracemalloc.start()
    write_register(sheet(map(record, range(1, rows + 1))), path, fonts=FONTS)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1024 / 1024


def test_memory_grows_with_a_page_and_not_with_the_book(tmp_path: Path) -> None:
    peak(tmp_path / "warm.pdf", 200)
    short, long = peak(tmp_path / "short.pdf", 2000), peak(tmp_path / "long.pdf", 12000)
    assert (tmp_path / "long.pdf").stat().st_size > 5 * (tmp_path / "short.pdf").stat().st_size
    assert long - short < 6


def test_longest_texts_stand_whole(printed, standard_characters: str) -> None:
    long = standard_characters[:2000]
    rows = [record(1), SheetRow(("2", "欧阳䶮", long, "2026-03-07", "1.00", long[:300]), (Decimal(1),)), record(3)]
    whole = "".join(printed(sheet(rows)))
    assert [character for character in long if character not in whole] == []
