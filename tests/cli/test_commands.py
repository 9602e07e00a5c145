"""Every command of the command line: its status, its lines for a person, and one JSON document for a program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from app.models import REGISTERS
from tests.cli.conftest import Tell
from tests.township import DATA

ROOT = Path(__file__).parents[2]


def test_init_makes_an_empty_folder_once(tell: Tell, tmp_path: Path) -> None:
    folder = tmp_path / "新" / "数据"
    assert tell("--data", folder, "init").status == 0
    assert (folder / "taizhang.db").stat().st_size > 100_000
    again = tell("--data", folder, "init")
    assert (again.status, again.out) == (3, "")
    assert "已经有台账数据" in again.err


def test_demo_fills_an_empty_folder_once(at: Tell) -> None:
    told = at("demo", "--year", 2025)
    assert (told.status, told.err) == (0, "")
    assert int(told.out.rpartition("共 ")[2].removesuffix(" 条。\n")) >= 3000
    twice = at("demo", "--year", 2025)
    assert twice.status == 2
    assert "已有记录" in twice.err


def test_demo_of_a_year_to_come_makes_no_folder(tell: Tell, tmp_path: Path) -> None:
    told = tell("--data", tmp_path / "示例", "demo", "--year", 2190)
    assert told.status == 2
    assert not (tmp_path / "示例").exists()


def test_registers_tell_their_fields(tell: Tell) -> None:
    told = tell("registers", "--json").json
    assert [each["key"] for each in told] == [register.key for register in REGISTERS]
    meeting = told[0]
    assert list(meeting) == ["key", "label", "tab", "fields"]
    fields = {field["key"]: field for field in meeting["fields"]}
    assert fields["date"] == {"key": "date", "label": "日期", "type": "date", "required": True}
    assert fields["minutes"]["type"] == "auto"
    assert "党委会" in fields["kind"]["choices"]
    assert [field["key"] for field in fields["items"]["fields"]] == ["order", "topic", "office", "speakers", "minutes"]
    assert list(fields)[-4:] == ["campaign", "remarks", "highlight", "book_number"]


def test_registers_for_a_person_are_a_table(tell: Tell) -> None:
    lines = tell("registers").out.splitlines()
    assert lines[0] == "登记簿\t名称\t所在页"
    assert "leave\t请销假\t人事" in lines


def test_import_answers_with_counts_and_errors(at: Tell) -> None:
    assert at("import", "内设机构", DATA / "01内设机构.xlsx").out.startswith("读到 11 条，导入 11 条，没有导入 0 条。")
    at("import", "village", DATA / "02村社区基本情况.csv")
    stopped = at("import", "staff", DATA / "03干部花名册.xls", "--json")
    assert stopped.status == 2
    assert [stopped.json[key] for key in ("read", "imported", "skipped")] == [42, 0, 42]
    assert [(error["row"], error["column"]) for error in stopped.json["errors"]] == [(47, "姓  名"), (48, "单位(办所)")]
    taken = at("import", "staff", DATA / "03干部花名册.xls", "--skip-bad", "--json")
    assert (taken.status, taken.json["imported"], taken.json["skipped"]) == (0, 40, 2)
    assert list(taken.json["passed_over"]) == ["sheets", "columns"]


def test_import_only_looks_where_asked_to(at: Tell) -> None:
    told = at("import", "office", DATA / "01内设机构.xlsx", "--dry-run", "--json")
    assert (told.status, told.json["read"], told.json["imported"]) == (0, 11, 0)
    assert at("list", "office", "--json").json == []


def test_import_of_one_sheet_names_the_others(at: Tell) -> None:
    told = at("import", "budget", DATA / "19预算.xlsx", "--sheet", "2024年预算", "--json").json
    assert (told["imported"], told["passed_over"]["sheets"]) == (10, ["2025年预算"])


def test_the_same_file_again_is_refused_unless_asked_for(at: Tell) -> None:
    at("import", "budget", DATA / "19预算.xlsx")
    again = at("import", "budget", DATA / "19预算.xlsx", "--json")
    assert (again.status, again.out) == (2, "")
    assert again.err.startswith("同样的内容（19预算.xlsx）已由 ")
    assert at("import", "budget", DATA / "19预算.xlsx", "--again").status == 0
    assert len(at("list", "budget", "--json").json) == 40


def test_a_folder_answers_with_an_entry_a_sheet(at: Tell, town: Tell, tmp_path: Path) -> None:
    (tmp_path / "出").mkdir()
    for register in ("office", "staff", "village"):
        town("export", register, tmp_path / "出" / f"{register}.xlsx")
    told = at("import-folder", tmp_path / "出", "--json")
    assert told.status == 0
    assert {entry["register"]: entry["imported"] for entry in told.json} == {"office": 11, "staff": 40, "village": 9}
    assert list(told.json[0])[:4] == ["file", "sheet", "register", "read"]
    (tmp_path / "出" / "村(社区).csv").write_text("名称,户数\n甲村,三户\n", "utf-8")
    bad = at("import-folder", tmp_path / "出", "--again")
    assert bad.status == 2
    assert "第 2 行「户数」" in bad.out


def test_export_writes_what_import_reads(town: Tell, tmp_path: Path) -> None:
    told = town("export", "leave", tmp_path / "请销假.xlsx", "--from", "2024-01-01", "--to", "2024年12月31日")
    assert (told.status, told.out) == (0, f"已导出请销假 78 条到「{tmp_path / '请销假.xlsx'}」。\n")
    assert openpyxl.load_workbook(tmp_path / "请销假.xlsx")["请销假"].max_row == 79


def test_list_shows_records_by_key_or_as_a_table(town: Tell) -> None:
    told = town("list", "visit", "--from", "2024.3.1", "--to", "2024/3/31", "--limit", 2, "--json").json
    assert len(told) == 2
    assert {"id", "date", "staff", "village", "days", "book_number"} <= told[0].keys()
    assert told[0]["date"].startswith("2024-03-")
    lines = town("list", "donation", "--limit", 3).out.splitlines()
    assert lines[0].split("\t")[:3] == ["编号", "序号", "日期"]
    assert len(lines) == 4


@pytest.mark.parametrize(("words", "count"), [("沙棠", 1), ("stc", 1), ("没有这村", 0)])
def test_list_finds_by_words_and_initials(town: Tell, words: str, count: int) -> None:
    assert len(town("list", "village", "--find", words, "--json").json) == count


def test_add_registers_one_record_and_tells_the_findings(at: Tell) -> None:
    at("add", "office", "name=财政所")
    person = at("add", "staff", "姓名=张三", "office=财政所", "duty_class=其他机关干部", "--json").json
    assert person == {"id": 1, "findings": []}
    values = (
        "date=3月7日",
        "title=收支公布会",
        "kind=职工大会",
        "start=9:00",
        "end=11:30",
        "venue=礼堂",
        "status=申请",
    )
    told = at("add", "meeting", *values, "--json")
    assert told.status == 0
    assert [(each["rule"], each["state"]) for each in told.json["findings"]] == [("meetings.duration", "broken")]
    assert at("add", "meeting", *values).out.startswith("已登记会议，编号 2。\n会议时长150分钟")


def test_add_asks_for_the_reason_that_a_limit_wants(at: Tell) -> None:
    at("add", "budget", "year=2026", "item=30217", "name=公务接待费", "three_public=公务接待费", "amount=9000")
    values = ("date=2026-03-07", "guest_unit=县水利局", "guests_count=5", "purpose=调研", "meal_place=单位食堂")
    values += ("companions=4", "letter_no=澄水函〔2026〕1号", "status=已审批")
    stopped = at("add", "reception", *values)
    assert stopped.status == 2
    assert "请加上 reason.规则=理由（规则：reception.companions）" in stopped.err
    assert at("add", "reception", *values, "reason.reception.companions=党委会同意").status == 0


def test_figures_are_numbers_with_their_records(town: Tell) -> None:
    told = {each["key"]: each for each in town("figures", "--year", 2024, "--json").json}
    assert list(told["staff.total"].values()) == ["staff.total", "在岗职工人数", "人", 28, 28]
    assert told["staff.college_share"]["value"] == 73.1
    assert all(isinstance(each["value"], (int, float, str, type(None))) for each in told.values())
    (one,) = town("figures", "--year", 2024, "--key", "visits.times", "--by", "kind=入户走访", "--json").json
    assert 0 < one["value"] < told["visits.times"]["value"]
    part = town("figures", "--year", 2024, "--to", "2024-06-30", "--key", "visits.times", "--json").json
    assert 0 < part[0]["value"] < told["visits.times"]["value"]
    assert "staff.total\t在岗职工人数\t28人\t28" in town("figures", "--year", 2024).out.splitlines()


def test_trace_leads_to_the_records(town: Tell) -> None:
    (figure,) = town("figures", "--year", 2024, "--key", "donations.money", "--json").json
    behind = town("trace", "donations.money", "--year", 2024, "--json").json
    assert len(behind) == figure["records"]
    assert round(sum(each["value"] for each in behind), 2) == figure["value"]
    assert behind[0].keys() == {"register", "id", "title", "date", "value"}
    lines = town("trace", "donations.money", "--year", 2024).out.splitlines()
    assert len(lines) == figure["records"] + 1


def test_check_says_what_is_broken_by_its_status(town: Tell, at: Tell) -> None:
    told = town("check", "--year", 2024, "--json")
    assert told.status == 1
    states = {each["key"]: each["state"] for each in told.json}
    assert states["meetings.plenary_per_month"] == "broken"
    assert set(states.values()) <= {"met", "near", "broken", "unknown", "needs-person"}
    assert {"key", "clause", "text", "state", "limit", "value", "findings"} <= told.json[0].keys()
    assert at("check", "--year", 2026, "--on", "2026-01-01").status == 0
    lines = town("check", "--year", 2024).out.splitlines()
    assert any(line.startswith("不符合\t实施细则 第6条\t") for line in lines)


def test_check_stands_on_the_day_asked_for(town: Tell) -> None:
    early = town("check", "--year", 2024, "--on", "2024-01-05", "--json").json
    assert {each["key"]: each["state"] for each in early}["meetings.plenary_per_month"] != "broken"


def test_summaries_are_listed_and_one_is_written(town: Tell, tell: Tell, tmp_path: Path) -> None:
    assert {"annual", "conduct"} <= {each["key"] for each in tell("summaries", "--json").json}
    paths = [tmp_path / name for name in ("总结.docx", "总结.pdf", "来源.docx")]
    words = ("summary", "annual", "--year", 2024, "--out", paths[0], "--pdf", paths[1], "--sources", paths[2], "--json")
    told = town(*words)
    assert told.status == 0
    assert all(path.stat().st_size > 5000 for path in paths)
    assert told.json["characters"] > 500
    assert all({"key", "value"} <= each.keys() for each in told.json["figures"])


def test_a_register_is_printed_whole_or_in_part(town: Tell, tmp_path: Path) -> None:
    whole, part = tmp_path / "整本.pdf", tmp_path / "几行.pdf"
    assert town("print", "leave", "--out", whole, "--from", "2024-01-01", "--to", "2024-12-31").status == 0
    assert town("print", "leave", "--out", part, "--rows", "1-5").out == f"已印成「{part}」，共 1 页。\n"
    assert len(pypdfium2.PdfDocument(whole)) > 1
    for rows in ("5-2", "0-3", "a-b", "-1"):
        assert town("print", "leave", "--out", part, f"--rows={rows}").status == 2


def test_what_the_commands_print_is_filed(town: Tell, town_folder: Path, tmp_path: Path) -> None:
    from app.services.desk import open_desk
    from app.services.printed import prints

    book = ("print", "leave", "--out", tmp_path / "本.pdf", "--from", "2024-01-01", "--to", "2024-03-31")
    assert town(*book).status == 0
    assert town("form", "leave_slip", 1, "--out", tmp_path / "条.pdf").status == 0
    desk = open_desk(town_folder)
    form, whole, *_ = prints(desk)
    desk.close()
    assert (form.title, form.span, form.sent_to) == ("请假审批单", "1 条记录", "条.pdf")
    assert (whole.title, whole.span, whole.sent_to) == ("请销假登记簿", "2024年1月1日至2024年3月31日", "本.pdf")


def test_columns_are_chosen_and_an_empty_range_prints_nothing(town: Tell, tmp_path: Path) -> None:
    path, none = tmp_path / "三栏.pdf", tmp_path / "空.pdf"
    assert town("print", "leave", "--out", path, "--columns", "序号,staff、天数").status == 0
    words = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
    assert "姓名" in words
    assert "假别" not in words
    wrong = town("print", "leave", "--out", none, "--columns", "天气")
    assert (wrong.status, "请销假没有「天气」这一栏" in wrong.err) == (2, True)
    empty = town("print", "leave", "--out", none, "--from", "1999-01-01", "--to", "1999-01-31")
    assert (empty.status, "没有记录，没有打印" in empty.err) == (2, True)
    assert not none.exists()


def test_forms_are_listed_and_one_is_filled_or_empty(town: Tell, tell: Tell, tmp_path: Path) -> None:
    forms = {each["key"]: each for each in tell("forms", "--json").json}
    assert forms["leave_slip"]["register"] == "leave"
    for record in (0, 1):
        assert town("form", "leave_slip", record, "--out", tmp_path / f"{record}.pdf").status == 0
    filled = pypdfium2.PdfDocument(tmp_path / "1.pdf")[0].get_textpage().get_text_range()
    name = town("list", "leave", "--json").json
    assert next(each["staff"] for each in name if each["id"] == 1) in filled


def test_lint_finds_what_is_wrong_with_a_word_file(town: Tell, tell: Tell, tmp_path: Path) -> None:
    town("summary", "conduct", "--year", 2024, "--out", tmp_path / "好.docx")
    assert tell("lint", tmp_path / "好.docx").status == 0
    from docx import Document

    bad = Document()
    bad.add_paragraph("关于召开会议的通知,请准时参加")
    bad.save(str(tmp_path / "坏.docx"))
    told = tell("lint", tmp_path / "坏.docx", "--json")
    assert told.status == 1
    assert all(each.keys() == {"place", "clause", "text"} for each in told.json)


def test_help_is_chinese(tell: Tell, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    with pytest.raises(SystemExit) as ended:
        tell("import", "--help")
    assert ended.value.code == 0
    assert "跳过有错的行" in capsysbinary.readouterr()[0].decode("utf-8")


def process(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own, in a console that knows no Chinese."""
    env = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", **environment}
    line = [sys.executable, "-m", "app", *map(str, words)]
    return subprocess.run(line, cwd=ROOT, env=env, capture_output=True, check=False)


def test_the_installed_program_answers_in_utf_8_whatever_the_console(tmp_path: Path) -> None:
    made = process("--data", tmp_path / "数据", "init")
    assert (made.returncode, made.stderr) == (0, b"")
    assert made.stdout.decode("utf-8").startswith("已在「")
    added = process("add", "village", "name=柳溪村", "--json", TAIZHANG_DATA=str(tmp_path / "数据"))
    assert json.loads(added.stdout) == {"id": 1, "findings": []}
    refused = process("--data", tmp_path / "数据", "add", "village", "name=柳溪村")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr.decode("utf-8") == "「名称」已有「柳溪村」，请不要重复登记。\n"
