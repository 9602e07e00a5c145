"""Limits on the service window (便民服务): who comes on market days, what is finished, badges, courtesy."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from app.figures.rounding import percentage
from app.models.conduct.named_list import NamedList
from app.models.people.staff import Staff
from app.models.people.training import Training
from app.models.reception.window_day import WindowDay
from app.rules.rule import Names, Remark, Standing, at_least, broken, fields, over_year, rule, told
from app.rules.scope import Scope
from app.rules.views import View, fetch

SHOWN = 3
"""Days or people named in a sentence."""


@rule(
    "window.departments",
    told(
        "创建汇报 三(二)",
        "warn",
        "必须",
        "逢场集中办公",
        "逢场天国土、城建、计生、民政、司法等部门集中办公。",
        seed="003",
    ),
    fields(WindowDay.kind, WindowDay.units),
)
def departments_come_on_market_days(
    window: View, scope: Scope, *, departments: Names = ("国土", "城建", "计生", "民政", "司法")
) -> Iterator[Remark]:
    """Each of the departments is there when all work in one place on a market day."""
    if window.kind != "逢场集中办公":
        return
    units = [row.unit or "" for row in window.units]
    missing = [each for each in departments if not any(each in unit for unit in units)]
    if missing:
        yield broken(f"集中办公缺{'、'.join(missing)}", "请通知到场或补登", "units", len(missing))


@over_year(
    "window.finished",
    told("系统创建汇报 三(三)", "meter", "提倡", "服务窗口", "服务窗口办结率达到100%。", seed="003", per="year"),
    fields(WindowDay.finished, WindowDay.received, WindowDay.date),
)
def what_is_received_is_finished(scope: Scope, *, limit: int = 100) -> Iterator[Standing]:
    """What is finished is so many per cent of what was received; never more of one day than came in."""
    days = scope.records("window_day")
    for day in days:
        if (day.finished or 0) > (day.received or 0):
            what = f"{day.date}办结{day.finished}件，多于受理{day.received or 0}件"
            ref = (("window_day", day.id),)
            yield Standing("服务窗口", str(day.date), "broken", what, "请核对", day.finished, day.received, ref)
    received, finished = (sum(getattr(day, key) or 0 for day in days) for key in ("received", "finished"))
    if not received:
        yield Standing("服务窗口", scope.span.label, "unknown")
        return
    state = "met" if finished * 100 >= received * limit else at_least(0, 1, scope.span.end, scope.day)
    rate = percentage(Fraction(finished * 100, received))
    what = f"服务窗口受理{received}件，办结{finished}件，办结率{rate}%，应达到{limit}%"
    own = tuple(("window_day", day.id) for day in days if (day.finished or 0) < (day.received or 0))
    yield Standing("服务窗口", scope.span.label, state, what, "请办结并登记", rate, limit, own)


@over_year(
    "window.badges",
    told(
        "创建总结 三",
        "confirm",
        "必须",
        "便民服务中心人员",
        "便民服务中心人员挂牌上岗。",
        seed="003",
        per="quarter",
    ),
    fields(WindowDay.badges, WindowDay.date, WindowDay.kind, Staff.badge),
)
def badges_are_worn(scope: Scope) -> Iterator[Standing]:
    """Days and people recorded without a badge are shown for each quarter; a person confirms."""
    for span in scope.spans("quarter"):
        days = [day for day in scope.within("window_day", span) if day.badges is False]
        people = [person for person in scope.people(span) if person.badge is False]
        named = [f"{day.date:%m-%d}" for day in days[:SHOWN]]
        named += [scope.name_of("staff", person.id) for person in people[:SHOWN]]
        what = f"记为未挂牌的有{len(days)}天、{len(people)}人" + (f"（{'、'.join(named)}）" if named else "")
        own = tuple(("window_day", day.id) for day in days) + tuple(("staff", person.id) for person in people)
        value = len(days) + len(people)
        yield Standing("便民服务中心", span.label, "needs-person", what, value=value, records=own)


@over_year(
    "training.five_steps",
    told(
        "创建汇报 三(三)",
        "confirm",
        "必须",
        "窗口与机关人员",
        "机关人员掌握五步接待礼仪。",
        seed="003",
        per="year",
    ),
    fields(Training.kind, Training.date, NamedList.name, NamedList.parts),
)
def the_five_steps_are_taught(scope: Scope, *, words: Names = ("五步",)) -> Iterator[Standing]:
    """The year has a training in courtesy, the list of the steps is whole; a person confirms."""
    label = scope.span.label
    held = [record for record in scope.records("training") if record.kind == "礼仪服务"]
    state = at_least(len(held), 1, scope.span.end, scope.day)
    own = tuple(("training", record.id) for record in held)
    yield Standing("机关", label, state, f"{label}没有礼仪服务培训", "请组织培训并登记", len(held), 1, own)
    lists = lists_named(scope, words)
    state = at_least(len(lists), 1, scope.span.end, scope.day)
    yield Standing("机关", label, state, "专项清单里没有五步接待礼仪", "请登记清单和分项", len(lists), 1)
    for each in lists:
        if each.announced is not None and each.announced != len(each.parts):
            what = f"「{each.name}」宣布{each.announced}项，列出{len(each.parts)}项"
            ref = (("named_list", each.id),)
            yield Standing(each.name, label, "broken", what, "请核对", len(each.parts), each.announced, ref)
    yield Standing("机关", label, "needs-person", "请确认窗口和机关人员都掌握五步接待礼仪")


def lists_named(scope: Scope, words: Names) -> list[View]:
    """The lists (专项清单) in use in the year whose name has one of the words."""
    keys = ("year", "name", "announced", "parts", "ended")
    found = fetch(scope.connection, "named_list", keys, NamedList.year <= scope.year)
    in_use = [each for each in found if each.ended is None or each.ended >= scope.span.start]
    return [each for each in in_use if any(word in each.name for word in words)]
