"""Words that the exact values do not bear out: 近, 余, 以上, and 全部, 均, 无一, 100% of what is not all or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from app.kinds import trimmed
from app.papers.remarks import Remark
from app.reports.document import Figure
from app.reports.summaries.examining.reading import TRACEABLE, Passage
from app.rules import RULES
from app.rules.quantities import PERCENT, Quantity, alike, quantities, span_of

ADDS_UP = "report.adds_up"
DONE = "办结|办理|采纳|解决|完成|落实|整改|化解|反馈|答复|兑现|到位|达标|合格|参加|参与|覆盖|验收|销假|取得公函"
ALL = re.compile(
    rf"(?:全部|全都|全数|均已?|都已?|一律|百分之百|件件|条条|项项|人人|个个|户户|村村|100[%％])[得以被已都均]{{0,2}}(?P<done>{DONE})"
    rf"|(?P<did>{DONE})(?:率)?(?:达到?|为)?百分之百"
)
AIMS = re.compile("力求|力争|确保|做到|努力|争取|要求|要|推动|实现|目标|计划|将|应|须|必须|坚持|打算")
APART = re.compile("其中|加急|特急|重点|当天|当日|按期|及时|超期|齐全|个别|上年|去年|应|剩余|其余")
"""Words for a part, of which all may be told though not of the whole."""
NONE = re.compile(
    "(?:未发生|没有发生|从未发生|未出现|没有出现|无一(?:人|例|起|件)?|没有一(?:人|例|起|件)|零(?=信访|上访|事故|违纪|投诉|案件|发生))"
    "(?P<what>[\u4e00-\u9fff]{2,10})"
)
NOTHING, EVERYTHING = re.compile("未|无|零|没有|没"), re.compile("全部|均|都|100|百分之百|件件|人人")


def claims_untrue(found: Sequence[Passage]) -> Iterator[Remark]:
    """Each hedge, each 全部 and each 无一 that the values beside it contradict."""
    for each in found:
        yield from (each.remark(TRACEABLE, told) for told in _wordings(each))
        yield from (each.remark(RULES[ADDS_UP].clause, told) for told in _alls(each))
    yield from _nones(found)


def _wordings(each: Passage) -> Iterator[str]:
    for (start, end), figure in each.figures:
        if not isinstance(figure.value, (int, Decimal)) or dict(figure.form).get("as") == "days":
            continue
        value = Decimal(figure.value)
        numbers = quantities(figure.words)
        if not numbers:
            yield from _without_number(figure, value)
            continue
        words, least, most = span_of(each.text, (start, end))
        if figure.unit == PERCENT or figure.unit == numbers[0].unit or numbers[0].unit == "人" or not numbers[0].unit:
            slack = Decimal(0) if value == value.to_integral_value() else Decimal(1)
            hedge = numbers[0].hedged or words != figure.words
            if not (least - (0 if hedge else slack) <= value <= most + (0 if hedge else slack)):
                yield f"「{words}」与「{figure.label}」的实际数{trimmed(value)}{figure.unit}不符，请改正。"


def _without_number(figure: Figure, value: Decimal) -> Iterator[str]:
    if NOTHING.search(figure.words) and value:
        yield f"「{figure.words}」与「{figure.label}」的实际数{trimmed(value)}{figure.unit}不符，请改正。"
    elif EVERYTHING.search(figure.words) and figure.unit == PERCENT and value != 100:
        yield f"「{figure.words}」与「{figure.label}」的实际数{trimmed(value)}%不符，请改正。"


def _alls(each: Passage) -> Iterator[str]:
    for claim in ALL.finditer(each.text):
        begin, end = each.sentence(claim.start())
        clause = max(each.text.rfind(stop, begin, claim.start()) for stop in "，；：") + 1
        subject = each.text[max(begin, clause) : claim.start()]
        if AIMS.search(subject) or APART.search(subject):
            continue
        done = claim["done"] or claim["did"]
        near = [
            one for one in each.numbers if begin <= one.start < end and not claim.start() <= one.start < claim.end()
        ]
        if against := _less_than_all(near, done):
            yield f"「{claim[0]}」与同句的{against}不符，请改正。"


def _less_than_all(near: Sequence[Quantity], done: str) -> str:
    """The rate below 100 %, or the part below its whole, that goes by the same word."""
    for at, one in enumerate(near):
        if done not in one.name and done not in one.noun:
            continue
        if one.unit == PERCENT:
            if "率" in one.name and one.value < 100 and not re.search("按期|当天|及时|同比|[比较]", one.name):
                return one.name[-8:].strip("，。；、：其中") + one.written
        else:
            wholes = [other for other in near[:at] if alike(one, other) and "其中" not in one.name]
            if wholes and all(other.low > one.high for other in wholes[-1:]):
                return f"{wholes[-1].written}、{one.written}"
    return ""


def _nones(found: Sequence[Passage]) -> Iterator[Remark]:
    numbers = [one for each in found for one in each.numbers if one.counted and one.low > 0]
    for each in found:
        for claim in NONE.finditer(each.text):
            what = claim["what"]
            against = next((one for one in numbers if _tells(one, what)), None)
            begin, _ = each.sentence(claim.start())
            if against and not AIMS.search(each.text[begin : claim.start()]):
                told = f"「{claim[0]}」与文中的「{(against.name + against.written)[-16:]}」不符，请改正。"
                yield each.remark(RULES[ADDS_UP].clause, told)


def _tells(one: Quantity, what: str) -> bool:
    """Whether a number counts what is said not to have been."""
    if re.search("未|无|预防|防止|化解隐患|演练|培训|宣传|减少|下降|检查|教育", one.name + one.noun):
        return False
    return what in one.name or what in one.noun
