"""公文体检 and 一键排版 of any Word file; the figures of our own files are counted again against the records."""

from __future__ import annotations

from pathlib import Path

from app.papers.lint import lint
from app.papers.reading import read_figures
from app.papers.remarks import Remark
from app.papers.tidying import NotWritten, plan, tidy
from app.services.desk import Desk

__all__ = ["NotWritten", "against_records", "carries_figures", "examined", "plan", "tidied_name", "tidy"]

TRACED = "总结数字可溯源"


def examined(path: Path, desk: Desk | None = None, most: int | None = None) -> list[Remark]:
    """What is not as the format wants it, and where a desk is given, numbers that the records no longer give."""
    return lint(path, most) + (against_records(desk, path) if desk is not None else [])


def carries_figures(path: Path) -> bool:
    """Whether the file was exported from here, with numbers that can be counted again."""
    return bool(read_figures(path))


def against_records(desk: Desk, path: Path) -> list[Remark]:
    """A remark for each number of an exported file that the records now give otherwise, or not at all."""
    from app.reports.summaries.numbers import figure_of, renewed

    found: list[Remark] = []
    with desk.store.read() as connection:
        for number, (tag, words) in enumerate(read_figures(path), start=1):
            figure = figure_of(tag)
            now = renewed(connection, figure, today=desk.today()) if figure is not None else None
            if figure is None or (now is not None and now.words == words):
                continue
            place = f"第{number}个数字"
            if now is None:
                found.append(
                    Remark(place, TRACED, f"文中「{figure.label}」写作{words}，现在已不能由台账得出，请核对。")
                )
            else:
                found.append(Remark(place, TRACED, f"文中「{figure.label}」写作{words}，现为{now.words}，请核对。"))
    return found


def tidied_name(path: Path) -> str:
    """The usual name of a corrected copy."""
    return f"{path.stem}（排版）.docx"
