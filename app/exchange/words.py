"""Other words for columns and choices that an import understands; data which the office may lengthen."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

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


def read_words(*files: Path) -> Words:
    """The shipped words, lengthened by further files in the same form; a file that is missing adds nothing."""
    columns: dict[str, dict[str, tuple[str, ...]]] = {}
    choices: dict[str, dict[str, dict[str, str]]] = {}
    for file in (SHIPPED, *files):
        content = tomllib.loads(file.read_text(encoding="utf-8-sig")) if file.is_file() else {}
        for register, fields in content.get("columns", {}).items():
            known = columns.setdefault(register, {})
            known.update({key: known.get(key, ()) + tuple(words) for key, words in fields.items()})
        for register, fields in content.get("choices", {}).items():
            for key, meanings in fields.items():
                choices.setdefault(register, {}).setdefault(key, {}).update(meanings)
    return Words(columns, choices)
