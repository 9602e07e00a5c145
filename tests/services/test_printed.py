"""What was printed is filed with its range and PDF; a bound book goes on where it ended; hidden pages are not kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.models import BY_KEY
from app.services import attachments, books, masking, printed
from app.services.desk import Desk
from app.services.listing import Wanted
from app.services.printed import NoPrint, continuing, copy_of, file_print, of_register, prints
from app.services.records import delete
from app.store.attachments import place_of
from app.store.errors import StoreError
from app.store.tables import PrintedPaper
from tests.services.linked_office import add, opened

LINES = 16
YEAR = 2026


@pytest.fixture
def desk(linked_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from opened(linked_folder, tmp_path / "data")


def spend(desk: Desk, day: date, summary: str = "打印纸") -> int:
    paid = {"budget": 1, "payee": "文具店", "payment": "公务卡", "nature": "办公用品", "amount": 100}
    return add(desk, "expense", date=day, summary=summary, **paid)


def printed_book(desk: Desk, path: Path, first: date, last: date, page: int = 1, row: int = 1) -> int:
    wanted = Wanted("expense", start=first, end=last, descending=False)
    ends = books.print_register(desk, wanted, path, first_page=page, first_row=row)
    return file_print(desk, of_register(desk, wanted, "经费支出台账", ends, page, row), path, ends.pages, "HP 1020")


def test_a_print_is_filed_with_its_range_and_pages(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    spend(desk, date(YEAR, 3, 2))
    printed_book(desk, path, date(YEAR, 3, 1), date(YEAR, 3, 31))
    (one,) = prints(desk)
    assert (one.title, one.span) == ("经费支出台账", "2026年3月1日至2026年3月31日")
    assert (one.pages, one.sent_to, one.is_kept) == (1, "HP 1020", True)
    assert prints(desk, "expense") == [one]
    assert prints(desk, "leave") == []
    again = tmp_path / "again.pdf"
    copy_of(desk, one.id, again)
    assert again.read_bytes() == path.read_bytes()


def test_the_same_pages_twice_are_one_file_and_are_not_cleared_away(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    spend(desk, date(YEAR, 3, 2))
    for _ in range(2):
        printed_book(desk, path, date(YEAR, 3, 1), date(YEAR, 3, 31))
    with desk.store.read() as connection:
        rows = connection.execute(PrintedPaper.__table__.select()).all()
    assert len(rows) == 2
    assert len({row.digest for row in rows}) == 1
    assert attachments.clear_removed(desk) == 0
    assert attachments.verify(desk) == []
    place = place_of(desk.store.folder, rows[0].digest)
    place.chmod(0o600)
    place.write_bytes(b"%PDF changed")
    (said,) = attachments.verify(desk)
    assert "经费支出台账" in said
    assert "已损坏" in said
    with pytest.raises(StoreError, match="已损坏"):
        copy_of(desk, rows[0].id, tmp_path / "no.pdf")
    place.unlink()
    assert "丢失" in attachments.verify(desk)[0]


def test_a_book_goes_on_with_the_day_after_on_the_next_free_line(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    assert continuing(desk, "expense", YEAR, LINES) is None
    for day in (2, 3, 4):
        spend(desk, date(YEAR, 3, day))
    printed_book(desk, path, date(YEAR, 1, 1), date(YEAR, 3, 10))
    found = continuing(desk, "expense", YEAR, LINES)
    assert found is not None
    assert (found.page, found.row) == (1, 4)
    assert (found.wanted.start, found.wanted.end) == (date(YEAR, 3, 11), date(YEAR, 12, 31))
    assert found.words.endswith("打到第 1 页第 3 行，至 3月10日")
    assert found.late == 0
    late = spend(desk, date(YEAR, 3, 5), "补登")
    spend(desk, date(YEAR, 3, 20))
    found = continuing(desk, "expense", YEAR, LINES)
    assert found is not None
    assert found.late == 1
    delete(desk, BY_KEY["expense"], [late])
    printed_book(desk, path, date(YEAR, 3, 11), date(YEAR, 3, 31), page=1, row=4)
    found = continuing(desk, "expense", YEAR, LINES)
    assert found is not None
    assert (found.page, found.row, found.late) == (1, 6, 0)
    assert continuing(desk, "expense", YEAR - 1, LINES) is None


def test_a_full_page_means_the_next(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    for day in range(1, LINES + 1):
        spend(desk, date(YEAR, 3, day))
    printed_book(desk, path, date(YEAR, 1, 1), date(YEAR, 3, 20))
    found = continuing(desk, "expense", YEAR, LINES)
    assert found is not None
    assert (found.page, found.row) == (2, 1)
    assert "已满" in found.words


def test_a_part_of_the_pages_or_records_does_not_lead_the_book_on(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    spend(desk, date(YEAR, 3, 2))
    wanted = Wanted("expense", "打印", start=date(YEAR, 1, 1), end=date(YEAR, 3, 10), descending=False)
    ends = books.print_register(desk, wanted, path)
    told = of_register(desk, wanted, "经费支出台账", ends)
    assert told.span == "2026年1月1日至2026年3月10日（部分记录）"
    file_print(desk, told, path, 1, "HP 1020")
    whole = of_register(desk, Wanted("expense", start=date(YEAR, 1, 1), end=date(YEAR, 3, 10)), "经费支出台账", ends)
    file_print(desk, printed.part_of(whole, "只印 1 页"), path, 1, "HP 1020")
    assert continuing(desk, "expense", YEAR, LINES) is None
    assert prints(desk)[0].span.endswith("，只印 1 页")


def test_pages_with_hidden_values_are_told_and_not_kept(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    case = {"name": "柳暗花", "kind": "检举控告", "content": "某事", "topic": "其他", "channel": "来访"}
    record = add(desk, "petition", date=date(YEAR, 3, 7), **case)
    wanted = Wanted("petition", descending=False)
    ends = books.print_register(desk, wanted, path)
    file_print(desk, of_register(desk, wanted, "信访登记簿", ends), path, 1, "HP 1020")
    masking.reveal(desk, BY_KEY["petition"], [record], "领导阅示")
    ends = books.print_register(desk, wanted, path)
    file_print(desk, of_register(desk, wanted, "信访登记簿", ends), path, 1, "HP 1020")
    hidden, shown = prints(desk)
    assert (hidden.is_kept, shown.is_kept) == (False, True)
    with pytest.raises(NoPrint, match="含保密内容，没有留存"):
        copy_of(desk, hidden.id, tmp_path / "no.pdf")
    with pytest.raises(NoPrint, match="没有这次打印的记录"):
        copy_of(desk, 99, tmp_path / "no.pdf")
