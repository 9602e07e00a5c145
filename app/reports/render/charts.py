"""A chart of a document as one drawing: the PDF takes it as it is, a Word file as the picture of it.

Calm, and told apart without colour too: dark, grey, white and pale areas, each framed; whole, dashed and dotted lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from math import ceil, floor, log10
from typing import Any

from reportlab.graphics.shapes import Circle, Drawing, Line, PolyLine, Rect, String
from reportlab.lib.colors import Color, HexColor, white

from app.papers.official import LINE_TWIPS
from app.reports.document import Chart, Figure, Point
from app.reports.render.fonts import Fonts
from app.reports.render.pdf_canvas import MM
from app.reports.render.typesetting import Setting, clean, set_in_box

PITCH = LINE_TWIPS / 20
WIDTH = 156 * MM
"""A chart is as wide as the type area."""
LINES, MOST_LINES = 8, 19
"""Lines of the page that a chart takes under its title, and the most that one of many bars takes."""
TYPE, SMALL = 10.5, 7.0
HAIR = 0.4
INK, GRID, ACCENT = HexColor("#000000"), HexColor("#c9c9c2"), HexColor("#1d4e89")
FILLS = (ACCENT, HexColor("#a3a39c"), white, HexColor("#deded8"))
LINE_INKS = (ACCENT, HexColor("#6b6b66"), INK, HexColor("#8a8a84"))
DASHES: tuple[tuple[float, ...] | None, ...] = (None, (6, 3), (1.5, 2.5), (8, 3, 1.5, 3))
_SCALES = {"万元": 10_000, "亿元": 100_000_000}
_MONEY = ("元", "万元", "亿元")


def number_of(point: Point, unit: str) -> float | None:
    """The height of a point in the chart's unit; a figure of money is kept in yuan."""
    value = point.value if isinstance(point, Figure) else point
    if not isinstance(value, (int, Decimal)):
        return None
    scale = _SCALES.get(unit, 1) if isinstance(point, Figure) and point.unit in _MONEY else 1
    return float(Decimal(value) / scale)


def can_be_drawn(chart: Chart) -> bool:
    """Whether there is any point to show; a chart without one is left out."""
    return any(number_of(point, chart.unit) is not None for _, points in chart.series for point in points)


def lines_of(chart: Chart) -> int:
    """Lines of the page that the drawing takes: a chart of bars grows with them."""
    if chart.kind != "bars":
        return LINES
    height = len(chart.labels) * (len(chart.series) * 13 + 8) + 34
    return min(MOST_LINES, max(3, ceil(height / PITCH)))


def draw_chart(chart: Chart, fonts: Fonts) -> Drawing:
    """The chart without its title, WIDTH wide and as high as its lines; raises NoGlyph."""
    return _Chart(chart, fonts).drawn()


class _Chart:
    """One chart while it is drawn; distances in points from the lower left corner."""

    def __init__(self, chart: Chart, fonts: Fonts) -> None:
        self.chart, self.lettering = chart, fonts.role("song")
        self.fonts = fonts
        self.drawing = Drawing(WIDTH, lines_of(chart) * PITCH - 4)
        self.rows = [[number_of(point, chart.unit) for point in points] for _, points in chart.series]
        shown = [value for row in self.rows for value in row if value is not None]
        self.low, self.high, self.step = scale_of(min(shown, default=0.0), max(shown, default=0.0))

    def drawn(self) -> Drawing:
        """Unit and legend over the plot, and the plot."""
        top = self.drawing.height - 18
        self._legend()
        if self.chart.kind == "bars":
            self._bars(top)
        else:
            self._upright(top)
        return self.drawing

    def words(self, x: float, y: float, text: str, size: float = TYPE, anchor: str = "start") -> None:
        """One line of text with its base line at y, each character from a font that has it."""
        text = clean(text)
        width = self.lettering.width(text, size)
        x -= {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        for name, piece in self.fonts.runs(text, "song"):
            self.drawing.add(String(x, y, piece, fontName=name, fontSize=size, fillColor=INK))
            x += self.lettering.width(piece, size)

    def _legend(self) -> None:
        base = self.drawing.height - TYPE
        if self.chart.unit:
            self.words(0, base, f"单位：{self.chart.unit}")
        if len(self.chart.series) < 2:
            return
        x = WIDTH
        for at, (name, _) in reversed(list(enumerate(self.chart.series))):
            x -= self.lettering.width(clean(name), TYPE)
            self.words(x, base, name)
            x -= 22
            self._sample(at, x, base + TYPE * 0.35)
            x -= 14

    def _sample(self, at: int, x: float, y: float) -> None:
        if self.chart.kind == "lines":
            self.drawing.add(_line(x, y, x + 18, y, LINE_INKS[at % 4], 1.4, DASHES[at % 4]))
        else:
            self._area(at, x + 4, y - 4, 14, 8)

    def _area(self, at: int, x: float, y: float, width: float, height: float) -> None:
        fill = FILLS[at % 4]
        if height < 0:
            y, height = y + height, -height
        frame = fill if at % 4 < 2 else INK
        look: dict[str, Any] = {"fillColor": fill, "strokeColor": frame, "strokeWidth": HAIR}
        self.drawing.add(Rect(x, y, width, height, **look))

    def _ticks(self) -> Iterator[float]:
        for number in range(round((self.high - self.low) / self.step) + 1):
            yield self.low + number * self.step

    def _upright(self, top: float) -> None:
        """Columns or lines over labels."""
        left = max(self.lettering.width(told(tick), TYPE) for tick in self._ticks()) + 6
        slot = (WIDTH - left) / max(1, len(self.chart.labels))
        labels = [set_in_box(label, slot - 2, 3 * TYPE, self.lettering, TYPE, SMALL) for label in self.chart.labels]
        bottom = 6 + max((label.height for label in labels), default=0.0)

        def height(value: float) -> float:
            return bottom + (value - self.low) / (self.high - self.low) * (top - 14 - bottom)

        for tick in self._ticks():
            ink = INK if abs(tick) < self.step / 1e6 else GRID
            self.drawing.add(_line(left, height(tick), WIDTH, height(tick), ink, HAIR))
            self.words(left - 6, height(tick) - TYPE * 0.35, told(tick), TYPE, "end")
        for at, label in enumerate(labels):
            self._under(label, left + (at + 0.5) * slot, bottom - 4)
        middles = [left + (at + 0.5) * slot for at in range(len(labels))]
        if self.chart.kind == "lines":
            self._lines(middles, height)
        else:
            self._columns(middles, slot, height)

    def _under(self, label: Setting, middle: float, top: float) -> None:
        for number, line in enumerate(label.lines):
            self.words(middle, top - (number + 0.85) * label.size * 1.25, line, label.size, "middle")

    def _columns(self, middles: list[float], slot: float, height: Callable[[float], float]) -> None:
        count = len(self.rows)
        width = min(30.0, slot * 0.72 / count)
        for at, row in enumerate(self.rows):
            for middle, value in zip(middles, row, strict=False):
                if value is not None:
                    x = middle + (at - count / 2) * width
                    self._area(at, x, height(0), width, height(value) - height(0))
                    self._over(x + width / 2, height(value), value, width if count > 1 else slot)

    def _lines(self, middles: list[float], height: Callable[[float], float]) -> None:
        for at, row in enumerate(self.rows):
            points = [(x, height(v), v) for x, v in zip(middles, row, strict=False) if v is not None]
            flat = [place for x, y, _ in points for place in (x, y)]
            ink = LINE_INKS[at % 4]
            if len(points) > 1:
                look: dict[str, Any] = {"strokeColor": ink, "strokeWidth": 1.4, "strokeDashArray": DASHES[at % 4]}
                self.drawing.add(PolyLine(flat, **look))
            for x, y, value in points:
                self.drawing.add(Circle(x, y, 2.2, fillColor=white if at % 2 else ink, strokeColor=ink))
                if len(self.rows) == 1:
                    self._over(x, y + 2, value, 60)

    def _over(self, middle: float, y: float, value: float, room: float) -> None:
        """The value over its point where it has room."""
        size = next((s for s in (9.0, 8.0, SMALL) if self.lettering.width(told(value), s) <= room), None)
        if size is not None:
            self.words(middle, y + 2 if value >= 0 else y - size, told(value), size, "middle")

    def _bars(self, top: float) -> None:
        """Bars that lie, their labels at the left and their values at their ends."""
        widest = max((self.lettering.width(clean(label), TYPE) for label in self.chart.labels), default=0.0)
        left = min(widest + 8, WIDTH * 0.38)
        room = WIDTH - left - max(self.lettering.width(told(v), 9) for v in (self.low, self.high)) - 24
        slot = (top - 4) / max(1, len(self.chart.labels))
        thick = min(13.0, slot * 0.78 / len(self.rows))
        zero = left - min(0.0, self.low) / (self.high - self.low) * room
        for at, label in enumerate(self.chart.labels):
            middle = top - (at + 0.5) * slot
            setting = set_in_box(label, left - 8, slot, self.lettering, min(TYPE, slot * 0.8), SMALL)
            self._beside(setting, left - 6, middle)
            for number, row in enumerate(self.rows):
                value = row[at] if at < len(row) else None
                if value is not None:
                    y = middle + (len(self.rows) / 2 - number - 1) * thick
                    length = value / (self.high - self.low) * room
                    self._area(number, min(zero, zero + length), y, abs(length), thick)
                    self.words(zero + max(0.0, length) + 4, y + thick / 2 - 3, told(value), min(9.0, thick))
        self.drawing.add(_line(zero, 2, zero, top, INK, HAIR))

    def _beside(self, setting: Setting, right: float, middle: float) -> None:
        for number, line in enumerate(setting.lines):
            base = middle + setting.height / 2 - (number + 0.85) * setting.size * 1.25 + setting.size * 0.1
            self.words(right, base, line, setting.size, "end")


def _line(x1: float, y1: float, x2: float, y2: float, ink: Color, thick: float, dash: Any = None) -> Line:
    return Line(x1, y1, x2, y2, strokeColor=ink, strokeWidth=thick, strokeDashArray=dash)


def scale_of(least: float, most: float) -> tuple[float, float, float]:
    """(lower end, upper end, step) of an axis that holds zero, its steps 1, 2 or 5 of a power of ten."""
    least, most = min(0.0, least), max(0.0, most)
    span = most - least or 1.0
    power = 10.0 ** floor(log10(span / 4))
    step = next(power * each for each in (1, 2, 5, 10) if span / (power * each) <= 5)
    low, high = floor(least / step) * step, ceil(most / step) * step
    return low, high if high > low else step, step


def told(value: float) -> str:
    """A value as a chart writes it: at most two decimals, no zeros behind them."""
    words = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if words == "-0" else words
