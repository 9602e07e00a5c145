"""Which backups stay as time goes by, and that the last whole one always does."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.store.backups import listing, make, origin_of
from app.store.opening import FILE_NAME
from app.store.places import BACKUPS
from app.store.shelf import CONTENTS
from app.store.thinning import kept, thin
from app.store.unpacking import examine
from tests.store.safe_office import furnish

NOW = datetime(2026, 11, 27, 15, 30)
MOMENTS = st.lists(st.datetimes(datetime(2024, 1, 1), NOW), max_size=60)


def test_a_year_of_hourly_backups_is_thinned_as_the_office_is_told() -> None:
    hours = [NOW - timedelta(hours=hour) for hour in range(24 * 365)]
    stay = kept(hours, NOW)
    ages = [NOW - moment for moment in stay]
    assert sum(age < timedelta(days=2) for age in ages) == 48
    assert sum(timedelta(days=2) <= age < timedelta(days=14) for age in ages) in (12, 13)
    assert sum(timedelta(days=14) <= age < timedelta(days=61) for age in ages) in (7, 8)
    assert sum(age >= timedelta(days=61) for age in ages) in (10, 11)


@given(MOMENTS)
def test_the_newest_stays_and_thinning_again_changes_nothing(moments: list[datetime]) -> None:
    stay = kept(moments, NOW)
    assert stay <= set(moments)
    assert not moments or max(moments) in stay
    assert kept(stay, NOW) == stay
    assert {moment for moment in moments if NOW - moment < timedelta(days=2)} <= stay


@given(MOMENTS, st.integers(0, 400))
def test_thinning_as_one_goes_loses_no_month(moments: list[datetime], days: int) -> None:
    later = NOW + timedelta(days=days)
    assert kept(kept(moments, NOW), later) <= kept(moments, later) | kept(moments, NOW)
    months = {(moment.year, moment.month) for moment in moments}
    assert {(moment.year, moment.month) for moment in kept(kept(moments, NOW), later)} == months


def aged(path: Path, at: datetime) -> Path:
    """The backup under the name of an earlier one."""
    return path.rename(path.with_name(f"手动-{at:%Y%m%d-%H%M%S}.zip"))


def test_old_ones_go_with_what_only_they_needed(folder: Path, tmp_path: Path) -> None:
    furnish(folder)
    day = datetime(2026, 3, 10, 8)
    first = aged(make(folder, "手动").path, day)
    lonely = next(path for path in (folder / "附件").rglob("*") if path.is_file())
    lonely.unlink()
    shelved = folder / BACKUPS / CONTENTS / lonely.parent.name / lonely.name
    held = shelved.read_bytes()
    second = aged(make(folder, "手动").path, day + timedelta(hours=1))
    origin = origin_of(folder)
    assert thin(folder / BACKUPS, origin, (), day + timedelta(days=1)) == []
    assert thin(folder / BACKUPS, "another", (), NOW) == []
    assert thin(folder / BACKUPS, origin, (), NOW) == [first]
    assert shelved.read_bytes() == held
    examine(second, tmp_path)
    (folder / BACKUPS / "手动-20260101-080000.zip").write_bytes(b"unreadable")
    second.unlink()
    thin(folder / BACKUPS, origin, (), NOW)
    assert shelved.exists()
    (folder / BACKUPS / "手动-20260101-080000.zip").unlink()
    thin(folder / BACKUPS, origin, (), NOW)
    assert not shelved.exists()
    assert (folder / FILE_NAME).exists()


def test_one_known_to_be_broken_does_not_stand_for_a_whole_one(folder: Path) -> None:
    day = datetime(2026, 3, 10, 8)
    whole = aged(make(folder, "手动").path, day)
    broken = aged(make(folder, "手动").path, day + timedelta(hours=1))
    assert thin(folder / BACKUPS, origin_of(folder), {broken.name}, NOW) == []
    assert [each.path for each in listing(folder / BACKUPS)] == [broken, whole]
