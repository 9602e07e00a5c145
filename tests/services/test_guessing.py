"""Numbers of papers written out, 代字 remembered by sender, and what goes with the office's own 代字."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.desk import Desk
from app.services.guessing import guess, number_alone, written, written_out
from tests.services.linked_office import TODAY, add, opened


@pytest.fixture
def desk(linked_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from opened(linked_folder, tmp_path / "data")


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("云委办2026 61", "", "云委办〔2026〕61号"),
        ("云委办（2026）61号", "", "云委办〔2026〕61号"),
        ("云委办[2026]第061号", "", "云委办〔2026〕61号"),
        ("云委办【２０２６】６１", "", "云委办〔2026〕61号"),
        ("云委办 61", "", "云委办〔2025〕61号"),
        ("61", "云委办", "云委办〔2025〕61号"),
        ("2026-61", "云委办", "云委办〔2026〕61号"),
        ("第7号", "云委办", "云委办〔2025〕7号"),
        ("61", "", "61"),
        ("云委办2026", "", "云委办2026"),
        ("电话通知", "云委办", "电话通知"),
        ("关于开会的通知 3月", "", "关于开会的通知 3月"),
        ("云委办〔2026〕61号", "云政发", "云委办〔2026〕61号"),
    ],
)
def test_a_number_is_written_out(typed: str, code: str, said: str) -> None:
    assert written_out(typed, 2025, code) == said


@given(st.text("云委办政发党", min_size=1, max_size=6), st.integers(1950, 2099), st.integers(1, 99999))
def test_what_is_written_out_stays_as_it_is(code: str, year: int, serial: int) -> None:
    assert written_out(written(code, year, serial), 2000, "别的") == written(code, year, serial)


def test_the_year_is_that_of_the_papers_day() -> None:
    values = {"doc_no": "云委办 8", "received": date(2024, 12, 30)}
    assert number_alone("incoming", "doc_no", values, 2026) == "云委办〔2024〕8号"
    assert number_alone("incoming", "doc_no", {"doc_no": "云委办 8"}, 2026) == "云委办〔2026〕8号"
    assert number_alone("incoming", "title", {"title": "云委办 8"}, 2026) is None


def test_a_code_is_remembered_by_its_sender(desk: Desk) -> None:
    paper = {"received": TODAY, "sender": "县委办公室", "title": "通知"}
    add(desk, "incoming", doc_no="云委办〔2026〕9号", **paper)
    add(desk, "incoming", doc_no="内部电话记录", **paper)
    told = guess(desk, "incoming", "doc_no", paper | {"doc_no": "12"}, 2026)
    assert told == {"doc_no": f"云委办〔{TODAY.year}〕12号"}
    assert guess(desk, "incoming", "doc_no", paper | {"doc_no": "12", "sender": "县水利局"}, 2026) == {}
    guests = {"date": TODAY, "guest_unit": "县委办公室", "letter_no": "3"}
    assert guess(desk, "reception", "letter_no", guests, 2026) == {"letter_no": f"云委办〔{TODAY.year}〕3号"}


def test_a_code_of_ones_own_brings_name_direction_and_kind(desk: Desk) -> None:
    draft = {"title": "关于防汛的通知", "status": "拟稿", "category": "一般性文件", "year": TODAY.year}
    own = {"code": "青政发", "issuer": "政府", "direction": "下行文", "kind": "通知"}
    add(desk, "outgoing", **draft, **own)
    told = guess(desk, "outgoing", "code", {"code": "青政发"}, 2026)
    assert told == {"issuer": "政府", "direction": "下行文", "kind": "通知"}
    assert guess(desk, "outgoing", "code", {"code": "青党发"}, 2026) == {}
