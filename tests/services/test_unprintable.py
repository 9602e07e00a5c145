"""A record with a character of no font, and a place that cannot be written, from the services' side."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.reports.render.fonts import NoGlyph
from app.services import books, paper
from app.services.desk import Desk
from app.services.listing import Wanted
from app.services.pages import keep_copy
from tests.services.conftest import add

LACKING = "\U000323af"
DAY = date(2026, 3, 7)


@pytest.fixture
def leave(office: Desk) -> int:
    """A leave whose reason no font can draw."""
    day = date(2026, 2, 2)
    add(office, "leave", staff=2, kind="事假", start=day, end=day, reason="探亲", status="已批准")
    return add(office, "leave", staff=1, kind="事假", start=DAY, end=DAY, reason=f"看望{LACKING}老师", status="已批准")


def test_a_book_names_register_column_and_record(office: Desk, leave: int, tmp_path: Path) -> None:
    with pytest.raises(NoGlyph, match=f"栏里序号2的记录中的“{LACKING}”字（U\\+323AF）本机没有字体能印出来") as told:
        books.print_register(office, Wanted("leave", descending=False), tmp_path / "a.pdf")
    assert "请销假登记簿“请假事由”栏里" in str(told.value)
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_form_names_itself_and_its_record(office: Desk, leave: int, tmp_path: Path) -> None:
    with pytest.raises(NoGlyph, match=r"请假审批单（张三.*2026-03-07）中的"):
        paper.print_form(office, "leave_slip", [leave], tmp_path / "a.pdf")
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_copy_is_whole_or_not_there(tmp_path: Path) -> None:
    source, target = tmp_path / "a.pdf", tmp_path / "b.pdf"
    source.write_bytes(b"new" * 1000)
    target.write_bytes(b"old")
    keep_copy(source, target)
    assert target.read_bytes() == b"new" * 1000
    with pytest.raises(FileNotFoundError):
        keep_copy(tmp_path / "gone.pdf", target)
    assert target.read_bytes() == b"new" * 1000
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.pdf", "b.pdf"]
