import zipfile
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app import kinds
from app.exchange.sheets import read_register
from app.exchange.words import Words
from app.exchange.workbook import read_workbook
from app.exchange.writing import CannotWrite, Exported, SheetColumn, SheetRows, write_register, write_workbook
from app.models import REGISTERS
from app.models.register import Field, Register, Values

SAMPLES: dict[str, Any] = {
    "text": "=SUM(A1)+甲",
    "long": "第一行\n第二行",
    "int": 12,
    "decimal": Decimal("0.5"),
    "money": Decimal("1234.56"),
    "bool": True,
    "date": date(2024, 3, 7),
    "time": time(14, 30),
    "datetime": datetime(2024, 3, 7, 14, 30),
    "ref": 7,
    "refs": (7, 8),
}


def sample(field: Field) -> Any:
    """A value of the field's kind."""
    if isinstance(field.kind, kinds.ChoiceKind):
        return field.kind.choices[-1]
    if field.columns:
        return ({column.key: sample(column) for column in field.columns},) * 2
    return SAMPLES[field.kind.key]


def sample_record(register: Register) -> Values:
    """A record with every typed field filled, its parts in order."""
    values = {field.key: sample(field) for field in register.fields if not field.auto}
    values |= {
        key: date(2024, 4, 1) for key in ("end", "until", "left", "extension") if isinstance(values.get(key), date)
    }
    if "secrecy" in values:
        values["secrecy"] = "无"
    if register.key == "meeting":
        values["end"] = time(16, 0)
    if "year" in values:
        values["year"] = 2024
    return values


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.key)
def test_what_is_written_is_read_back(register: Register, tmp_path: Path, words: Words) -> None:
    path, record = tmp_path / "导出.xlsx", sample_record(register)
    year = 2024 if register.dated else 0
    assert write_register(path, register, [Exported(year, n, record) for n in (1, 2)], lambda of, key: f"名{key}") == 2
    result = read_register(
        register, read_workbook(path), lambda of, text, at: int(text.removeprefix("名")), words, date(2026, 1, 5)
    )
    assert result.errors == []
    assert [draft.book_number for draft in result.drafts] == [1, 2]
    for draft in result.drafts:
        assert {key: draft.values.get(key) for key in record} == record


def test_text_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    texts = ["=1+1", "+1", "-1", "@x", "=cmd|' /C calc'!A0", "http://x.cn", "007", "1e5"]
    write_workbook(path, [SheetRows("表", (SheetColumn("文", kinds.LineKind()),), [[text] for text in texts])])
    assert [cells[0] for cells in read_workbook(path)[0].rows.values()] == ["文", *texts]
    with zipfile.ZipFile(path) as archive:
        assert all(b"<f>" not in archive.read(name) for name in archive.namelist())
        assert not any("hyperlink" in archive.read(name).decode() for name in archive.namelist() if "sheet" in name)


def test_a_day_before_spreadsheets_count_is_written_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, [SheetRows("表", (SheetColumn("日", kinds.DayKind()),), [[date(1900, 1, 5)]])])
    assert read_workbook(path)[0].rows[2] == ["1900-01-05"]


def test_a_workbook_replaces_the_old_one_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")

    def broken() -> Any:
        yield ["一"]
        raise RuntimeError("half way")

    sheet = SheetRows("表", (SheetColumn("文", kinds.LineKind()),), broken())
    with pytest.raises(RuntimeError):
        write_workbook(path, [sheet])
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.xlsx"]


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    sheet = SheetRows("表", (SheetColumn("文", kinds.LineKind()),), [["一"]])
    with pytest.raises(CannotWrite, match="不能写入"):
        write_workbook(tmp_path / "没有" / "a.xlsx", [sheet])
    (tmp_path / "夹.xlsx").mkdir()
    with pytest.raises(CannotWrite, match="不能写入"):
        write_workbook(tmp_path / "夹.xlsx", [sheet])
    assert [each.name for each in tmp_path.iterdir()] == ["夹.xlsx"]
