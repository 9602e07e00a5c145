"""按理由放行清单: what is listed, what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest

from app.models import BY_KEY
from app.services import records
from app.services.desk import Desk, create_desk
from app.services.overriding import overrides, print_overrides

TODAY = date.today()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    yield made
    made.close()


def meeting(desk: Desk, reason: str, **values: object) -> int:
    usual = {"date": TODAY, "title": "座谈会", "kind": "业务性会议", "necessity": "须当面部署", "banner": True}
    usual |= {"start": time(9), "venue": "会议室"}
    whole = records.blank(desk, BY_KEY["meeting"]) | usual | values
    return records.save(desk, BY_KEY["meeting"], whole, reasons={"meetings.five_bans": reason}).id


def test_every_reason_is_listed_with_its_limit_and_record(desk: Desk) -> None:
    record = meeting(desk, "上级统一要求")
    (told,) = overrides(desk, TODAY.year)
    assert (told.rule, told.clause, told.register_label) == ("meetings.five_bans", "实施细则 第8条", "会议")
    assert (told.record, told.title, told.reason, told.who) == (record, "座谈会", "上级统一要求", "文书")
    assert told.at.date() == TODAY
    assert overrides(desk, TODAY.year - 1) == []


def test_a_deleted_record_stays_on_the_list(desk: Desk) -> None:
    record = meeting(desk, "上级统一要求")
    records.delete(desk, BY_KEY["meeting"], [record])
    assert [each.title for each in overrides(desk, TODAY.year)] == ["座谈会（已删除）"]


def test_whoever_informed_is_not_named(desk: Desk) -> None:
    values = {"date": TODAY, "name": "甲某", "channel": "来信", "topic": "环境", "content": "诉求", "status": "办理中"}
    whole = records.blank(desk, BY_KEY["petition"]) | values | {"kind": "检举控告"}
    records.save(desk, BY_KEY["petition"], whole, reasons={"petitions.owner": "正在明确"})
    (told,) = overrides(desk, TODAY.year)
    assert "甲某" not in told.title


def test_the_list_is_printed_for_the_discipline_office(desk: Desk, tmp_path: Path) -> None:
    desk.set_setting("office", "云禾镇党政办公室")
    meeting(desk, "上级统一要求，县委办通知")
    assert print_overrides(desk, TODAY.year, tmp_path / "list.pdf") == 1
    page = pypdfium2.PdfDocument(tmp_path / "list.pdf")[0]
    text = page.get_textpage().get_text_range().replace("\r\n", "")
    assert page.get_width() > page.get_height()
    for words in ("按理由放行清单", "单位：云禾镇党政办公室", "上级统一要求", "座谈会", "文书"):
        assert words in text


def test_a_year_without_reasons_prints_an_empty_list(desk: Desk, tmp_path: Path) -> None:
    assert print_overrides(desk, TODAY.year, tmp_path / "list.pdf") == 1
