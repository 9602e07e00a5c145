"""What may be written into a template: slots, and every figure of the year with its present value."""

from __future__ import annotations

from dataclasses import dataclass

from app import kinds
from app.figures import FIGURES
from app.services.counting import figures_of, worded
from app.services.desk import Desk
from app.services.templates.slots import SLOTS
from app.store.pinyin import initials

CARET = "‸"
"""Where the cursor goes in a text that is put in."""


@dataclass(frozen=True)
class Completion:
    """One thing that may be put in: what goes into the text, what it is called, its present value, what it counts."""

    insert: str
    label: str
    present: str
    about: str
    initials: str
    is_figure: bool

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
    """The slots, then the figures of a year, those that have a value first."""
    slots = [
        Completion(slot.snippet, slot.name, slot.signature, slot.about, initials(slot.name), False) for slot in SLOTS
    ]
    today = desk.today()
    told = figures_of(desk, year, today if today.year == year else None)
    figures = [
        Completion(each.label, each.label, worded(each), _about(each.key), initials(each.label), True)
        for each in sorted(told, key=lambda one: not one.value)
    ]
    return slots + figures


def _about(key: str) -> str:
    """How it is counted, and the conditions that may be added."""
    figure = FIGURES[key]
    choices = [
        f"{name}={'、'.join(path.kind.choices[:6])}" if isinstance(path.kind, kinds.ChoiceKind) else name
        for name, path in figure.paths.items()
    ]
    more = f"。可加条件：{'；'.join(choices[:6])}" if choices else ""
    return f"{figure.counting_rule.rstrip('。')}{more}"


def offered(found: list[Completion], typed: str, figures: bool, most: int = 60) -> list[Completion]:
    """Those that fit what was typed, the best first: figures inside quotes, slots elsewhere."""
    fitting = [(fit, each) for each in found if each.is_figure == figures and (fit := each.fits(typed)) is not None]
    return [each for _, each in sorted(fitting, key=lambda pair: pair[0])][:most]
