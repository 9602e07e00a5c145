"""Every style of summaries on an empty year, a thin one, the demo's and one of huge values: whole sentences, traced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest

from app.models import BY_KEY
from app.papers.package import open_package, w
from app.papers.reading import read_figures
from app.reports.document import Annex, Document, Figure, Heading, Paragraph, plain
from app.reports.summaries import STYLES
from app.reports.summaries.numbers import figure_of, renewed
from app.services import records
from app.services.desk import Desk, open_desk
from app.services.summaries import Draft, draft, write
from tests.conftest import opened

YEAR = 2025
KEYS = [style.key for style in STYLES]
DATES = re.compile(r"\d{4}(?:[-—]\d{4})?年(?:\d+月)?(?:\d+日)?|\d+月(?:\d+日)?")
WRONG = re.compile(r"[，、；：]{2,}|。。|，。|、。|；。|【|None|[\ue000-\uf8ff]|\{\{|\[\[|（）|《》|“”")


@pytest.fixture(scope="module")
def township(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The invented township of two years."""
    folder = tmp_path_factory.mktemp("summaries") / "data"
    next(opened(demo_folder, folder)).close()
    made = open_desk(folder, "文书")
    yield made
    made.close()


def gift(desk: Desk, money: str, people: int) -> None:
    register = BY_KEY["donation"]
    values = {"date": date(YEAR, 3, 1), "purpose": "帮扶", "kind": "公益", "recipient": "某户", "money": Decimal(money)}
    whole = records.blank(desk, register) | values | {"donors": people, "expected": people}
    records.save(desk, register, whole)


def assert_whole(document: Document) -> None:
    """Title, headings with something under them, sentences that end, nothing hollow."""
    body = document.before_annexes()
    assert "".join(document.title)
    for block, below in pairwise((*body, None)):
        if isinstance(block, Heading):
            assert below is not None, plain(block.text)
            assert not (isinstance(below, Heading) and below.level <= block.level), plain(block.text)
        if isinstance(block, (Heading, Paragraph)):
            assert not WRONG.search(plain(block.text)), plain(block.text)
        if isinstance(block, Paragraph) and block.role == "body":
            assert plain(block.text)[-1] in "。！：”）", plain(block.text)


def loose_numbers(made: Draft) -> list[str]:
    """Numbers of the text that are no figure, no date, and not of the records' own words."""
    found = []
    for block in made.document.before_annexes():
        if isinstance(block, (Heading, Paragraph)):
            words = "".join(piece if isinstance(piece, str) else "□" for piece in block.text)
            for told in sorted(made.material, key=len, reverse=True):
                words = words.replace(told, "") if len(told) > 3 else words
            told_numbers = {each for each in made.material if each.replace(".", "").isdecimal()}
            found += [one for one in re.findall(r"\d[\d,.]*", DATES.sub("", words)) if one not in told_numbers]
    return found


@pytest.mark.parametrize("key", KEYS)
def test_an_empty_year_is_well_formed_and_claims_nothing(desk: Desk, key: str) -> None:
    made = draft(desk, key, YEAR)
    assert_whole(made.document)
    assert not [figure for figure in made.document.figures() if not figure.key.startswith(("check.", "report."))]
    text = "".join(plain(b.text) for b in made.document.blocks if isinstance(b, Paragraph))
    assert not re.search(r"无一人|未发生|全部办结|100%|均已", text)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(("money", "people"), [("0.01", 1), ("1", 1), ("999999999999.99", 9_999_999)])
def test_a_thin_year_of_the_least_and_of_huge_values_is_well_formed(
    desk: Desk, key: str, money: str, people: int
) -> None:
    gift(desk, money, people)
    made = draft(desk, key, YEAR)
    assert_whole(made.document)
    assert loose_numbers(made) == []


@pytest.mark.parametrize("key", KEYS)
def test_a_full_year_is_a_text_of_some_thousand_characters(township: Desk, key: str) -> None:
    made = draft(township, key, YEAR)
    assert_whole(made.document)
    assert loose_numbers(made) == []
    assert 1_800 <= made.characters <= 3_000
    assert [remark.text for remark in made.remarks] == []


def words_of(path: Path) -> str:
    """The text of a Word file without white space."""
    root = open_package(path).document
    return re.sub(r"\s", "", "".join(node.text or "" for node in root.iter(w("t"))))


@pytest.mark.parametrize("key", KEYS)
def test_every_figure_of_the_file_is_found_again_and_both_files_say_the_same(
    township: Desk, key: str, tmp_path: Path
) -> None:
    out, pdf, sources = tmp_path / "甲.docx", tmp_path / "甲.pdf", tmp_path / "来源.docx"
    made = write(township, key, YEAR, out, pdf, sources)
    with township.store.read() as connection:
        for tag, words in read_figures(out):
            origin = figure_of(tag)
            assert origin is not None, tag
            again = renewed(connection, origin, today=township.today())
            assert again is not None, tag
            assert again.words == words, tag
    written = [figure.words for figure in made.document.figures() if isinstance(figure, Figure)]
    assert [words for _, words in read_figures(out)] == written
    document = pypdfium2.PdfDocument(pdf)
    printed = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    for block in made.document.before_annexes():
        if isinstance(block, Heading):
            assert plain(block.text) in re.sub(r"\s", "", printed)
    told = words_of(sources)
    assert all(figure.label in told for figure in made.document.figures())


@pytest.mark.parametrize("key", KEYS)
def test_the_same_text_gives_the_same_file(township: Desk, key: str, tmp_path: Path) -> None:
    for name in ("甲.docx", "乙.docx"):
        write(township, key, YEAR, tmp_path / name)
    assert (tmp_path / "甲.docx").read_bytes() == (tmp_path / "乙.docx").read_bytes()


def test_the_table_of_clauses_holds_every_rule_once(township: Desk) -> None:
    from app.rules import RULES

    made = draft(township, "rules", YEAR)
    (table,) = (block for block in made.document.blocks if hasattr(block, "rows"))
    assert any(isinstance(block, Annex) for block in made.document.blocks)
    told = [plain(row[1]) for row in table.rows]
    on = [rule.text for rule in RULES.values() if rule.clause.startswith("实施细则") and rule.default_on]
    assert sorted(told) == sorted(words.replace("(", "（").replace(")", "）") for words in on)
    counted = {figure.key: figure.value for figure in made.document.figures() if figure.key.startswith("check.")}
    ends = [plain(row[4]) for row in table.rows]
    assert counted["check.all"] == len(ends)
    assert counted["check.broken"] == ends.count("不符合")
    assert counted["check.met"] == ends.count("符合")


def test_templates_name_nothing_of_the_invented_township() -> None:
    names = re.compile("云禾|澄川|柑橘|综合目标考核")
    for style in STYLES:
        assert not names.search(style.path.read_text(encoding="utf-8")), style.key


def test_templates_are_written_in_full_width_punctuation() -> None:
    for style in STYLES:
        text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", style.path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert not re.search(r"[一-鿿][,;:?!()]", text), style.key
