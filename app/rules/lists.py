"""Limits on lists (专项清单) and on what reports (材料) say of counts and shares."""

from __future__ import annotations

from collections.abc import Iterator

from app.models.conduct.named_list import NamedList
from app.models.documents.outgoing import Outgoing
from app.models.outreach.project import Project
from app.models.people.staff import Staff
from app.rules.rule import Names, Remark, broken, fields, rule, told
from app.rules.scope import Scope
from app.rules.texts import sums_wrong
from app.rules.views import View


@rule(
    "lists.announced",
    told("系统创建汇报 三", "stop", "必须", "专项清单", "宣布的项数与逐项列出的一致。", seed="003"),
    fields(NamedList.announced, NamedList.size, NamedList.parts),
)
def lists_are_as_long_as_announced(named: View, scope: Scope) -> Iterator[Remark]:
    """A list with parts has as many as announced, numbered from one on; a list without parts is only a name."""
    if named.announced is None or not named.parts:
        return
    size = len(named.parts)
    if size != named.announced:
        yield broken(f"宣布{named.announced}项，列出{size}项", "请核对", "announced", size)
    orders = [part.order for part in named.parts]
    if sorted(each or 0 for each in orders) != list(range(1, size + 1)):
        yield broken(f"分项的顺序不是1至{size}", "请重新编号", "parts")


@rule(
    "lists.selfcheck",
    told("群众路线自查 引言", "warn", "必须", "自查项目", "回头看逐项对照，每项都有结论。", seed="004"),
    fields(NamedList.name, NamedList.parts),
)
def self_checks_have_conclusions(named: View, scope: Scope, *, words: Names = ("自查", "回头看")) -> Iterator[Remark]:
    """Every part of a self-check has its conclusion."""
    if not any(word in (named.name or "") for word in words):
        return
    empty = [str(part.order or at) for at, part in enumerate(named.parts, 1) if not part.conclusion]
    if empty:
        yield broken(f"第{'、'.join(empty)}项没有结论", "请逐项填写", "parts", len(empty))


@rule(
    "report.adds_up",
    told(
        "创建汇报 三(一)与五(一)、系统创建汇报 三(一)、群众路线自查 四",
        "stop",
        "必须",
        "总结文本",
        "材料中比例与基数、同一指标前后、个数与名单一致。",
        seed="003 004",
    ),
    fields(Outgoing.text, Outgoing.category, Staff.education, Staff.establishment, Project.title, Project.villages),
    where=(Outgoing.category == "汇报材料") & Outgoing.text.is_not(None),
)
def reports_add_up(paper: View, scope: Scope) -> Iterator[Remark]:
    """Shares and counts in a report are those of the same sentence; summaries are judged likewise when written."""
    if paper.category != "汇报材料" or not paper.text:
        return
    for place, wrong in sums_wrong(paper.text):
        yield broken(f"「{place}」{wrong}", "请核对", "text")
