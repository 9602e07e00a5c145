"""A seating plan (座次图) on paper: A4 across, the platform at the top, the rows of the hall below it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.reports.forms.seating import Seating
from app.reports.render.fonts import Fonts, NoGlyph, Role, pc_fonts
from app.reports.render.pdf_canvas import A4, MM, Paper, base_line
from app.reports.render.typesetting import clean

WIDTH, HEIGHT = A4[1], A4[0]
LEFT, RIGHT, TOP, BOTTOM = 18 * MM, A4[1] - 18 * MM, 14 * MM, A4[0] - 14 * MM
SEAT_HIGH, GAP = 13 * MM, 4 * MM
WIDEST, AISLE = 34 * MM, 8 * MM
TYPE, LEAST = 15.0, 7.0


def write_seating(plans: Sequence[Seating], path: Path, fonts: Fonts | None = None) -> int:
    """Print the plans, each on as many sheets as its rows need; the number of pages. Raises NoGlyph or OSError."""
    fonts = fonts or pc_fonts()
    paper = Paper(plans[0].title, fonts, WIDTH, HEIGHT)
    for plan in plans:
        try:
            _draw(paper, plan)
        except NoGlyph as lack:
            raise NoGlyph(lack.character, f"{plan.title}（{plan.meeting}）") from lack
    paper.save(path)
    return paper.pages


def _draw(paper: Paper, plan: Seating) -> None:
    """The platform on the first sheet, rows on it and on those that follow."""
    y = _head(paper, plan)
    y = _row(paper, plan.platform, y, "hei")
    paper.centred(WIDTH / 2, base_line(y, 7 * MM, 10.5), "主　席　台", "song", 10.5)
    y += 13 * MM
    for number, row in enumerate(plan.rows, 1):
        if y + SEAT_HIGH > BOTTOM:
            _end(paper)
            y = _head(paper, plan)
        paper.text(LEFT, base_line(y, SEAT_HIGH, 9), f"第{number}排", "song", 9)
        y = _row(paper, row, y, "kai")
    _end(paper)


def _head(paper: Paper, plan: Seating) -> float:
    """Title and what the plan is of; where the seats begin."""
    title = clean(f"{plan.meeting}{plan.title}")
    size = min(20.0, (RIGHT - LEFT) / max(1.0, paper.text_width(title, "title", 1)))
    paper.centred(WIDTH / 2, base_line(TOP, 10 * MM, size), title, "title", size)
    paper.centred(WIDTH / 2, base_line(TOP + 10 * MM, 7 * MM, 10.5), plan.about, "song", 10.5)
    return TOP + 22 * MM


def _end(paper: Paper) -> None:
    paper.right(RIGHT, HEIGHT - 8 * MM, "按面向主席台的方向看，左、右与实际一致", "song", 9)
    paper.end_page()


def _row(paper: Paper, names: Sequence[str], y: float, role: Role) -> float:
    """One row of seats in the middle of the sheet, an aisle in the middle of a long one; where the next begins."""
    count = max(1, len(names))
    aisle = AISLE if count >= 6 else 0.0
    room = RIGHT - LEFT - 2 * 14 * MM - aisle
    wide = min(WIDEST, (room - (count - 1) * GAP / 2) / count)
    x = (WIDTH - count * wide - (count - 1) * GAP / 2 - aisle) / 2
    for at, name in enumerate(names):
        if aisle and at == count // 2:
            x += aisle
        paper.frame(x, y, wide, SEAT_HIGH, 0.6)
        words = clean(name)
        size = max(LEAST, min(TYPE, (wide - 2 * MM) / max(1.0, paper.text_width(words, role, 1))))
        paper.centred(x + wide / 2, base_line(y, SEAT_HIGH, size), words, role, size)
        x += wide + GAP / 2
    return y + SEAT_HIGH + GAP
