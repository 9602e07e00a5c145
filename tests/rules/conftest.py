"""A small town in memory, in which one record after another is judged in the year and while typing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, StaticPool, create_engine, insert

from app.models import BY_KEY, REGISTERS
from app.models.base import Base
from app.rules import RULES, Finding, Verdict, while_typing
from app.rules.checking import keys_of, verdict
from app.rules.scope import Scope
from app.rules.settings import Settings
from app.store.records import insert_records
from app.store.surroundings import Office
from app.store.tables import Parameter

ON = date(2026, 7, 1)
D = Decimal


def day(month: int, number: int, year: int = 2025) -> date:
    return date(year, month, number)


GOOD: dict[str, dict[str, Any]] = {
    "meeting": {
        **{"date": day(3, 7), "title": "工作会", "kind": "业务性会议", "start": time(9), "end": time(10)},
        **{"venue": "会议室", "status": "已召开", "necessity": "须当面部署", "requested": day(3, 1), "host": 1},
    },
    "study": {"date": day(3, 7), "kind": "集中学习", "topic": "法律", "present": 10, "notes": 10, "notebooks": 10},
    "incoming": {"received": day(3, 7), "sender": "县水利局", "title": "通知", "handling": "办件", "due": day(3, 20)},
    "outgoing": {
        **{
            "issued": day(3, 7),
            "title": "通知",
            "kind": "通知",
            "issuer": "党政办",
            "status": "已印发",
            "code": "青政办",
        },
        **{"year": 2025, "serial": 1, "direction": "下行文", "category": "一般性文件", "stated_characters": 900},
        **{"necessity": "须书面部署", "charge_leader": 2, "signer": 1, "drafted": day(3, 3), "checked": day(3, 4)},
        **{"charge_signed": day(3, 4), "signed": day(3, 5)},
    },
    "visit": {"date": day(3, 7), "staff": 3, "village": 1, "kind": "入户走访", "days": D(1), "transport": "步行"},
    "opinion": {"date": day(3, 7), "source": "座谈会", "content": "修路", "topic": "基础设施", "adopted": "已采纳"},
    "petition": {
        **{"date": day(3, 7), "name": "甲", "persons": 1, "channel": "来访", "topic": "环境", "content": "诉求"},
        **{"status": "办理中", "accepted": day(3, 7), "told": day(3, 8), "owner_kind": "辖区负责", "office": 1},
    },
    "reception": {
        **{"date": day(3, 7), "guest_unit": "县水利局", "guests_count": 10, "purpose": "检查", "letter_no": "函1号"},
        **{"meal_place": "单位食堂", "meals": 1, "companions": 3, "standard": D(40), "meal_cost": D(130)},
        "status": "已审批",
    },
    "visitor": {
        **{"date": day(3, 7), "name": "乙", "persons": 1, "kind": "办理事项", "matter": "盖章", "receiver": 3},
        **{"handling": "当天办结", "complete": True, "done": day(3, 7)},
    },
    "expense": {
        **{"date": day(3, 7), "budget": 3, "summary": "维修", "amount": D(100), "payment": "转账", "nature": "维修"},
    },
    "leave": {
        **{"staff": 3, "kind": "事假", "start": day(3, 10), "end": day(3, 11), "status": "已销假", "approver": 2},
        **{"returned": day(3, 12), "filed": day(3, 7), "registrar": 3, "approved": day(3, 7)},
    },
    "budget": {"year": 2025, "item": "30201", "name": "办公费", "three_public": "非三公", "amount": D(1000)},
    "campaign": {"title": "作风建设", "date": day(1, 1)},
    "village": {"name": "新村", "since": day(1, 1, 2000)},
    "staff": {"name": "新人", "duty_class": "其他机关干部"},
}
GOOD |= {
    "seal": {
        **{"date": day(3, 7), "seal": "政府印章", "title": "证明", "copies": 1, "applicant": "张三", "approver": 2},
        **{"lent": True, "lent_on": day(3, 7), "given_back": day(3, 8)},
    },
    "press": {
        **{
            "date": day(3, 7),
            "kind": "理论文章",
            "title": "文章",
            "outlet": "日报",
            "outlet_kind": "报刊",
            "level": "县",
        },
        **{"content_kind": "工作动态", "approver": 1, "approved": day(3, 7), "written": True, "staff": 3},
    },
    "essay": {"date": day(3, 7), "staff": 1, "kind": "调研报告", "title": "报告"},
    "research": {"date": day(3, 7), "staff": 1, "title": "课题", "key_topic": True},
    "household": {"date": day(3, 7), "staff": 1, "village": 1, "name": "甲户", "kind": "贫困户", "measures": "养殖"},
    "investment": {
        **{"date": day(3, 7), "enterprise": "甲厂", "title": "项目", "kind": "新引进", "introducer": 3},
        **{"origin": "市外", "state": "落地"},
    },
    "branch": {"name": "机关支部", "kind": "机关", "members": 10, "secretary": "甲", "opinion_group_head": "甲"},
    "project": {
        **{"date": day(3, 7), "title": "修路", "kind": "道路", "state": "完成", "people_matter": True, "matter_no": 1},
        **{"started": day(3, 8), "done": day(6, 30), "progress": 100},
    },
    "metric": {"year": 2025, "name": "低保应保户数", "value": D(80), "unit": "户", "source": "民政办"},
    "named_list": {"year": 2025, "name": "惠民实事", "announced": 1},
    "zero_report": {
        **{"date": day(7, 1), "subject": "进京赴省上访", "start": day(3, 1), "end": day(3, 31), "scope": "全镇"},
        **{"confirmer": 1, "signed": True},
    },
    "grant": {
        **{"date": day(3, 7), "kind": "学历进修奖励", "payee": "张三", "staff": 3, "qualification": "本科学历"},
        **{"amount": D(2000), "basis": "文件", "proof": "证书", "village": 1},
    },
    "activity": {
        **{"date": day(3, 7), "kind": "文体活动", "title": "活动", "festival": "三八妇女节", "state": "已开展"},
        **{"major": True, "approver": 1, "approved": day(3, 7), "basis": "文件"},
    },
    "award_households": {"year": 2025, "title": "文明家庭", "total": 10, "passed": 9, "basis": "文件"},
    "duty": {"date": day(3, 7), "leader": 1, "members": (3,), "place": "镇机关", "log": "正常"},
    "outing": {
        **{"date": day(3, 7), "kind": "考察学习", "destination": "外市", "purpose": "学习", "members": (3,)},
        **{"upper_consent": True, "consent_no": "函1号", "consent_date": day(3, 7), "work_related": True},
    },
    "team": {
        **{"date": day(3, 7), "name": "作风建设领导小组", "kind": "领导小组", "head": "甲", "head_post": "镇党委书记"},
        "people": ({"name": "甲", "role": "组长"}, {"name": "乙", "role": "成员"}),
        "stated": 2,
    },
    "inspection": {"date": day(3, 7), "kind": "作风督查", "subject": "纪律", "target": "各站所"},
    "problem": {"date": day(3, 7), "source": "自查", "kind": "形式主义", "content": "文山会海"},
    "supervision": {"date": day(3, 7), "source": "领导批示", "matter": "修路", "office": 1},
    "disclosure": {"date": day(3, 7), "kind": "干部考核", "year": 2025, "quarter": "全年", "place": "公示栏"},
    "income": {"date": day(3, 7), "source": "来宾缴纳生活费", "summary": "餐费", "amount": D(40), "reception": 1},
    "supply": {"date": day(3, 7), "action": "购入", "kind": "通用设备", "name": "电脑", "quantity": D(1), "unit": "台"},
}
PEOPLE = (
    {
        "name": "书记",
        "duty_class": "镇科级实职领导",
        "rank": "正科",
        "authority": "主要领导",
        "work_start": day(7, 1, 2000),
    },
    {
        "name": "分管",
        "duty_class": "镇科级实职领导",
        "rank": "副科",
        "authority": "分管领导",
        "work_start": day(7, 1, 2010),
    },
    {"name": "张三", "duty_class": "其他机关干部", "rank": "一般", "work_start": day(3, 10, 2015)},
    {"name": "李四", "duty_class": "驻村干部", "rank": "一般"},
    {"name": "王五", "duty_class": "村(社区)干部"},
)
LINES = (
    {"name": "公务接待费", "three_public": "公务接待费"},
    {"name": "办公用品", "three_public": "非三公"},
    {"name": "办公费", "three_public": "非三公"},
)


@dataclass
class Town:
    """Records, and what one limit says of them."""

    connection: Connection
    last: dict[str, int] = field(default_factory=dict)

    def add(self, register: str, **changes: Any) -> int:
        """A good record with some values changed, its autos worked out."""
        record = self.last[register] = self.last.get(register, 0) + 1
        values = self.values(register, **changes) | {"book_year": 2025, "book_number": record}
        insert_records(self.connection, BY_KEY[register], [(record, values)], {"made_by": "", "changed_by": ""})
        return record

    def values(self, register: str, **changes: Any) -> dict[str, Any]:
        values = GOOD.get(register, {}) | changes
        work_out = BY_KEY[register].work_out
        if work_out:
            auto = dict(values)
            work_out(auto, Office(self.connection, ON))
            values = auto | changes
        return values

    def set(self, rule: str, name: str, value: Any, since: date | None = None) -> None:
        self.connection.execute(insert(Parameter).values(rule=rule, name=name, value=value, valid_from=since))

    def switch_on(self, rule: str) -> None:
        if not RULES[rule].default_on:
            self.set(rule, "on", True)

    def check(self, rule: str, on: date = ON, year: int = 2025) -> Verdict:
        """One limit alone over a year, with only the fields that it says it reads."""
        self.switch_on(rule)
        office = Office(self.connection, ON)
        settings = Settings(self.connection, office)
        scope = Scope(self.connection, office, settings, year, on, keys_of([RULES[rule]]))
        return verdict(RULES[rule], scope, True, {})

    def type(
        self, rule: str, register: str, today: date = ON, record: int | None = None, **changes: Any
    ) -> list[Finding]:
        """What the limit says while the values are typed."""
        self.switch_on(rule)
        office = Office(self.connection, today)
        found = while_typing(self.connection, office, BY_KEY[register], self.values(register, **changes), record)
        return [finding for finding in found if finding.rule == rule]

    def states(self, rule: str, register: str, changes: dict[str, Any], on: date = ON) -> tuple[str, str]:
        """State in the yearly check with the record stored, and the worst state while it is typed."""
        typed = {finding.state for finding in self.type(rule, register, on, **changes)}
        self.add(register, **changes)
        worst = "broken" if "broken" in typed else "near" if typed else "met"
        return self.check(rule, on).state, worst


@pytest.fixture(scope="session")
def engine() -> Engine:
    import app.store.tables  # noqa: F401

    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    assert all(register.key for register in REGISTERS)
    Base.metadata.create_all(engine)
    return engine


@pytest.fixture
def town(engine: Engine) -> Iterator[Town]:
    """Two heads, a clerk, a resident, a village cadre, two villages, an office and three budget lines."""
    with engine.connect() as connection:
        town = Town(connection)
        town.add("office", name="党政办公室")
        for person in PEOPLE:
            town.add("staff", **person)
        for name in ("桃园村", "柳树村"):
            town.add("village", name=name, since=day(1, 1, 2000))
        for line in LINES:
            town.add("budget", **line)
        yield town
        connection.rollback()
