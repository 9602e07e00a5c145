"""会议一条龙: notice, list, cards, seats and minutes of one meeting in one file; the first sits in the middle."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.document import Heading, Paragraph, plain
from app.reports.forms.seating import platform_order, seating
from app.services import official
from app.services.desk import Desk
from app.services.exporting import Stopped
from app.services.meeting_papers import PAPERS, labels, write_papers
from app.services.paper import CannotPrint, print_form
from tests.conftest import opened
from tests.printed_pages import texts_of
from tests.services.linked_office import add


@pytest.fixture
def desk(linked_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from opened(linked_folder, tmp_path / "data")


def meeting(desk: Desk, *people: str, **more: object) -> int:
    held = {
        "title": "防汛工作会",
        "kind": "业务性会议",
        "date": date(2026, 5, 8),
        "start": time(9),
        "venue": "三楼会议室",
    }
    rows = tuple(
        {"name": name, "unit": "", "role": "出席", "present": True, "excuse": None, "phone": None} for name in people
    )
    topics = ({"order": 1, "topic": "研究防汛值守", "office": None, "speakers": "张三", "minutes": 10},)
    usual = {"status": "已召开", "host": 2, "approved": date(2026, 5, 6), "items": topics, "attendance": rows}
    return add(desk, "meeting", **(held | usual | more))


@pytest.mark.parametrize(
    ("people", "seats"),
    [
        ("甲", "甲"),
        ("甲乙", "甲乙"),
        ("甲乙丙", "丙甲乙"),
        ("甲乙丙丁", "丙甲乙丁"),
        ("甲乙丙丁戊", "戊丙甲乙丁"),
        ("甲乙丙丁戊己", "戊丙甲乙丁己"),
    ],
)
def test_the_first_sits_in_the_middle_and_the_second_at_his_left_hand(people: str, seats: str) -> None:
    assert platform_order(tuple(people)) == tuple(seats)


@given(st.integers(0, 40))
def test_nobody_on_the_platform_is_lost(count: int) -> None:
    people = tuple(f"人{number}" for number in range(count))
    assert sorted(platform_order(people)) == sorted(people)


def test_those_on_the_platform_do_not_sit_in_the_hall() -> None:
    rows = [{"name": f"人{number}"} for number in range(20)]
    plan = seating({"attendance": rows, "platform": [{"name": "人3"}, {"name": "人1"}], "host": "人7"}, "办公室")
    assert set(plan.platform) == {"人1", "人3", "人7"}
    assert [len(row) for row in plan.rows] == [8, 8, 1]
    assert not set(plan.platform) & {name for row in plan.rows for name in row}


def test_a_notice_says_when_where_who_and_what_about(desk: Desk) -> None:
    document = official.document_of(desk, "notice", meeting(desk, "张三", "李四"))
    assert document.title == ("关于召开防汛工作会的通知",)
    told = [plain(block.text) for block in document.blocks if isinstance(block, (Heading, Paragraph))]
    assert told[0] == "定于2026年5月8日（星期五）09:00召开防汛工作会，现将有关事项通知如下："
    assert "张三、李四。" in told
    assert "研究防汛值守。" in told
    assert document.signed == date(2026, 5, 6)


def test_the_papers_of_a_meeting_are_one_file_in_their_order(desk: Desk, tmp_path: Path) -> None:
    out, heard = tmp_path / "会.pdf", []
    record = meeting(desk, "张三", "李四")
    pages = write_papers(desk, record, PAPERS, out, progress=lambda done, whole: heard.append((done, whole)))
    texts = texts_of(out)
    assert len(texts) == pages
    order = [
        next(at for at, text in enumerate(texts) if words in text)
        for words in ("的通知", "会议签到表", "座次图", "纪要")
    ]
    assert order == sorted(order)
    assert sum("李　四".replace("　", "") in text for text in texts) >= 4
    assert heard == [(at, 5) for at in range(1, 6)]
    assert write_papers(desk, record, ("sign_in",), out) == 1
    assert list(labels()) == list(PAPERS)


def test_what_cannot_be_printed_is_said(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "会.pdf"
    empty = meeting(desk, host=None)
    with pytest.raises(CannotPrint, match="请至少选一样"):
        write_papers(desk, empty, (), out)
    for key, label in (("name_cards", "桌签"), ("seating", "座次图")):
        with pytest.raises(CannotPrint, match=f"没有{label}可印"):
            print_form(desk, key, [empty], out)
    with pytest.raises(Stopped):
        write_papers(desk, empty, PAPERS, out, cancelled=lambda: True)
    assert not out.exists()


def test_a_large_meeting_goes_on_on_further_sheets(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "座.pdf"
    names = [f"代表{number}" for number in range(200)]
    print_form(desk, "seating", [meeting(desk, *names)], out)
    whole = "".join(texts_of(out))
    assert all(name in whole for name in names)
    with pypdfium2.PdfDocument(out) as pdf:
        assert len(pdf) >= 2
