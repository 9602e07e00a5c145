"""An older file is upgraded on a verified copy, compared and put in place; a failure leaves the old file as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text

from app.store import upgrading
from app.store.errors import StoreDamaged, StoreError
from app.store.opening import FILE_NAME, open_store
from app.store.places import BACKUPS
from app.store.unpacking import unpack
from tests.store.conftest import digest

KNOWN, NOW = upgrading.VERSIONS, upgrading.HEAD
NEXT = f"{int(NOW) + 1:04d}"
"""A version that is still to come."""
COMING = '''
"""A column more."""
revision = "{next}"
down_revision = "{now}"

import sqlalchemy as sa
from alembic import op


def upgrade():
    with op.batch_alter_table("budget") as table:
        table.add_column(sa.Column("owner", sa.Text()))
    {more}
'''


@pytest.fixture
def coming(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Migrations with one more, and a program that knows all versions; the file to write it to."""
    scripts = tmp_path / "migrations"
    shutil.copytree(upgrading.MIGRATIONS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(upgrading, "MIGRATIONS", scripts)
    monkeypatch.setattr(upgrading, "VERSIONS", (*KNOWN, NEXT))
    monkeypatch.setattr(upgrading, "HEAD", NEXT)
    return scripts / "versions" / f"{NEXT}_a_column_more.py"


def written(coming: Path, more: str = "pass") -> None:
    coming.write_text(COMING.format(next=NEXT, now=NOW, more=more), "utf-8")


def test_the_newest_version_is_that_of_the_migrations() -> None:
    config = Config()
    config.set_main_option("script_location", str(upgrading.MIGRATIONS))
    script = ScriptDirectory.from_config(config)
    assert script.get_heads() == [upgrading.HEAD]
    assert tuple(each.revision for each in reversed(list(script.walk_revisions()))) == upgrading.VERSIONS


def test_a_file_of_this_version_is_not_touched(folder: Path) -> None:
    before = digest(folder)
    upgrading.bring_up_to_date(folder / FILE_NAME)
    assert digest(folder) == before


def test_an_older_file_is_upgraded_and_kept(folder: Path, coming: Path) -> None:
    written(coming)
    counted = upgrading.counts(folder / FILE_NAME)
    store = open_store(folder)
    with store.read() as connection:
        assert connection.execute(text("SELECT name, owner FROM budget ORDER BY id")).all() == [
            ("办公用品费", None),
            ("印刷费", None),
        ]
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
    store.close()
    assert upgrading.version_of(folder / FILE_NAME) == NEXT
    assert upgrading.counts(folder / FILE_NAME) == counted
    (kept,) = (folder / BACKUPS).iterdir()
    assert kept.name.startswith(f"升级前-{NOW}-")
    unpack(kept, folder.parent / "取出")
    assert upgrading.version_of(folder.parent / "取出" / FILE_NAME) == NOW
    assert upgrading.counts(folder.parent / "取出" / FILE_NAME) == counted
    assert not list(folder.glob("*.upgrade*"))


def test_child_rows_survive_a_rebuilt_parent(folder: Path, coming: Path) -> None:
    raw = driver.connect(str(folder / FILE_NAME))
    raw.execute(
        "INSERT INTO campaign (id, title, date, book_year, book_number, made_by, changed_by) "
        "VALUES (1, '专项', '2026-01-01', 2026, 1, '', '')"
    )
    raw.execute(
        "INSERT INTO campaign_stages (campaign_id, month, content, position) VALUES (1, '2026-02-01', '部署', 0)"
    )
    raw.commit()
    raw.close()
    rebuilt = 'with op.batch_alter_table("campaign", recreate="always") as table:\n        table.alter_column("goal")'
    written(coming, rebuilt)
    store = open_store(folder)
    with store.read() as connection:
        assert connection.execute(text("SELECT content FROM campaign_stages")).scalar() == "部署"
    store.close()


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ('raise RuntimeError("half way")', "数据升级没有成功，原数据没有改动"),
        ('op.execute("UPDATE no_such_table SET x = 1")', "数据升级没有成功，原数据没有改动"),
        ('op.execute("DELETE FROM budget WHERE id = 1")', "核对不一致（budget）"),
        ('op.execute("UPDATE budget SET amount = amount + 1")', "核对不一致（budget）"),
        ('op.execute("UPDATE staff SET office_id = 99"); op.execute("UPDATE office SET head_id = 99")', "检查不合格"),
    ],
)
def test_a_migration_that_fails_or_loses_something_leaves_the_old_file(
    folder: Path, coming: Path, more: str, said: str
) -> None:
    written(coming, more)
    before = digest(folder)
    with pytest.raises(StoreError, match=said) as told:
        open_store(folder)
    assert str(told.value).endswith("。")
    assert digest(folder) == before
    assert upgrading.version_of(folder / FILE_NAME) == NOW


def test_a_damaged_older_file_is_not_upgraded(folder: Path, coming: Path) -> None:
    written(coming)
    with (folder / FILE_NAME).open("rb+") as file:
        file.seek(-8192, 2)
        file.write(b"\x17" * 8192)
    before = digest(folder)
    with pytest.raises((StoreDamaged, StoreError)):
        open_store(folder)
    assert digest(folder) == before


def test_what_a_stopped_upgrade_left_is_cleared_away(folder: Path, coming: Path) -> None:
    written(coming)
    (folder / f"{FILE_NAME}.upgrade").write_bytes(b"half a file")
    (folder / f"{FILE_NAME}.upgrade-wal").write_bytes(b"half a log")
    open_store(folder).close()
    assert upgrading.version_of(folder / FILE_NAME) == NEXT


def test_a_program_that_knows_less_refuses_the_upgraded_file(
    folder: Path, coming: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(coming)
    open_store(folder).close()
    monkeypatch.setattr(upgrading, "VERSIONS", KNOWN)
    monkeypatch.setattr(upgrading, "HEAD", NOW)
    before = digest(folder)
    with pytest.raises(StoreError, match="更新版本"):
        open_store(folder)
    assert digest(folder) == before
