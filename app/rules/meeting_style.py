"""Limits on what a meeting looks like (会风), what it decides, and what study brings in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from app.models.meetings.meeting import Meeting
from app.models.meetings.study import Study
from app.rules.rule import MET, UNKNOWN, Names, Remark, Standing, broken, fields, near, over_year, rule, told
from app.rules.scope import Scope, days_after
from app.rules.views import View


@over_year(
    "meetings.offscript",
    told("实施细则 第7条", "confirm", "提倡", "汇报与讨论", "工作汇报和讨论提倡脱稿发言。", seed="001", per="year"),
    fields(Meeting.offscript, Meeting.status),
)
def reports_are_given_without_script(scope: Scope) -> Iterator[Standing]:
    """The share of meetings without a script is shown; a person confirms (第7条)."""
    held = [meeting for meeting in scope.approved("meeting") if meeting.status == "已召开"]
    free = sum(bool(meeting.offscript) for meeting in held)
    yield Standing("镇", scope.span.label, "needs-person", value=round(free * 100 / len(held), 1) if held else None)


FIVE_BANS = (
    ("backdrop", "设背景板"),
    ("carpet", "铺地毯"),
    ("flowers", "摆花草"),
    ("tablecloth", "铺桌布"),
    ("banner", "挂横幅条幅"),
)


@rule(
    "meetings.five_bans",
    told(
        "实施细则 第8条",
        "stop",
        "禁止",
        "各类会议活动",
        "会议一律不设背景板、不铺地毯、不摆花草、不铺桌布、不挂横幅条幅。",
        seed="001",
    ),
    fields(Meeting.backdrop, Meeting.carpet, Meeting.flowers, Meeting.tablecloth, Meeting.banner),
)
def meetings_are_plain(meeting: View, scope: Scope) -> Iterator[Remark]:
    """No backdrop, carpet, flowers, tablecloth or banner (第8条)."""
    for key, named in FIVE_BANS:
        if getattr(meeting, key):
            yield broken(f"会议{named}", "一律不得布置", key)


@rule(
    "meetings.canteen_meal",
    told("实施细则 第8条", "stop", "必须", "会议用餐", "会议用餐一律在食堂安排工作餐，不找烟、不饮酒。", seed="001"),
    fields(Meeting.meal, Meeting.tobacco, Meeting.alcohol),
)
def meals_are_taken_in_the_canteen(meeting: View, scope: Scope) -> Iterator[Remark]:
    """A working meal in the canteen, no cigarettes, no drinking (第8条)."""
    if meeting.meal == "其他":
        yield broken("会议用餐不在食堂", "一律在食堂安排工作餐", "meal")
    if meeting.tobacco:
        yield broken("会议提供香烟", "不得提供", "tobacco")
    if meeting.alcohol:
        yield broken("会议用餐饮酒", "不得饮酒", "alcohol")


@rule(
    "meetings.no_fruit",
    told("实施细则 第8条", "stop", "禁止", "会议活动", "除老干部座谈会、联谊会等外，会议一律不摆放瓜果。", seed="001"),
    fields(Meeting.fruit, Meeting.kind),
    exempt="老干部座谈会、联谊会等除外",
)
def no_fruit_is_set_out(
    meeting: View, scope: Scope, *, exempt_kinds: Names = ("老干部座谈会", "联谊会")
) -> Iterator[Remark]:
    """No fruit on the tables (第8条)."""
    if meeting.fruit and meeting.kind not in exempt_kinds:
        yield broken(f"{meeting.kind or '会议'}摆放瓜果", "一律不得摆放", "fruit")


@rule(
    "meetings.venue",
    told("实施细则 第8条", "stop", "禁止", "会议", "严禁到风景名胜区或高档宾馆召开会议。", seed="001"),
    fields(Meeting.venue_kind),
)
def venues_are_modest(meeting: View, scope: Scope) -> Iterator[Remark]:
    """Never at a scenic spot or a luxury hotel (第8条)."""
    if meeting.venue_kind in ("风景名胜区", "高档宾馆"):
        yield broken(f"在{meeting.venue_kind}召开会议", "请改到镇机关召开", "venue_kind")


@rule(
    "meetings.consulted",
    told("机关作风建设调研 二(三)", "stop", "必须", "重大问题", "决定重大问题须广泛征求群众意见。", seed="002"),
    fields(Meeting.consulted, Meeting.major_matter, Meeting.status),
)
def the_people_are_consulted(meeting: View, scope: Scope) -> Iterator[Remark]:
    """A great matter is not decided before the people have been asked."""
    if meeting.major_matter and meeting.status == "已召开" and not meeting.consulted:
        yield broken("研究重大问题没有填写征求群众意见情况", "请先征求意见并登记", "consulted")


@rule(
    "study.notebooks",
    told("群众路线自查 一", "warn", "必须", "学员", "每名学员及时上交听课笔记和读书心得。", seed="004"),
    fields(Study.notebooks, Study.notes, Study.present, Study.kind, Study.date),
)
def notebooks_are_handed_in(study: View, scope: Scope, *, days: int = 7) -> Iterator[Remark]:
    """Everyone present hands in notes and an essay, within a week."""
    if study.kind not in ("集中学习", "轮训"):
        return
    if study.present is None or (study.notebooks is None and study.notes is None):
        yield UNKNOWN
        return
    yield MET
    for key, named, unit in (("notebooks", "听课笔记", "份"), ("notes", "读书心得", "篇")):
        handed_in: Any = getattr(study, key) or 0
        if handed_in < study.present:
            what = f"参加{study.present}人，{named}{handed_in}{unit}，还差{study.present - handed_in}{unit}"
            running = study.date is not None and scope.day <= days_after(study.date, days)
            yield (near if running else broken)(what, "请催交", key, handed_in)
