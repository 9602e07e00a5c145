"""What informers said stays hidden everywhere, until somebody says why it must be seen, which is kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.models import BY_KEY
from app.rules import check
from app.services import books, listing, masking, records, undoing
from app.services.desk import Desk, create_desk
from app.services.exporting import export_register
from app.services.listing import Wanted
from app.services.today import today
from app.store.records import HIDDEN
from app.store.surroundings import Office

PETITION = BY_KEY["petition"]
SECRETS = ("柳暗花", "后街九号", "13900001111", "村账不清")
CASE = {
    **{"date": date(2026, 3, 7), "name": SECRETS[0], "persons": 1, "channel": "来信", "topic": "村务财务"},
    **{"content": SECRETS[3], "status": "登记", "kind": "检举控告", "address": SECRETS[1], "phone": SECRETS[2]},
}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """An informer's letter, and an ordinary one."""
    desk = create_desk(tmp_path / "data", "文书")
    why = {"petitions.leader": "补录"}
    records.save(desk, PETITION, dict(CASE), reasons=why)
    other = {"kind": "申诉求决", "name": "山重水", "content": "修路", "address": None}
    records.save(desk, PETITION, CASE | other, reasons=why)
    yield desk
    desk.close()


def told(desk: Desk, tmp_path: Path) -> str:
    """Everything that list, export and history tell of the two cases."""
    import openpyxl

    path = tmp_path / "信访.xlsx"
    export_register(desk, Wanted("petition"), path)
    cells = [str(cell) for sheet in openpyxl.load_workbook(path) for row in sheet.values for cell in row]
    rows = [str(each) for row in listing.page(desk, "petition", [1, 2]) for each in row]
    lines = undoing.history(desk, PETITION, 1)
    return " ".join((*cells, *rows, *lines, str(listing.shown_records(desk, PETITION, [1, 2]))))


def test_what_an_informer_said_is_hidden_and_an_ordinary_case_is_not(desk: Desk, tmp_path: Path) -> None:
    seen = told(desk, tmp_path)
    assert not [each for each in SECRETS[:2] + SECRETS[3:] if each in seen]
    assert seen.count(SECRETS[2]) == 2
    assert "山重水" in seen
    assert HIDDEN in seen
    first = listing.shown_records(desk, PETITION, [1])[0]
    assert [first[key] for key in ("name", "address", "phone", "content")] == [HIDDEN] * 4
    assert first["topic"] == "村务财务"


def test_a_reason_shows_it_and_is_kept(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(records.Refused, match="写明理由"):
        masking.reveal(desk, PETITION, [1], "  ")
    assert masking.reveal(desk, PETITION, [1, 2], "向纪委移交") == 1
    assert all(each in told(desk, tmp_path) for each in SECRETS)
    assert undoing.history(desk, PETITION, 1)[0].endswith("文书 查看了保密内容，理由：向纪委移交")
    assert masking.reveal(desk, PETITION, [1], "再看") == 0
    assert "登记" in (undoing.undo(desk) or "")
    assert len(listing.all_ids(desk, Wanted("petition"))) == 1


def test_changes_of_hidden_fields_are_told_without_their_content(desk: Desk) -> None:
    records.save(desk, PETITION, CASE | {"content": "另一件事", "persons": 2}, 1, {"petitions.leader": "补录"})
    lines = " ".join(undoing.history(desk, PETITION, 1))
    assert "修改了「诉求」，内容〔保密〕" in lines
    assert "把「人数」从 1 改为 2" in lines
    assert "另一件事" not in lines


def test_neither_search_nor_a_copy_nor_the_morning_page_tells_it(desk: Desk) -> None:
    assert not listing.all_ids(desk, Wanted("petition", "柳暗花"))
    assert list(listing.all_ids(desk, Wanted("petition", "山重水"))) == [2]
    copied = records.copy_of(desk, PETITION, 1)
    assert [copied.get(key) for key in ("name", "content")] == [None, None]
    assert copied["topic"] == "村务财务"
    assert records.copy_of(desk, PETITION, 2)["name"] == "山重水"
    told_today = " ".join(each.what for each in today(desk).due)
    assert "山重水" in told_today
    assert "柳暗花" not in told_today


def test_findings_and_prints_do_not_tell_it(desk: Desk, tmp_path: Path) -> None:
    import pypdfium2

    with desk.store.read() as connection:
        found = {each.key: each for each in check(connection, Office(connection, date(2026, 11, 23)), 2026)}
    assert found["petitions.informant"].state == "met"
    subjects = " ".join(each.subject for each in found["petitions.told_15_days"].findings)
    assert subjects == f"2026-03-07 {HIDDEN} 2026-03-07 山重水"
    books.print_register(desk, Wanted("petition"), tmp_path / "信访.pdf")
    pages = pypdfium2.PdfDocument(tmp_path / "信访.pdf")
    printed = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "山重水" in printed
    assert "柳暗花" not in printed
