"""Year-end summaries: one readable template a style; figures become sentences, sentences a document."""

from app.reports.summaries.style import STYLES, Style, style_of

__all__ = ["STYLES", "Style", "style_of"]
