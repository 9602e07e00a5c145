"""一个人的一年: each part counted by hand, findings of the person alone, and one sheet of paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from app.models import BY_KEY
from app.reports.person_year import Part, person_year_form
from app.services.desk import Desk
from app.services.person_year import NoSuchPerson, person_year, print_person_year
from app.services.records import delete
from tests.services.linked_office import TODAY, add, opened

D = Decimal
ZHANG, LI = 2, 3
DAY = date(2026, 2, 2)
"""A Monday."""


@pytest.fixture
def desk(linked_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from opened(linked_folder, tmp_path / "data")


def part(desk: Desk, key: str, person: int = ZHANG, year: int = 2026) -> Part:
    return person_year(desk, person, year).part(key)


def visit(desk: Desk, day: date, **more: Any) -> int:
    usual = {"staff": ZHANG, "village": 1, "kind": "入户走访", "days": D(1), "transport": "步行"}
    return add(desk, "visit", **(usual | {"date": day} | more))


def said(found: Part) -> list[str]:
    return [entry.what for entry in found.entries]


def test_an_empty_year_says_so_in_every_part(desk: Desk) -> None:
    told = person_year(desk, LI, 2025)
    assert told.facts[:4] == (("姓名", "李四"), ("所在机构", "党政办"), ("职务", ""), ("干部类别", "其他机关干部"))
    assert {part.total for part in told.parts if part.key != "limits"} == {"无"}
    assert not any(part.entries for part in told.parts if part.key != "limits")


def test_visits_are_counted_in_distinct_days_of_the_year(desk: Desk) -> None:
    visit(desk, DAY, households=3)
    visit(desk, DAY, days=D("0.5"))
    visit(desk, date(2025, 12, 31), days=D(2))
    visit(desk, DAY, staff=LI)
    delete(desk, BY_KEY["visit"], [visit(desk, DAY + timedelta(days=1))])
    found = part(desk, "visit")
    assert (found.total, found.made_up) == ("3次、2天、1个村(社区)、3户次", "柳溪村3次")
    assert said(found) == ["柳溪村 入户走访 2天", "柳溪村 入户走访 1天", "柳溪村 入户走访 0.5天"]
    assert part(desk, "visit", year=2025).total == "1次、1天、1个村(社区)"


def test_pairings_that_ran_in_the_year_and_the_help_brought(desk: Desk) -> None:
    usual = {"staff": ZHANG, "village": 1, "kind": "监测户"}
    family = add(desk, "household", date=date(2024, 5, 1), name="周大爷", **usual)
    add(desk, "household", date=date(2024, 5, 1), name="已脱贫", ended=date(2025, 12, 31), **usual)
    add(desk, "household", date=date(2027, 1, 1), name="明年的", **usual)
    add(desk, "assistance", date=DAY, kind="走访慰问", household=family, content="米油", money=D(200), goods=D(120))
    add(desk, "assistance", date=date(2025, 2, 2), kind="走访慰问", household=family, content="米油", money=D(99))
    found = part(desk, "household")
    assert (found.total, found.made_up) == ("1户(家)、1次帮扶、320元", "监测户1户")
    assert said(found) == ["周大爷（柳溪村，监测户）帮扶1次"]
    assert part(desk, "household", year=2025).total == "2户(家)、1次帮扶、99元"


def test_leave_by_kind_with_the_balance_of_the_year(desk: Desk) -> None:
    person = add(
        desk,
        "staff",
        name="赵工",
        office=2,
        duty_class="其他机关干部",
        work_start=date(2010, 7, 1),
        leave_carried=D(2),
    )
    usual = {"staff": person, "status": "已批准"}
    add(desk, "leave", kind="年休假", start=DAY, end=DAY + timedelta(days=2), returned=DAY + timedelta(days=3), **usual)
    add(desk, "leave", kind="事假", start=DAY + timedelta(days=7), end=DAY + timedelta(days=7), **usual)
    add(
        desk,
        "leave",
        kind="事假",
        start=DAY + timedelta(days=8),
        end=DAY + timedelta(days=8),
        staff=person,
        status="待批",
    )
    found = part(desk, "leave", person)
    assert found.total == "2次、4天"
    assert found.made_up == "年休假3天、事假1天；年休假应休10天加上年结转2天、已休3天、尚余9天"
    assert said(found) == ["年休假3天", "事假1天（未销假）"]
    assert part(desk, "leave", person, 2025).made_up == "年休假应休10天、已休0天、未休10天"
    assert part(desk, "leave").made_up == "年休假天数不详（未填参加工作时间）"


def test_duty_as_leader_and_in_the_ranks(desk: Desk) -> None:
    add(desk, "duty", date=DAY, leader=1, members=(ZHANG, LI), shift="夜班")
    add(desk, "duty", date=date(2026, 3, 7), leader=ZHANG, members=(LI,))
    found = part(desk, "duty")
    assert (found.total, found.made_up) == ("2班", "1次带班、1次值班、1次在双休日或节假日")
    assert said(found) == ["值班夜班", "带班"]


def test_study_training_and_trips_on_which_the_person_is_named(desk: Desk) -> None:
    add(desk, "study", date=DAY, kind="集中学习", topic="全会精神", hours=D("1.5"), members=(ZHANG, LI))
    add(desk, "study", date=DAY, kind="党课", topic="廉政", hours=D(1), presenter="张三、李四")
    class_ = {"subject": "财务", "level": "县", "audience": "机关干部", "trainees": 2, "hours": D(8)}
    add(desk, "training", date=DAY, members=(ZHANG,), **class_)
    trip = {"destination": "省城", "purpose": "学习", "kind": "考察学习", "work_related": True}
    add(desk, "outing", date=DAY, members=(ZHANG, LI), **trip)
    assert part(desk, "study").total == "1次、1.5课时、1次主讲"
    assert said(part(desk, "study")) == ["集中学习：全会精神"]
    assert (part(desk, "training").total, said(part(desk, "training"))) == ("1期、8学时", ["财务（县级）"])
    assert said(part(desk, "outing")) == ["省城（考察学习）"]
    assert part(desk, "training", LI).total == "无"


def test_essays_topics_and_opinions_of_the_person(desk: Desk) -> None:
    add(desk, "essay", date=DAY, staff=LI, coauthors=(ZHANG,), kind="调研报告", title="富民")
    add(desk, "essay", date=DAY, staff=ZHANG, kind="工作心得", title="财政")
    add(desk, "research", date=date(2025, 6, 1), staff=ZHANG, title="村级财务", key_topic=True)
    add(
        desk, "opinion", date=DAY, source="机关干部建议", content="长" * 50, topic="其他", staff=ZHANG, adopted="已采纳"
    )
    found = part(desk, "essay")
    assert (found.total, found.made_up) == ("2篇、1个课题", "调研报告1篇、工作心得1篇")
    assert said(found) == ["调研报告《富民》", "工作心得《财政》", "课题「村级财务」"]
    assert said(part(desk, "opinion")) == [f"{'长' * 40}…（已采纳）"]


def test_honours_name_the_person_and_namesakes_are_told_apart(desk: Desk) -> None:
    usual = {"date": DAY, "year": 2025, "title": "先进", "level": "县", "kind": "综合", "holder_kind": "个人"}
    add(desk, "honour", holder="张三、李四", **usual)
    add(desk, "honour", holder="张三丰", **usual)
    add(desk, "honour", holder="张三", **(usual | {"holder_kind": "集体"}))
    assert said(part(desk, "honour", year=2025)) == ["先进（县级）"]
    assert part(desk, "honour", year=2026).total == "无"
    add(desk, "staff", name="张三", office=1, duty_class="其他机关干部")
    assert person_year(desk, ZHANG, 2026).name == "张三(财政所)"


def test_findings_are_those_of_the_person_and_of_records_of_the_person(desk: Desk) -> None:
    for day in range(3):
        visit(desk, DAY + timedelta(days=day), transport="公务用车")
    found = said(part(desk, "limits"))
    assert any("下村3天，还差" in text for text in found)
    assert any("公务用车" in text and text.endswith("（3条）") for text in found)
    assert not any("张三" in text or "李四" in text for text in found)
    assert not any("公务用车" in text for text in said(part(desk, "limits", LI)))


def test_a_person_who_is_not_there_is_told(desk: Desk) -> None:
    with pytest.raises(NoSuchPerson, match="没有这个人"):
        person_year(desk, 99, 2026)


def text_of(path: Path) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(path)
    found = len(document), "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return found[0], "".join(found[1].split())


@pytest.mark.parametrize("records", [0, 200])
def test_the_page_is_one_sheet_however_much_there_is(desk: Desk, tmp_path: Path, records: int) -> None:
    for number in range(records):
        add(desk, "opinion", date=DAY, source="机关干部建议", content=f"建议{number}" * 9, topic="其他", staff=ZHANG)
    for number in range(records // 4):
        visit(desk, DAY + timedelta(days=number))
    path = tmp_path / "张三.pdf"
    assert print_person_year(desk, ZHANG, 2026, path) == 1
    pages, text = text_of(path)
    assert pages == 1
    assert "2026年干部职工个人情况表" in text
    assert ("较早的" in text) == bool(records)
    assert f"打印日期：{TODAY.year}年3月16日" in text


def test_the_form_says_how_many_records_it_leaves_out(desk: Desk) -> None:
    for day in range(5):
        visit(desk, DAY + timedelta(days=day))
    told = person_year(desk, ZHANG, 2026)
    cells = [cell.text for row in person_year_form(told, "党政办", 2).rows for cell in row.cells]
    (text,) = [each for each in cells if each.startswith("5次")]
    assert text.splitlines()[1] == "较早的3条见台账；02-05 柳溪村 入户走访 1天；02-06 柳溪村 入户走访 1天"
    bare = [cell.text for row in person_year_form(told, "党政办", 0).rows for cell in row.cells]
    assert "5次、5天、1个村(社区)：柳溪村5次" in bare
