"""Every workbook of the invented township is found and read as its README states."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.exchange.sheets import RegisterRows, read_register
from app.exchange.words import Words
from app.exchange.workbook import read_workbook
from app.kinds import Misread
from app.models import BY_KEY

DATA = Path(__file__).parents[1] / "data" / "township"
EXPECTED = json.loads((DATA / "expected.json").read_text(encoding="utf-8"))["import"]


def bad_columns() -> dict[tuple[str, str, int], str]:
    """(file, sheet, row) → column of the README's table of bad rows."""
    lines = (DATA / "README.md").read_text(encoding="utf-8").partition("## Bad rows")[2].partition("## Figures")[0]
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines.splitlines() if line.startswith("|")]
    return {(row[0], row[1].strip("–"), int(row[2])): row[3] for row in cells[2:]}


class Roster:
    """Names of the records read so far, as the store would know them."""

    def __init__(self) -> None:
        self.names: dict[tuple[str, str, int | None], int] = {}

    def find(self, register: str, text: str, year: int | None) -> int:
        found = self.names.get((register, text, year if register == "budget" else None))
        if found is None:
            raise Misread(f"「{text}」没有登记。")
        return found

    def keep(self, register: str, result: RegisterRows) -> None:
        title = BY_KEY[register].title_key
        for draft in result.drafts:
            year = draft.values["year"] if register == "budget" else None
            self.names[register, str(draft.values.get(title)), year] = len(self.names) + 1


def read_all(words: Words) -> Iterator[tuple[dict[str, Any], RegisterRows]]:
    """Every sheet in the order of the README, names known from the sheets before."""
    roster = Roster()
    books = {
        path.name: read_workbook(path) for path in sorted(DATA.iterdir()) if path.suffix in (".xlsx", ".xls", ".csv")
    }
    for item in EXPECTED:
        register, sheets = BY_KEY[item["register"]], books[item["file"]]
        result = read_register(register, sheets, roster.find, words, date(2026, 1, 5), item["sheet"], item["file"])
        roster.keep(register.key, result)
        yield item, result


@pytest.fixture(scope="module")
def township(words: Words) -> list[tuple[dict[str, Any], RegisterRows]]:
    return list(read_all(words))


def test_every_sheet_holds_the_stated_rows(township: list[tuple[dict[str, Any], RegisterRows]]) -> None:
    found = [
        (item["file"], item["sheet"], result.read, sorted({e.row for e in result.errors})) for item, result in township
    ]
    assert found == [(item["file"], item["sheet"], item["read"], item["bad"]) for item in EXPECTED]
    assert sum(len(result.drafts) for _, result in township) == 6025


def test_every_bad_row_is_an_error_of_the_stated_column(township: list[tuple[dict[str, Any], RegisterRows]]) -> None:
    found = {
        (item["file"], item["sheet"] or "", error.row): error.column
        for item, result in township
        for error in result.errors
    }
    assert found == bad_columns()
    assert len(found) == 34


def test_every_error_is_one_sentence(township: list[tuple[dict[str, Any], RegisterRows]]) -> None:
    for _, result in township:
        for error in result.errors:
            assert error.message.endswith("。")
            assert error.message.count("。") == 1


def test_columns_of_no_field_are_the_only_ones_left(township: list[tuple[dict[str, Any], RegisterRows]]) -> None:
    left = {column for _, result in township for column in result.columns_passed_over}
    assert left == {"月份", "年度", "编号", "请假天数"}


def test_numbers_of_papers_are_split(township: list[tuple[dict[str, Any], RegisterRows]]) -> None:
    drafts = [draft for item, result in township if item["register"] == "outgoing" for draft in result.drafts]
    assert {draft.values["code"] for draft in drafts} == {"苇委发", "苇政发", "苇党政办"}
    assert all(draft.values["serial"] and draft.values["year"] in (2024, 2025) for draft in drafts)
    assert sum(draft.values["status"] == "撤销" for draft in drafts) == 4


def test_a_village_merged_down_counts_for_all_its_rows(township: list[tuple[dict[str, Any], RegisterRows]]) -> None:
    (drafts,) = [result.drafts for item, result in township if item["register"] == "opinion"]
    assert sum(draft.values.get("village") is not None for draft in drafts) == 188 - 28


def test_short_days_belong_to_the_year_of_the_title(township: list[tuple[dict[str, Any], RegisterRows]]) -> None:
    (drafts,) = [result.drafts for item, result in township if item["file"].startswith("12")]
    assert {draft.values["date"].year for draft in drafts} == {2024}
    assert max(draft.values["done"] for draft in drafts if "done" in draft.values).year == 2025


@pytest.mark.parametrize(("file", "register"), [("03干部花名册.xls", "leave"), ("19预算.xlsx", "expense")])
def test_a_sheet_of_another_kind_is_refused(words: Words, file: str, register: str) -> None:
    with pytest.raises(ValueError, match=f"没有找到「{BY_KEY[register].label}」的表格"):
        read_register(BY_KEY[register], read_workbook(DATA / file), Roster().find, words, date(2026, 1, 5))
