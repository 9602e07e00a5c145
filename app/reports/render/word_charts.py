"""The charts of a Word file: the same drawing that the PDF takes, as a picture."""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO

from app.papers.package import Element
from app.reports.document import Chart
from app.reports.render.word_runs import clean
from app.reports.render.word_shapes import add_picture

DOTS = 220
"""To the inch."""


@dataclass
class ChartPictures:
    """The pictures of one file in their order."""

    written: list[bytes] = field(default_factory=list)
    """Each as PNG."""

    def takes(self, chart: Chart) -> bool:
        """Whether the chart has anything to show."""
        from app.reports.render.charts import can_be_drawn

        return can_be_drawn(chart)

    def add(self, paragraph: Element, chart: Chart) -> None:
        """The picture of a chart in its paragraph; raises NoGlyph."""
        png, width, height = picture_of(chart)
        self.written.append(png)
        number = len(self.written)
        add_picture(paragraph, 100 + number, clean(chart.title) or "图", relation_of(number), width, height)


def relation_of(number: int) -> str:
    """The name by which the text refers to its picture, counted from 1."""
    return f"rIdChart{number}"


def picture_of(chart: Chart) -> tuple[bytes, float, float]:
    """The chart as PNG, and its width and height in points."""
    from reportlab.graphics import renderPDF
    from reportlab.pdfgen.canvas import Canvas

    from app.reports.render.charts import draw_chart
    from app.reports.render.fonts import pc_fonts
    from app.reports.render.pictures import pages

    drawing = draw_chart(chart, pc_fonts())
    file = BytesIO()
    canvas = Canvas(file, pagesize=(drawing.width, drawing.height))
    renderPDF.draw(drawing, canvas, 0, 0)
    canvas.save()
    (png,) = pages(file.getvalue(), DOTS / 72)
    return png, drawing.width, drawing.height
