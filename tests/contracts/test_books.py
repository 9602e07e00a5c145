"""Every register as its bound book: all values stand in it, head and frame on every page, sums exact."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest

from app.models import BY_KEY, REGISTERS
from app.models.register import Register
from app.reports import registers
from app.reports.registers import BookColumn, BookLayout, title_of, too_narrow, usual_layout
from app.reports.render.pdf import LANDSCAPE, PORTRAIT
from app.services import books
from app.services.desk import Desk
from app.services.exporting import Stopped
from app.services.listing import Wanted, all_ids
from app.store.records import HIDDEN, shown
from app.store.surroundings import Office
from tests.conftest import opened
from tests.printed_pages import bare, boxes_of, corners_of, texts_of

EVERY = pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.key)
MOST = 500
"""Records of a register that are printed here: the tests of the press print ten thousand."""
RARE = "䶮𬱖㛃喆堃禤𬀩"


@pytest.fixture(scope="module")
def demo(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    yield from opened(demo_folder, tmp_path_factory.mktemp("books") / "data")


@pytest.fixture
def desk(empty_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from opened(empty_folder, tmp_path / "data")


def cells_of(desk: Desk, register: Register, ids: list[int]) -> Iterator[str]:
    """Every value of the book's columns as it is shown."""
    fields = [field for field in registers.fields_of(register, usual_layout(register)) if field is not None]
    with desk.store.read() as connection:
        for row in shown(connection, register, ids, fields, Office(connection, desk.today())):
            yield from row


@EVERY
def test_every_value_stands_in_the_book(register: Register, demo: Desk, tmp_path: Path) -> None:
    wanted = Wanted(register.key, descending=False)
    ids = list(all_ids(demo, wanted))[:MOST]
    path = tmp_path / "book.pdf"
    books.print_register(demo, wanted, path, rows=(1, MOST) if ids else None)
    pages = texts_of(path)
    whole = "".join(pages)
    missing = {cell for cell in cells_of(demo, register, ids) if cell and bare(cell) not in whole}
    assert missing == set()
    for text in pages:
        assert bare(title_of(register)) in text
        for column in registers.printed_columns(register, usual_layout(register)):
            assert bare(column.label) in text


@EVERY
def test_rules_stand_to_the_millimetre(register: Register, demo: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    has_records = bool(len(all_ids(demo, Wanted(register.key))))
    rows = (1, 60) if has_records else None
    books.print_register(demo, Wanted(register.key, descending=False), path, rows=rows)
    place = LANDSCAPE if register.landscape else PORTRAIT
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            points = corners_of(page)
            xs, ys = [x for x, _ in points], [y for _, y in points]
            assert (min(xs), max(xs)) == pytest.approx((place.left, place.right), abs=0.1)
            assert (min(ys), max(ys)) == pytest.approx((place.head_top, place.bottom), abs=0.1)
            outside = [box for box in boxes_of(page) if not is_inside(box, place.width, place.height)]
            assert outside == []


def is_inside(box: tuple[float, float, float, float], width: float, height: float) -> bool:
    """Whether it stands on the paper, at least 5 mm from its edge."""
    left, bottom, right, top = box
    edge = 5 * 72 / 25.4
    return left >= edge and bottom >= edge and right <= width - edge and top <= height - edge


def receptions(desk: Desk, *days: date) -> None:
    from tests.services.linked_office import add

    for number, day in enumerate(days, 1):
        guests = {
            "guest_unit": "县水利局",
            "purpose": "调研",
            "guests_count": 2,
            "companions": 1,
            "meal_place": "单位食堂",
        }
        add(desk, "reception", date=day, meal_cost=Decimal(100 * number), standard=Decimal(40), meals=1, **guests)


def test_months_are_closed_by_their_sums(desk: Desk, tmp_path: Path) -> None:
    receptions(desk, date(2026, 1, 5), date(2026, 1, 20), date(2026, 3, 2))
    path = tmp_path / "book.pdf"
    year = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}
    printed = books.print_register(desk, Wanted("reception", descending=False, **year), path)
    (text,) = texts_of(path)
    assert "1月小计（2批）42300.00" in text
    assert "3月小计（1批）21300.00" in text
    assert "本页合计（3批）63600.00" in text
    assert "累计（3批）63600.00" in text
    assert (printed.page, printed.row) == (1, 6)
    begun = Wanted("reception", descending=False, start=date(2026, 1, 1), end=date(2026, 3, 10))
    books.print_register(desk, begun, path)
    assert "1月小计" in texts_of(path)[0]
    assert "3月小计" not in texts_of(path)[0]


def test_a_month_that_was_begun_on_the_pages_before_is_closed_whole(desk: Desk, tmp_path: Path) -> None:
    receptions(desk, date(2026, 1, 5), date(2026, 3, 1), date(2026, 3, 20))
    path = tmp_path / "book.pdf"
    later = Wanted("reception", descending=False, start=date(2026, 3, 15), end=date(2026, 12, 31))
    books.print_register(desk, later, path, first_page=2)
    (text,) = texts_of(path)
    assert "3月小计（2批）42500.00" in text
    assert "本页合计（1批）21300.00" in text
    assert "累计（3批）63600.00" in text


def test_what_was_asked_for_and_is_not_there_is_told(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "book.pdf"
    for wanted in (Wanted("leave", start=date(2026, 3, 1), end=date(2026, 3, 31)), Wanted("leave", find="某人")):
        with pytest.raises(books.CannotPrintBook, match="这个范围里请销假没有记录，没有打印"):
            books.print_register(desk, wanted, path)
        assert not path.exists()
    assert books.print_register(desk, Wanted("leave"), path).pages == 1
    assert "销假签字" in texts_of(path)[0]


def test_the_office_chooses_its_columns_and_takes_them_back(desk: Desk, tmp_path: Path) -> None:
    from tests.services.linked_office import add

    register, path = BY_KEY["incoming"], tmp_path / "book.pdf"
    add(desk, "incoming", received=date(2026, 3, 7), sender="县委办公室", title="通知", pages=3)
    chosen = BookLayout((BookColumn("title", width=3.0), BookColumn("pages"), BookColumn(label="领取人")), False)
    books.keep_layout(desk, register, chosen)
    assert books.layout_of(desk, register) == chosen
    books.print_register(desk, Wanted("incoming"), path)
    (text,) = texts_of(path)
    assert "标题页数领取人" in text
    assert "通知3" in text
    assert "来文单位" not in text
    with pypdfium2.PdfDocument(path) as pdf:
        assert pdf[0].get_width() < pdf[0].get_height()
    books.keep_layout(desk, register, usual_layout(register))
    assert desk.setting("book:incoming") is None
    assert books.layout_of(desk, register) == usual_layout(register)


def test_a_column_that_a_later_version_lacks_is_passed_over(desk: Desk) -> None:
    register = BY_KEY["leave"]
    told = [
        {"key": "gone", "label": "", "width": 1.0},
        {"key": "staff", "label": "", "width": 0},
        {"label": "", "key": ""},
    ]
    desk.set_setting("book:leave", {"columns": told, "landscape": True})
    assert books.layout_of(desk, register).columns == (BookColumn("staff"),)
    desk.set_setting("book:leave", {"columns": told[:1], "landscape": True})
    assert books.layout_of(desk, register) == usual_layout(register)


def test_columns_are_named_by_key_or_label(desk: Desk) -> None:
    register = BY_KEY["leave"]
    keys = [column.key for column in books.chosen_layout(register, "序号，staff、开始日期,days").columns]
    assert keys == ["book_number", "staff", "start", "days"]
    with pytest.raises(books.CannotPrintBook, match="请销假没有「天气」这一栏"):
        books.chosen_layout(register, "序号,天气")
    with pytest.raises(books.CannotPrintBook, match="请写明要印的栏目"):
        books.chosen_layout(register, " ，")


def test_columns_that_cannot_be_read_are_named() -> None:
    register = BY_KEY["meeting"]
    every = tuple(BookColumn(field.key) for field in register.fields if registers.may_stand(field))
    assert too_narrow(register, BookLayout(every, False))
    for each in REGISTERS:
        assert too_narrow(each, usual_layout(each)) == (), each.key


def test_hidden_values_and_rare_names_print(desk: Desk, tmp_path: Path) -> None:
    from tests.services.linked_office import add

    path = tmp_path / "book.pdf"
    add(desk, "office", name=f"{RARE}所")
    case = {"name": "柳暗花", "kind": "检举控告", "content": "某事", "topic": "其他", "channel": "来访"}
    add(desk, "petition", date=date(2026, 3, 7), **case)
    books.print_register(desk, Wanted("office"), path)
    assert f"{RARE}所" in texts_of(path)[0]
    books.print_register(desk, Wanted("petition"), path)
    (text,) = texts_of(path)
    assert HIDDEN in text
    assert "柳暗花" not in text


def test_printing_is_heard_and_can_be_cancelled(demo: Desk, tmp_path: Path) -> None:
    path, heard = tmp_path / "book.pdf", []
    wanted = Wanted("visit", descending=False)
    count = len(all_ids(demo, wanted))
    books.print_register(demo, wanted, path, progress=lambda done, whole: heard.append((done, whole)))
    assert heard == [(min(at, count), count) for at in range(400, count + 400, 400)]
    path.unlink()
    for answers in ([True], [False, True], [False] * 8 + [True]):
        asked = iter(answers)
        with pytest.raises(Stopped):
            books.print_register(demo, wanted, path, cancelled=lambda asked=asked: next(asked, True))
        assert list(tmp_path.iterdir()) == []
