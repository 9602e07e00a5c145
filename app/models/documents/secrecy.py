"""The secrecy gate : a secret paper leaves here only a pointer to the paper book (保守国家秘密法 第31条)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.models.register import Misfit, Values

SECRET = ("秘密", "机密", "绝密")
"""内部 is not secret."""
MARKS = ("绝密★", "机密★", "秘密★")
"""Marks on a paper whose text may not be stored here."""
TITLE = "涉密件"


def secret_misfits(values: Values, forbidden: Sequence[str]) -> Iterator[Misfit]:
    """What a secret record holds that it may not, and the page of the paper book where it lacks it."""
    sentence = "涉密件不得在本机登记内容，请清空此项，只填密级、日期和纸质登记簿页号。"
    if values.get("title") != TITLE:
        yield "title", "涉密件的标题一律登记为「涉密件」。"
    if not values.get("paper_book"):
        yield "paper_book", "涉密件请填写纸质登记簿页号。"
    for key in forbidden:
        if values.get(key):
            yield key, sentence


def marked(text: str) -> str | None:
    """The secrecy mark that a text holds, if any."""
    bare = text.replace(" ", "").replace("\u3000", "")
    return next((mark for mark in MARKS if mark in bare), None)
