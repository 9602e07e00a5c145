"""How measurements are taken and told: medians of runs that take turns, as ratios to a peer in the same run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median


def medians(runs: Mapping[str, Callable[[], float]], times: int, warm: int = 1) -> dict[str, float]:
    """The median of each run's own measure; the runs take turns, so that a noisy moment meets all of them."""
    seen: dict[str, list[float]] = {name: [] for name in runs}
    for turn in range(warm + times):
        for name, run in runs.items():
            measure = run()
            if turn >= warm:
                seen[name].append(measure)
    return {name: median(values) for name, values in seen.items()}


def ratio_line(what: str, ours: float, peer: float, peer_name: str, at_most: float) -> str:
    """One line: ours in milliseconds, the peer's, how many times as long, and the goal; seconds come in."""
    ratio = ours / peer
    verdict = "达到" if ratio <= at_most else "未达到"
    return (
        f"{what}：{ours * 1000:.0f} 毫秒，{peer_name} {peer * 1000:.0f} 毫秒，"
        f"比值 {ratio:.2f}，目标 ≤ {at_most:g}，{verdict}"
    )


def limit_line(what: str, ours: float, at_most: float) -> str:
    """One line for a goal in milliseconds; seconds come in."""
    verdict = "达到" if ours <= at_most else "未达到"
    return f"{what}：{ours * 1000:.1f} 毫秒，目标 ≤ {at_most * 1000:g} 毫秒，{verdict}"
