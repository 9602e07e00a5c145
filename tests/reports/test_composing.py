"""A template becomes a document: cut to what is known, numbered again, and nothing hollow in it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.reports.document import Document, Figure, Heading, Paragraph, plain
from app.reports.summaries.composing import TemplateMistake, compose
from app.reports.summaries.slots import CLOSE, MISSING, OPEN, ORDINAL


class Given:
    """Answers without a store: two figures, of which one is missing."""

    def __init__(self) -> None:
        self.given = [Figure("18次", "meetings.total", date(2025, 1, 1), date(2025, 12, 31), value=18, unit="次")]

    @property
    def material(self) -> list[str]:
        return ["典型事例"]

    def names(self) -> dict[str, Any]:
        marks = {"会议": f"{OPEN}0{CLOSE}", "缺": f"{MISSING}收文件数{CLOSE}"}
        return {"数": marks.__getitem__, "是": ORDINAL, "年": 2025}


def composed(template: str) -> tuple[Document, list[str]]:
    answers: Any = Given()
    made = compose(template, answers, answers.names(), "云禾镇党政办公室", date(2025, 12, 31))
    return made.document, made.dropped


def texts(document: Document) -> list[str]:
    return [plain(block.text) for block in document.blocks if isinstance(block, (Heading, Paragraph))]


def test_a_sentence_whose_figure_is_missing_is_not_written() -> None:
    document, dropped = composed('全年开会{{ 数("会议") }}。收文{{ 数("缺") }}。')
    assert texts(document) == ["全年开会18次。"]
    assert dropped == ["收文【收文件数】。"]


def test_an_optional_part_goes_alone_even_over_a_sentence_end() -> None:
    document, dropped = composed('全年开会{{ 数("会议") }}[[，收文{{ 数("缺") }}]]。[[又收文{{ 数("缺") }}。]]都好。')
    assert texts(document) == ["全年开会18次。都好。"]
    assert dropped == []


def test_a_paragraph_without_any_figure_known_goes_whole_with_its_heading() -> None:
    document, _ = composed('# 甲\n\n为了文件工作。收文{{ 数("缺") }}。\n\n# 乙\n\n开会{{ 数("会议") }}。')
    assert texts(document) == ["乙", "开会18次。"]
    assert [number for _, number in document.numbered_headings()] == ["一、"]


def test_clauses_parted_by_semicolons_close_up() -> None:
    document, _ = composed('开会{{ 数("会议") }}；收文{{ 数("缺") }}。')
    assert texts(document) == ["开会18次。"]


def test_points_are_numbered_after_what_is_missing_has_gone() -> None:
    document, _ = composed('{{ 是 }}开会{{ 数("会议") }}。{{ 是 }}收文{{ 数("缺") }}。{{ 是 }}还要努力。')
    assert texts(document) == ["一是开会18次。二是还要努力。"]


def test_a_single_point_has_no_number() -> None:
    document, _ = composed('{{ 是 }}收文{{ 数("缺") }}。{{ 是 }}开会{{ 数("会议") }}。')
    assert texts(document) == ["开会18次。"]


def test_figures_stay_figures_in_the_document() -> None:
    document, _ = composed('标题：云禾镇{{ 年 }}年总结\n\n开会{{ 数("会议") }}。')
    assert [figure.tag for figure in document.figures()] == ["meetings.total|2025-01-01..2025-12-31"]
    assert document.title == ("云禾镇2025年总结",)


@pytest.mark.parametrize("template", ["{{ 数( }}", "{% if %}", '{{ 不认识("x") }}', "{{ ''.__class__.__mro__ }}"])
def test_a_mistake_in_a_template_is_one_sentence(template: str) -> None:
    with pytest.raises(TemplateMistake, match=r"^总结模板.*。$"):
        composed("好。\n" + template)


def test_the_end_of_a_text_keeps_no_empty_heading_alive() -> None:
    document, _ = composed(
        '# 甲\n\n开会{{ 数("会议") }}。\n\n# 乙\n\n收文{{ 数("缺") }}。\n\n结语：继续努力。\n\n谢谢大家！'
    )
    assert texts(document) == ["甲", "开会18次。", "继续努力。", "谢谢大家！"]
