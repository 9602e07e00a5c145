"""Commands on the data as a whole: make it, count it, trace it, check it."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from app.cli.answers import DONE, FOUND, BadInput, print_json, print_table, say
from app.cli.register_commands import day_of
from app.services import counting
from app.services.desk import Desk, create_desk, open_desk
from app.store.opening import holds_data


def init(folder: Path, asked: argparse.Namespace) -> int:
    """An empty data folder."""
    create_desk(folder).close()
    say(f"已在「{folder}」新建台账数据。")
    return DONE


def demo(folder: Path, asked: argparse.Namespace) -> int:
    """An invented township's two years, in a new data folder or one without records."""
    from app.services.demo import allowed_year, make_demo

    year = allowed_year(asked.year or date.today().year, date.today())
    desk = open_desk(folder) if holds_data(folder) else create_desk(folder)
    try:
        count = make_demo(desk, year)
    finally:
        desk.close()
    say(f"已在「{folder}」生成虚构乡镇两年的数据，共 {count} 条。")
    return DONE


def by_of(pairs: list[str]) -> dict[str, str]:
    """Parameters as NAME=VALUE."""
    wrong = [pair for pair in pairs if "=" not in pair]
    if wrong:
        raise BadInput(f"「{wrong[0]}」应写成 名称=内容，如 kind=年休假。")
    return {name: value for name, _, value in (pair.partition("=") for pair in pairs)}


def figures(desk: Desk, asked: argparse.Namespace) -> int:
    """Figures of a year with the number of records behind them."""
    found = counting.figures_of(desk, asked.year, day_of(asked.to), asked.key, by_of(asked.by))
    if asked.json:
        print_json([_figure(each) for each in found])
    else:
        rows = [(each.key, each.label, counting.worded(each), str(each.records)) for each in found]
        print_table(("数字", "名称", "数值", "记录数"), rows)
    return DONE


def _figure(each: counting.Told) -> dict[str, Any]:
    told = {"key": each.key, "label": each.label, "unit": each.unit, "value": each.value}
    return {**told, "records": each.records}


def trace(desk: Desk, asked: argparse.Namespace) -> int:
    """The records behind a figure."""
    found = counting.traced(desk, asked.key, asked.year, day_of(asked.to), by_of(asked.by))
    if asked.json:
        keys = ("register", "id", "title", "date", "value")
        print_json([{key: getattr(each, key) for key in keys} for each in found])
    else:
        rows = [
            (each.register, str(each.id), each.title, str(each.date or ""), str(each.value or "")) for each in found
        ]
        print_table(("登记簿", "编号", "名称", "日期", "数值"), rows)
    return DONE


STATES = {"met": "符合", "near": "接近", "broken": "不符合", "unknown": "无法判断", "needs-person": "待确认"}


def check(desk: Desk, asked: argparse.Namespace) -> int:
    """Every rule over a year; status 1 where any that is on is broken."""
    verdicts = counting.checked(desk, asked.year, day_of(asked.on))
    if asked.json:
        print_json([counting.verdict_told(each) for each in verdicts])
    else:
        for verdict in verdicts:
            if verdict.on:
                say(f"{STATES[verdict.state]}\t{verdict.clause}\t{verdict.text}")
                for finding in verdict.findings:
                    say(f"\t{finding.subject}\t{finding.sentence}")
    return FOUND if any(verdict.state == "broken" and verdict.on for verdict in verdicts) else DONE
