"""A small office that every test of a service gets a copy of, and a picture of all its data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.models import BY_KEY
from app.models.base import Base
from app.services import records
from app.services.desk import Desk, create_desk
from tests.conftest import opened
from tests.services.typed_records import TYPED

CHANGING = {"change", "history", "draft", "search_queue", "search_book", "imported_sheet", "override"}
"""Tables that tell of work, not of the office."""
PEOPLE = (
    ("张三", "财政所"),
    ("李四", "党政办公室"),
    ("张伟", "财政所"),
    ("张伟", "党政办公室"),
    ("单志远", "党政办公室"),
)


def saved(desk: Desk, register: str, **values: Any) -> records.Saved:
    """A new record of these values, past every limit."""
    whole = records.blank_for(BY_KEY[register]) | values
    try:
        return records.save(desk, BY_KEY[register], whole)
    except records.NeedsReason as stopped:
        reasons = {finding.rule: "经批准" for finding in stopped.findings}
        return records.save(desk, BY_KEY[register], whole, None, reasons)


def add(desk: Desk, register: str, **values: Any) -> int:
    """The id of a new record."""
    return saved(desk, register, **values).id


def stored(desk: Desk, register: str, record: int) -> dict[str, Any]:
    """A record as it lies in the data."""
    from app.store.records import load

    with desk.store.read() as connection:
        return load(connection, BY_KEY[register], [record])[record]


def picture(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Everything the office knows, but for who changed it last and the keys of child rows."""
    found = {}
    with desk.store.read() as connection:
        for name, table in Base.metadata.tables.items():
            if name in CHANGING:
                continue
            is_row = "position" in table.c and "id" in table.c
            left_out = {"changed_by", "changed_at"} | ({"id"} if is_row else set())
            columns = [column for column in table.c if column.name not in left_out]
            rows = [tuple(map(str, row)) for row in connection.execute(select(*columns))]
            found[name] = sorted(row for row in rows if name != "counter" or (row[0][:3] != "id:" and row[2] != "1"))
    return found


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two offices, five people of whom two bear one name, a village, a campaign, budget lines of two years."""
    folder = tmp_path_factory.mktemp("small") / "data"
    desk = create_desk(folder, "王芳")
    offices = {name: add(desk, "office", name=name) for name in ("财政所", "党政办公室")}
    for name, office in PEOPLE:
        add(desk, "staff", name=name, office=offices[office], duty_class="其他机关干部", work_start=date(2015, 7, 1))
    add(desk, "village", name="柳溪村", kind="村")
    add(desk, "campaign", title="环境整治", date=date(2026, 3, 1))
    for year in (2025, 2026):
        add(desk, "budget", year=year, item="30201 办公费", name="办公用品费", three_public="非三公", amount=1000)
    desk.close()
    return folder


@pytest.fixture
def office(small_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    """A desk at the small office."""
    for desk in opened(small_folder, tmp_path / "office"):
        desk.who = "王芳"
        yield desk


A_RECORD: dict[str, dict[str, Any]] = {
    "office": {"name": "综合行政执法队"},
    "staff": {"name": "赵六", "office": 1, "duty_class": "驻村干部", "leave_carried": 2},
    "village": {"name": "白鹭村", "households": 467},
    "leave": {"staff": 1, "kind": "事假", "start": date(2026, 3, 2), "end": date(2026, 3, 4), "status": "已批准"},
    "meeting": {
        "date": date(2026, 3, 7),
        "title": "防汛工作会",
        "kind": "党委会",
        "start": "09:00",
        "venue": "三楼会议室",
        "status": "已召开",
        "items": ({"order": 1, "topic": "防汛", "speakers": "张三"}, {"order": 2, "topic": "物资", "speakers": "李四"}),
        "attendance": ({"name": "张三", "role": "出席", "present": True},),
    },
    "study": {"date": date(2026, 3, 7), "kind": "集中学习", "topic": "公文处理", "members": (2, 1)},
    "incoming": {
        "received": date(2026, 3, 7),
        "sender": "县水利局",
        "title": "关于防汛的通知",
        "attendees": (1, 2),
        "circulation": ({"reader": 1, "sent": date(2026, 3, 7)},),
    },
    "outgoing": {
        "title": "关于防汛的通知",
        "kind": "通知",
        "issuer": "党政办",
        "status": "已印发",
        "code": "云党政办",
        "year": 2026,
        "direction": "下行文",
        "category": "一般性文件",
        "issued": date(2026, 3, 7),
        "text": "为做好防汛工作",
        "countersigners": (1,),
    },
    "visit": {"date": date(2026, 3, 7), "staff": 1, "village": 1, "kind": "入户走访", "days": 1},
    "opinion": {
        "date": date(2026, 3, 7),
        "source": "意见箱",
        "content": "路灯不亮",
        "topic": "基础设施",
        "adopted": "研究中",
    },
    "petition": {
        "date": date(2026, 3, 7),
        "name": "赵某",
        "persons": 1,
        "channel": "来信",
        "topic": "环境",
        "content": "异味",
        "status": "登记",
    },
    "donation": {"date": date(2026, 3, 7), "purpose": "助学", "kind": "困难学生", "recipient": "学生", "money": 500},
    "reception": {
        "date": date(2026, 3, 7),
        "guest_unit": "县水利局",
        "guests_count": 5,
        "purpose": "调研",
        "letter_no": "澄水函〔2026〕1号",
        "meals": 1,
        "meal_place": "单位食堂",
        "companions": 2,
        "meal_cost": 210,
        "status": "已接待",
        "guests": ({"name": "费某", "post": "科长"},),
    },
    "visitor": {
        "date": date(2026, 3, 7),
        "name": "钱某",
        "persons": 2,
        "kind": "政策咨询",
        "matter": "医保",
        "receiver": 1,
        "handling": "解释说明",
    },
    "budget": {"year": 2026, "item": "30202", "name": "印刷费", "three_public": "非三公", "amount": 900},
    "expense": {
        "date": date(2026, 3, 7),
        "budget": 2,
        "summary": "购纸",
        "amount": "12.34",
        "payment": "公务卡",
        "nature": "办公用品",
    },
    "campaign": {
        "title": "作风建设",
        "date": date(2026, 3, 1),
        "stages": ({"month": date(2026, 3, 1), "content": "部署", "done": True},),
    },
    "honour": {
        "date": date(2026, 3, 7),
        "year": 2025,
        "title": "先进单位",
        "level": "县",
        "kind": "综合",
        "holder_kind": "集体",
        "holder": "云禾镇",
    },
} | TYPED
"""One record of each register, as it might be typed."""


def a_record(register: str) -> dict[str, Any]:
    """The values of a record of the register, each of its kind."""
    from app.kinds import Reading, ReferenceKind, ReferencesKind

    at = Reading(date(2026, 3, 7))
    values = dict(A_RECORD[register])
    for key, value in values.items():
        field = BY_KEY[register].by_key[key]
        if not field.columns and not isinstance(field.kind, (ReferenceKind, ReferencesKind)):
            values[key] = field.kind.read(value, at)
    return values


@pytest.fixture(scope="session")
def linked_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed data folder of an office with a few people, a village and budget lines."""
    from tests.services.linked_office import prepare

    folder = tmp_path_factory.mktemp("linked") / "data"
    prepare(folder)
    return folder
