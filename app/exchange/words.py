"""Other words for columns and choices that an import understands; data which the office may lengthen."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.exchange.preflight import NotAWorkbook

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "exchange" / "words.toml"
GENERAL = "general"

_BRACKETED = re.compile(r"\([^()]*\)")
_EDGES = " \t\r\n*:：、.。·"


def folded(text: object) -> str:
    """A heading for comparison: narrow, without white space, marks at its ends and book-title marks."""
    narrow = unicodedata.normalize("NFKC", str(text)).translate(str.maketrans("[]【】〔〕{}", "()()()()"))
    return re.sub(r"[\s《》「」“”\"'_]", "", narrow).strip(_EDGES).lower()


def without_brackets(text: str) -> str:
    """A folded heading without what stands in brackets: 金额(元) is 金额."""
    return _BRACKETED.sub("", text).strip(_EDGES)


def _nested() -> dict[str, dict[str, dict[str, str]]]:
    return {}


@dataclass(frozen=True)
class Words:
    """Spellings by register and field; «general» holds for every register that has the field."""

    columns: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=_nested)

    def of_column(self, register: str, key: str) -> tuple[str, ...]:
        """Other headings of a field, the register's own first."""
        own, general = self.columns.get(register, {}), self.columns.get(GENERAL, {})
        return own.get(key, ()) + general.get(key, ())

    def of_choices(self, register: str, key: str) -> dict[str, str]:
        """Other words for the choices of a field, the register's own over the general ones."""
        own, general = self.choices.get(register, {}), self.choices.get(GENERAL, {})
        return {folded(word): choice for group in (general, own) for word, choice in group.get(key, {}).items()}


class UnreadableWords(NotAWorkbook):
    """A file of words that cannot be understood; the message is one Chinese sentence."""


def read_words(*files: Path) -> Words:
    """The shipped words, lengthened by further files in the same form; a file that is missing adds nothing."""
    columns: dict[str, dict[str, tuple[str, ...]]] = {}
    choices: dict[str, dict[str, dict[str, str]]] = {}
    for file in dict.fromkeys((SHIPPED, *files)):
        content = _content(file)
        for register, fields in content.get("columns", {}).items():
            known = columns.setdefault(register, {})
            for key, words in fields.items():
                known[key] = known.get(key, ()) + ((words,) if isinstance(words, str) else tuple(map(str, words)))
        for register, fields in content.get("choices", {}).items():
            for key, meanings in fields.items():
                choices.setdefault(register, {}).setdefault(key, {}).update(meanings)
    return Words(columns, choices)


def _content(file: Path) -> dict[str, dict[str, dict[str, Any]]]:
    """What a file of words holds, two levels deep; UnreadableWords says what is wrong with it."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8-sig")) if file.is_file() else {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        where = re.search(r"line (\d+)", str(problem))
        line = f"第 {where[1]} 行" if where else "内容"
        raise UnreadableWords(f"导入用词文件「{file.name}」{line}写法不对，请改正或删去这个文件。") from problem
    groups = [content.get(name, {}) for name in ("columns", "choices")]
    registers = [fields for group in groups if isinstance(group, dict) for fields in group.values()]
    if not all(isinstance(each, dict) for each in (*groups, *registers)) or not all(
        isinstance(meanings, dict) for fields in content.get("choices", {}).values() for meanings in fields.values()
    ):
        raise UnreadableWords(f"导入用词文件「{file.name}」的层次不对，请照程序自带的样子改正或删去这个文件。")
    return content
