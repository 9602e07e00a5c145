"""Setting properties in the XML of a Word file where the order of its schema wants them, and nothing beside them."""

from __future__ import annotations

from lxml import etree

from app.papers.package import Element, w

_ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
        "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText "
        "vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings sectPrChange"
    ),
    "settings": (
        "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
        "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData "
        "embedTrueTypeFonts embedSystemFonts "
        "saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
        "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState "
        "formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
        "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
        "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
        "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders"
    ),
}
"""The children of each element of properties in the order of the schema (ISO/IEC 29500-1, annex A)."""
_BEFORE = {parent: {w(name): place for place, name in enumerate(order.split())} for parent, order in _ORDERS.items()}


def put(parent: Element, name: str) -> Element:
    """The child of that name, made where the schema wants it if there is none; names not known stand at the end."""
    found = parent.find(w(name))
    if found is not None:
        return found
    order = _BEFORE[etree.QName(parent).localname]
    place = order[w(name)]
    at = next(
        (number for number, child in enumerate(parent) if order.get(child.tag, len(order)) > place and _is_tag(child)),
        len(parent),
    )
    made = etree.Element(w(name))
    parent.insert(at, made)
    return made


def first(parent: Element, name: str) -> Element:
    """The child of that name, made as the first one if there is none: pPr of a paragraph, rPr of a run."""
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        parent.insert(0, found)
    return found


def put_value(parent: Element, name: str, value: str) -> None:
    """A property with its value."""
    put(parent, name).set(w("val"), value)


def _is_tag(child: Element) -> bool:
    return isinstance(child.tag, str)
