"""The invented township of `demo`: whole, plausible, the same each time, and nothing of it still to come."""

from __future__ import annotations

import time
import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.models import BY_KEY, REGISTERS
from app.models.base import Base
from app.services import counting, undoing
from app.services.demo import make_demo
from app.services.desk import Desk, open_desk
from app.services.listing import Wanted, all_ids, counts, shown_records
from app.store.tables import SearchQueue
from tests.conftest import opened

TODAY = date(2026, 3, 18)
FOLDER = Path(__file__).parents[2] / "resources" / "demo"
PLANNED = {
    ("campaign", "end"),
    ("leave", "end"),
    ("incoming", "meeting_date"),
    ("project", "deadline"),
    ("vehicle", "insured"),
    ("vehicle", "inspected"),
    ("disclosure", "renew_by"),
}
"""Days that are planned, besides 期限."""


def on(day: date, folder: Path) -> Desk:
    """A desk at which it is that day."""

    class AtThatDay(Desk):
        def today(self) -> date:
            return day

    opened_desk = open_desk(folder, "文书")
    return AtThatDay(opened_desk.store, opened_desk.who)


@pytest.fixture(scope="module")
def demo(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("demo") / "data"
    next(opened(empty_folder, folder)).close()
    desk = on(TODAY, folder)
    make_demo(desk, 2026)
    yield desk
    desk.close()


def test_a_whole_township_is_made_quickly(desk: Desk) -> None:
    begun = time.process_time()
    made = make_demo(desk, 2025)
    assert time.process_time() - begun < 20
    assert made >= 9000
    both = [counts(desk, 2024), counts(desk, 2025)]
    assert all(both[0][register.key] or both[1][register.key] for register in REGISTERS)
    assert both[0]["visit"] > 500
    assert both[1]["incoming"] > 100


def test_no_day_lies_in_the_future(demo: Desk) -> None:
    with demo.store.read() as connection:
        for register in REGISTERS:
            table = Base.metadata.tables[register.key]
            for field in register.fields:
                if field.type_name != "date" or field.key == "due" or (register.key, field.key) in PLANNED:
                    continue
                last = connection.execute(select(func.max(field.column)).where(table.c.trashed_at.is_(None))).scalar()
                assert last is None or last <= TODAY, (register.key, field.key)


def test_every_record_is_one_that_a_clerk_could_have_saved(demo: Desk) -> None:
    from app.services.records import misfits
    from app.store.records import load

    with demo.store.read() as connection:
        for register in REGISTERS:
            ids = list(all_ids(demo, Wanted(register.key)))
            for record, values in load(connection, register, ids).items():
                assert list(misfits(connection, register, values, record)) == []


def test_every_register_is_filled_and_most_hold_many(demo: Desk) -> None:
    sizes = {register.key: len(all_ids(demo, Wanted(register.key))) for register in REGISTERS}
    assert min(sizes.values()) >= 1
    assert sum(size >= 10 for size in sizes.values()) >= len(REGISTERS) * 3 // 4, sizes


def test_every_link_leads_to_a_record(demo: Desk) -> None:
    with demo.store.read() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    for key, field in (
        ("staff", "branch"),
        ("study", "branch"),
        ("campaign", "team"),
        ("visit", "topic"),
        ("expense", "vehicle_use"),
        ("expense", "project"),
        ("seal", "document"),
        ("certificate", "seal"),
        ("essay", "topic"),
        ("assistance", "household"),
        ("disclosure", "meeting"),
        ("supervision", "incoming"),
        ("income", "reception"),
        ("next_step", "answers"),
    ):
        column = BY_KEY[key].by_key[field].column
        with demo.store.read() as connection:
            assert connection.execute(select(func.count()).where(column.is_not(None))).scalar(), (key, field)


def test_every_figure_without_compulsory_parameters_is_counted(demo: Desk) -> None:
    told = counting.figures_of(demo, 2025)
    assert len(told) > 200
    filled = [each for each in told if each.value not in (None, 0, Decimal(0))]
    assert len(filled) > len(told) * 4 // 5, sorted(each.key for each in told if each not in filled)


def test_numbers_run_without_gaps(demo: Desk) -> None:
    with demo.store.read() as connection:
        for register in REGISTERS:
            table = Base.metadata.tables[register.key]
            asked = select(func.max(table.c.book_number), func.count()).group_by(table.c.book_year)
            assert all(last == count for last, count in connection.execute(asked))


def test_the_index_is_complete_and_people_are_found_by_initials(demo: Desk) -> None:
    with demo.store.read() as connection:
        assert connection.execute(select(func.count()).select_from(SearchQueue)).scalar() == 0
    found = shown_records(demo, BY_KEY["staff"], all_ids(demo, Wanted("staff", "szy")))
    assert [one["name"] for one in found] == ["单志远"]
    assert len(all_ids(demo, Wanted("visit", "灌渠"))) > 10


def test_the_year_before_has_broken_and_near_limits_but_few(demo: Desk) -> None:
    verdicts = {each.key: each for each in counting.checked(demo, 2025)}
    broken = {key for key, each in verdicts.items() if each.state == "broken"}
    assert {"visits.days_leaders", "meetings.plenary_per_month", "budget.not_exceeded", "reception.letter"} <= broken
    assert {
        "press.reporters",
        "seals.approved",
        "essays.reports",
        "outings.upper_consent",
        "conduct.ten_bans",
    } <= broken
    kept = ("disclosure.quarterly_accounts", "zero_reports.honest", "reception.village_meal", "duty.leader_and_log")
    assert [verdicts[key].state for key in kept] == ["met"] * len(kept)
    assert sum(each.state == "met" for each in verdicts.values()) > len(broken)
    assert any(each.state == "near" for each in verdicts.values())
    assert all(len(each.findings) < 12 for each in verdicts.values() if each.state == "broken")


def test_most_leaders_reach_their_days(demo: Desk) -> None:
    told = {each.key: each for each in counting.checked(demo, 2025)}["visits.days_leaders"]
    assert [finding.subject for finding in told.findings] == ["单志远"]


def test_highlights_stand_ready_for_the_summary(demo: Desk) -> None:
    told = []
    with demo.store.read() as connection:
        for register in REGISTERS:
            column = register.by_key["highlight"].column
            told += connection.execute(select(column).where(column.is_not(None))).scalars()
    assert len(told) >= 8
    assert all(each.endswith(("。", "”。")) for each in told)


def test_honours_make_a_streak(demo: Desk) -> None:
    (told,) = counting.figures_of(
        demo, 2025, key="honours.streak", by={"title": "综合目标考核先进单位", "holder": "云禾镇"}
    )
    assert told.value == 3


def test_the_same_day_gives_the_same_township(demo: Desk, empty_folder: Path, tmp_path: Path) -> None:
    next(opened(empty_folder, tmp_path / "again")).close()
    again = on(TODAY, tmp_path / "again")
    make_demo(again, 2026)
    for register in (BY_KEY["expense"], BY_KEY["outgoing"]):
        wanted = Wanted(register.key)
        assert shown_records(again, register, all_ids(again, wanted)) == shown_records(
            demo, register, all_ids(demo, wanted)
        )
    again.close()


def test_the_office_is_named(demo: Desk) -> None:
    assert [demo.setting(key) for key in ("town", "county", "office")] == ["云禾镇", "澄川县", "云禾镇党政办公室"]


def test_a_folder_with_records_and_a_year_to_come_are_refused(demo: Desk, desk: Desk) -> None:
    with pytest.raises(ValueError, match="已有记录"):
        make_demo(demo, 2026)
    with pytest.raises(ValueError, match="2099"):
        make_demo(desk, 2099)
    assert sum(counts(desk, desk.today().year).values()) == 0


def test_one_undo_takes_the_township_away(desk: Desk) -> None:
    make_demo(desk, 2025)
    assert undoing.undo(desk) == "已撤回：生成虚构乡镇的示例数据。"
    assert sum(counts(desk, 2025).values()) + sum(counts(desk, 2024).values()) == 0


def test_texts_use_full_width_marks() -> None:
    for path in FOLDER.glob("*.toml"):
        for value in tomllib.loads(path.read_text("utf-8")).values():
            lines = [line for line in value if isinstance(line, str)] if isinstance(value, list) else [str(value)]
            assert not [
                line
                for line in lines
                if any(mark in line.replace("村(社区)", "").replace("维修(护)费", "") for mark in ",;:!?")
            ]


def test_the_first_day_of_a_year_is_no_obstacle(empty_folder: Path, tmp_path: Path) -> None:
    next(opened(empty_folder, tmp_path / "early")).close()
    early = on(date(2026, 1, 1), tmp_path / "early")
    assert make_demo(early, 2026) >= 4000
    assert counts(early, 2025)["visit"] > 500
    early.close()
