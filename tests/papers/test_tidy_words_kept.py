"""Words that must stay are read around, and never moved, by the mending of signs and numbers."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

from app.papers.package import w
from app.papers.tidying import plan, tidy


def run(words: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>'


def control(words: str) -> str:
    return f'<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>'


def change(kind: str, words: str, tag: str = "t") -> str:
    return f'<w:{kind} w:id="9" w:author="某人">{run(words, tag)}</w:{kind}>'


def field(words: str) -> str:
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return begin + run(" REF a ", "instrText") + middle + run(words) + end


def text_box(words: str) -> str:
    return f"<w:r><w:pict><w:txbxContent><w:p>{run(words)}</w:p></w:txbxContent></w:pict></w:r>"


KEPT = {
    "ratio of two figures": run("比例为") + control("3") + run(":") + control("5") + run("左右。"),
    "point between two figures": run("增长") + control("3") + run(".") + control("5") + run("个百分点。"),
    "inserted digits": run("金额") + change("ins", "12") + run(",") + change("ins", "000") + run("元。"),
    "number with an insertion": run("某府发[2026]第") + change("ins", "1") + run("5号文件。"),
    "number with a deletion": run("某府发[2026]第") + change("del", "1", "delText") + run("5号文件。"),
    "moved words": run("我镇") + change("moveTo", "移来,的话") + change("moveFrom", "移来,的话"),
    "field": run("我镇") + field("甲村,乙村"),
    "text box": run("我镇") + text_box("框,内"),
}


def texts(path: Path) -> list[str]:
    body = docx.Document(str(path)).element.body
    return [str(node.text) for node in etree.ElementBase.iter(body, w("t"), w("delText"), w("instrText"))]


@pytest.mark.parametrize("inner", KEPT.values(), ids=KEPT.keys())
def test_what_is_kept_is_neither_changed_nor_moved(inner: str, tmp_path: Path) -> None:
    path, out = paper(inner, tmp_path), tmp_path / "排版.docx"
    tidy(path, out)
    assert texts(out) == texts(path)
    assert plan(out) == []


def test_a_padded_month_beside_a_figure_is_mended(tmp_path: Path) -> None:
    path, out = paper(run("于2026年0") + control("3") + run("月7日召开,会议。"), tmp_path), tmp_path / "排版.docx"
    tidy(path, out)
    assert "".join(texts(out)).endswith("于2026年3月7日召开，会议。")


def paper(inner: str, folder: Path) -> Path:
    made = docx.Document()
    made.add_paragraph("工作总结").alignment = WD_ALIGN_PARAGRAPH.CENTER
    made.element.body.insert(1, parse_xml(f"<w:p {nsdecls('w')}>{inner}</w:p>"))
    path = folder / "原稿.docx"
    made.save(str(path))
    return path
