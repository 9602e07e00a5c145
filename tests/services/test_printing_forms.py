"""Printing paper forms of stored records: full, empty, over preprinted sheets; what cannot be printed is a sentence."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from app.cli.main import run
from app.figures import Period
from app.reports.render.fonts import NoGlyph
from app.reports.render.pdf_form import DoesNotFit
from app.services import paper
from app.services.desk import Desk
from app.services.span_forms import UnknownSpan, span_of
from tests.reports.form_samples import Sheet, sheets
from tests.services.conftest import add

NOTICE = {
    "title": "关于防汛的请示", "kind": "请示", "issuer": "政府", "status": "已印发", "code": "青政发", "year": 2026,
    "direction": "上行文", "category": "一般性文件", "to": "某县人民政府", "cc": "县应急管理局",
    "signed": date(2026, 5, 6), "issued": date(2026, 5, 7), "text": "请予审批。",
}  # fmt: skip
LEAVE = {"staff": 1, "kind": "事假", "start": date(2026, 3, 9), "end": date(2026, 3, 11), "status": "已批准"}


def printed(desk: Desk, key: str, records: list[int], path: Path, over: bool = False) -> list[Sheet]:
    paper.print_form(desk, key, records, path, over)
    return sheets(path)


def test_an_overprint_of_a_record_says_only_what_it_says(office: Desk, tmp_path: Path) -> None:
    record = add(office, "leave", **LEAVE, reason="照顾家人", destination="某县")
    full, empty, over = (
        printed(office, "leave_slip", records, tmp_path / "a.pdf", overprint)
        for records, overprint in (([record], False), ([], False), ([record], True))
    )
    assert sorted(full[0].words) == sorted(empty[0].words + over[0].words)
    assert set(over[0].characters) <= set(full[0].characters)
    assert "照顾家人" in over[0].words
    assert "事由" not in over[0].words
    assert over[0].rules == 0


def test_on_red_head_paper_everything_but_the_red_is_printed_at_its_place(office: Desk, tmp_path: Path) -> None:
    record = add(office, "outgoing", **NOTICE)
    for key, red in (("red_head", "人民政府文件"), ("letter", "人民政府")):
        full = printed(office, key, [record], tmp_path / "a.pdf")
        over = printed(office, key, [record], tmp_path / "b.pdf", True)
        assert len(full) == len(over)
        gone = [one for page in full for one in page.characters]
        for one in (one for page in over for one in page.characters):
            gone.remove(one)
        assert "".join(one[0] for one in gone) == red
        assert sum(page.rules for page in full) - sum(page.rules for page in over) == (1 if key == "red_head" else 4)
        words = "".join(page.words for page in over)
        assert all(each in words for each in ("青政发〔2026〕1号", "请予审批", "抄送：县应急管理局"))


def test_an_overprint_is_paper_and_never_word(office: Desk, tmp_path: Path) -> None:
    record = add(office, "outgoing", **NOTICE)
    with pytest.raises(ValueError, match="套打只能印成 PDF"):
        paper.print_form(office, "red_head", [record], tmp_path / "a.docx", True)
    with pytest.raises(paper.CannotPrint, match="空表没有内容可套打"):
        paper.print_form(office, "leave_slip", [], tmp_path / "a.pdf", True)
    with pytest.raises(paper.CannotPrint, match="空表没有内容可套打"):
        paper.print_span_form(office, "duty_month", None, tmp_path / "a.pdf", True)
    assert not list(tmp_path.glob("a.*"))


def test_what_has_no_room_is_named_with_its_record(office: Desk, tmp_path: Path) -> None:
    first = add(office, "leave", **LEAVE)
    second = add(office, "leave", **LEAVE | {"start": date(2026, 5, 6), "end": date(2026, 5, 6)}, reason="事" * 400)
    with pytest.raises(DoesNotFit, match=r"请假审批单（.+ 2026-05-06）」的「请假事由」"):
        paper.print_form(office, "leave_slip", [first, second], tmp_path / "a.pdf", True)
    assert not (tmp_path / "a.pdf").exists()


def test_a_character_that_no_font_has_is_named_with_its_record(office: Desk, tmp_path: Path) -> None:
    record = add(office, "incoming", received=date(2026, 3, 7), sender="某局", title="关于\U0010fffd的通知")
    with pytest.raises(NoGlyph, match="文件呈批单（关于\U0010fffd的通知）中的"):
        paper.print_form(office, "incoming_slip", [record], tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()


def test_name_cards_come_from_the_list_of_the_meeting(office: Desk, tmp_path: Path) -> None:
    people = ({"name": "欧阳𬱖"}, {"name": "王五"})
    meeting: dict[str, Any] = {
        "date": date(2026, 3, 7),
        "title": "防汛工作会",
        "kind": "业务性会议",
        "status": "已批准",
    }
    meeting |= {"start": time(9, 0), "venue": "会议室"}
    record = add(office, "meeting", **meeting, attendance=people)
    pages = printed(office, "桌签", [record], tmp_path / "a.pdf")
    assert [set(page.words) for page in pages] == [set("欧阳𬱖"), set("王五")]
    nobody = add(office, "meeting", **meeting | {"title": "碰头会"})
    for records, over, said in (
        ([nobody], False, "没有桌签可印"),
        ([], False, "没有空表"),
        ([record], True, "没有套打"),
    ):
        with pytest.raises(paper.CannotPrint, match=said):
            paper.print_form(office, "name_cards", records, tmp_path / "b.pdf", over)
    assert not (tmp_path / "b.pdf").exists()


@pytest.mark.parametrize("words", ["", "  "])
@pytest.mark.parametrize("of", ["month", "quarter", "quarter or year"])
def test_no_span_is_a_mistake_and_not_the_empty_form(words: str, of: str) -> None:
    with pytest.raises(UnknownSpan, match=r"^没有写时间，应写成.*空表写 0。$"):
        span_of(words, of)
    assert span_of(" 0 ", of) is None


@pytest.mark.parametrize("words", ["2025", "2025年", "2025年度", "2025全年"])
def test_the_three_public_expenses_are_told_of_a_year_too(words: str) -> None:
    assert span_of(words, "quarter or year") == Period.of_year(2025)
    with pytest.raises(UnknownSpan, match="季度"):
        span_of(words, "quarter")
    with pytest.raises(UnknownSpan, match="月份"):
        span_of(words, "month")
    with pytest.raises(UnknownSpan, match="全年"):
        span_of("0000", "quarter or year")


def test_the_command_line_prints_year_empty_and_overprint(office: Desk, tmp_path: Path, capsys: Any) -> None:
    record = add(office, "leave", **LEAVE, reason="照顾家人")
    folder = str(office.store.folder)
    office.close()
    words = {}
    for name, asked in {
        "year": ("three_public", "2026"),
        "empty": ("three_public", "0"),
        "over": ("leave_slip", str(record), "--overprint"),
    }.items():
        out = tmp_path / f"{name}.pdf"
        assert run(["--data", folder, "form", *asked, "--out", str(out)]) == 0
        words[name] = sheets(out)[0].words
    assert "期间：2026年度" in words["year"]
    assert "期间：单位：万元" in words["empty"]
    assert "照顾家人" in words["over"]
    assert "请假" not in words["over"]
    assert run(["--data", folder, "form", "duty_month", "", "--out", str(tmp_path / "none.pdf")]) == 2
    assert re.search("没有写时间.*空表写 0。", capsys.readouterr().err)
    assert not (tmp_path / "none.pdf").exists()
