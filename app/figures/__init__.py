"""Named figures (统计数字): which records, how measured, over which period; each leads back to its records."""

from app.figures.asking import Traced
from app.figures.catalogue import FIGURES
from app.figures.counting import count, count_all, texts, trace
from app.figures.days import days_in_village
from app.figures.figure import Counted, Figure
from app.figures.parameters import BadParameter
from app.figures.period import Period

__all__ = [
    "FIGURES",
    "BadParameter",
    "Counted",
    "Figure",
    "Period",
    "Traced",
    "count",
    "count_all",
    "days_in_village",
    "texts",
    "trace",
]
