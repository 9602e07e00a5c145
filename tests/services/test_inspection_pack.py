"""一键迎检包: contents with pages, registers, forms and attachments in one file; nothing hidden stands in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from app.models import BY_KEY
from app.reports.forms import FORMS
from app.reports.render.joining import join, picture_page
from app.reports.render.pictures import NotAPdf
from app.services import attachments
from app.services.desk import Desk
from app.services.exporting import Stopped
from app.services.inspection_pack import TOPICS, Asked, NothingToShow, write_pack
from tests.conftest import opened
from tests.printed_pages import texts_of
from tests.services.linked_office import add

YEAR = {"start": date(2026, 1, 1), "end": date(2026, 12, 31)}


@pytest.fixture
def desk(linked_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from opened(linked_folder, tmp_path / "data")


@pytest.fixture(scope="module")
def demo(demo_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    yield from opened(demo_folder, tmp_path_factory.mktemp("pack") / "data")


def reception(desk: Desk, day: date = date(2026, 3, 7)) -> int:
    guests = {"guest_unit": "县水利局", "purpose": "防汛检查", "guests_count": 5, "companions": 2}
    return add(desk, "reception", date=day, meal_cost=Decimal(280), meals=1, meal_place="单位食堂", **guests)


def test_topics_name_what_there_is() -> None:
    forms = {form.key: form.register for form in FORMS}
    for topic in TOPICS:
        assert all(key in BY_KEY for key in topic.registers)
        assert all(forms[form] in topic.registers for form in topic.forms), topic.key
    assert len({topic.key for topic in TOPICS}) == len({topic.label for topic in TOPICS}) == len(TOPICS)


def test_a_pack_holds_contents_book_forms_and_files(desk: Desk, tmp_path: Path) -> None:
    record = reception(desk)
    files = {"公函.pdf": tmp_path / "公函.pdf", "合影.png": tmp_path / "合影.png", "说明.docx": tmp_path / "说明.docx"}
    picture_page(scribble(tmp_path / "x.png"), files["公函.pdf"], "来访公函")
    scribble(files["合影.png"])
    from docx import Document

    Document().save(str(files["说明.docx"]))
    for path in files.values():
        attachments.add(desk, BY_KEY["reception"], record, path)
    out = tmp_path / "包.pdf"
    pages = write_pack(desk, Asked("reception", **YEAR), out)
    texts = texts_of(out)
    assert len(texts) == pages == 6
    for number, text in enumerate(texts, 1):
        assert f"迎检材料第{number}页共6页" in text
    assert "公务接待迎检材料目录" in texts[0]
    for line in ("公务接待登记簿1条2", "公务接待审批单1份3", "公务接待清单1份4", "附件：公函.pdf公务接待5"):
        assert line in texts[0]
    assert "附件：合影.png公务接待6" in texts[0]
    assert "附件：说明.docx（公务接待）另附" in texts[0]
    assert "来访公函" in texts[4]
    assert "合影.png" in texts[5]


def scribble(path: Path) -> Path:
    """A picture with something on it."""
    image = Image.new("RGB", (300, 500), "white")
    image.paste((200, 30, 30), (50, 50, 120, 400))
    image.save(path)
    return path


def test_forms_and_files_are_left_out_where_not_wanted(desk: Desk, tmp_path: Path) -> None:
    reception(desk)
    out = tmp_path / "包.pdf"
    assert write_pack(desk, Asked("reception", **YEAR, with_forms=False, with_files=False), out) == 2
    assert "审批单" not in texts_of(out)[0]


def test_a_topic_without_records_says_so(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "包.pdf"
    with pytest.raises(NothingToShow, match="2026年「公务接待」没有登记"):
        write_pack(desk, Asked("reception", **YEAR), out)
    reception(desk)
    with pytest.raises(Stopped):
        write_pack(desk, Asked("reception", **YEAR), out, cancelled=lambda: True)
    assert not out.exists()


def test_hidden_names_stay_hidden(desk: Desk, tmp_path: Path) -> None:
    case = {"name": "柳暗花", "kind": "检举控告", "content": "某事", "topic": "其他", "channel": "来访"}
    add(desk, "petition", date=date(2026, 3, 7), **case)
    out = tmp_path / "包.pdf"
    write_pack(desk, Asked("petitions", **YEAR), out)
    assert "柳暗花" not in "".join(texts_of(out))


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.key)
def test_every_topic_is_packed_whole(demo: Desk, tmp_path: Path, topic: object) -> None:
    out, heard = tmp_path / "包.pdf", []
    asked = Asked(topic.key, date(2025, 1, 1), date(2025, 1, 31))
    pages = write_pack(demo, asked, out, progress=lambda done, whole: heard.append((done, whole)))
    with pypdfium2.PdfDocument(out) as pdf:
        assert len(pdf) == pages > 1
    assert [done for done, _ in heard] == list(range(1, len(heard) + 1))
    assert heard[-1][0] == heard[-1][1] - 1


def test_what_is_no_pdf_is_named_and_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    out = tmp_path / "包.pdf"
    out.write_bytes(b"mine")
    with pytest.raises(NotAPdf, match=r"“坏\.pdf”打不开"):
        join([tmp_path / "坏.pdf"], out)
    assert out.read_bytes() == b"mine"
    with pytest.raises(NotAPdf, match=r"图片“坏\.png”打不开"):
        picture_page(tmp_path / "坏.pdf", tmp_path / "页.pdf", "坏.png")
