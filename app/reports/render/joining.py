"""Several PDFs as one: pages in order, numbered through at the upper outer corner; pictures become pages of A4."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from app.reports.render.fonts import Fonts, pc_fonts
from app.reports.render.pdf_canvas import A4, MM, Paper
from app.reports.render.pdf_file import replace_with
from app.reports.render.pictures import ONE_AT_A_TIME, NotAPdf

PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp")
STAMP_TYPE = 9.0
MARGIN = 20 * MM
LARGEST_SIDE = 2400
"""Pixels of a picture's longer side that are kept: 300 dots to the inch on A4."""


def join(parts: Sequence[Path], out: Path, stamp: Callable[[int, int], str] | None = None) -> int:
    """Writes the pages of all parts into one file; the number of pages.

    ``stamp`` says what stands at the upper right corner of a page, counted from 1, of so many; without it nothing.
    Raises NotAPdf for a part that is none, OSError where the file cannot be written; then what was there stays.
    """
    import pypdfium2

    with ONE_AT_A_TIME, tempfile.TemporaryDirectory() as folder:
        whole = pypdfium2.PdfDocument.new()
        try:
            for part in parts:
                _append(whole, part)
            if stamp is not None:
                _stamp(whole, Path(folder) / "stamps.pdf", stamp)
            replace_with(out, whole.save)
            return len(whole)
        finally:
            whole.close()


def _append(whole: object, part: Path) -> None:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(part.read_bytes())
    except (pypdfium2.PdfiumError, OSError) as error:
        raise NotAPdf(f"文件“{part.name}”打不开，不是完好的PDF文件。") from error
    try:
        whole.import_pages(document)  # type: ignore[attr-defined]
    except pypdfium2.PdfiumError as error:
        raise NotAPdf(f"文件“{part.name}”的页面取不出来，可能加了密或已损坏。") from error
    finally:
        document.close()


def _stamp(whole: object, path: Path, stamp: Callable[[int, int], str]) -> None:
    """The words are set on sheets of their own, then laid over the pages."""
    import pypdfium2

    pages = list(whole)  # type: ignore[call-overload]
    sizes = [page.get_size() for page in pages]
    for size in dict.fromkeys(sizes):
        paper = Paper("", pc_fonts(), *size)
        mine = [number for number, each in enumerate(sizes, 1) if each == size]
        for number in mine:
            paper.right(size[0] - 12 * MM, 8 * MM, stamp(number, len(sizes)), "song", STAMP_TYPE)
            paper.end_page()
        paper.save(path)
        stamps = pypdfium2.PdfDocument(path.read_bytes())
        for at, number in enumerate(mine):
            laid = stamps.page_as_xobject(at, whole).as_pageobject()
            pages[number - 1].insert_obj(laid)
            pages[number - 1].gen_content()
        stamps.close()


def is_picture(name: str) -> bool:
    """Whether a file of that name can become a page."""
    return name.lower().endswith(PICTURES)


def picture_page(picture: Path, out: Path, title: str, fonts: Fonts | None = None) -> int:
    """A picture as one page of A4 with its name above it, no larger than the page; the number of pages.

    Raises NotAPdf where the file is no picture that can be read.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(picture) as opened:
            opened.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
            image = opened.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise NotAPdf(f"图片“{title}”打不开，可能已损坏。") from error
    paper = Paper(title, fonts or pc_fonts())
    paper.centred(A4[0] / 2, 16 * MM, title, "hei", 11)
    paper.picture(image, MARGIN, 22 * MM, A4[0] - 2 * MARGIN, A4[1] - 22 * MM - MARGIN)
    paper.end_page()
    paper.save(out)
    return paper.pages
