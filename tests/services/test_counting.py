"""Every figure through the services and through the command line, over an office of random records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from app.cli.main import run
from app.figures import FIGURES, BadParameter
from app.services import counting
from app.services.desk import Desk, create_desk, open_desk
from tests.figures.random_office import fill

NEEDED = {"unit": "米", "outputs.unit": "米", "name": "甲", "base_name": "甲乙"}
WITH_PARAMETERS = [key for key, figure in FIGURES.items() if figure.needs]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with records in every register."""
    made = tmp_path_factory.mktemp("counting") / "数据"
    desk = create_desk(made, "文书")
    with desk.store.write() as connection:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        fill(connection, 2)
    desk.close()
    return made


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    opened = open_desk(folder)
    yield opened
    opened.close()


def by_of(key: str) -> dict[str, str]:
    return {name: NEEDED[name] for name in FIGURES[key].needs}


def typed(key: str) -> list[str]:
    return [word for name, value in by_of(key).items() for word in ("--by", f"{name}={value}")]


def told(folder: Path, capsys: pytest.CaptureFixture[bytes], *words: str) -> Any:
    assert run(["--data", str(folder), *words, "--year", "2025", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_every_figure_leads_to_as_many_records_as_it_tells(desk: Desk) -> None:
    together = {one.key: one for one in counting.figures_of(desk, 2025)}
    assert list(together) == list(FIGURES)
    for key in FIGURES:
        (alone,) = counting.figures_of(desk, 2025, key=key, by=by_of(key))
        assert len(counting.traced(desk, key, 2025, by=by_of(key))) == alone.records, key
        assert by_of(key) or alone == together[key]
        assert counting.worded(alone)
        assert counting.counting_rule(key)


def test_the_command_lists_every_figure(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    found = told(folder, capsysbinary, "figures")
    assert [(one["key"], one["label"], one["unit"]) for one in found] == [
        (figure.key, figure.label, figure.unit) for figure in FIGURES.values()
    ]
    known = [one for one in found if one["value"] is not None]
    assert len(known) > 220


@pytest.mark.parametrize("key", WITH_PARAMETERS)
def test_the_command_asks_and_traces_with_parameters(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes], key: str
) -> None:
    (figure,) = told(folder, capsysbinary, "figures", "--key", key, *typed(key))
    traced = told(folder, capsysbinary, "trace", key, *typed(key))
    assert len(traced) == figure["records"] > 0
    assert all(one["title"] and one["register"] for one in traced)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["figures", "--key", "nothing.at_all"], "没有「nothing.at_all」这个数字"),
        (["figures", "--by", "kind=村"], "请用 --key 写明是哪一个数字"),
        (["figures", "--key", "branches.total", "--by", "kind"], "应写成 名称=内容"),
        (["figures", "--key", "branches.total", "--by", "colour=红"], "没有条件「colour」"),
        (["figures", "--key", "branches.total", "--to", "2024-12-31"], "不在 2025 年"),
        (["trace", "indicator.value"], "必须写明条件 name"),
        (["figures", "--key", "projects.output", "--by", "unit=米、平方米、无、甲、甲乙"], "记录单位不同"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_sentence(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes], words: list[str], sentence: str
) -> None:
    assert run(["--data", str(folder), *words, "--year", "2025"]) == 2
    out, err = capsysbinary.readouterr()
    assert out == b""
    assert sentence in err.decode("utf-8")
    assert err.decode("utf-8").count("\n") == 1


def test_a_period_lies_in_its_year() -> None:
    assert counting.period_of(2025, date(2025, 6, 30)).end == date(2025, 6, 30)
    with pytest.raises(BadParameter):
        counting.period_of(25)
