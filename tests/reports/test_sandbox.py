"""No text of a template reaches Python's insides, hangs the program or fills its memory."""

from __future__ import annotations

import time
from typing import Any

import pytest

from app.reports.summaries.composing import TemplateMistake, written


class Answers:
    """A slot with an owner, as the real ones have."""

    def number(self, name: str, **by: str) -> str:
        return f"数{name}"


NAMES: dict[str, Any] = {"数": Answers().number, "行": [{"标题": "甲。"}], "年": 2025, "字": "abc"}
GROW = "{{% set a={0} %}}" + "{{% set a = {1} %}}" * 60 + "{{{{ a|length }}}}"
INSIDES = (
    *("{{ ''.__class__.__mro__ }}", "{{ ''['__class__'] }}", "{{ 字|attr('__class__') }}", "{{ 数.__self__ }}"),
    *("{{ 数.__func__.__globals__ }}", "{{ self.__init__ }}", "{{ self._TemplateReference__context }}"),
    *("{{ ().__class__.__bases__[0].__subclasses__() }}", "{{ cycler.__init__.__globals__ }}", "{{ lipsum() }}"),
    *("{% for i in 字 %}{{ loop.__class__ }}{% endfor %}", "{% for i in 字 %}{{ loop._iterator }}{% endfor %}"),
    *("{{ 行|sort(attribute='__class__') }}", "{{ 行|map(attribute='__class__')|list|first }}", "{{ 行[0].items() }}"),
    *("{% include '/etc/passwd' %}", "{% import 'os' as os %}", "{% extends 'x' %}", "{{ 数 }}", "{{ 行 }}"),
    *("{{ 字.format() }}", "{{ '{0.__class__}'.format(年) }}", "{{ 数.__name__ }}", "{{ 字|map('attr', 'x')|list }}"),
)
ENDLESS = (
    *("{% for i in range(10**9) %}x{% endfor %}", "{% for i in range(1000000000) %}x{% endfor %}"),
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    *("{{ 'a' * 1000000000 }}", "{{ 9**9**9 }}", "{{ 字.center(1000000000) }}", "{{ '%1000000000d' % 1 }}"),
    *("{{ '{:1000000000}'.format(1) }}", "{{ 字|center(1000000000) }}", "{{ 字|indent(1000000000) }}"),
    "{% macro f(x) %}{{ f(x) }}{{ f(x) }}{% endmacro %}{{ f(1) }}",
    *(GROW.format("'aaaaaaaaaa'", "a ~ a"), GROW.format("'aaaaaaaaaa'", "a + a"), GROW.format("[1]", "a + a")),
    *(GROW.format("[1]", "[a, a]"), GROW.format("99", "a * a"), GROW.format("'aa'", "a|replace('a', 'aaaaaaaaaa')")),
    GROW.format("'aaaaaaaaaa'", "(a, a)|join"),
    "{% set a='aaaaaaaaaa' %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 60,
    *("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "{% for i in range(3) %}" * 30 + "{% endfor %}" * 30),
    "{% for i in range(15000) %}{{ 'abcdefghijklmnopqrstuvwxyz' }}{% endfor %}",
    "{% for x in 字 recursive %}{{ loop(字) }}{% endfor %}",
)


@pytest.mark.parametrize("template", [*INSIDES, *ENDLESS])
def test_an_attack_is_one_sentence_and_quick(template: str) -> None:
    start = time.perf_counter()
    with pytest.raises(TemplateMistake, match=r"^总结模板.*[\u4e00-\u9fff].*。$"):
        written(template, NAMES)
    assert time.perf_counter() - start < 5


def test_time_is_bounded_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.reports.summaries.sandbox.SECONDS", 0.0)
    with pytest.raises(TemplateMistake, match="还没有写完"):
        written("{% for i in range(9) %}{{ 数('x') }}{% endfor %}", NAMES)


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{% for 条 in 行 %}{{ loop.index }}{{ 条.标题.rstrip('。') }}{% endfor %}", "1甲"),
        ("{{ 行|map(attribute='标题')|join('、') }}", "甲。"),
        ("{{ 年 - 1 }}{{ 'a' ~ 年 }}{{ 数('x')[:1] }}", "2024a2025数"),
        ("{{ 1.26|round(1) }}{{ 5|round(99999999) }}{{ 字|replace('b', '') }}", "1.35ac"),
        ("{% set a = 行[:2] %}{% if a|length == 1 and 年 is defined %}有{% endif %}", "有"),
        ("{{ 行|selectattr('标题', 'equalto', '甲。')|list|length }}", "1"),
        ("{{ 2 if 字 in ('abc', 'b') else 3 }}", "2"),
    ],
)
def test_what_a_summary_needs_is_allowed(template: str, said: str) -> None:
    text = written(template, NAMES)
    assert "".join(character for character in text.split("\ue005")[0]) == said


def test_a_mistake_while_writing_has_its_line() -> None:
    with pytest.raises(TemplateMistake) as raised:
        written("甲\n\n{{ 年 }}\n{{ 1 / 0 }}\n", NAMES)
    assert raised.value.line == 4
