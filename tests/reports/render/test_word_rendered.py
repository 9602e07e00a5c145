"""The Word page as LibreOffice lays it out: 22 lines of 28 characters. Needs libreoffice-writer and poppler-utils."""

import re
import subprocess
from collections import Counter
from datetime import date

import pytest

from app.reports.document import Column, Document, Figure, Heading, PageBreak, Paragraph, Table
from app.reports.render.word import write_word

WORDS = (
    "全镇上下认真落实各项决策部署，坚持以人民为中心的发展思想，扎实推进作风建设，切实减轻基层负担，干部群众焕然一新。"
)
VISITS = Figure("18次", "visits.days", date(2026, 1, 1), date(2026, 12, 31), label="接访天数")


def document() -> Document:
    part = (Heading(1, ("强化责任",)), Heading(2, ("领导带头",)), Paragraph(("全年接访", VISITS, "。", WORDS * 6)))
    rows = tuple(((str(n),), (f"第{n}次党政联席会议，研究部署乡村振兴与基层治理工作",)) for n in range(1, 30))
    table = Table((Column("序号", 0.5), Column("会议", 2)), rows, "附表1　会议情况")
    return Document(
        ("青石镇党政综合办公室2026年度政风行风建设工作总结",),
        (*part * 4, PageBreak(), table),
        "青石镇",
        date(2026, 12, 5),
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """Lines of text of each page, page numbers last."""
    folder = tmp_path_factory.mktemp("rendered")
    write_word(document(), folder / "page.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(folder / "page.docx"),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    text = ["pdftotext", "-layout", str(folder / "page.pdf"), "-"]
    done = subprocess.run(text, check=True, capture_output=True, text=True, timeout=60)
    return [[line for line in page.splitlines() if line.strip()] for page in done.stdout.split("\f") if page.strip()]


def test_a_full_page_has_22_lines(pages: list[list[str]]):
    lengths = [len(page) - 1 for page in pages]
    assert max(lengths) == 22
    assert lengths[1] == 22


def test_a_full_line_has_28_characters(pages: list[list[str]]):
    lines = [line.strip() for page in pages for line in page]
    lengths = Counter(len(line) for line in lines if re.fullmatch("[一-鿿，。]+", line))
    assert max(lengths) == 28
    assert lengths[28] > 10


def test_no_line_begins_with_a_closing_sign_unless_words_came_with_it(pages: list[list[str]]):
    starts = [line.strip()[0] for page in pages for line in page]
    assert not {"，", "。", "、", "”"} & set(starts)


def test_nothing_is_lost_on_the_way(pages: list[list[str]]):
    shown = "".join("".join("".join(line.split()) for line in page[:-1]) for page in pages)
    assert shown.count("".join(("全年接访18次。", WORDS))) == 4


def test_title_is_broken_by_sense(pages: list[list[str]]):
    assert ["".join(line.split()) for line in pages[0][:2]] == ["青石镇党政综合办公室", "2026年度政风行风建设工作总结"]


def test_page_numbers_stand_outside_and_heads_are_repeated(pages: list[list[str]]):
    numbers = [page[-1] for page in pages]
    assert ["".join(number.split()) for number in numbers] == [f"—{at}—" for at in range(1, len(pages) + 1)]
    assert len(numbers[0]) - len(numbers[0].lstrip()) > len(numbers[1]) - len(numbers[1].lstrip())
    heads = [page for page in pages if any(line.split() == ["序号", "会议"] for line in page)]
    assert len(heads) >= 2
