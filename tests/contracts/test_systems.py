"""Nothing forgotten: each system the office keeps is served by something of the program, or it says why not."""

from __future__ import annotations

import csv
import importlib.util
from pathlib import Path

import yaml

from app.figures import FIGURES
from app.models import BY_KEY
from app.reports.forms import FORMS
from app.reports.summaries import STYLES
from app.rules import RULES

DATA = Path(__file__).parents[1] / "data"
COUNTS = {"S000": 31, "S001": 71, "S002": 23, "S003": 101, "S004": 41, "SIMP": 9}
"""Systems of each source, those implied by several last; 276 together."""
UI = ("app.ui.pages", "app.ui.dialogs")
PLANNED = {
    "form:incoming_slip": "收文处理笺",
    "form:outgoing_draft": "发文稿纸",
    "form:meeting_request": "会议申请审批单",
    "form:meeting_record": "会议记录",
    "form:meeting_minutes": "会议纪要",
    "form:reception_request": "公务接待审批单",
    "form:visitor_form": "来访接待登记表",
    "form:duty_rota": "值班表",
    "form:dispatch_slip": "派车单",
    "form:three_public": "三公经费公开表",
    "form:quarterly_accounts": "季度收支公布表",
    "form:pairing_page": "帮扶手册页",
    "form:diary": "民情日记",
    "form:opinion_form": "意见建议办理单",
    "page:person_year": "一个人的一年",
    "page:summary_history": "总结历次定稿",
    "style:rules": "改进工作作风实施细则执行情况报告",
    "style:research": "机关作风建设调研与思考",
    "style:civility": "创建文明单位工作汇报材料",
    "style:selfcheck": "「回头看」自查报告",
}
"""Forms, pages and styles a system is promised, under the keys they are to have."""

Row = dict[str, str]


def rows() -> list[Row]:
    with (DATA / "systems.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_there(key: str) -> bool:
    """Whether the program has what a key such as «figure:visits.days» names; of limits also the list they come from."""
    kind, _, name = key.partition(":")
    match kind:
        case "register":
            return name in BY_KEY
        case "figure":
            return name in FIGURES
        case "rule":
            return name in RULES
        case "form":
            return name in {form.key for form in FORMS}
        case "style":
            return name in {style.key for style in STYLES}
        case "page":
            return any(importlib.util.find_spec(f"{package}.{name}") for package in UI)
    return False


def test_every_system_stands_once_under_its_number():
    expected = [f"{source}-{number:03}" for source, count in COUNTS.items() for number in range(1, count + 1)]
    assert [row["id"] for row in rows()] == expected
    assert len(expected) == 276


def test_every_system_has_a_name_of_its_own():
    names = [row["name"] for row in rows()]
    assert all(names)
    assert len(set(names)) == len(names)


def test_every_key_names_something_that_is_there():
    missing = [f"{row['id']}: {key}" for row in rows() for key in row["keys"].split() if not is_there(key)]
    assert not missing


def test_no_row_names_a_key_twice():
    assert not [row["id"] for row in rows() if len(set(row["keys"].split())) != len(row["keys"].split())]


def test_what_is_planned_has_a_known_key():
    planned = [key for row in rows() for key in row["planned"].split()]
    assert set(planned) == set(PLANNED)


def test_the_kind_is_that_of_the_first_key():
    def kind(row: Row) -> str:
        first = (row["keys"].split() or [""])[0]
        return first.partition(":")[0] or ("planned" if row["planned"] else "none")

    assert not [row["id"] for row in rows() if row["kind"] != kind(row)]


def test_what_nothing_serves_says_why():
    assert not [row["id"] for row in rows() if not row["keys"] and not row["planned"] and not row["reason"]]


def test_every_limit_of_the_sources_serves_some_system():
    listed = yaml.safe_load((DATA / "spec" / "rules.yaml").read_text(encoding="utf-8"))
    named = {key for row in rows() for key in row["keys"].split()}
    assert not [key for key, rule in listed.items() if "seed" in rule and f"rule:{key}" not in named]
