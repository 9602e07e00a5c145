"""Saving, changing, deleting and filling in: each whole, with its history, or refused with a sentence for the field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.models import BY_KEY, REGISTERS
from app.services import records, undoing
from app.services.desk import Desk
from app.services.records import NeedsReason, Refused
from tests.services.conftest import a_record, add, picture, saved, stored

SEVENTH = date(2026, 3, 7)
KEYS = [register.key for register in REGISTERS]


def refused(desk: Desk, register: str, **values: Any) -> dict[str, str]:
    with pytest.raises(Refused) as told:
        records.save(desk, BY_KEY[register], records.blank_for(BY_KEY[register]) | values)
    assert all(sentence.endswith("。") for _, sentence in told.value.misfits)
    return dict(told.value.misfits)


@pytest.mark.parametrize("key", KEYS)
def test_a_record_of_every_register_is_stored_as_typed(office: Desk, key: str) -> None:
    values = a_record(key)
    found = saved(office, key, **values)
    kept = stored(office, key, found.id)
    for name, value in values.items():
        rows = bool(BY_KEY[key].by_key[name].columns)
        assert (tuple({**row, **part} for row, part in zip(kept[name], value, strict=True)) if rows else value) == kept[
            name
        ]
    assert kept["book_number"] == found.values["book_number"]


@pytest.mark.parametrize("key", KEYS)
def test_a_change_of_every_register_is_undone_whole(office: Desk, key: str) -> None:
    record = add(office, key, **a_record(key))
    before = picture(office)
    register = BY_KEY[key]
    rows = [field.key for field in register.fields if field.columns]
    records.save(office, register, {"remarks": "改过", **dict.fromkeys(rows, ())}, record, REASONS)
    assert picture(office) != before
    assert undoing.undo(office) == f"已撤回：修改{register.label} 1 条。"
    assert picture(office) == before


REASONS = dict.fromkeys(
    ("petitions.owner", "petitions.leader", "documents.charge_leader", "documents.number_series"), "经批准"
)


@pytest.mark.parametrize("key", KEYS)
def test_a_new_record_of_every_register_is_undone_whole(office: Desk, key: str) -> None:
    before = picture(office)
    saved(office, key, **a_record(key))
    assert undoing.undo(office) == f"已撤回：登记{BY_KEY[key].label} 1 条。"
    assert picture(office) == before


@pytest.mark.parametrize("key", KEYS)
def test_delete_restore_and_their_undoing(office: Desk, key: str) -> None:
    record = add(office, key, **a_record(key))
    register, whole = BY_KEY[key], picture(office)
    assert records.delete(office, register, [record]) == 1
    assert [entry[0] for entry in records.trashed(office, register)] == [record]
    assert stored(office, key, record)["book_number"]
    records.restore(office, register, [record])
    assert picture(office) == whole
    undoing.undo(office)
    assert len(records.trashed(office, register)) == 1
    undoing.undo(office)
    assert picture(office) == whole
    assert records.trashed(office, register) == []


@pytest.mark.parametrize("key", KEYS)
def test_required_fields_are_asked_for_by_their_labels(office: Desk, key: str) -> None:
    told = refused(office, key)
    wanted = {field.key: f"请填写「{field.label}」。" for field in BY_KEY[key].fields if field.required}
    assert wanted.items() <= told.items()


def test_a_child_row_without_its_required_column_is_named(office: Desk) -> None:
    values = a_record("meeting") | {"items": ({"order": 1, "topic": "防汛", "speakers": None},)}
    assert refused(office, "meeting", **values) == {"items": "「议题」第 1 行请填写「发言人」。"}


def test_a_name_may_be_given_once(office: Desk) -> None:
    assert refused(office, "office", name="财政所") == {"name": "「机构名称」已有「财政所」，请不要重复登记。"}
    records.save(office, BY_KEY["office"], {"phone": "6620001"}, 1)
    assert stored(office, "office", 1)["phone"] == "6620001"


def test_a_name_in_the_recycle_bin_is_free_until_it_comes_back(office: Desk) -> None:
    first = add(office, "office", name="文化服务中心")
    records.delete(office, BY_KEY["office"], [first])
    again = add(office, "office", name="文化服务中心")
    with pytest.raises(Refused, match="请先给那一条改名"):
        records.restore(office, BY_KEY["office"], [first])
    records.save(office, BY_KEY["office"], {"name": "文化站"}, again)
    assert records.restore(office, BY_KEY["office"], [first]) == 1


def test_what_cannot_be_is_refused_by_the_registers_own_check(office: Desk) -> None:
    told = refused(office, "leave", **a_record("leave") | {"end": date(2026, 3, 1)})
    assert told == {"end": "结束日期早于开始日期，请检查这两个日期。"}


def test_a_secret_paper_leaves_only_a_pointer(office: Desk) -> None:
    told = refused(office, "incoming", **a_record("incoming") | {"secrecy": "机密", "doc_no": "某〔2026〕1号"})
    assert told.keys() == {"title", "paper_book", "doc_no"}
    pointer = {
        "received": SEVENTH,
        "sender": "县委办",
        "title": "涉密件",
        "secrecy": "机密",
        "paper_book": "第1册第3页",
    }
    assert stored(office, "incoming", add(office, "incoming", **pointer))["title"] == "涉密件"


@pytest.mark.parametrize("mark", ["秘密★10年", "机密 ★", "绝密\u3000★长期"])
def test_a_secrecy_mark_is_refused_in_any_text(office: Desk, mark: str) -> None:
    assert "涉密标志" in refused(office, "visit", **a_record("visit") | {"found": f"内容{mark}"})["found"]
    items = ({"order": 1, "topic": mark, "speakers": "张三"},)
    assert "涉密标志" in refused(office, "meeting", **a_record("meeting") | {"items": items})["items"]
    assert stored(office, "visit", add(office, "visit", **a_record("visit") | {"found": "保密工作检查"}))["found"]


def test_nothing_is_stored_of_a_refused_record(office: Desk) -> None:
    before = picture(office)
    refused(office, "meeting", **a_record("meeting") | {"title": None})
    assert picture(office) == before


def test_a_limit_that_stops_asks_for_a_reason_and_keeps_it(office: Desk) -> None:
    values = records.blank_for(BY_KEY["reception"]) | a_record("reception") | {"companions": 4}
    before = picture(office)
    with pytest.raises(NeedsReason) as told:
        records.save(office, BY_KEY["reception"], values)
    rules = {finding.rule for finding in told.value.findings}
    assert rules == {"reception.companions"}
    assert picture(office) == before
    found = records.save(office, BY_KEY["reception"], values, None, {"reception.companions": "党委会研究同意"})
    records.save(office, BY_KEY["reception"], {"remarks": "补记"}, found.id)
    assert stored(office, "reception", found.id)["remarks"] == "补记"


def test_worked_out_values_are_never_typed(office: Desk) -> None:
    values = a_record("leave") | {"days": Decimal(99), "office": 2}
    found = stored(office, "leave", add(office, "leave", **values))
    assert (found["days"], found["office"]) == (Decimal(3), 1)
    meal = stored(office, "reception", add(office, "reception", **a_record("reception")))
    assert (meal["total"], meal["per_head"]) == (Decimal(210), Decimal(30))


def test_a_person_in_use_is_not_deleted(office: Desk) -> None:
    add(office, "visit", **a_record("visit"))
    with pytest.raises(Refused) as told:
        records.delete(office, BY_KEY["staff"], [1])
    assert (
        str(told.value)
        == "「张三」还在下村走访(民情日记)里使用，不能删除。请先改掉那些记录，或给它填写离岗、撤销日期。"
    )
    assert records.delete(office, BY_KEY["staff"], [2]) == 1


def test_a_copy_has_its_own_day_and_numbers(office: Desk) -> None:
    record = add(office, "outgoing", **a_record("outgoing"))
    copy = records.copy_of(office, BY_KEY["outgoing"], record)
    assert (copy["title"], copy["serial"], copy.get("number")) == ("关于防汛的通知", None, None)
    assert copy["issued"] == office.today()


def test_a_blank_record_proposes_what_is_usual(office: Desk) -> None:
    blank = records.blank(office, BY_KEY["reception"])
    assert (blank["date"], blank["meal_place"], blank["guests"]) == (office.today(), "单位食堂", ())
    assert records.blank(office, BY_KEY["budget"])["year"] == office.today().year


def test_one_value_is_filled_into_many_records_and_undone_at_once(office: Desk) -> None:
    ids = [add(office, "visit", **a_record("visit")) for _ in range(5)]
    before = picture(office)
    assert records.fill(office, BY_KEY["visit"], ids, "transport", ["步行"] * 5) == 5
    assert {stored(office, "visit", record)["transport"] for record in ids} == {"步行"}
    assert undoing.undo(office) == "已撤回：批量填写下村走访(民情日记)「交通方式」5 条。"
    assert picture(office) == before


def test_numbers_counted_up_are_filled_in_order(office: Desk) -> None:
    ids = [add(office, "expense", **a_record("expense")) for _ in range(3)]
    told = records.series_from("记-098", 3)
    records.fill(office, BY_KEY["expense"], ids, "voucher", told)
    assert [stored(office, "expense", record)["voucher"] for record in ids] == ["记-098", "记-099", "记-100"]
    assert records.series_from("2026-09号", 2) == ["2026-09号", "2026-10号"]
    assert records.series_from("无号", 2) == ["无号", "无号"]


def test_filling_in_is_all_or_nothing(office: Desk) -> None:
    ids = [add(office, "leave", **a_record("leave") | {"staff": person}) for person in (1, 2)]
    before = picture(office)
    with pytest.raises(Refused, match="结束日期早于开始日期"):
        records.fill(office, BY_KEY["leave"], ids, "end", [date(2026, 3, 3), date(2026, 3, 1)])
    assert picture(office) == before
    with pytest.raises(Refused, match="由程序计算"):
        records.fill(office, BY_KEY["leave"], ids, "days", [Decimal(1)] * 2)
    with pytest.raises(Refused, match="请不要重复登记"):
        records.fill(office, BY_KEY["office"], [1, 2], "name", ["甲", "甲"])


def test_history_tells_who_when_and_what_in_words(office: Desk) -> None:
    record = add(office, "incoming", **a_record("incoming"))
    office.who = "李四"
    records.save(office, BY_KEY["incoming"], {"done": date(2026, 3, 6), "handler": 1, "attendees": (2,)}, record)
    records.delete(office, BY_KEY["incoming"], [record])
    lines = undoing.history(office, BY_KEY["incoming"], record)
    told = [line.split(" ", 2)[2] for line in lines]
    assert told == [
        "李四 放进了回收站",
        "李四 把「承办人」从 空 改为 张三",
        "李四 把「办结日期」从 空 改为 3月6日",
        "李四 把「参会人」从 张三、李四 改为 李四",
        "王芳 登记了这条记录",
    ]
    today = office.today()
    assert all(line.startswith(f"{today.month}月{today.day}日 ") for line in lines)


def test_long_texts_rows_and_other_years_are_told_shortly(office: Desk) -> None:
    record = add(office, "meeting", **a_record("meeting"))
    keys = [column.key for column in BY_KEY["meeting"].by_key["items"].columns]
    topics = enumerate(("防汛", "预算"), 1)
    rows = tuple(dict.fromkeys(keys) | {"order": at, "topic": topic, "speakers": "张三"} for at, topic in topics)
    more = {"items": rows, "date": date(2024, 12, 31), "remarks": "甲" * 200 + "乙"}
    records.save(office, BY_KEY["meeting"], more, record)
    told = "\n".join(undoing.history(office, BY_KEY["meeting"], record))
    assert "改为 2 行（" in told
    assert "防汛" in told
    assert "改为 2024年12月31日" in told
    assert f"改为 {'甲' * 29}……{'甲' * 28}乙" in told


def test_several_steps_are_taken_back_at_once(office: Desk) -> None:
    before = picture(office)
    villages = [add(office, "village", name=name) for name in ("甲村", "乙村", "丙村")]
    found = undoing.steps(office)
    said = undoing.undo_to(office, found[2].id)
    assert len(said) == 3
    assert picture(office) == before
    assert len(villages) == 3
    assert not {step.id for step in found[:3]} & {step.id for step in undoing.steps(office)}
    assert undoing.undo_to(office, found[0].id) == []


def test_a_change_that_changes_nothing_leaves_no_history(office: Desk) -> None:
    record = add(office, "visit", **a_record("visit"))
    records.save(office, BY_KEY["visit"], a_record("visit"), record)
    assert len(undoing.history(office, BY_KEY["visit"], record)) == 1


def test_undoing_goes_back_step_by_step_until_nothing_is_left(desk: Desk) -> None:
    before = picture(desk)
    first = add(desk, "village", name="柳溪村")
    records.save(desk, BY_KEY["village"], {"households": 5}, first)
    records.save(desk, BY_KEY["village"], {"households": 7}, first)
    undoing.undo(desk)
    assert stored(desk, "village", first)["households"] == 5
    undoing.undo(desk)
    undoing.undo(desk)
    assert picture(desk) == before
    assert undoing.undo(desk) is None


def test_two_people_of_one_name_are_told_apart(office: Desk) -> None:
    from app.kinds import Misread
    from app.services.reading import read_field

    visit = BY_KEY["visit"]
    with pytest.raises(Misread) as told:
        read_field(office, visit, "staff", "张伟")
    assert str(told.value) == "干部花名册里有2个「张伟」：张伟(财政所)、张伟(党政办公室)，请写明是哪一个。"
    assert read_field(office, visit, "staff", "张伟(财政所)") == 3
    assert read_field(office, visit, "staff", "张伟（党政办公室）") == 4


def test_a_record_that_is_gone_cannot_be_changed(office: Desk) -> None:
    with pytest.raises(Refused, match="没有编号为 99 的记录"):
        records.save(office, BY_KEY["visit"], {"remarks": "x"}, 99)
