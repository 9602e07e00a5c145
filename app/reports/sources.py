"""数据来源表: for every number of a paper the sentence it stands in, how it was counted, and the records behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from app.reports.document import Chart, Column, Document, Figure, Heading, Paragraph, Table, Text, Value, plain

LONGEST_SENTENCE = 48
"""Characters of a sentence that are shown around its figure."""

_SENTENCE_END = re.compile(r"(?<=[。！？；\n])")
_HAN = re.compile("[\u4e00-\u9fff]{2}")
_MONEY_UNITS = ("元", "万元", "亿元")
_COLUMNS = (
    Column("序号", 1, "center"),
    Column("所在语句", 4.4),
    Column("数字名称", 3),
    Column("期间和条件", 2.6),
    Column("文中写法", 1.6, "right"),
    Column("精确值", 2, "right"),
    Column("记录数", 1.3, "right"),
)
_LIST_NUMBER = Column("清单号", 1.3, "center")
_LIST_COLUMNS = (
    Column("清单号", 1.3, "center"),
    Column("数字名称", 3),
    Column("期间和条件", 2.6),
    Column("记录数", 1.3, "right"),
    Column("所依据的记录", 8.4),
)


def sources_document(document: Document, records: Mapping[str, Sequence[str]] | None = None) -> Document:
    """One row for each use of a figure, in reading order; with records (tag → titles), the records of each row too."""
    uses = list(_uses(document))
    about = f"本表逐一列明文中{len(uses)}处数字的出处。" if uses else "文中没有取自台账的数字。"
    title = "".join(document.title)
    return Document(
        title=(f"《{title}》", "数据来源表") if title else ("数据来源表",),
        blocks=(Paragraph((about,)), *(_tables(uses, records) if uses else ())),
        properties=(*document.properties, ("part", "sources")),
        landscape=True,
    )


def _tables(uses: list[tuple[str, Figure]], records: Mapping[str, Sequence[str]] | None) -> Iterator[Table]:
    """The table of uses and, where records are given, one list of records for each different figure."""
    lists: dict[str, int] = {}
    for _, figure in uses:
        if records is not None and records.get(figure.tag):
            lists.setdefault(figure.tag, len(lists) + 1)
    rows = [_row(number, sentence, figure) for number, (sentence, figure) in enumerate(uses, start=1)]
    if not lists or records is None:
        yield Table(_COLUMNS, tuple(rows))
        return
    numbered = [(*row, (str(lists.get(figure.tag, "")),)) for row, (_, figure) in zip(rows, uses, strict=True)]
    yield Table((*_COLUMNS, _LIST_NUMBER), tuple(numbered))
    figures = {figure.tag: figure for _, figure in uses}
    yield Table(
        _LIST_COLUMNS,
        tuple(_list_row(number, figures[tag], records[tag]) for tag, number in lists.items()),
        "记录清单",
    )


def _uses(document: Document) -> Iterator[tuple[str, Figure]]:
    """(sentence, figure) for every figure of the text, the tables and the charts."""
    for block in document.blocks:
        if isinstance(block, (Heading, Paragraph)):
            yield from _uses_in_text(block.text)
        elif isinstance(block, Table):
            yield from _uses_in_table(block)
        elif isinstance(block, Chart):
            yield from _uses_in_chart(block)


def _uses_in_text(text: Text) -> Iterator[tuple[str, Figure]]:
    words, at = plain(text), 0
    for piece in text:
        length = len(piece if isinstance(piece, str) else piece.words)
        if isinstance(piece, Figure):
            yield sentence_around(words, at, at + length), piece
        at += length


def _uses_in_table(table: Table) -> Iterator[tuple[str, Figure]]:
    title = table.title or "表"
    for row in table.rows:
        subject = next((words for cell in row if _HAN.search(words := plain(cell))), "")
        for column, cell in zip(table.columns, row, strict=False):
            place = _shorten("·".join(part for part in (title, subject, column.label) if part))
            yield from ((place, piece) for piece in cell if isinstance(piece, Figure))


def _uses_in_chart(chart: Chart) -> Iterator[tuple[str, Figure]]:
    title = chart.title or "图"
    for name, points in chart.series:
        for label, point in zip(chart.labels, points, strict=False):
            if isinstance(point, Figure):
                yield _shorten("·".join(part for part in (title, name, label) if part)), point


def sentence_around(words: str, start: int, end: int) -> str:
    """The sentence that holds words[start:end], cut to LONGEST_SENTENCE characters around it, cuts marked by ……."""
    left, right = 0, len(words)
    for mark in _SENTENCE_END.finditer(words):
        if mark.start() <= start:
            left = mark.start()
        elif mark.start() >= end:
            right = mark.start()
            break
    room = max(LONGEST_SENTENCE - (end - start), 0)
    from_, to = left, right
    if right - left > LONGEST_SENTENCE:
        from_ = max(left, min(start - room // 2, right - LONGEST_SENTENCE))
        to = min(right, max(end, from_ + LONGEST_SENTENCE))
    cut = words[from_:to].strip()
    return ("……" if from_ > left else "") + cut + ("……" if to < right else "")


def _shorten(words: str) -> str:
    return words if len(words) <= LONGEST_SENTENCE else words[:LONGEST_SENTENCE] + "……"


def _row(number: int, sentence: str, figure: Figure) -> tuple[Text, ...]:
    cells = (
        str(number),
        sentence,
        _name(figure),
        _scope(figure),
        figure.words,
        exact(figure.value, figure.unit),
        str(figure.records),
    )
    return tuple((words,) for words in cells)


def _list_row(number: int, figure: Figure, titles: Sequence[str]) -> tuple[Text, ...]:
    cells = (str(number), _name(figure), _scope(figure), str(len(titles)), "、".join(titles))
    return tuple((words,) for words in cells)


def _name(figure: Figure) -> str:
    return f"{figure.label}\n{figure.key}" if figure.label else figure.key


def _scope(figure: Figure) -> str:
    return "\n".join([period(figure.start, figure.end), *(value for _, value in figure.by)])


def period(start: date, end: date) -> str:
    """A span of days as the office writes it, whole years as years: 2025年, 2023—2025年, 2025年1月1日—3月31日."""
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{start.year}年" if start.year == end.year else f"{start.year}—{end.year}年"
    if start == end:
        return _day(start)
    last = f"{end.month}月{end.day}日" if start.year == end.year else _day(end)
    return f"{_day(start)}—{last}"


def exact(value: Value, unit: str) -> str:
    """The exact value with its unit; money is in yuan whatever unit the sentence uses; — where there is none."""
    if value is None:
        return "—"
    if isinstance(value, date):
        return _day(value)
    if isinstance(value, Decimal):
        digits = f"{value.quantize(Decimal('0.01')):,}" if unit in _MONEY_UNITS else f"{value.normalize():,f}"
        return digits + ("元" if unit in _MONEY_UNITS else unit)
    return f"{value:,}{'元' if unit in _MONEY_UNITS else unit}"


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
