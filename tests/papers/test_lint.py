"""公文体检 of the sheet and the type, and of files by other makers."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from app.papers.lint import Remark, lint
from app.reports.document import Document, Heading, Paragraph

DATA = Path(__file__).parents[1] / "data" / "papers"
Texts = Callable[..., list[str]]


def test_our_own_paper_has_no_remark(own: Callable[[Document], Path]):
    blocks = (Heading(1, ("情况",)), Heading(2, ("领导带头",)), Paragraph(("认真落实“开门办公”——简化手续。" * 5,)))
    assert lint(own(Document(("青石镇党政办公室工作总结",), blocks, "青石镇"))) == []


def test_our_own_paper_saved_by_libreoffice_has_no_remark():
    assert lint(DATA / "resaved_by_libreoffice.docx") == []


def test_the_default_of_another_maker_is_told_item_by_item(tmp_path: Path):
    paper = docx.Document()
    paper.add_heading("工作总结", 0)
    paper.add_heading("一、成绩", 1)
    paper.add_paragraph("全镇上下认真落实各项决策部署，切实减轻基层负担，取得新的成效。" * 2)
    paper.save(str(tmp_path / "other.docx"))
    clauses = {remark.clause.removeprefix("GB/T 9704-2012 ") for remark in lint(tmp_path / "other.docx")}
    assert clauses == {"5.1", "5.2.1", "5.2.2", "5.2.3", "7.3.1", "7.3.3", "7.5"}


def sheet(paper: Any) -> None:
    paper.sections[0].top_margin = Mm(25)
    grid = paper.element.body.find(f"{qn('w:sectPr')}/{qn('w:docGrid')}")
    grid.set(qn("w:linePitch"), "312")


def pitch(paper: Any) -> None:
    paper.paragraphs[-1].paragraph_format.line_spacing = Pt(20)


def inherited(paper: Any) -> None:
    paper.styles["公文正文"].element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "宋体")
    paper.paragraphs[-1].runs[0]._r.remove(paper.paragraphs[-1].runs[0]._r.rPr)


def indent(paper: Any) -> None:
    ind = paper.paragraphs[-1]._p.get_or_add_pPr().get_or_add_ind()
    ind.set(qn("w:firstLineChars"), "0")


def one_sided(paper: Any) -> None:
    paper.settings.odd_and_even_pages_header_footer = False


def title(paper: Any) -> None:
    paper.paragraphs[0].runs[0]._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "微软雅黑")
    paper.paragraphs[0].runs[0].font.size = Pt(18)


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (sheet, {"上边距应为37毫米，现为25.0毫米。", "文档网格应为每页22行（每行约28.95磅），现为每行15.6磅。"}),
        (pitch, {"行距应为固定值28.95磅左右（每页22行），现为固定值20磅。"}),
        (inherited, {"正文应用仿宋_GB2312，现为宋体。"}),
        (indent, {"正文段落首行应空两个字。"}),
        (one_sided, {"页码应单页居右、双页居左，各空一字。"}),
        (title, {"标题应用方正小标宋简体，现为微软雅黑。", "标题应为二号（22磅），现为小二号（18磅）。"}),
    ],
)
def test_each_planted_fault_of_the_layout_is_found(texts_of: Texts, change: Callable[[Any], None], found: set[str]):
    assert set(texts_of("全镇上下认真落实各项决策部署，切实减轻基层负担，取得新的明显成效。", change=change)) == found


def test_wrong_type_is_found_with_its_place(clerk: Callable[..., Path]):
    remarks = lint(clerk("认真落实各项决策部署。", font="楷体_GB2312", points=14))
    assert remarks == [
        Remark("第2段“认真落实各项决策部署。”", "GB/T 9704-2012 5.2.2", "正文应用仿宋_GB2312，现为楷体_GB2312。"),
        Remark("第2段“认真落实各项决策部署。”", "GB/T 9704-2012 5.2.2", "正文应为三号（16磅），现为四号（14磅）。"),
    ]


def test_one_fault_in_many_places_is_one_remark(clerk: Callable[..., Path]):
    remarks = lint(clerk("甲文。", "乙文。", "丙文。", points=14))
    assert [remark.place for remark in remarks] == ["第2段“甲文。”等3段"]


def test_a_heading_that_runs_into_its_text_is_judged_in_two_parts(texts_of: Texts):
    def run_in(paper: Any) -> None:
        run = paper.paragraphs[-1].add_run("认真落实各项部署。")
        run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "仿宋_GB2312")

    assert texts_of("（一）领导带头。", font="楷体_GB2312", change=run_in) == []


def test_length_is_counted_without_white_space(clerk: Callable[..., Path]):
    path = clerk("一 二　三\t四", "五六。")
    assert lint(path, most=11) == []
    assert [remark.text for remark in lint(path, most=10)] == ["全文11字，超过10字的上限1字。"]


def test_a_paper_without_text_is_one_remark(own: Callable[[Document], Path]):
    assert [remark.text for remark in lint(own(Document((), ())))] == ["文件里没有文字。"]


def test_remarks_can_be_told_as_json(clerk: Callable[..., Path]):
    remark = lint(clerk("甲文,乙。"))[0]
    assert json.loads(json.dumps(asdict(remark)))["clause"] == "GB/T 9704-2012 第9章"
