"""The sandbox in which a template is rendered: what an office's text may use, and how far it may go.

A template reads the slots that it is given and nothing else: no attribute that begins with _, no method, no macro, no
file. Rounds, calls, numbers, texts and seconds are bounded, so that no text can hold up the program.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

ROUNDS = 20_000
"""Turns of loops and calls of slots in one template."""
SECONDS = 20.0
LONGEST = 200_000
"""Characters of the whole text, and of any text made on the way."""
GREATEST = 10**15
FILTERS = (
    *("abs", "count", "d", "default", "first", "int", "join", "last", "length", "list", "max", "min"),
    *("map", "rejectattr", "reverse", "selectattr", "sort", "trim", "unique"),
)
TESTS = (
    "defined",
    "undefined",
    "divisibleby",
    "even",
    "odd",
    "in",
    "none",
    "eq",
    "ne",
    "gt",
    "ge",
    "lt",
    "le",
    "equalto",
)
METHODS = frozenset(
    (
        "strip",
        "lstrip",
        "rstrip",
        "startswith",
        "endswith",
        "removeprefix",
        "removesuffix",
        "split",
        "isdecimal",
        "find",
    )
)
"""What a text may be asked: 例.rstrip("。"); none of them makes it longer."""
REFUSED: Mapping[type[nodes.Node], str] = {
    nodes.Macro: "macro",
    nodes.CallBlock: "call",
    nodes.FilterBlock: "filter",
    nodes.AssignBlock: "set … endset",
    nodes.Block: "block",
    nodes.Extends: "extends",
    nodes.Include: "include",
    nodes.Import: "import",
    nodes.FromImport: "from",
}
"""Statements that a summary has no use for."""
LITERALS = (nodes.List, nodes.Tuple, nodes.Dict)
ROUND, JOINED = "每一轮", "接起来"
"""Filters put round what a loop goes over and round what ~ joins; no template can name them otherwise."""


class TooMuch(SecurityError):
    """A template asks for more than any summary needs; the message is one Chinese sentence."""


class Sandbox(ImmutableSandboxedEnvironment):
    """One rendering; the bounds count from its making."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=plain)
        self.rounds = 0
        self.until = time.monotonic() + SECONDS
        self.globals = {"range": self.globals["range"]}
        kept: dict[str, Callable[..., Any]] = {name: self.filters[name] for name in FILTERS}
        own: dict[str, Callable[..., Any]] = {"round": rounded, "replace": replaced, "string": as_text}
        self.filters = kept | own | {"join": self.join, ROUND: self.each, JOINED: self.join}
        self.tests = {name: self.tests[name] for name in TESTS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree: nodes.Template = super()._parse(source, name, filename)
        refuse(tree)
        for loop in tree.find_all(nodes.For):
            loop.iter = _filtered(loop.iter, ROUND, loop.lineno)
            if loop.recursive:
                raise TemplateSyntaxError("总结里不能用 recursive", loop.lineno)
        for parent in list(tree.find_all(nodes.Node)):
            _bound_joins(parent)
        return tree

    def tick(self) -> None:
        """One more turn; TooMuch where there were too many or it has taken too long."""
        self.rounds += 1
        if self.rounds > ROUNDS:
            raise TooMuch(f"循环和统计超过 {ROUNDS} 次，请减少循环的次数。")
        if time.monotonic() > self.until:
            raise TooMuch(f"用了 {SECONDS:.0f} 秒还没有写完，请减少循环的次数。")

    def each(self, items: Any) -> Iterator[Any]:
        """The items of a loop, each counted."""
        for item in items:
            self.tick()
            yield item

    def join(self, items: Any, between: str = "") -> str:
        """The items as one text."""
        texts, size = [], 0
        for item in items:
            texts.append(str(plain(item)))
            size += len(texts[-1]) + len(between)
            if size > LONGEST:
                raise _too_long()
        return str(between).join(texts)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """A call of a slot, counted; jinja passes the first two by place since a condition may have any name."""
        __self.tick()
        return super().call(__context, __obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Sums and products of sizes that a summary may have."""
        if operator == "**":
            raise TooMuch("总结里不能用乘方 **。")
        texts = [each for each in (left, right) if not isinstance(each, (int, float)) and hasattr(each, "__len__")]
        if operator == "%" and isinstance(left, str):
            raise TooMuch("总结里不能用 % 拼文字，请直接写出来。")
        if operator == "*" and texts:
            raise TooMuch("总结里不能用 * 重复文字。")
        if sum(map(len, texts)) > LONGEST:
            raise _too_long()
        made = super().call_binop(context, operator, left, right)
        if isinstance(made, int) and abs(made) > GREATEST:
            raise TooMuch("算出来的数太大，请检查算式。")
        return made

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A value by its name, or a harmless method of a text: row.标题, loop.index, 例.rstrip."""
        if isinstance(obj, str) and attribute in METHODS:
            return getattr(obj, attribute)
        return self._plain(obj, attribute, super().getattr(obj, attribute))

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A value by its place or name, never a method."""
        return self._plain(obj, argument, super().getitem(obj, argument))

    def _plain(self, obj: Any, name: Any, found: Any) -> Any:
        if callable(found) and not isinstance(obj, LoopContext) and not isinstance(found, Undefined):
            raise SecurityError(f"总结里不能用「.{name}」。")
        return found

    def written(self, template: str, names: Mapping[str, Any]) -> str:
        """The text that a template gives with these names."""
        parts, size = [], 0
        for part in self.from_string(template).generate(names):
            size += len(part)
            if size > LONGEST:
                raise _too_long()
            parts.append(part)
        return "".join(parts)


def _too_long() -> TooMuch:
    return TooMuch(f"写出来的文字超过 {LONGEST // 10_000} 万字，请检查循环。")


def rounded(value: Any, digits: int = 0) -> Any:
    """The number to so many decimals."""
    return round(value, max(0, min(int(digits), 6)))


def replaced(text: Any, old: str, new: str) -> str:
    """The text with other words in the place of some."""
    told, size = str(plain(text)), len(str(new))
    if len(told) + told.count(str(old)) * size > LONGEST:
        raise _too_long()
    return told.replace(str(old), str(new))


def as_text(value: Any) -> str:
    """The value as it would stand in the text."""
    return str(plain(value))


def plain(value: Any) -> Any:
    """The value itself where it can stand in a text; a list cannot."""
    if isinstance(value, (list, tuple, dict, range)):
        raise SecurityError("这里是一列内容，不能直接写出来，请用 {% for %} 逐项写")
    if callable(value) and not isinstance(value, Undefined):
        raise SecurityError("这个写法后面要加括号")
    return value


def refuse(tree: nodes.Template) -> None:
    """TemplateSyntaxError at the first statement that is not for summaries."""
    for kind, word in REFUSED.items():
        for found in tree.find_all(kind):
            raise TemplateSyntaxError(f"总结里不能用 {{% {word} %}}", found.lineno)
    asked = {id(inner) for call in tree.find_all(nodes.Call) for inner in call.find_all(LITERALS)}
    for literal in tree.find_all(LITERALS):
        if id(literal) not in asked and getattr(literal, "ctx", "load") == "load":
            _refuse_growing(literal)


def _refuse_growing(literal: nodes.Node) -> None:
    """A list of lists by name could be made to grow without end; fixed contents cannot."""
    for each in literal.iter_child_nodes():
        if not isinstance(each, (nodes.Const, *LITERALS, nodes.Pair)):
            raise TemplateSyntaxError("列表里只能写固定的内容", literal.lineno)


def _filtered(node: nodes.Node, name: str, line: int) -> nodes.Expr:
    return nodes.Filter(cast(nodes.Expr, node), name, [], [], None, None, lineno=line)


def _bound_joins(parent: nodes.Node) -> None:
    """Every a ~ b below becomes a filter over both that looks at their size."""
    for field, value in parent.iter_fields():
        if isinstance(value, nodes.Concat):
            setattr(parent, field, _joined(value))
        elif isinstance(value, list):
            value[:] = [_joined(each) if isinstance(each, nodes.Concat) else each for each in value]


def _joined(concat: nodes.Concat) -> nodes.Expr:
    return _filtered(nodes.List(concat.nodes, lineno=concat.lineno), JOINED, concat.lineno)
