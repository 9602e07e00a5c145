from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from app.exchange.workbook import Merged, NotAWorkbook, child_command, read_workbook


def test_rows_are_numbered_as_excel_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    worksheet = book.add_worksheet("台账")
    worksheet.write(4, 2, "表头")
    worksheet.write(9, 3, 1.5)
    worksheet.set_row(9, None, None, {"hidden": True})
    book.close()
    (sheet,) = read_workbook(path)
    assert sheet.name == "台账"
    assert sheet.rows == {5: [None, None, "表头", None], 10: [None, None, None, 1.5]}


def test_dates_times_and_shown_values_come_through(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    worksheet = book.add_worksheet()
    for column, (value, shown) in enumerate(
        [(date(2024, 3, 7), "yyyy-mm-dd"), (time(14, 30), "hh:mm"), (datetime(2024, 3, 7, 9, 5), "yyyy-mm-dd hh:mm")]
    ):
        worksheet.write_datetime(0, column, value, book.add_format({"num_format": shown}))
    worksheet.write_formula(0, 3, "=1+1", None, 2)
    worksheet.write_boolean(0, 4, True)
    worksheet.write_formula(0, 5, "=1/0", None, "#DIV/0!")
    book.close()
    (sheet,) = read_workbook(path)
    assert sheet.rows[1] == [date(2024, 3, 7), time(14, 30), datetime(2024, 3, 7, 9, 5), 2, True, "#DIV/0!"]


def test_merged_ranges_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(str(path))
    worksheet = book.add_worksheet()
    worksheet.merge_range(1, 0, 3, 1, "沙棠村")
    book.close()
    assert read_workbook(path)[0].merged == (Merged(2, 0, 4, 1),)


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8", ","), ("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t"), ("gb18030", "\t")],
)
def test_csv_is_read_in_the_encodings_of_office_programs(tmp_path: Path, encoding: str, separator: str) -> None:
    path = tmp_path / "来访.csv"
    path.write_bytes(f'姓名{separator}"事由\n第二行"\r\n\r\n㐂{separator}咨询\r\n'.encode(encoding))
    (sheet,) = read_workbook(path)
    assert sheet.name == ""
    assert sheet.rows == {1: ["姓名", "事由\n第二行"], 3: ["㐂", "咨询"]}


def test_a_long_text_in_a_csv_comes_through(tmp_path: Path) -> None:
    path = tmp_path / "长.csv"
    path.write_text("姓名,事由\n张三," + "长" * 100_000 + "\n", encoding="utf-8")
    assert len(str(read_workbook(path)[0].rows[2][1])) == 100_000


def test_a_file_that_takes_too_long_is_given_up(plain_xlsx: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = ["sleep", "30"]
    monkeypatch.setattr("app.exchange.workbook.child_command", lambda path, seconds: waiting)
    with pytest.raises(NotAWorkbook, match="读了 0 秒还没有读完"):
        read_workbook(plain_xlsx, seconds=0)


def test_a_packaged_program_is_its_own_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert child_command(Path("a.xlsx"), 20)[1:] == ["--read-workbook", "a.xlsx", "20"]


def test_a_stray_cell_far_below_is_no_hindrance(with_sheet: Callable[..., Path]) -> None:
    path = with_sheet(b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c></row>')
    assert read_workbook(path)[0].rows == {1: [1, None], 1048576: [None, 2]}
