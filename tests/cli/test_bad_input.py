"""What cannot be done is said in one Chinese line on standard error, quickly and with a status; nothing is stored."""

from __future__ import annotations

import errno
import re
import time
import zipfile
from pathlib import Path

import pytest

from app.services.desk import open_desk
from tests.cli.conftest import Answer, Tell
from tests.services.test_importing import workbook

HEADS = ["日期", "捐助事由", "类别", "受助对象", "捐款(元)"]
GOOD = ["2026-03-07", "助学", "困难学生", "学生", "500"]


def refused(told: Answer, status: int = 2) -> str:
    """The one line; the command printed nothing else."""
    assert told.status == status
    assert told.out == ""
    assert re.fullmatch(r"[^\n]+[。？]\n", told.err)
    assert "Traceback" not in told.err
    return told.err.strip()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "用 --help 查看全部命令"),
        (("bogus",), "没有「bogus」这个命令"),
        (("list",), "缺少 register"),
        (("list", "nothing"), "没有「nothing」这个登记簿"),
        (("list", "visit", "--limit", "x"), "--limit 应写整数"),
        (("list", "visit", "--from", "2月30日"), "「2月30日」不是存在的日期"),
        (("add", "donation"), "请填写「日期」；请填写「捐助事由」"),
        (("add", "donation", "date"), "应写成 栏目=内容"),
        (("add", "donation", "date=2月30日"), "日期：「2月30日」不是存在的日期"),
        (("add", "donation", "money=12.345"), "捐款(元)：「12.345」小数位太多"),
        (("add", "donation", "没有=1"), "捐款捐物没有「没有」这一栏"),
        (("add", "donation", "purpose=" + "字" * 100_000), "内容有 100000 个字"),
        (("add", "donation", "remarks=" + "字" * 100_000), "最多 20000 字"),
        (("add", "donation", "kind=旅游"), "「旅游」不在可选范围内"),
        (("add", "donation", "village=没有村"), "「没有村」不在村（社区）里"),
        (("import", "donation", "没有.xlsx"), "找不到这个文件"),
        (("import", "没有", "没有.xlsx"), "没有「没有」这个登记簿"),
        (("import-folder", "没有的文件夹"), "不是文件夹"),
        (("export", "donation", "没有的文件夹/a.xlsx"), "不能写入"),
        (("print", "donation", "--out", "没有的文件夹/a.pdf"), "「没有的文件夹」不能读写（文件或文件夹不存在）"),
        (("summary", "annual", "--year", "2026", "--out", "没有的文件夹/a.docx"), "不能读写"),
        (("summary", "没有", "--year", "2026", "--out", "a.docx"), "没有「没有」这种总结"),
        (("figures", "--year", "99"), "年度「99」不对"),
        (("figures", "--year", "2026", "--key", "没有"), "没有「没有」这个数字"),
        (("figures", "--year", "2026", "--key", "leave.days", "--by", "假别=事假"), "可用的条件有"),
        (("figures", "--year", "2026", "--to", "2025-12-31"), "不在 2026 年"),
        (("trace", "没有", "--year", "2026"), "没有「没有」这个数字"),
        (("check", "--year", "2026", "--on", "某天"), "不是日期"),
        (("form", "没有", "1", "--out", "a.pdf"), "没有「没有」这种表单"),
        (("form", "leave_slip", "7", "--out", "a.pdf"), "没有编号为 7 的记录"),
        (("lint", "没有.docx"), "找不到文件"),
    ],
)
def test_bad_words_get_one_line(at: Tell, words: tuple[str, ...], said: str) -> None:
    begun = time.monotonic()
    assert said in refused(at(*words))
    assert time.monotonic() - begun < 5


@pytest.mark.parametrize("verb", ["list visit", "check --year 2026", "figures --year 2026"])
def test_data_that_cannot_be_opened_has_a_status_of_its_own(tell: Tell, verb: str, tmp_path: Path) -> None:
    assert "没有台账数据" in refused(tell("--data", tmp_path, *verb.split()), 3)
    (tmp_path / "taizhang.db").write_text("x" * 5000)
    assert "已损坏" in refused(tell("--data", tmp_path, *verb.split()), 3)


def test_a_folder_in_use_has_that_status_too(tell: Tell, empty_folder: Path) -> None:
    desk = open_desk(empty_folder)
    assert "正在被" in refused(tell("--data", empty_folder, "list", "visit"), 3)
    desk.close()


def nothing_stored(at: Tell) -> bool:
    return at("list", "donation", "--json").json == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("通知.docx", b"PK\x03\x04" + b"\x00" * 200, "不能导入"),
        ("照片.xlsx", b"\xff\xd8\xff\xe0" + b"\x00" * 500, "不是 Excel 工作簿"),
        ("空.xlsx", b"", "不能导入"),
        ("空.csv", b"", "不能导入"),
        ("乱码.csv", b"\x81\xff\xff" * 50, "不能导入"),
        ("菜单.csv", "菜名,价格\n豆腐,3\n".encode(), "捐款捐物"),
    ],
)
def test_what_is_no_workbook_or_another_sheet_stores_nothing(
    at: Tell, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert said in refused(at("import", "donation", tmp_path / name))
    assert nothing_stored(at)


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        (0, "2月30日", "「2月30日」不是存在的日期，请检查年月日。"),
        (4, "12.345", "「12.345」小数位太多，金额最多 2 位小数。"),
        (4, 12.345, "「12.345」小数位太多，金额最多 2 位小数。"),
        (4, "9" * 40, "太大了"),
        (1, "字" * 30_000, "内容有 30000 个字，这一栏最多 500 字"),
        (2, "旅游", "不在可选范围内"),
        (3, "", "没有填写"),
    ],
)
def test_a_bad_cell_is_named_and_nothing_is_stored(
    at: Tell, tmp_path: Path, column: int, value: object, said: str
) -> None:
    row: list[object] = [*GOOD]
    row[column] = value
    path = workbook(tmp_path / "a.xlsx", ("捐款捐物", [HEADS, GOOD, row]))
    told = at("import", "donation", path, "--json")
    (error,) = told.json["errors"]
    assert (told.status, error["row"], error["column"]) == (2, 3, HEADS[column])
    assert said in error["message"]
    assert nothing_stored(at)


def test_a_cell_of_100000_characters_is_refused_quickly(at: Tell, tmp_path: Path) -> None:
    lines = [",".join(HEADS), ",".join(GOOD), ",".join([GOOD[0] + " " * 100_000 + "x", *GOOD[1:]])]
    (tmp_path / "a.csv").write_text("\n".join(lines), "utf-8")
    begun = time.monotonic()
    told = at("import", "donation", tmp_path / "a.csv", "--json")
    assert (told.status, len(told.json["errors"])) == (2, 1)
    assert len(told.json["errors"][0]["message"]) < 200
    assert time.monotonic() - begun < 5
    assert nothing_stored(at)


SHEET = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)


def with_rows(path: Path, source: Path, rows: str) -> Path:
    """The workbook with these rows in place of its own."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            new.writestr(name, SHEET.format(rows=rows) if is_sheet else old.read(name))
    return path


@pytest.mark.parametrize("kind", ["rows", "bomb"])
def test_a_million_empty_rows_and_a_bomb_are_refused_quickly(at: Tell, tmp_path: Path, kind: str) -> None:
    plain = workbook(tmp_path / "a.xlsx", ("捐款捐物", [HEADS, GOOD]))
    rows = "".join(f'<row r="{n}"/>' for n in range(1, 1_048_577)) if kind == "rows" else " " * 60_000_000
    path = with_rows(tmp_path / "b.xlsx", plain, rows)
    begun = time.monotonic()
    assert "不能导入" in refused(at("import", "donation", path)) or kind == "rows"
    assert time.monotonic() - begun < 20
    assert nothing_stored(at)


def test_what_cannot_be_printed_names_its_record_and_leaves_the_file(at: Tell, tmp_path: Path) -> None:
    added = at(
        "add", "donation", "date=2026-03-07", "purpose=助\U000323af学", "kind=困难学生", "recipient=学生", "money=500"
    )
    assert added.status == 0
    book = tmp_path / "捐款.pdf"
    book.write_bytes(b"before")
    said = refused(at("print", "donation", "--out", book))
    assert "“捐助事由”栏里序号1的记录中的“\U000323af”字（U+323AF）本机没有字体能印出来" in said
    assert book.read_bytes() == b"before"


def test_a_pdf_that_another_program_holds_open_stays(at: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = tmp_path / "捐款.pdf"
    book.write_bytes(b"before")

    def held(source: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use", str(source), None, str(target))

    monkeypatch.setattr("os.replace", held)
    said = refused(at("print", "donation", "--out", book))
    assert f"「{book}」不能读写（没有权限）" in said
    assert "正被别的程序打开" in said
    assert book.read_bytes() == b"before"
    assert list(tmp_path.glob(".*")) == []
