"""The day of the lunar month (农历), for market days that go by it.

A lunar month begins on the Beijing day of the new moon, so the day follows from the new moon before it alone. The new
moon is worked out by the series of J. Meeus, Astronomical Algorithms, chapter 49, to within a minute.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from math import floor, radians, sin

BEIJING = 8 / 24
CLOCK_AHEAD = 70 / 86400
"""Dynamical time is ahead of the clock by about seventy seconds in this century, in days."""
JULIAN_OF_ORDINAL = 1721424.5
"""Julian day of the midnight before ordinal day 0."""
MONTH = 29.530588861
FIRST = 2451550.09766
"""Julian day of the mean new moon of January 2000."""

TERMS = (
    *((-0.40720, 0, 0, 1, 0), (0.17241, 1, 1, 0, 0), (0.01608, 0, 0, 2, 0), (0.01039, 0, 0, 0, 2)),
    *((0.00739, 1, -1, 1, 0), (-0.00514, 1, 1, 1, 0), (0.00208, 2, 2, 0, 0), (-0.00111, 0, 0, 1, -2)),
    *((-0.00057, 0, 0, 1, 2), (0.00056, 1, 1, 2, 0), (-0.00042, 0, 0, 3, 0), (0.00042, 1, 1, 0, 2)),
    *((0.00038, 1, 1, 0, -2), (-0.00024, 1, -1, 2, 0), (-0.00007, 0, 2, 1, 0), (0.00004, 0, 0, 2, -2)),
    *((0.00004, 0, 3, 0, 0), (0.00003, 0, 1, 1, -2), (0.00003, 0, 0, 2, 2), (-0.00003, 0, 1, 1, 2)),
    *((0.00003, 0, -1, 1, 2), (-0.00002, 0, -1, 1, -2), (-0.00002, 0, 1, 3, 0), (0.00002, 0, 0, 4, 0)),
)
"""Days; power of the orbit's flattening; multiples of the sun's and the moon's anomaly and of the moon's argument."""
PLANETS = (
    *((299.77, 0.107408, 325), (251.88, 0.016321, 165), (251.83, 26.651886, 164), (349.42, 36.412478, 126)),
    *((84.66, 18.206239, 110), (141.74, 53.303771, 62), (207.14, 2.453732, 60), (154.84, 7.306860, 56)),
    *((34.52, 27.261239, 47), (207.19, 0.121824, 42), (291.34, 1.844379, 40), (161.72, 24.198154, 37)),
    *((239.56, 25.513099, 35), (331.55, 3.592518, 23)),
)
"""Degrees at the first new moon, degrees a month, millionths of a day."""


@cache
def new_moon(number: int) -> int:
    """The ordinal of the Beijing day on which a new moon falls; number 0 is that of January 2000."""
    turn = number / 1236.85
    flattening = 1 - 0.002516 * turn - 0.0000074 * turn**2
    sun = 2.5534 + 29.10535670 * number - 0.0000014 * turn**2
    moon = 201.5643 + 385.81693528 * number + 0.0107582 * turn**2 + 0.00001238 * turn**3
    argument = 160.7108 + 390.67050284 * number - 0.0016118 * turn**2 - 0.00000227 * turn**3
    node = 124.7746 - 1.56375588 * number + 0.0020672 * turn**2
    day = FIRST + MONTH * number + 0.00015437 * turn**2 - 0.00000015 * turn**3
    day -= 0.00017 * sin(radians(node))
    for days, power, suns, moons, arguments in TERMS:
        day += days * flattening**power * sin(radians(suns * sun + moons * moon + arguments * argument))
    day += sum(millionths * sin(radians(start + step * number)) for start, step, millionths in PLANETS) / 1e6
    return floor(day - CLOCK_AHEAD + BEIJING - JULIAN_OF_ORDINAL)


def lunar_day(day: date) -> int:
    """The day of the lunar month, from 1 to 30."""
    ordinal = day.toordinal()
    number = round((ordinal + JULIAN_OF_ORDINAL - FIRST) / MONTH) + 1
    while new_moon(number) > ordinal:
        number -= 1
    return ordinal - new_moon(number) + 1
