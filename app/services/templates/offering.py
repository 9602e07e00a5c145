"""What may be written into a template: slots, and every figure of the year with its present value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from app import kinds
from app.figures import FIGURES
from app.models import REGISTERS
from app.services.counting import figures_of, worded
from app.services.desk import Desk
from app.services.templates.slots import SLOTS
from app.store.pinyin import initials

Kind = Literal["slot", "figure", "register", "condition", "span"]
SPANS = ("上年", "近3年", "2021年以来", "2021—2024年", "一季度", "上半年", "3月", "专项:")
"""Examples of 期, as a template may have them."""


@dataclass(frozen=True)
class Completion:
    """One thing that may be put in: what goes into the text, what it is called, its present value, what it counts."""

    insert: str
    label: str
    present: str
    about: str
    initials: str
    kind: Kind

    def fits(self, typed: str) -> int | None:
        """How well it fits what was typed, 0 best; None where it does not: by characters or by pinyin initials."""
        asked = typed.strip().lower()
        if not asked or self.label.lower().startswith(asked):
            return 0
        if self.initials.startswith(asked):
            return 1
        if asked in self.label.lower():
            return 2
        return 3 if asked in self.initials else None


def completions(desk: Desk, year: int) -> list[Completion]:
    """Slots, registers and spans, then the figures of a year, those that have a value first."""
    slots = [_plain(slot.snippet, slot.name, slot.about, "slot", slot.signature) for slot in SLOTS]
    registers = [_plain(each.key, each.label, "", "register", each.key) for each in REGISTERS]
    spans = [_plain(each, each, "", "span") for each in SPANS]
    today = desk.today()
    told = figures_of(desk, year, today if today.year == year else None)
    figures = [
        _plain(each.label, each.label, _about(each.key), "figure", worded(each))
        for each in sorted(told, key=lambda one: not one.value)
    ]
    return slots + registers + spans + figures


def _plain(insert: str, label: str, about: str, kind: Kind, present: str = "") -> Completion:
    return Completion(insert, label, present, about, initials(label), kind)


def conditions_of(name: str) -> list[Completion]:
    """The conditions that a figure takes, each with what it may be; nothing for an unknown name."""
    figure = next((one for key, one in FIGURES.items() if name in (key, one.label)), None)
    if figure is None:
        return []
    found = []
    for key, path in figure.paths.items():
        told = path.kind.choices if isinstance(path.kind, kinds.ChoiceKind) else ("",)
        found += [_plain(f"{key}={value}", f"{path.label}={value}", "", "condition", key) for value in told]
    return found


def _about(key: str) -> str:
    """How it is counted, and the conditions that may be added."""
    figure = FIGURES[key]
    more = f"。可加条件：{'、'.join(path.label for path in figure.paths.values())}" if figure.paths else ""
    return f"{figure.counting_rule.rstrip('。')}{more}"


def offered(found: Sequence[Completion], typed: str, kind: Kind, most: int = 60) -> list[Completion]:
    """Those of a kind that fit what was typed, the best first."""
    fitting = [(fit, each) for each in found if each.kind == kind and (fit := each.fits(typed)) is not None]
    return [each for _, each in sorted(fitting, key=lambda pair: pair[0])][:most]


FIGURE_SLOTS = "数|比上年|增减|倍数|占|日子|名单|零|全部|有|值"
PLACES: tuple[tuple[str, Kind], ...] = (
    (rf"(?:{FIGURE_SLOTS})\(\s*$", "figure"),
    (r"占\(\s*\"[^\"]*\",\s*$", "figure"),
    (r"[(,]\s*\(\s*\"[^\"]*\",\s*$", "figure"),
    (r"典型事例\((?:\s*\"[^\"]*\",)*\s*$|记录\(\s*$", "register"),
    (r"期=$|限于\(\s*$", "span"),
    (rf"(?:{FIGURE_SLOTS})\(\s*\"[^\"]*\",[^()]*[,\s]$|\(\s*\"[^\"]*\",\s*\"[^\"]*\",[^()]*[,\s]$", "condition"),
)
"""What stands before a quote → what is typed after it."""


@dataclass(frozen=True)
class Asked:
    """What is being typed at a place: its kind, the part that stands already, the figure whose conditions are meant."""

    kind: Kind
    typed: str
    figure: str = ""
    inside: bool = True
    """True between {{ and }}."""


def asked_at(before: str) -> Asked | None:
    """What may be offered after this text of a line; None inside quotes that hold words of the clerk's own."""
    opened = max(before.rfind("{{"), before.rfind("{%"))
    inside = opened >= 0 and not re.search(r"\}\}|%\}", before[opened:])
    if not inside:
        word = re.search(r"[A-Za-z]*$", before)
        return Asked("slot", word[0] if word else "", inside=False)
    asked = before[opened + 2 :]
    if asked.count('"') % 2 == 0:
        word = re.search(r"[\w]*$", asked)
        return Asked("slot", word[0] if word else "")
    lead, _, typed = asked.rpartition('"')
    for pattern, kind in PLACES:
        if re.search(pattern, lead):
            names = re.findall(r"\"([^\"]*)\"", lead[lead.rfind("(") + 1 :])
            in_list = re.search(rf"(?:{FIGURE_SLOTS})\([^()]*$", lead) is None
            figure = names[1] if in_list and len(names) > 1 else names[0] if names else ""
            return Asked(kind, typed, figure if kind == "condition" else "")
    return None
