"""Tables of a document as tables in Word."""

from datetime import date
from pathlib import Path

from app.papers.official import LANDSCAPE, PORTRAIT
from app.papers.package import Element, open_package, w
from app.papers.reading import read_figures
from app.reports.document import Column, Document, Figure, PageBreak, Paragraph, Table
from app.reports.render.word import write_word

MEETINGS = Table(
    (Column("序号", 0.5, "center"), Column("会议", 3), Column("人数"), Column("备注")),
    ((("1",), ("党政联席会",), ("1,234",), ()), (("2",), ("第2次\n周例会",), ("35",))),
)


def body_of(document: Document, tmp_path: Path) -> Element:
    write_word(document, tmp_path / "table.docx")
    return open_package(tmp_path / "table.docx").document.find(w("body"))


def rows_of(table: Element) -> list[list[str]]:
    return [
        ["\n".join("".join(p.itertext()) for p in cell.iter(w("p"))) for cell in row.iter(w("tc"))]
        for row in table.iter(w("tr"))
    ]


def test_cells_are_as_given_and_short_rows_are_filled(tmp_path: Path):
    table = body_of(Document((), (MEETINGS,)), tmp_path).find(w("tbl"))
    assert rows_of(table) == [
        ["序号", "会议", "人数", "备注"],
        ["1", "党政联席会", "1,234", ""],
        ["2", "第2次\n周例会", "35", ""],
    ]


def test_head_row_is_repeated_and_no_row_is_split(tmp_path: Path):
    rows = list(body_of(Document((), (MEETINGS,)), tmp_path).iter(w("tr")))
    assert [row.find(f".//{w('tblHeader')}") is not None for row in rows] == [True, False, False]
    assert all(row.find(f".//{w('cantSplit')}") is not None for row in rows)


def test_numbers_stand_at_the_right(tmp_path: Path):
    second = list(body_of(Document((), (MEETINGS,)), tmp_path).iter(w("tr")))[1]
    aligns = [
        node.get(w("val")) if (node := cell.find(f".//{w('jc')}")) is not None else "" for cell in second.iter(w("tc"))
    ]
    assert aligns == ["center", "", "right", ""]


def test_columns_share_the_whole_width(tmp_path: Path):
    table = body_of(Document((), (MEETINGS,)), tmp_path).find(w("tbl"))
    widths = [int(node.get(w("w"))) for node in table.iter(w("gridCol"))]
    assert sum(widths) == PORTRAIT.type_width
    assert widths[1] > 5 * widths[0]


def test_a_turned_sheet_is_wider(tmp_path: Path):
    body = body_of(Document((), (MEETINGS,), landscape=True), tmp_path)
    assert sum(int(node.get(w("w"))) for node in body.iter(w("gridCol"))) == LANDSCAPE.type_width
    assert body.find(f"{w('sectPr')}/{w('pgSz')}").get(w("orient")) == "landscape"


def test_tables_that_touch_stay_two_and_a_paragraph_ends_the_file(tmp_path: Path):
    body = body_of(Document((), (MEETINGS, MEETINGS)), tmp_path)
    assert [child.tag for child in body] == [w("tbl"), w("p"), w("tbl"), w("p"), w("sectPr")]


def test_a_page_break_before_a_table_holds(tmp_path: Path):
    body = body_of(Document((), (Paragraph(("文",)), PageBreak(), MEETINGS)), tmp_path)
    assert len(list(body.iter(w("pageBreakBefore")))) == 1


def test_page_breaks_without_text_make_no_empty_pages(tmp_path: Path):
    body = body_of(Document((), (PageBreak(), Paragraph(("文",)), PageBreak(), PageBreak())), tmp_path)
    assert not list(body.iter(w("pageBreakBefore")))


def test_figures_in_cells_are_found_again(tmp_path: Path):
    figure = Figure("7人", "meetings.people", date(2026, 1, 1), date(2026, 12, 31))
    body_of(Document((), (Table((Column("人数"),), (((figure,),),)),)), tmp_path)
    assert read_figures(tmp_path / "table.docx") == [(figure.tag, "7人")]


def test_a_table_without_columns_is_left_out(tmp_path: Path):
    assert not list(body_of(Document((), (Table((), ()),)), tmp_path).iter(w("tbl")))
