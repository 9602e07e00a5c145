"""Which font, size and spacing a run or paragraph has, through its styles, the defaults and the theme."""

from __future__ import annotations

from app.papers.package import Element, w

Properties = dict[str, str]
"""Properties by a short name: font, latin, other, sz, color, tracking, vanish, b, i; jc, line, before, firstLine …"""

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SPACINGS = (
    "line",
    "lineRule",
    "before",
    "after",
    "beforeLines",
    "afterLines",
    "beforeAutospacing",
    "afterAutospacing",
)
_INDENTS = (
    *("firstLine", "firstLineChars", "hanging", "hangingChars"),
    *(side + unit for side in ("left", "start", "right", "end") for unit in ("", "Chars")),
)


class Styles:
    """The styles of one file; a style that is missing or inherits from itself changes nothing."""

    def __init__(self, root: Element | None, theme: Element | None) -> None:
        self._theme = _theme_fonts(theme)
        nodes = list(root.iter(w("style"))) if root is not None else []
        self._nodes: dict[str, Element] = {node.get(w("styleId"), ""): node for node in nodes}
        self._defaults = self._document_defaults(root)
        self._resolved: dict[str, Properties] = {}
        defaults = (node for node in nodes if node.get(w("default")) in ("1", "true", "on"))
        self._normal = next((n.get(w("styleId"), "") for n in defaults if n.get(w("type")) == "paragraph"), "")

    def paragraph(self, node: Element) -> Properties:
        """Properties of a paragraph, and of text in it that has none of its own."""
        properties = node.find(w("pPr"))
        style = _value(properties, "pStyle") or self._normal
        return {**self._defaults, **self._style(style), **_paragraph_properties(properties)}

    def is_contents(self, node: Element) -> bool:
        """Whether a paragraph is a line of a table of contents."""
        style = self._nodes.get(_value(node.find(w("pPr")), "pStyle"))
        return style is not None and _value(style, "name").lower().startswith("toc")

    def run(self, paragraph: Element, run: Element) -> Properties:
        """Properties of the text of a run."""
        properties = run.find(w("rPr"))
        character = _value(properties, "rStyle")
        of_style = self._style(character) if character else {}
        return {**self.paragraph(paragraph), **of_style, **self._run_properties(properties)}

    def _document_defaults(self, root: Element | None) -> Properties:
        if root is None:
            return {}
        runs = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
        paragraphs = root.find(f"{w('docDefaults')}/{w('pPrDefault')}/{w('pPr')}")
        return {**self._run_properties(runs), **_paragraph_properties(paragraphs)}

    def _style(self, name: str, above: tuple[str, ...] = ()) -> Properties:
        """What a style and those it is based on say, the nearest first."""
        if name in self._resolved:
            return self._resolved[name]
        node = self._nodes.get(name)
        if node is None or name in above or len(above) > 50:
            return {}
        parent = _value(node, "basedOn")
        inherited = self._style(parent, (*above, name)) if parent else {}
        found = {
            **inherited,
            **_paragraph_properties(node.find(w("pPr"))),
            **self._run_properties(node.find(w("rPr"))),
        }
        self._resolved[name] = found
        return found

    def _run_properties(self, node: Element | None) -> Properties:
        if node is None:
            return {}
        found = {name: value for name in ("sz", "color") if (value := _value(node, name))}
        for switch in ("vanish", "b", "i"):
            if node.find(w(switch)) is not None:
                found[switch] = node.find(w(switch)).get(w("val"), "1")
        if tracking := _value(node, "spacing"):
            found["tracking"] = tracking
        fonts = node.find(w("rFonts"))
        if fonts is not None:
            scripts = {"font": "eastAsia", "latin": "ascii", "other": "hAnsi"}
            named = {key: self._font(fonts, script) for key, script in scripts.items()}
            found.update({key: font for key, font in named.items() if font})
        return found

    def _font(self, fonts: Element, script: str) -> str:
        """The font named for a script; a theme font, where named, goes before (17.3.2.26 of the format)."""
        themed = fonts.get(w(f"{script}Theme"))
        return (self._theme.get(themed, "") if themed else "") or fonts.get(w(script), "")


def _value(node: Element | None, name: str) -> str:
    found = node.find(w(name)) if node is not None else None
    return found.get(w("val"), "") if found is not None else ""


def _paragraph_properties(node: Element | None) -> Properties:
    if node is None:
        return {}
    found = {"jc": jc} if (jc := _value(node, "jc")) else {}
    for name, attributes in (("spacing", _SPACINGS), ("ind", _INDENTS)):
        child = node.find(w(name))
        if child is not None:
            found.update({key: child.get(w(key)) for key in attributes if child.get(w(key)) is not None})
    numbers = node.find(w("numPr"))
    if numbers is not None:
        found.update({key: value for key in ("numId", "ilvl") if (value := _value(numbers, key))})
    return found


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """Names such as ``minorEastAsia`` and the fonts they stand for; Chinese (Hans) where scripts are told apart."""
    found: dict[str, str] = {}
    for group in ("major", "minor"):
        fonts = theme.find(f".//{_DRAWING}{group}Font") if theme is not None else None
        if fonts is None:
            continue
        latin, asian = (fonts.find(_DRAWING + name) for name in ("latin", "ea"))
        chinese = [node.get("typeface", "") for node in fonts if node.get("script") == "Hans"]
        western = latin.get("typeface", "") if latin is not None else ""
        named = asian.get("typeface", "") if asian is not None else ""
        found |= {f"{group}{kind}": western for kind in ("HAnsi", "Ascii")}
        found[f"{group}EastAsia"] = named or next(iter(chinese), "")
    return found
