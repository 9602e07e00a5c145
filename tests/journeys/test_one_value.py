"""The path of one value: typed «3月7日» to the number in the Word file, and back by the trace to the record.

Typed or from a workbook, the value enters at the same door; every step of architecture.md is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from app.models import BY_KEY
from app.papers.reading import read_figures
from app.services import counting, importing, listing, reading, records, summaries, undoing
from app.services.desk import Desk, open_desk
from app.services.listing import Wanted
from app.services.settings import set_names
from app.store.records import load

TODAY = date(2026, 11, 23)
VISIT = BY_KEY["visit"]
TYPED = {
    "date": "3月7日",
    "staff": "zs",
    "village": "柳溪村",
    "kind": "入户走访",
    "days": "半天",
    "households": "3户",
    "found": "路灯不亮",
}


@pytest.fixture
def desk(empty_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk on 23 November 2026, with one office, one person, one village."""
    import shutil

    class ThatDay(Desk):
        def today(self) -> date:
            return TODAY

    shutil.copytree(empty_folder, tmp_path / "data")
    opened = open_desk(tmp_path / "data", "王芳")
    at_work = ThatDay(opened.store, opened.who)
    set_names(at_work, {"town": "云禾镇", "county": "澄川县", "office": "云禾镇党政办公室"})
    for register, values in (
        ("office", {"name": "财政所"}),
        ("staff", {"name": "张三", "office": 1, "duty_class": "其他机关干部"}),
        ("village", {"name": "柳溪村"}),
    ):
        records.save(at_work, BY_KEY[register], records.blank_for(BY_KEY[register]) | values)
    yield at_work
    at_work.close()


def typed(desk: Desk) -> dict[str, Any]:
    """The draft that the typed texts become; the person is chosen by initials."""
    (person, name, _), *_ = reading.completions(desk, "staff", TYPED["staff"])
    assert name == "张三"
    values, wrong = reading.read_record(desk, VISIT, {**TYPED, "staff": name})
    assert wrong == []
    assert values["staff"] == person
    return values


def figure(desk: Desk, key: str, **by: str) -> Any:
    return counting.figures_of(desk, 2026, key=key, by=by)[0].value


def numbers_in(path: Path) -> dict[str, str]:
    """Figure key → its words in the Word file, the first of each."""
    found: dict[str, str] = {}
    for tag, words in read_figures(path):
        found.setdefault(tag.partition("|")[0], words)
    return found


def test_a_typed_day_walks_to_the_number_in_the_paper_and_back(desk: Desk, tmp_path: Path) -> None:
    values = typed(desk)
    assert (values["date"], values["days"], values["households"]) == (date(2026, 3, 7), Decimal("0.5"), 3)
    desk.keep_draft(VISIT, values)
    kept = desk.draft(VISIT)
    assert kept is not None
    assert kept[1] == values
    saved = records.save(desk, VISIT, records.blank_for(VISIT) | values)
    with desk.store.read() as connection:
        assert load(connection, VISIT, [saved.id])[saved.id]["date"] == date(2026, 3, 7)
    assert [line.split(" ", 2)[2] for line in undoing.history(desk, VISIT, saved.id)] == ["王芳 登记了这条记录"]
    (row,) = listing.first_page(desk, Wanted("visit")).rows
    assert row[1:4] == ["2026-03-07", "张三", "柳溪村"]
    assert list(listing.all_ids(desk, Wanted("visit", "ldbl"))) == [saved.id]
    assert [figure(desk, key) for key in ("visits.times", "visits.days", "visits.households")] == [1, Decimal("0.5"), 3]
    assert figure(desk, "visits.times", kind="蹲点") == 0

    written = summaries.write(desk, "annual", 2026, tmp_path / "总结.docx", sources=tmp_path / "来源.docx")
    words = numbers_in(tmp_path / "总结.docx")
    assert (words["visits.times"], words["visits.days"], words["visits.households"]) == ("1次", "0.5天", "3户次")
    assert "下村1次，累计0.5天，走访群众3户次" in "".join(summaries.texts_of(written.document))

    used = next(each for each in written.figures if each.key == "visits.times")
    with desk.store.read() as connection:
        (behind,) = summaries.records_behind(connection, used)
    assert (behind.register, behind.id, behind.date) == ("visit", saved.id, date(2026, 3, 7))
    assert reading.show(desk, VISIT, saved.values)["date"] == "2026-03-07"


def test_a_day_in_a_workbook_walks_the_same_way(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "2026年民情日记.xlsx"
    heads = ("走访日期", "姓名", "所到村(社区)", "走访方式", "天数", "走访户数", "发现的问题")
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("1月")
        sheet.write_row(0, 0, ["云禾镇2026年民情日记"])
        sheet.write_row(1, 0, heads)
        sheet.write_row(2, 0, ["3月7日", "张三", "柳溪村", "入户走访", "半天", "3户", "路灯不亮"])
    told = importing.store_preview(desk, importing.preview(desk, VISIT, path))
    assert (told.imported, told.errors) == (1, [])
    (record,) = listing.all_ids(desk, Wanted("visit"))
    with desk.store.read() as connection:
        imported = load(connection, VISIT, [record])[record]
    expected = typed(desk)
    assert {key: imported[key] for key in expected} == expected

    summaries.write(desk, "conduct", 2026, tmp_path / "总结.docx")
    assert numbers_in(tmp_path / "总结.docx")["visits.times"] == "1次"
    (behind,) = counting.traced(desk, "visits.times", 2026)
    assert (behind.id, behind.date) == (record, date(2026, 3, 7))

    undoing.undo(desk)
    assert figure(desk, "visits.times") == 0
    summaries.write(desk, "conduct", 2026, tmp_path / "再写.docx")
    assert "visits.days" not in numbers_in(tmp_path / "再写.docx")


def test_what_is_changed_or_deleted_is_no_longer_counted(desk: Desk, tmp_path: Path) -> None:
    saved = records.save(desk, VISIT, records.blank_for(VISIT) | typed(desk))
    records.save(desk, VISIT, {"date": date(2025, 3, 7)}, saved.id)
    assert figure(desk, "visits.times") == 0
    undoing.undo(desk)
    assert figure(desk, "visits.times") == 1
    records.delete(desk, VISIT, [saved.id])
    assert figure(desk, "visits.times") == 0
    assert counting.traced(desk, "visits.times", 2026) == []


@pytest.mark.parametrize("text", ["3月32日", "2月30日", "明年"])
def test_a_day_that_is_none_stops_at_the_door(desk: Desk, text: str) -> None:
    values, wrong = reading.read_record(desk, VISIT, {"date": text})
    assert "date" not in values
    ((key, sentence),) = wrong
    assert key == "date"
    assert sentence.startswith(f"日期：「{text}」不是")
