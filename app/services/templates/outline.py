"""The outline of a template, line by line: title, levels of headings, and brackets that are closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DEEPEST = 4
PAIRS = {"{{": "}}", "{%": "%}", "{#": "#}"}
OPENING = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")


@dataclass(frozen=True)
class Mistake:
    """One mistake: line and column from 1 on; no column where only the line is known."""

    line: int
    column: int | None
    text: str


def outline_mistakes(text: str) -> Iterator[Mistake]:
    """Everything that can be seen without reading the slots."""
    found = list(_unclosed(text))
    yield from found
    bare = blanked(text)
    lines = bare.split("\n")
    yield from _title(lines)
    yield from _levels(lines)
    for number, line in enumerate(lines, 1):
        yield from _optional(number, line)


def blanked(text: str) -> str:
    """The text with comments and what stands in brackets of the engine made blank; every place stays where it is."""
    return re.sub(
        r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", lambda found: re.sub(r"[^\n]", "\u3000", found[0]), text, flags=re.DOTALL
    )


STATEMENT = re.compile(r"-?\s*(?:(?:if|elif)\s+(.+)|for\s+.+?\s+in\s+(.+)|set\s+\w+\s*=\s*(.+))", re.DOTALL)


def expressions(text: str) -> Iterator[tuple[int, str]]:
    """What each slot and each statement asks, with its line."""
    for found in re.finditer(r"\{#.*?#\}|\{\{(.*?)\}\}|\{%(.*?)%\}", text, re.DOTALL):
        line = text.count("\n", 0, found.start()) + 1
        if found[1] is not None and "{{" not in found[1]:
            yield line, found[1].strip("-+ \n")
        elif found[2] is not None and (stated := STATEMENT.match(found[2])):
            yield line, next(each for each in stated.groups() if each).strip("-+ \n")


def names_set(text: str) -> set[str]:
    """Names that a loop or a set gives somewhere."""
    given = re.findall(r"\{%-?\s*(?:for\s+(.+?)\s+in\b|set\s+(\w+))", text)
    return {name.strip() for pair in given for names in pair for name in names.split(",") if name.strip()}


def without_slots(text: str, lines: set[int]) -> str:
    """The statements alone: slots made blank, and so the lines that are known to be wrong."""
    bare = re.sub(r"\{\{.*?\}\}", lambda found: "\n" * found[0].count("\n"), text, flags=re.DOTALL)
    return without_lines(bare, lines)


def without_lines(text: str, lines: set[int]) -> str:
    """The text with these lines made blank, but for statements, which hold others together."""
    kept = text.split("\n")
    return "\n".join("" if number in lines and "{%" not in line else line for number, line in enumerate(kept, 1))


def _unclosed(text: str) -> Iterator[Mistake]:
    """Brackets of the engine without their partner; a slot may go over lines, but not over an empty one."""
    at = 0
    while sign := OPENING.search(text, at):
        line, column = text.count("\n", 0, sign.start()) + 1, sign.start() - (text.rfind("\n", 0, sign.start()) + 1) + 1
        closing = PAIRS.get(sign[0])
        if closing is None:
            yield Mistake(line, column, f"多了一个 {sign[0]}，前面没有相应的开头。")
            at = sign.end()
            continue
        end = _end_of(text, sign.end(), closing)
        if end is None:
            yield Mistake(line, column, f"{sign[0]} 没有写 {closing} 结束。")
            at = text.find("\n", sign.end())
            if at < 0:
                return
        else:
            at = end


def _end_of(text: str, start: int, closing: str) -> int | None:
    """Where the brackets close, not in quotes; None where the next ones open first, or nothing follows."""
    if closing == "#}":
        found = text.find(closing, start)
        return found + 2 if found >= 0 else None
    quoted = ""
    for at in range(start, len(text)):
        if text.startswith("\n\n", at):
            return None
        if quoted:
            quoted = "" if text[at] in (quoted, "\n") else quoted
        elif text[at] in "\"'":
            quoted = text[at]
        elif text.startswith(closing, at):
            return at + 2
        elif text.startswith(("{{", "{%"), at):
            return None
    return None


def _title(lines: list[str]) -> Iterator[Mistake]:
    """There is a line 标题：."""
    if any(line.strip().startswith("标题：") for line in lines):
        return
    for number, line in enumerate(lines, 1):
        if re.match(r"\s*(?:题目|标题)\s*[:：]", line):
            yield Mistake(number, 1, "标题要写成「标题：」，冒号是全角的。")
            return
    yield Mistake(1, None, "没有标题，请在正文前加一行「标题：……」。")


def _levels(lines: list[str]) -> Iterator[Mistake]:
    """Headings go down one level at a time and say something."""
    above = 0
    for number, line in enumerate(lines, 1):
        found = re.match(r"\s*(#+)(.*)", line)
        if not found:
            continue
        level = len(found[1])
        if level > DEEPEST:
            yield Mistake(number, 1, f"标题最多 {DEEPEST} 级，这里有 {level} 个 #。")
        elif level > above + 1:
            need = "#" * (above + 1)
            yield Mistake(number, 1, f"这里是第 {level} 级标题，上面还没有第 {level - 1} 级，请先写「{need} 」标题。")
        if not found[2] or (found[2].isspace() and "\u3000" not in found[2]):
            yield Mistake(number, 1, "标题没有内容。")
        above = min(level, DEEPEST)


def _optional(number: int, line: str) -> Iterator[Mistake]:
    """[[ and ]] in pairs on one line."""
    opened: list[int] = []
    for sign in re.finditer(r"\[\[|\]\]", line):
        if sign[0] == "[[":
            opened.append(sign.start() + 1)
        elif opened:
            opened.pop()
        else:
            yield Mistake(number, sign.start() + 1, "多了一个 ]]，前面没有 [[。")
    for column in opened:
        yield Mistake(number, column, "[[ 没有在同一行写 ]] 结束。")
