"""Lists of the window as they print: the check of a year, its figures, everyone, the villages, and today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from app.reports.sheet import Sheet, SheetColumn, SheetRow
from app.services.desk import Desk
from app.workdays import weekday_name

if TYPE_CHECKING:
    from app.rules import Verdict
    from app.services.today import Standing, Today

STATES = {
    "broken": "违反",
    "near": "临近",
    "unknown": "无法判断",
    "needs-person": "待确认",
    "met": "符合",
    "off": "停用",
}
"""States of a limit in words, the worst first."""
TEN_THOUSAND = Decimal(10_000)


def state_of(verdict: Verdict) -> str:
    """The state that is shown; a limit that is off has its own."""
    return verdict.state if verdict.on else "off"


def printed_list(
    desk: Desk,
    title: str,
    columns: Sequence[SheetColumn],
    lines: Iterable[Sequence[str]],
    period: str,
    landscape: bool = True,
) -> Sheet:
    """A list as the office's book prints it: every line numbered, 制表 and 审核 at the end."""
    settings = {key: str(desk.setting(key, "") or "") for key in ("office", "maker", "checker")}
    return Sheet(
        title=title,
        columns=(SheetColumn("序号", 0.5, "center"), *columns),
        rows=(SheetRow((str(number), *line)) for number, line in enumerate(lines, 1)),
        unit_line=f"单位：{settings['office']}" if settings["office"] else "",
        period_line=period,
        landscape=landscape,
        maker=settings["maker"],
        checker=settings["checker"],
    )


CHECK_COLUMNS = (
    SheetColumn("状态", 0.8, "center"),
    SheetColumn("规定", 3.0),
    SheetColumn("依据", 1.6),
    SheetColumn("对象", 1.2),
    SheetColumn("期间", 1.0, "center"),
    SheetColumn("情况", 3.6),
)


def check_sheet(desk: Desk, verdicts: Sequence[Verdict], year: int, on: date | None) -> Sheet:
    """年终体检: a line for each finding, and one for a limit without any."""
    order = list(STATES)
    worst_first = sorted(verdicts, key=lambda each: order.index(state_of(each)))
    lines = (line for verdict in worst_first for line in _check_lines(verdict))
    period = f"{year}年" + (f"，截至{on.month}月{on.day}日" if on else "")
    return printed_list(desk, "年终体检表", CHECK_COLUMNS, lines, period)


def _check_lines(verdict: Verdict) -> Iterable[Sequence[str]]:
    head = (STATES[state_of(verdict)], verdict.text.rstrip("。"), verdict.clause)
    if not verdict.findings:
        yield (*head, "", "", "")
    for finding in verdict.findings:
        reason = f"理由：{finding.reason}" if finding.reason else ""
        yield (*head, finding.subject, finding.period, "\n".join(filter(None, (finding.sentence, reason))))


FIGURE_COLUMNS = (
    SheetColumn("数字", 3.2),
    SheetColumn("本年", 1.4, "right"),
    SheetColumn("上年同期", 1.4, "right"),
    SheetColumn("增减", 1.2, "right"),
    SheetColumn("记录", 0.8, "right"),
)


def figures_sheet(desk: Desk, year: int) -> Sheet:
    """数字: every figure that has records this year or had some in the last, with the same days of that year."""
    from app.services.comparing import compared
    from app.services.counting import worded, worded_as

    lines = (
        (each.told.label, worded(each.told), worded_as(each.told, each.before), each.change, str(each.told.records))
        for each in compared(desk, year)
        if each.told.records or each.before
    )
    return printed_list(desk, "数字对比表", FIGURE_COLUMNS, lines, f"{year}年", landscape=False)


def people_sheet(desk: Desk, year: int) -> Sheet:
    """全部人员: a line for each person, as 一个人的一年 lists them."""
    from app.rules.rule import amount
    from app.services.person_year import COUNTED, everyone

    columns = [SheetColumn("姓名", 1.0, "center"), SheetColumn("所在机构", 1.6)]
    columns += [SheetColumn(label, 0.9, "right") for label in COUNTED.values()]
    columns += [SheetColumn("不符合规定", 1.0, "right"), SheetColumn("接近或未完成", 1.1, "right")]
    lines = (
        (
            each.name,
            each.office,
            amount(each.days),
            *(str(each.counts[key]) for key in list(COUNTED)[1:]),
            str(each.broken or ""),
            str(each.near or ""),
        )
        for each in everyone(desk, year)
    )
    return printed_list(desk, "干部职工履职情况表", columns, lines, f"{year}年")


def villages_sheet(desk: Desk, year: int) -> Sheet:
    """各村情况: a line for each village."""
    from app.rules.rule import amount
    from app.services.comparing import VILLAGE_COLUMNS, villages

    columns = [SheetColumn("村（社区）", 1.4), *(SheetColumn(each.label, 1.0, "right") for each in VILLAGE_COLUMNS)]
    lines = (
        (each.name, *("" if value is None else amount(value) for value in each.values)) for each in villages(desk, year)
    )
    return printed_list(desk, "各村（社区）工作情况表", columns, lines, f"{year}年")


TODAY_COLUMNS = (
    SheetColumn("类别", 1.2, "center"),
    SheetColumn("事项", 4.2),
    SheetColumn("责任人、备注", 1.8),
    SheetColumn("情况", 2.2, "center"),
)


def today_sheet(desk: Desk, year: int) -> Sheet:
    """今日: what is due, who is where, quotas, budgets, as the page shows them."""
    from app.services.today import standing, today

    found, stands = today(desk, year), standing(desk, year)
    day = found.day
    period = f"{day.year}年{day.month}月{day.day}日 {weekday_name(day)}"
    lines = [*_day_lines(found), *_quota_lines(stands, year), *_money_lines(found)]
    return printed_list(desk, "今日情况表", TODAY_COLUMNS, lines, period, landscape=False)


def _day_lines(found: Today) -> Iterable[Sequence[str]]:
    for due in found.due:
        state = f"逾期{-due.left}天" if due.left < 0 else "今天到期" if due.left == 0 else f"剩{due.left}天"
        yield "要办的事", due.what, due.who, state
    for event in (*found.events, *found.away):
        yield "今天", event.what, event.note, event.when


def _quota_lines(stands: Standing, year: int) -> Iterable[Sequence[str]]:
    for quota in stands.quotas:
        label, said = stands.worded(quota, year)
        yield "规定的限额", label, "", said


def _money_lines(found: Today) -> Iterable[Sequence[str]]:
    for bar in found.bars:
        spent, granted = (f"{each / TEN_THOUSAND:.2f}" for each in (bar.spent, bar.granted))
        yield "经费（万元）", bar.name, "超预算" if bar.state == "broken" else "", f"{spent} / {granted}"


def print_sheet(sheet: Sheet, path: Path) -> int:
    """Prints a list into a file; the number of pages."""
    from app.reports.render.pdf import write_register

    return write_register(sheet, path).pages


def write_calibration_page(path: Path) -> int:
    """校准页 for a printer; the number of pages."""
    from app.reports.render.calibration import write_calibration

    return write_calibration(path)
