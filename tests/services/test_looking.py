"""A workbook as the import window shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.models import BY_KEY
from app.services.desk import Desk, create_desk
from app.services.importing import CannotImport
from app.services.looking import add_people, look

TOWNSHIP = Path(__file__).resolve().parents[1] / "data" / "township"
MEANT = {
    "01": "office",
    "03": "staff",
    "06": "incoming",
    "07": "outgoing",
    "09": "study",
    "10": "leave",
    "11": "reception",
    "12": "visitor",
    "17": "petition",
    "18": "donation",
    "19": "budget",
    "20": "expense",
    "21": "honour",
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An empty office."""
    made = create_desk(tmp_path / "data")
    yield made
    made.close()


@pytest.mark.parametrize("number", MEANT)
def test_a_register_is_known_by_its_header(desk: Desk, number: str) -> None:
    path = next(TOWNSHIP.glob(f"{number}*"))
    assert look(desk, path).found.register.key == MEANT[number]


def test_rows_are_shown_as_read_and_wrong_cells_are_named(desk: Desk) -> None:
    add_people(desk, ["张三"], None, "其他机关干部")
    path = desk.store.folder.parent / "2026年请假.csv"
    path.write_text(
        "姓名,假别,开始日期,结束日期,状态\n张三,事假,3.2,3月3日,已批准\n张三,事假,2.30,3月3日,已批准\n", "utf-8"
    )
    looked = look(desk, path, BY_KEY["leave"])
    assert looked.columns == ("姓名", "假别", "开始日期", "结束日期", "状态")
    good, bad = looked.rows
    assert good.cells == ("张三", "事假", "2026-03-02", "2026-03-03", "已批准")
    assert not good.wrong
    assert bad.cells[2] == "2.30"
    assert list(bad.wrong) == [2]


def test_a_sheet_of_no_register_is_refused_in_a_sentence(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "菜单.csv"
    path.write_text("菜名,价格\n豆腐,3\n", "utf-8")
    with pytest.raises(CannotImport, match="看不出「菜单"):
        look(desk, path)


def test_people_are_added_with_one_undo(desk: Desk) -> None:
    from app.services.undoing import undo

    assert add_people(desk, ["张三", "李四"], None, "驻村干部") == 2
    assert undo(desk) == "已撤回：登记干部职工 2 条。"
