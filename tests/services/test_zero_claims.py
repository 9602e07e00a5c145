"""Zeros in a summary, which only a signed report allows, and what the examination of a written text finds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.figures import Period
from app.models import BY_KEY
from app.reports.document import Document, Figure, Paragraph, Text
from app.reports.summaries.examining import examine
from app.reports.summaries.slots import CLOSE, MISSING, OPEN, Slots, UnknownFigure
from app.services import records
from app.services.desk import Desk, create_desk
from app.services.looking import add_people
from app.services.settings import set_limit
from app.services.summaries import draft, records_behind

YEAR = date.today().year - 1
ACCIDENTS = "重大安全事故起数"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "data", "文书")
    add_people(made, ["张三"], None, "其他机关干部")
    yield made
    made.close()


def report(desk: Desk, **changes: Any) -> int:
    usual = {"subject": "重大安全事故", "start": date(YEAR, 1, 1), "end": date(YEAR, 12, 31), "signed": True}
    usual |= {"date": date(YEAR + 1, 1, 4), "scope": "全镇", "confirmer": 1}
    register = BY_KEY["zero_report"]
    reasons = {"zero_reports.honest": "照实登记"}
    return records.save(desk, register, records.blank(desk, register) | usual | changes, reasons=reasons).id


def claim(desk: Desk, name: str = ACCIDENTS, today: date | None = None, **by: str) -> tuple[str, list[Figure]]:
    with desk.store.read() as connection:
        slots = Slots(connection, YEAR, Period.of_year(YEAR), {}, today or date.today())
        return slots.nothing(name, "未发生重大安全事故", **by), slots.given


def test_a_zero_is_written_where_a_signed_report_covers_the_year(desk: Desk) -> None:
    lacking = f"{MISSING}{ACCIDENTS}零报告{CLOSE}"
    assert claim(desk) == (lacking, [])
    record = report(desk)
    assert claim(desk, today=date(YEAR + 1, 1, 3)) == (lacking, [])
    text, (figure,) = claim(desk, today=date(YEAR + 1, 1, 4))
    assert text == f"{OPEN}0{CLOSE}"
    assert (figure.words, figure.value, figure.records) == ("未发生重大安全事故", 0, 1)
    with desk.store.read() as connection:
        assert [(each.register, each.id) for each in records_behind(connection, figure)] == [("zero_report", record)]


@pytest.mark.parametrize(
    "changes",
    [
        {"signed": False},
        {"end": date(YEAR, 12, 30)},
        {"start": date(YEAR, 1, 2)},
        {"subject": "信访"},
        {"date": date(YEAR, 12, 30)},
    ],
)
def test_a_report_that_does_not_cover_it_allows_nothing(desk: Desk, changes: dict[str, Any]) -> None:
    report(desk, **changes)
    assert claim(desk)[0].startswith(MISSING)


def test_what_is_recorded_is_never_written_as_nothing(desk: Desk) -> None:
    report(desk)
    values = {"date": date(YEAR, 6, 1), "happened": date(YEAR, 5, 30), "subject": "某矿", "kind": "重大安全事故"}
    values |= {"ten": "不涉及", "matter": "垮塌", "handling": "问责", "basis": "事故调查报告"}
    register = BY_KEY["violation"]
    records.save(desk, register, records.blank(desk, register) | values)
    assert claim(desk)[0] == f"{MISSING}{ACCIDENTS}{CLOSE}"


def test_only_figures_with_a_subject_have_their_zero(desk: Desk) -> None:
    report(desk)
    assert claim(desk, "收文件数")[0] == f"{MISSING}收文件数零报告{CLOSE}"
    with pytest.raises(UnknownFigure):
        claim(desk, "没有的数字")


def test_the_summary_claims_only_what_is_signed(desk: Desk) -> None:
    leave = {"staff": 1, "kind": "事假", "start": date(YEAR, 3, 10), "end": date(YEAR, 3, 10), "status": "已批准"}
    register = BY_KEY["leave"]
    records.save(desk, register, records.blank(desk, register) | leave, reasons={"leave.approved": "补登"})
    words = "未发生重大安全事故"
    assert words not in "".join(each.words for each in draft(desk, "conduct", YEAR).figures)
    report(desk)
    told = [each.words for each in draft(desk, "conduct", YEAR).figures]
    assert words in told
    assert "无一人违纪违法" not in told


def remarks(*paragraphs: Text, limit: int = 3000) -> list[str]:
    document = Document(("总结",), tuple(Paragraph(text) for text in paragraphs), "镇人民政府", date(YEAR, 12, 31))
    return [f"{each.place} {each.clause} {each.text}" for each in examine(document, limit=limit)]


MEETINGS = Figure("18次", "meetings.total", date(YEAR, 1, 1), date(YEAR, 12, 31), value=18, unit="次")


def test_a_written_text_is_examined_by_the_limits_on_texts() -> None:
    found = remarks(("完成投资万元。",), ("受理120件，办结119件，办结率100%。",))
    assert "第1段 群众路线自查 三 「完成投资万元」数字空缺，请补正。" in found
    assert any(each.startswith("第2段 创建汇报 三(一)与五(一)") and "对不上" in each for each in found)


@pytest.mark.parametrize(("typed", "count"), [("18", 0), ("19", 1), ("1", 1), ("18.", 0)])
def test_one_figure_has_one_value_throughout(typed: str, count: int) -> None:
    found = remarks(("全年召开会议", MEETINGS, "。"), (f"回顾全年召开会议{typed}次。",))
    assert sum("不一致" in each for each in found) == count


def test_the_length_is_that_of_the_limit(desk: Desk) -> None:
    assert not [each for each in remarks(("字" * 2998,)) if "超过" in each]
    assert "全文 实施细则 第11条 全文3001字，超过3000字，请压缩。" in remarks(("字" * 2999,))
    set_limit(desk, "documents.length_report", {"limit": 100}, None)
    assert any("超过100字" in each.text for each in draft(desk, "conduct", YEAR).remarks)
