"""An official Word file as LibreOffice lays it out has its head and imprint where our PDF has them."""

import subprocess
from pathlib import Path

import pypdfium2
import pytest

from app.reports.document import Document
from app.reports.render.pdf_document import ending_of, write_pdf
from app.reports.render.word import write_word
from tests.reports.render.official_cases import LETTER, MINUTES, SHORT, paper

THERE = next(paper(count) for count in range(2, 12) if ending_of(paper(count)).place == "here")
CASES = {"short": SHORT, "letter": LETTER, "minutes": MINUTES, "there": THERE}
WORDS = {"short": "抄送", "letter": "抄送", "minutes": "青石镇党政办公室", "there": "抄送"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every case as a Word file turned into PDF, and as our own PDF under ``ours``."""
    place = tmp_path_factory.mktemp("official")
    (place / "ours").mkdir()
    for name, document in CASES.items():
        write_word(document, place / f"{name}.docx")
        write_pdf(document, place / "ours" / f"{name}.pdf")
    profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
    files = [str(place / f"{name}.docx") for name in CASES]
    convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(place), *files]
    subprocess.run(convert, check=True, capture_output=True, timeout=180)
    return place


def places(path: Path, words: str) -> tuple[int, int, float]:
    """Number of pages, the last page on which the words stand, and how far from its top, in points."""
    document = pypdfium2.PdfDocument(path)
    for number in reversed(range(len(document))):
        text = document[number].get_textpage()
        found = text.search(words).get_next()
        if found:
            return len(document), number, document[number].get_height() - text.get_charbox(found[0])[3]
    raise AssertionError(words)


@pytest.mark.parametrize("name", CASES)
def test_the_imprint_stands_on_the_same_page_at_the_same_height(folder: Path, name: str) -> None:
    words = WORDS[name]
    pages, page, top = places(folder / f"{name}.pdf", words)
    assert (pages, page) == places(folder / "ours" / f"{name}.pdf", words)[:2]
    assert top == pytest.approx(places(folder / "ours" / f"{name}.pdf", words)[2], abs=6)


@pytest.mark.parametrize("document", [SHORT, LETTER])
def test_the_number_stands_at_the_same_height(folder: Path, document: Document) -> None:
    assert document.head is not None
    name = next(name for name, case in CASES.items() if case is document)
    top = places(folder / f"{name}.pdf", document.head.number[:3])[2]
    assert top == pytest.approx(places(folder / "ours" / f"{name}.pdf", document.head.number[:3])[2], abs=4)
