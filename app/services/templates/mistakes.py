"""What is wrong in a template, each with its line: as many mistakes as can be found at once, not only the first."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.services.desk import Desk
from app.services.templates.asking import asked_slots
from app.services.templates.outline import (
    Mistake,
    expressions,
    names_set,
    outline_mistakes,
    without_lines,
    without_slots,
)

if TYPE_CHECKING:
    from jinja2 import nodes

    from app.reports.summaries.sandbox import Sandbox
    from app.reports.summaries.slots import Slots

MOST = 50
"""Mistakes that are told at once."""
AGAIN = 12
"""Times that the text is tried again without the line that failed."""


def mistakes(text: str, desk: Desk, year: int) -> list[Mistake]:
    """The mistakes of a template in the order of its lines; none where a summary can be made of it."""
    found = list(outline_mistakes(text))
    told = {each.line for each in found}
    whole = _parsed(text)
    trees, syntax = _trees(text, told) if isinstance(whole, Mistake) else ([whole], [])
    found += syntax
    with asked_slots(desk, year) as asked:
        checking = _Checking(text, asked.slots, asked.names, whole=not isinstance(whole, Mistake))
        found += [mistake for tree in trees for mistake in checking.of(tree)]
        if not isinstance(whole, Mistake):
            found += _failing(text, asked.names, {each.line for each in found})
    once = {(each.line, each.text): each for each in found}
    return sorted(once.values(), key=lambda one: (one.line, one.column or 0))[:MOST]


def _without(text: str, line: int) -> str | None:
    """The text without what stands in a line; None where a statement there holds others together."""
    lines = text.split("\n")
    if not 1 <= line <= len(lines) or "{%" in lines[line - 1] or not lines[line - 1].strip():
        return None
    lines[line - 1] = ""
    return "\n".join(lines)


def _parsed(text: str) -> nodes.Template | Mistake:
    """The tree of a text, or why it cannot be read."""
    from jinja2 import TemplateSyntaxError

    from app.reports.summaries.faults import FAULTS, said
    from app.reports.summaries.sandbox import Sandbox

    try:
        return Sandbox().parse(text)
    except FAULTS as error:
        line = error.lineno if isinstance(error, TemplateSyntaxError) else 1
        told, column = said(error), None
        if word := re.search("「(.+?)」", told):
            column = text.split("\n")[line - 1].find(word[1]) + 1 or None
        return Mistake(line, column, f"{told}。")


def _trees(text: str, told: set[int]) -> tuple[list[nodes.Template], list[Mistake]]:
    """Of a text that cannot be read as a whole: the trees of its slots alone, and what is wrong in the others."""
    parsed = [_parsed("\n" * (line - 1) + f"{{{{ {asked} }}}}") for line, asked in expressions(text)]
    found = [one for one in parsed if isinstance(one, Mistake)]
    frame = _parsed(without_slots(text, told | {one.line for one in found}))
    found += [frame] if isinstance(frame, Mistake) else []
    rest = _parsed(without_lines(text, told)) if not found else None
    found += [rest] if isinstance(rest, Mistake) else []
    return [one for one in parsed if not isinstance(one, Mistake)], [one for one in found if one.line not in told]


def _failing(text: str, names: Mapping[str, Any], told: set[int]) -> Iterator[Mistake]:
    """What fails only when the text is written, line after line."""
    from app.reports.summaries.composing import TemplateMistake, written
    from app.reports.summaries.sandbox import TooMuch

    rest: str | None = text
    for _ in range(AGAIN):
        if rest is None:
            return
        try:
            written(rest, names)
            return
        except TemplateMistake as error:
            line = error.line or 1
            if line not in told:
                yield Mistake(line, None, re.sub(r"^总结模板(?:第 \d+ 行|里有一处)写得不对：", "", str(error)))
            if isinstance(error.__cause__, TooMuch):
                return
            rest = _without(rest, line)


class _Checking:
    """The words of a tree held against the slots, the figures and the registers that there are."""

    def __init__(self, text: str, slots: Slots, names: Mapping[str, Any], whole: bool) -> None:
        self.lines = text.split("\n")
        self.slots, self.names = slots, names
        self.others = {"range", "loop"} if whole else {"range", "loop"} | names_set(text)

    def of(self, tree: nodes.Template) -> Iterator[Mistake]:
        """Unknown words, filters, figures, conditions and registers."""
        from jinja2 import nodes

        from app.reports.summaries.sandbox import Sandbox

        given = {name.name for name in tree.find_all(nodes.Name) if name.ctx != "load"}
        known = given | set(self.names) | self.others
        for name in tree.find_all(nodes.Name):
            if name.ctx == "load" and name.name not in known:
                yield self.at(name.lineno, name.name, self.unknown(name.name))
        sandbox = Sandbox()
        yield from self.engine_words(tree, sandbox)
        for call in tree.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and callable(self.names.get(call.node.name)):
                yield from self.call(call, call.node.name)

    def engine_words(self, tree: nodes.Template, sandbox: Sandbox) -> Iterator[Mistake]:
        """Filters and tests that there are not."""
        from jinja2 import nodes

        for one in tree.find_all((nodes.Filter, nodes.Test)):
            assert isinstance(one, (nodes.Filter, nodes.Test))
            known: Mapping[str, Any] = sandbox.filters if isinstance(one, nodes.Filter) else sandbox.tests
            if one.name not in known:
                yield self.at(one.lineno, one.name, f"没有「{one.name}」这种写法。")

    def at(self, line: int, word: str, text: str) -> Mistake:
        """The mistake where the word stands in the line, or in the next lines of a long slot."""
        for number in range(line, min(line + 8, len(self.lines) + 1)):
            place = self.lines[number - 1].find(word)
            if word and place >= 0:
                return Mistake(number, place + 1, text)
        return Mistake(line, None, text)

    def unknown(self, name: str) -> str:
        """An unknown word, with what may have been meant."""
        from app import figures

        if any(name in (key, figure.label) for key, figure in figures.FIGURES.items()):
            return f'「{name}」是数字的名称，要写成 数("{name}")。'
        return f"不认识「{name}」{near(name, self.names)}。"

    def call(self, call: nodes.Call, slot: str) -> Iterator[Mistake]:
        """A slot with what stands in its brackets, as far as that is written out."""
        arguments = [_constant(each) for each in call.args]
        options = {each.key: _constant(each.value) for each in call.kwargs}
        does: Callable[..., Any] = self.names[slot]
        signature = inspect.signature(does)
        try:
            signature.bind(*arguments, **options)
        except TypeError as error:
            from app.reports.summaries.faults import said

            yield self.at(call.lineno, slot, f"「{slot}」{said(error)}。")
            return
        parameters = list(signature.parameters)
        if parameters[:1] == ["parts"]:
            for part in arguments:
                if isinstance(part, tuple) and len(part) > 1:
                    yield from self.figure(call, part[1], list(part[2:]), {})
                elif part is not UNKNOWN:
                    yield self.at(call.lineno, slot, f'「{slot}」的每一项要写成 ("文字", "数字名称")。')
        elif parameters[:1] == ["registers"]:
            yield from self.registers(call, arguments)
        elif parameters[:1] == ["name"]:
            yield from self.named(call, signature, arguments, options)

    def registers(self, call: nodes.Call, names: Sequence[Any]) -> Iterator[Mistake]:
        """Registers by key or label."""
        from app.reports.summaries.material import UnknownRegister, register_named

        for name in names:
            try:
                if name is not UNKNOWN:
                    register_named(str(name))
            except UnknownRegister as error:
                yield self.at(call.lineno, str(name), str(error))

    def named(
        self,
        call: nodes.Call,
        signature: inspect.Signature,
        arguments: list[Any],
        options: dict[str, Any],
    ) -> Iterator[Mistake]:
        """A slot whose first word is the name of a figure, or of a register."""
        bound = signature.bind(*arguments, **options)
        conditions = list(bound.arguments.get("conditions", ()))
        by = dict(bound.arguments.get("by", {}))
        if not any(each.kind is each.VAR_KEYWORD for each in signature.parameters.values()):
            yield from self.registers(call, [bound.arguments["name"]])
            return
        yield from self.figure(call, bound.arguments["name"], conditions, by)
        if "whole" in bound.arguments:
            yield from self.figure(call, bound.arguments["whole"], [], {})

    def figure(self, call: nodes.Call, name: Any, conditions: list[Any], by: dict[str, Any]) -> Iterator[Mistake]:
        """A figure's name, and each of its conditions."""
        from app import figures

        if name is UNKNOWN:
            return
        key = next((key for key, one in figures.FIGURES.items() if name in (key, one.label)), None)
        if key is None:
            labels = [figure.label for figure in figures.FIGURES.values()]
            yield self.at(call.lineno, str(name), f"没有「{name}」这个数字{near(str(name), labels)}。")
            return
        given = {one: value for one, value in by.items() if value is not UNKNOWN}
        for condition in conditions:
            if isinstance(condition, str) and "=" in condition:
                one, value = self.slots.condition(key, condition)
                given[one] = value
            elif condition is not UNKNOWN:
                yield self.at(
                    call.lineno, str(condition), f"条件「{condition}」应写成「名称=内容」，例如「kind=党委会」。"
                )
        left_open = UNKNOWN in conditions or UNKNOWN in by.values()
        yield from self.conditions(call, key, given, left_open)

    def conditions(self, call: nodes.Call, key: str, given: Mapping[str, Any], left_open: bool) -> Iterator[Mistake]:
        """Each condition alone: one that the figure has, with a value that it can take.

        Where some are left open until the text is written, a needed one may be among them.
        """
        from app import figures
        from app.figures import BadParameter
        from app.figures.asking import Asked

        figure = figures.FIGURES[key]
        known = {name: value for name, value in given.items() if name in figure.by}
        connection, period = self.slots.connection, self.slots.period
        for name in given:
            if name not in figure.by:
                asked = Asked(connection, figure, period, {}) if not figure.needs else None
                told = asked.unknown(name) if asked else f"「{figure.label}」没有条件「{name}」。"
                yield self.at(call.lineno, name, told)
        needed = {name: value for name, value in known.items() if name in (*figure.needs, *figure.instead)}
        if left_open and figure.needs and not needed:
            return
        alone: list[str | None] = [name for name in known if name not in needed]
        for each in alone or [None]:
            try:
                one = needed if each is None else needed | {each: known[each]}
                if one or figure.needs:
                    figures.count(connection, key, period, one)
            except BadParameter as error:
                yield self.at(call.lineno, str(known.get(each or "", next(iter(needed.values()), ""))), str(error))


class _Unknown:
    """Stands for what is only known when the text is written."""


UNKNOWN: Any = _Unknown()


def _constant(node: nodes.Expr) -> Any:
    """What is written out: a text, a number, a tuple of them."""
    from jinja2 import nodes

    if isinstance(node, nodes.Const):
        return node.value
    if isinstance(node, (nodes.Tuple, nodes.List)):
        return tuple(_constant(each) for each in node.items)
    return UNKNOWN


def near(name: str, names: Any) -> str:
    """«，是不是「召开会议次数」»: the name most like it, or nothing."""
    from difflib import get_close_matches

    found = get_close_matches(name, list(names), 1, 0.5)
    return f"，是不是「{found[0]}」" if found else "，请检查名称"
