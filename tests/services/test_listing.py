"""Which records stand in a table: by period, filters, order, words and initials; those in the recycle bin apart."""

from __future__ import annotations

from datetime import date

import pytest

from app.models import BY_KEY, REGISTERS
from app.services import listing, records
from app.services.desk import Desk
from app.services.listing import Wanted, all_ids, first_page, page, shown_records
from app.services.reading import completions, read_field, read_record, show
from tests.services.conftest import a_record, add, stored


def names(desk: Desk, register: str, wanted: Wanted, key: str) -> list[str | int]:
    return [row[key] for row in shown_records(desk, BY_KEY[register], all_ids(desk, wanted))]


def test_the_first_page_is_the_beginning_of_all(township: Desk) -> None:
    wanted = Wanted("visit")
    ids, first = all_ids(township, wanted), first_page(township, wanted)
    assert len(ids) == 3019
    assert (len(first.rows), first.more) == (listing.PAGE, True)
    assert first.ids == ids[: listing.PAGE]
    assert page(township, "visit", ids[:2]) == first.rows[:2]


def test_newest_stand_first_unless_asked_otherwise(township: Desk) -> None:
    down = names(township, "expense", Wanted("expense"), "date")
    assert down == sorted(down, reverse=True)
    up = names(township, "expense", Wanted("expense", descending=False), "date")
    assert up == sorted(up)


def test_a_period_includes_its_first_and_last_day(township: Desk) -> None:
    march = names(township, "meeting", Wanted("meeting", start=date(2024, 3, 1), end=date(2024, 3, 31)), "date")
    assert march
    assert all("2024-03-01" <= str(day) <= "2024-03-31" for day in march)
    open_end = names(township, "meeting", Wanted("meeting", start=date(2025, 1, 1)), "date")
    assert len(march) < len(open_end) == 97
    year = names(township, "budget", Wanted("budget", start=date(2025, 3, 1), end=date(2025, 4, 1)), "year")
    assert set(year) == {"2025"}


def test_filters_join(township: Desk) -> None:
    with township.store.read() as connection:
        from sqlalchemy import select

        from app.models.people.village import Village

        village = connection.execute(select(Village.id).order_by(Village.id)).scalars().first()
    wanted = Wanted("visit", filters=(("village", village), ("kind", "入户走访")))
    rows = shown_records(township, BY_KEY["visit"], all_ids(township, wanted))
    assert rows
    assert {(row["village"], row["kind"]) for row in rows} == {(rows[0]["village"], "入户走访")}
    assert (
        len(all_ids(township, Wanted("visit", filters=(("found", None),))))
        + len([1 for row in names(township, "visit", Wanted("visit"), "found") if row])
        == 3019
    )


@pytest.mark.parametrize("key", ["village", "amount", "staff", "book_number"])
def test_every_column_sorts_by_what_it_shows(township: Desk, key: str) -> None:
    register = "expense" if key == "amount" else "visit"
    first = date(2025, 1, 1) if key == "book_number" else None
    told = names(township, register, Wanted(register, start=first, sort=key, descending=False), key)
    values = [float(str(each).replace(",", "")) for each in told] if key == "amount" else told
    if key == "book_number":
        values = [int(each) for each in told]
        assert len(values) == 1523
    assert values == sorted(values)


def test_the_recycle_bin_is_a_table_of_its_own(office: Desk) -> None:
    kept, gone = (add(office, "visit", **a_record("visit")) for _ in range(2))
    records.delete(office, BY_KEY["visit"], [gone])
    assert list(all_ids(office, Wanted("visit"))) == [kept]
    assert list(all_ids(office, Wanted("visit", trashed=True))) == [gone]
    assert listing.counts(office, 2026)["visit"] == 1


def test_counts_are_of_the_year_and_of_all_where_there_is_none(township: Desk) -> None:
    counted = listing.counts(township, 2024)
    assert (counted["visit"], counted["incoming"], counted["office"], counted["budget"]) == (1496, 503, 11, 10)


def test_a_record_shows_names_for_links_and_texts_for_values(office: Desk) -> None:
    record = add(office, "incoming", **a_record("incoming") | {"handler": 3, "office": 1})
    shown = show(office, BY_KEY["incoming"], stored(office, "incoming", record))
    told = [shown[key] for key in ("received", "handler", "office", "attendees", "circulation", "due")]
    assert told == ["2026-03-07", "张伟", "财政所", "张三、李四", "1 项", ""]


def test_what_is_shown_is_read_again(office: Desk) -> None:
    for register in REGISTERS:
        record = add(office, register.key, **a_record(register.key) | {"remarks": "备注"})
        values = stored(office, register.key, record)
        shown = show(office, register, values)
        for field in register.fields:
            plain = not field.columns and not field.auto and not field.derived
            if plain and field.type_name not in ("ref",) and "张伟" not in shown[field.key]:
                assert read_field(office, register, field.key, shown[field.key], 2026) == values[field.key]


@pytest.mark.parametrize("words", ["灌渠", "灌", "gq", "灌渠 柳溪", "ＧＱ", "灌渠 gq", "柳溪 灌", "渠堵"])
def test_words_find_records_by_characters_and_initials(office: Desk, words: str) -> None:
    hit = add(office, "visit", **a_record("visit") | {"found": "三组灌渠堵塞（急）", "thoughts": "请柳溪村清淤"})
    add(office, "visit", **a_record("visit") | {"found": "路灯不亮"})
    assert list(all_ids(office, Wanted("visit", words))) == [hit]


@pytest.mark.parametrize("words", ["渠灌", "堵塞急灌", "xyz", "2025", "灌渠 路灯"])
def test_words_that_are_not_there_find_nothing(office: Desk, words: str) -> None:
    add(office, "visit", **a_record("visit") | {"found": "三组灌渠堵塞（急）"})
    assert list(all_ids(office, Wanted("visit", words))) == []


@pytest.mark.parametrize(
    ("words", "people"), [("zs", ["张三"]), ("szy", ["单志远"]), ("dzy", ["单志远"]), ("张", ["张三", "张伟", "张伟"])]
)
def test_people_are_found_by_initials_their_surname_read_right(office: Desk, words: str, people: list[str]) -> None:
    assert sorted(map(str, names(office, "staff", Wanted("staff", words), "name"))) == people
    with_visits = add(office, "visit", **a_record("visit") | {"staff": 5})
    assert (with_visits in all_ids(office, Wanted("visit", words))) is ("单志远" in people)


def test_a_changed_record_is_found_by_its_new_words_alone(office: Desk) -> None:
    record = add(office, "visit", **a_record("visit") | {"found": "路灯不亮"})
    records.save(office, BY_KEY["visit"], {"found": "井盖缺失"}, record)
    assert list(all_ids(office, Wanted("visit", "井盖"))) == [record]
    assert list(all_ids(office, Wanted("visit", "路灯"))) == []


def test_words_find_across_registers(office: Desk) -> None:
    visit = add(office, "visit", **a_record("visit") | {"found": "提灌站漏水"})
    opinion = add(office, "opinion", **a_record("opinion") | {"content": "提灌站年久失修"})
    found = listing.search_everywhere(office, "提灌站")
    assert [(register, record) for register, record, _ in found] == [("visit", visit), ("opinion", opinion)]
    assert listing.search_everywhere(office, "没有的话") == []


@pytest.mark.parametrize("words", ['"', "' OR 1=1 --", "*", "AND", "NEAR(", "（）", "a" * 5000, "\x00"])
def test_no_typed_words_break_the_search(township: Desk, words: str) -> None:
    assert len(all_ids(township, Wanted("visit", words))) <= 3019
    assert isinstance(listing.search_everywhere(township, words), list)


def test_completions_begin_with_the_initials_then_hold_them(office: Desk) -> None:
    assert [name for _, name, _ in completions(office, "staff", "z")][:3] == ["张三", "张伟", "张伟"]
    assert completions(office, "staff", "zs")[0][1:] == ("张三", "财政所")
    assert [name for _, name, _ in completions(office, "staff", "szy")] == ["单志远"]
    assert [name for _, name, _ in completions(office, "office", "dzb")] == ["党政办公室"]
    assert completions(office, "staff", "不存在") == []
    assert len(completions(office, "staff", "", limit=2)) == 2


def test_a_record_is_read_from_texts_by_key_or_label(office: Desk) -> None:
    given = {"日期": "3月7日", "staff": "张三", "村(社区)": "柳溪村", "kind": "入户走访", "天数": "半天", "没有": "x"}
    values, wrong = read_record(office, BY_KEY["visit"], given)
    assert values["date"] == date(office.today().year, 3, 7)
    assert (values["staff"], str(values["days"])) == (1, "0.5")
    assert wrong == [("没有", "下村走访(民情日记)没有「没有」这一栏。")]


def test_a_budget_line_is_that_of_the_records_year(office: Desk) -> None:
    for day, line in (("2025-03-07", 1), ("2026-03-07", 2)):
        values, wrong = read_record(office, BY_KEY["expense"], {"budget": "办公用品费", "date": day})
        assert (values["budget"], wrong) == (line, [])
    _, wrong = read_record(office, BY_KEY["expense"], {"date": "2024-03-07", "budget": "办公用品费"})
    assert wrong == [("budget", "预算项目：「办公用品费」不在 2024 年预算里，请先登记，或检查是否写错。")]


def test_child_rows_are_read_a_line_each(office: Desk) -> None:
    rows = read_field(office, BY_KEY["meeting"], "items", "1|防汛|党政办公室|张三\n2|物资||李四|20")
    assert [row["topic"] for row in rows] == ["防汛", "物资"]
    assert rows[1]["minutes"] == 20
