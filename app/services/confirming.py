"""确认: what a person says of a limit that only a person can judge: kept or not, for which days, with a remark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select

from app.rules import RULES
from app.services.desk import Desk
from app.store.tables import Confirmation

LONGEST = 500
"""Characters of a remark."""


class CannotConfirm(ValueError):
    """What was said cannot be kept; the message is one Chinese sentence."""


@dataclass(frozen=True)
class Confirmed:
    """One word of a person, with the sentence of its limit."""

    rule: str
    text: str
    clause: str
    start: date
    end: date
    kept: bool
    remark: str
    who: str
    at: datetime


def confirm(desk: Desk, rule_key: str, start: date, end: date, kept: bool, remark: str = "") -> None:
    """Keeps who said it, when and for which days; said again, the newest word holds."""
    remark = remark.strip()
    if problem := _problem(desk, rule_key, start, end, kept, remark):
        raise CannotConfirm(problem)
    row = {"rule": rule_key, "start": start, "end": end, "kept": kept, "remark": remark}
    with desk.store.write() as connection:
        at = datetime.combine(desk.today(), datetime.now().time().replace(microsecond=0))
        connection.execute(insert(Confirmation).values(**row, who=desk.who, at=at))


def _problem(desk: Desk, rule_key: str, start: date, end: date, kept: bool, remark: str) -> str:
    """The sentence that says why it cannot be kept; empty where it can."""
    rule = RULES.get(rule_key)
    if rule is None:
        return f"没有「{rule_key}」这条规定，请检查。"
    if rule.kind != "confirm":
        return f"「{rule.text.rstrip('。')}」由程序按台账判断，不需要人工确认。"
    if end < start:
        return "截止日期早于开始日期，请检查这两个日期。"
    if end > desk.today():
        return f"{end} 还没有到，只能确认到今天为止的情况。"
    if kept and by_report(rule_key):
        return "这一条凭签字的零报告确认，请在「零报告确认」里登记并签字。"
    if not kept and not remark:
        return "请写明哪里不符合。"
    return f"说明太长（{len(remark)} 字），请不要超过 {LONGEST} 字。" if len(remark) > LONGEST else ""


def by_report(rule_key: str) -> bool:
    """True for limits that only a signed zero report confirms."""
    return RULES[rule_key].kind == "confirm" and "zero_report" in RULES[rule_key].uses


def confirmations(desk: Desk, year: int) -> list[Confirmed]:
    """What persons said of any day of a year, the newest first."""
    table = Confirmation.__table__.c
    asked = select(table.rule, table.start, table.end, table.kept, table.remark, table.who, table.at)
    asked = asked.where(table.start <= date(year, 12, 31), table.end >= date(year, 1, 1))
    with desk.store.read() as connection:
        rows = connection.execute(asked.order_by(table.at.desc(), table.id.desc())).all()
    known = [(row, RULES[row.rule]) for row in rows if row.rule in RULES]
    return [Confirmed(row.rule, rule.text, rule.clause, *row[1:]) for row, rule in known]
