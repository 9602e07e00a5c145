"""一键排版 of the page numbers: «— 1 —», odd at the right and even at the left, GB/T 9704-2012 7.5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from app.papers.layout import Paper, is_on, number_of, runs_of
from app.papers.lint_page import PAGE_FIELD, PAGES, alternates, page_paragraph
from app.papers.official import PAGE_NUMBER_PT
from app.papers.package import RELATION_ID, WORD_NAMESPACE, Element, w
from app.papers.placing import first, put, put_value
from app.papers.remarks import WHOLE, Fault
from app.papers.rewriting import Rewriting
from app.papers.sizes import size_name
from app.papers.styles import Styles
from app.papers.tidy_page import section_nodes

NUMBER_FONT = "宋体"
ONE_CHARACTER = "280"
"""A character of 14 pt in twips."""
_ONLY_NUMBER = re.compile(r"[\s\d—－–-]*")
_KINDS = ("default", "even")


def tidy_page_numbers(rewriting: Rewriting, paper: Paper) -> Iterator[Fault]:
    """Footers added or mended so that every page has its number; a first page or cover without one stays so."""
    if section_nodes(rewriting.package.document):
        yield from _Numbers(rewriting, paper).tidy()


class _Numbers:
    """The page numbers of one file."""

    def __init__(self, rewriting: Rewriting, paper: Paper) -> None:
        self.rewriting = rewriting
        self.styles = paper.styles
        self.sections = section_nodes(rewriting.package.document)
        self.begin = self._first_numbered()
        self.alternating = paper.even_and_odd

    def tidy(self) -> Iterator[Fault]:
        """Numbers where there are none, on their sides, then their type."""
        if self._add_missing("default"):
            yield Fault(WHOLE, PAGES, "加上页码“— 1 —”。")
        if not self._alternate():
            self._put_on_sides()
            yield Fault(WHOLE, PAGES, "页码改为单页居右、双页居左，各空一字。")
        for kind in _KINDS if self.alternating else _KINDS[:1]:
            for footer in self._footers(kind):
                yield from self._mend(footer)

    def _first_numbered(self) -> int:
        """The section where page numbers begin: those before it have been left without on purpose."""
        for at, node in enumerate(self.sections):
            if any(page_paragraph(footer) is not None for footer in self._of_section(node).values()):
                return at
        return 0

    def _of_section(self, node: Element) -> dict[str, Element]:
        """The section's own footers by their kind."""
        found = {}
        for reference in node.findall(w("footerReference")):
            footer = self.rewriting.package.footers.get(reference.get(RELATION_ID, ""))
            if footer is not None:
                found[reference.get(w("type"), "default")] = footer
        return found

    def _footers(self, kind: str) -> list[Element]:
        """The different footers of a kind from the first numbered section on."""
        found = (self._of_section(node).get(kind) for node in self.sections[self.begin :])
        return list({id(footer): footer for footer in found if footer is not None}.values())

    def _add_missing(self, kind: str) -> bool:
        """A number in every footer of the kind, and a footer where the kind has none yet."""
        changed = False
        for footer in self._footers(kind):
            if page_paragraph(footer) is None:
                footer.append(_number_paragraph(kind))
                self.rewriting.touch(footer)
                changed = True
        if self._inherited(kind) is None:
            self._add_footer(self.sections[self.begin], kind)
            changed = True
        return changed

    def _inherited(self, kind: str) -> Element | None:
        found = (self._of_section(node).get(kind) for node in reversed(self.sections[: self.begin + 1]))
        return next((footer for footer in found if footer is not None and page_paragraph(footer) is not None), None)

    def _add_footer(self, node: Element, kind: str) -> None:
        for reference in node.findall(w("footerReference")):
            if reference.get(w("type"), "default") == kind:
                node.remove(reference)
        root = etree.Element(w("ftr"), nsmap={"w": WORD_NAMESPACE})
        root.append(_number_paragraph(kind))
        reference = etree.Element(w("footerReference"))
        reference.set(w("type"), kind)
        reference.set(RELATION_ID, self.rewriting.add("footer", root))
        before = [child for child in node if child.tag in (w("headerReference"), w("footerReference"))]
        node.insert(len(before), reference)
        self.rewriting.touch(self.rewriting.package.document)

    def _alternate(self) -> bool:
        found = [*self._pairs()]
        return all(alternates(self.styles, self.alternating, pair) for pair in found)

    def _pairs(self) -> Iterator[dict[str, Element]]:
        """The numbered paragraphs of each section by kind, inherited ones too."""
        inherited: dict[str, Element] = {}
        for at, node in enumerate(self.sections):
            inherited = {**inherited, **self._of_section(node)}
            if at >= self.begin:
                found = {kind: page_paragraph(footer) for kind, footer in inherited.items()}
                yield {kind: paragraph for kind, paragraph in found.items() if paragraph is not None}

    def _put_on_sides(self) -> None:
        """By footers of odd and even pages; by frames that stand outside where headers or other words would suffer."""
        default = self._footers("default")
        boxed = any(_box_of(paragraph) is not None for footer in default for paragraph in _page_paragraphs(footer))
        plain = all(_only_number(footer) for footer in default)
        headed = any(True for _ in self.rewriting.package.document.iter(w("headerReference")))
        if boxed or not (self.alternating or (plain and not headed)):
            for footer in (*default, *(self._footers("even") if self.alternating else ())):
                _stand_outside(footer)
                self.rewriting.touch(footer)
            return
        self._turn_on_even_pages()
        self._give_even_footers()
        for kind in _KINDS:
            for footer in self._footers(kind):
                for paragraph in _page_paragraphs(footer):
                    _to_side(paragraph, kind, self.rewriting.strict)
                self.rewriting.touch(footer)

    def _give_even_footers(self) -> None:
        """A section with a footer of its own for odd pages has one for even pages too."""
        self._add_missing("even")
        for node in self.sections[self.begin + 1 :]:
            own = self._of_section(node)
            if "default" in own and "even" not in own:
                self._add_footer(node, "even")

    def _turn_on_even_pages(self) -> None:
        settings = self.rewriting.package.settings
        if settings is None:
            settings = self.rewriting.settings()
        switch = settings.find(w("evenAndOddHeaders"))
        if not is_on(switch):
            put(settings, "evenAndOddHeaders").attrib.pop(w("val"), None)
            self.rewriting.touch(settings)
        self.alternating = True

    def _mend(self, footer: Element) -> Iterator[Fault]:
        """Font, size and dashes of a footer's number."""
        faults = []
        for paragraph in _page_paragraphs(footer):
            faults += [*_mend_type(paragraph, self.styles), *_mend_dashes(paragraph)]
        if faults:
            self.rewriting.touch(footer)
        yield from faults


def _page_paragraphs(footer: Element) -> list[Element]:
    """Every paragraph of a footer with the page number, second versions of a text box included."""
    return [node for node in footer.iter(w("p")) if page_paragraph(node) is node]


def _only_number(footer: Element) -> bool:
    """Whether a footer holds its page number and nothing else."""
    words = "".join(node.text or "" for node in footer.iter(w("t")))
    things = any(True for _ in footer.iter(w("drawing"), w("pict"), w("object"), w("tbl")))
    return bool(_ONLY_NUMBER.fullmatch(words)) and not things


def _box_of(paragraph: Element) -> Element | None:
    return next((node for node in paragraph.iterancestors(w("txbxContent"))), None)


def _stand_outside(footer: Element) -> None:
    """The number in a frame, or its text box, on the outer side of every page."""
    for paragraph in _page_paragraphs(footer):
        if _box_of(paragraph) is None:
            _frame(paragraph)
        for shape in paragraph.iterancestors(w("drawing"), w("pict")):
            _move_box_outside(shape)


def _frame(paragraph: Element) -> None:
    frame = put(first(paragraph, "pPr"), "framePr")
    for name, value in (("wrap", "around"), ("vAnchor", "text"), ("hAnchor", "margin"), ("xAlign", "outside")):
        frame.set(w(name), value)
    frame.set(w("y"), "1")
    _to_side(paragraph, "", strict=False)
    following = paragraph.getnext()
    if following is None or following.tag != w("p"):
        paragraph.addnext(etree.Element(w("p")))


def _move_box_outside(shape: Element) -> None:
    for position in shape.iter("{*}positionH"):
        align = next((node for node in position if str(node.tag).endswith("}align")), None)
        if align is None:
            namespace = etree.QName(position).namespace
            for child in list(position):
                position.remove(child)
            align = etree.SubElement(position, f"{{{namespace}}}align")
        align.text = "outside"
        position.set("relativeFrom", "margin")
    for node in shape.iter("{*}shape", "{*}rect"):
        style = re.sub(r"mso-position-horizontal:[\w-]+", "mso-position-horizontal:outside", node.get("style", ""))
        node.set("style", style)


def _to_side(paragraph: Element, kind: str, strict: bool) -> None:
    """Right or left with a blank character; in a frame the blank stands on both sides."""
    properties = first(paragraph, "pPr")
    left, right = ("start", "end") if strict else ("left", "right")
    for old in properties.findall(w("ind")):
        properties.remove(old)
    indent = put(properties, "ind")
    for name, value in (("firstLine", "0"), ("firstLineChars", "0")):
        indent.set(w(name), value)
    for kinds, side in ((("even", ""), left), (("default", ""), right)):
        indent.set(w(f"{side}Chars"), "100" if kind in kinds else "0")
        indent.set(w(side), ONE_CHARACTER if kind in kinds else "0")
    if kind:
        put_value(properties, "jc", right if kind == "default" else left)
    if _ONLY_NUMBER.fullmatch("".join(node.text or "" for node in paragraph.iter(w("t")))):
        for run in runs_of(paragraph):
            for tab in [node for node in run if node.tag in (w("tab"), w("ptab"))]:
                run.remove(tab)


def _mend_type(paragraph: Element, styles: Styles) -> Iterator[Fault]:
    for run in runs_of(paragraph):
        own = styles.run(paragraph, run)
        shown = any(True for _ in run.iter(w("t")))
        fonts = {key: own.get(key, "") for key in ("latin", "other", "font")}
        if not all("宋" in font or font.lower() in ("simsun", "nsimsun") for font in fonts.values()):
            set_fonts(run, NUMBER_FONT, NUMBER_FONT)
            if shown:
                yield Fault(WHOLE, PAGES, f"页码字体由{fonts['latin'] or '未指定字体'}改为{NUMBER_FONT}。")
        size = number_of(own.get("sz"), 20) / 2
        if size != PAGE_NUMBER_PT:
            set_size(run, PAGE_NUMBER_PT)
            if shown:
                yield Fault(WHOLE, PAGES, f"页码字号由{size_name(size)}改为{size_name(PAGE_NUMBER_PT)}。")


def set_fonts(run: Element, asian: str = "", latin: str = "") -> None:
    """The fonts of a run, named outright so that no theme font goes before."""
    fonts = put(first(run, "rPr"), "rFonts")
    for script, font in (("eastAsia", asian), ("ascii", latin), ("hAnsi", latin)):
        if font:
            fonts.set(w(script), font)
            fonts.attrib.pop(w(f"{script}Theme"), None)


def set_size(run: Element, points: float) -> None:
    """The size of a run's type."""
    for name in ("sz", "szCs"):
        put_value(first(run, "rPr"), name, str(round(points * 2)))


def _mend_dashes(paragraph: Element) -> Iterator[Fault]:
    """Dashes around a number that stands alone; a «第1页» stays as its maker wrote it."""
    texts = [node for run in runs_of(paragraph) for node in run.iter(w("t"))]
    words = "".join(node.text or "" for node in texts)
    if not _ONLY_NUMBER.fullmatch(words) or words.count("—") == 2:
        return
    if re.search("[－–-]", words):
        for node in texts:
            node.text = re.sub("[－–-]", "—", node.text or "")
    elif "—" not in words:
        before, after = _ends_of_field(paragraph)
        before.addprevious(_run("— "))
        after.addnext(_run(" —"))
    else:
        return
    yield Fault(WHOLE, PAGES, "页码写作“— 1 —”，左右各放一条一字线。")


def _ends_of_field(paragraph: Element) -> tuple[Element, Element]:
    """The runs, or the simple field, where the page number's field begins and ends."""
    for simple in paragraph.iter(w("fldSimple")):
        if PAGE_FIELD.search(simple.get(w("instr"), "")):
            return simple, simple
    begin = end = next(paragraph.iter(w("instrText"))).getparent()
    depth, started = 0, False
    opened: list[Element] = []
    for run in paragraph.iter(w("r")):
        for mark in run.findall(w("fldChar")):
            kind = mark.get(w("fldCharType"))
            if kind == "begin":
                opened.append(run)
            elif kind == "end" and opened:
                started = opened.pop()
                if not depth and _covers(started, run, begin):
                    return started, run
    return begin, end


def _covers(start: Element, last: Element, inner: Element) -> bool:
    runs = list(start.getroottree().getroot().iter(w("r")))
    return runs.index(start) <= runs.index(inner) <= runs.index(last)


def _run(words: str) -> Element:
    run = etree.Element(w("r"))
    set_fonts(run, NUMBER_FONT, NUMBER_FONT)
    put(first(run, "rPr"), "rFonts").set(w("hint"), "eastAsia")
    set_size(run, PAGE_NUMBER_PT)
    text = etree.SubElement(run, w("t"))
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return run


def _number_paragraph(kind: str) -> Element:
    """«— 1 —» on its side, with a field that Word counts."""
    paragraph = etree.Element(w("p"))
    put_value(first(paragraph, "pPr"), "jc", "right" if kind == "default" else "left")
    paragraph.append(_run("— "))
    for part in ("begin", " PAGE ", "separate", "1", "end"):
        run = _run(part)
        text = run.find(w("t"))
        if part == " PAGE ":
            text.tag = w("instrText")
        elif part != "1":
            run.remove(text)
            etree.SubElement(run, w("fldChar")).set(w("fldCharType"), part)
        paragraph.append(run)
    paragraph.append(_run(" —"))
    _to_side(paragraph, kind, strict=False)
    return paragraph
