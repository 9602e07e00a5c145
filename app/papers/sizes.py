"""Sizes of type by the names that offices use."""

from __future__ import annotations

SIZE_NAMES = {
    42.0: "初号",
    36.0: "小初",
    26.0: "一号",
    24.0: "小一号",
    22.0: "二号",
    18.0: "小二号",
    16.0: "三号",
    15.0: "小三号",
    14.0: "四号",
    12.0: "小四号",
    10.5: "五号",
    9.0: "小五号",
}


def size_name(points: float) -> str:
    """三号（16磅), or only the points where the size has no name."""
    name = SIZE_NAMES.get(points)
    return f"{name}（{points:g}磅）" if name else f"{points:g}磅"
