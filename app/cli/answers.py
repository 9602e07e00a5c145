"""How the command line answers: Chinese lines, or one JSON document; errors in one line, with a status."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

DONE, FOUND, BAD, CLOSED = 0, 1, 2, 3
"""Done; a check found something; bad arguments or input; the data could not be opened."""


class BadInput(Exception):
    """What was asked cannot be done; the message is one Chinese sentence."""


def as_json(value: Any) -> Any:
    """A value as JSON holds it: exact numbers as numbers, days as text."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def print_json(answer: Any) -> None:
    """One JSON document in UTF-8 and nothing else."""
    text = json.dumps(answer, ensure_ascii=False, indent=1, default=as_json)
    sys.stdout.buffer.write(text.encode("utf-8") + b"\n")
    sys.stdout.flush()


def say(line: str) -> None:
    """One line for a person."""
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.flush()


def complain(sentence: str) -> None:
    """One line to standard error."""
    sys.stderr.buffer.write(sentence.replace("\n", " ").encode("utf-8", "replace") + b"\n")
    sys.stderr.flush()


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Rows under their heads, columns parted by a tab."""
    say("\t".join(heads))
    for row in rows:
        say("\t".join(cell.replace("\n", " ") for cell in row))
