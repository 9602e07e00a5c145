"""A document kept as plain JSON comes back the same."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.reports.document import (
    Annex,
    Chart,
    Column,
    Document,
    Figure,
    Heading,
    Listed,
    PageBreak,
    Paragraph,
    Table,
)
from app.reports.saved import Unreadable, from_plain, to_plain

words = st.text(max_size=12)
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
pairs = st.lists(st.tuples(words, words), max_size=2).map(tuple)
values = st.one_of(st.none(), st.integers(0, 10**12), st.decimals(0, 10**9, places=2), days)
figures = st.builds(Figure, words, words, days, days, pairs, values, words, words, st.integers(0, 99), pairs)
texts = st.lists(st.one_of(words, figures), max_size=4).map(tuple)
blocks = st.one_of(
    st.builds(Heading, st.integers(1, 4), texts, words),
    st.builds(Paragraph, texts, st.sampled_from(["body", "salutation", "note"]), words),
    st.builds(Listed, words, texts),
    st.builds(Annex, words),
    st.just(PageBreak()),
    st.just(Table((Column("甲", 2.5),), ((("一",),),), "表")),
    figures.map(lambda figure: Chart("图", ("1月",), (("本年", (figure,)),), "次")),
)


@given(st.lists(words, max_size=2).map(tuple), st.lists(blocks, max_size=5).map(tuple), words, st.none() | days)
def test_nothing_is_lost(title: tuple[str, ...], body: tuple[object, ...], signature: str, signed: date | None) -> None:
    document = Document(title, body, signature, signed, (("style", "annual"),))  # type: ignore[arg-type]
    back = from_plain(json.loads(json.dumps(to_plain(document))))
    assert back == document
    assert [getattr(block, "origin", "") for block in back.blocks] == [
        getattr(b, "origin", "") for b in document.blocks
    ]


@pytest.mark.parametrize("damaged", [None, {}, {"is": "Nothing"}, {"is": "day", "value": "x"}, {"is": "Figure"}, [1]])
def test_what_is_damaged_is_a_sentence(damaged: object) -> None:
    with pytest.raises(Unreadable, match=r"^保存的.*。$"):
        from_plain(damaged)
