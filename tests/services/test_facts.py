"""Every countable fact of the office's source reports has a slot, and each slot gives a traced figure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from app.figures import Period, count
from app.models import BY_KEY
from app.reports.summaries.numbers import behind, figure_of, renewed
from app.reports.summaries.slots import MISSING, Slots, slot_names
from app.services import reading, records
from app.services.demo import make_demo
from app.services.desk import Desk, open_desk
from tests.conftest import opened

YEAR, QUIET = 2025, 2019
"""The year of the demo, and one of which nothing but signed reports is kept."""
PAGE = Path(__file__).parents[2] / "resources" / "manual" / "21-facts.md"
NEEDED = (Path(__file__).parents[1] / "data" / "facts.txt").read_text().split()
ROWS = re.findall(r"^\| (.+?) \| `(\{\{.+?\}\})` \| (.+?) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
MORE: list[tuple[str, dict[str, str]]] = [
    ("staff", {"name": "谷雨生", "duty_class": "其他机关干部", "party_joined": "2025-07-01"}),
    ("staff", {"name": "谷雨田", "duty_class": "其他机关干部", "activist_since": "2025-03-01"}),
    ("staff", {"name": "谷雨川", "duty_class": "其他机关干部", "rank": "副科"}),
    ("outing", {"date": "2025-03-01", "members": "谷雨生", "kind": "挂职锻炼", "destination": "某村"}),
    ("training", {"date": "2025-04-02", "subject": "法规", "level": "县", "audience": "机关干部", "members": "谷雨川"}),
    ("honour", {"date": "2025-05-06", "year": "2025", "title": "锦旗", "level": "镇", "kind": "群众表扬"}),
    ("meeting", {"date": "2025-04-08", "title": "作风整改会", "kind": "专题会议", "start": "9:00", "venue": "会议室"}),
    ("outgoing", {"issued": "2025-04-10", "title": "实施意见", "stage": "实施意见", "serial": "901"}),
    ("outgoing", {"issued": "2025-09-10", "title": "测评方案", "stage": "测评方案", "serial": "902"}),
    (
        "outgoing",
        {"issued": "2025-11-10", "signed": "2025-11-09", "title": "总结", "stage": "总结报告", "serial": "903"},
    ),
    ("household", {"date": "2025-02-01", "staff": "谷雨川", "village": "柳溪村", "name": "某学生", "kind": "困难学生"}),
    (
        "donation",
        {"date": "2025-02-01", "purpose": "困难学生", "kind": "困难学生", "recipient": "某校", "money": "8260"},
    ),
    ("project", {"date": "2025-02-01", "title": "路灯", "kind": "道路", "state": "完成", "outputs": "路灯|12||盏"}),
    ("expense", {"date": "2025-02-01", "summary": "花卉", "amount": "900", "quantity": "105", "unit": "盆"}),
    ("award_households", {"year": "2025", "title": "守法光荣户", "total": "20", "passed": "20"}),
    ("metric", {"year": "2025", "name": "城镇人口", "value": "7600", "unit": "人", "source": "统计"}),
]
"""What the demo township does not have: one record for each such slot, other fields as below."""
USUAL: dict[str, dict[str, str]] = {
    "outing": {"purpose": "挂职", "work_related": "是"},
    "staff": {"arrived": "2020-01-01", "establishment": "聘用"},
    "outgoing": {"kind": "意见", "issuer": "党委", "status": "已印发", "code": "云测发", "year": "2025"}
    | {"direction": "下行文", "category": "一般性文件"},
    "project": {"people_matter": "否"},
    "training": {"trainees": "1"},
    "honour": {"holder_kind": "集体", "holder": "便民服务中心"},
    "meeting": {"end": "10:00", "status": "已召开"},
    "expense": {"budget": "办公用品费", "payment": "转账", "nature": "环境绿化"},
}


def type_in(desk: Desk, key: str, given: dict[str, str]) -> int:
    """One record as a clerk types it; every limit that asks for a reason gets one."""
    register = BY_KEY[key]
    values, wrong = reading.read_record(desk, register, USUAL.get(key, {}) | given)
    assert not wrong, (key, wrong)
    whole = records.blank_for(register) | values
    try:
        return records.save(desk, register, whole).id
    except records.NeedsReason as stopped:
        reasons = {finding.rule: "照实登记" for finding in stopped.findings}
        return records.save(desk, register, whole, None, reasons).id


@pytest.fixture(scope="module")
def desk(empty_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("facts") / "data"
    next(opened(empty_folder, folder)).close()
    made = open_desk(folder, "文书")
    make_demo(made, YEAR)
    for key, given in MORE:
        type_in(made, key, given)
    for subject in ("违纪违法", "重大安全事故", "信访", "进京赴省上访", "其他违规违纪"):
        span = {"start": f"{QUIET}-01-01", "end": f"{QUIET}-12-31", "date": f"{QUIET + 1}-01-03"}
        whole = {"subject": subject, "scope": "全镇", "confirmer": "谷雨川", "signed": "是"}
        type_in(made, "zero_report", span | whole)
    with made.store.read() as connection:
        members = count(connection, "branches.members", Period.of_year(YEAR)).value
    type_in(made, "supply", SUPPLY | {"recipients": str(members)})
    yield made
    made.close()


SUPPLY = {
    "date": "2025-03-01",
    "action": "发放",
    "kind": "学习资料",
    "name": "应知应会手册",
    "quantity": "1000",
    "unit": "本",
}


def asked(desk: Desk, year: int, slot: str) -> tuple[str, Slots]:
    with desk.store.read() as connection:
        slots = Slots(connection, year, Period.of_year(year), today=date(2026, 11, 1))
        names: dict[str, Any] = slot_names(slots, town="某镇", office="某办", today=date(2026, 11, 1))
        return Environment().from_string(slot).render(names), slots


def test_every_countable_fact_stands_in_the_table_once() -> None:
    told = [fact for _, _, facts in ROWS for fact in facts.split()]
    assert len(NEEDED) == 254
    assert sorted(told) == sorted(NEEDED)


@pytest.mark.parametrize("slot", [slot for _, slot, _ in ROWS])
def test_each_slot_gives_what_can_be_traced_and_renewed(desk: Desk, slot: str) -> None:
    year = QUIET if slot.startswith("{{ 零(") else YEAR
    text, slots = asked(desk, year, slot)
    assert text
    assert MISSING not in text
    with desk.store.read() as connection:
        for figure in slots.given:
            assert behind(connection, figure, date(2026, 11, 1)) or figure.key == "report.cutoff"
            again = figure_of(figure.tag)
            assert again is not None
            assert renewed(connection, again, today=date(2026, 11, 1)) == figure
