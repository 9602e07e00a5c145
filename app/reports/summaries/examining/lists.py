"""Announced counts unlike the lists that follow or go before, and numbering with a gap or a double."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.papers.remarks import Remark
from app.reports.summaries.examining.claims import ADDS_UP
from app.reports.summaries.examining.reading import Passage
from app.rules import RULES

ORDINALS = "一二三四五六七八九十"
NUMERAL = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
TURN = re.compile(
    rf"(?:^|(?<=[。；，：！\s]))(?P<word>(?P<n>[{ORDINALS}]{{1,3}})(?P<kind>是|要)(?!一)"
    rf"|第(?P<n2>[{ORDINALS}]{{1,3}})(?=[，、]))"
    rf"|^(?P<word3>（(?P<n3>[{ORDINALS}]{{1,3}})）)|^(?P<word4>(?P<n4>\d{{1,2}})[.．](?!\d))"
)
MATTERS = (
    "方面|工作|措施|举措|任务|重点|问题|不足|做法|要求|意见|环节|结合|行动|到位|建设|坚持|关键|转变|抓手|着力|体会|经验|打算"
    "|强化|提升|突破|机制|制度|层面|文章|关系|关口"
)
ANNOUNCED = re.compile(
    rf"(?<![第\d〇零百千万.])(?P<n>{NUMERAL})(?P<unit>个|项|条|点|大)"
    rf"(?P<what>[\u4e00-\u9fff]{{0,4}}?(?:{MATTERS})(?:的?(?:{MATTERS}))?)"
)
FOLLOWING = re.compile("以下|下列|如下|下面")
SELECTION = re.compile("主要|例如|比如|突出|其中|包括|特别")
TAIL = re.compile("存在|问题|不足|下一步|下步|打算|计划|今后|体会|明年|来年")
CLOSE_BY = 16
"""Characters between an announcement and its list at most."""
UNITS = "个|家|所|项|件|条|类|种|级|大|处|支"
NAMES = re.compile(
    rf"(?P<names>(?:[^，。；：！？、（）()《》“”\d]{{1,20}}、)+[^，。；：！？、（）()《》“”\d]{{1,16}}?)"
    rf"(?P<more>等)?(?P<n>\d{{1,3}}|[二两三四五六七八九十]{{1,3}})(?P<unit>{UNITS})(?P<noun>[\u4e00-\u9fff]{{0,8}})"
)
VERB = re.compile(
    "走访|开展|组织|新建|修建|举办|召开|完成|建成|帮扶|受理|解决|收集|印发|制定|制订|参加|参与|联系|覆盖|涉及|惠及|投入|投资|共|有|了|为"
    "|获得|发放|培训|接待|办理|办结|硬化|整治|种植|引进|发展|打造|实施|落实|化解|调处|排查|新增|建立|成立|推广|争取|慰问|检查|查处|抓好|做好"
)
GAPS = 3


@dataclass(frozen=True)
class Turn:
    """One «一是» of a list: its number, its way of numbering, and where it stands."""

    number: int
    kind: str
    word: str
    passage: int
    start: int


def number_of(word: str) -> int:
    """The value of a numeral up to ninety-nine: 3, 两, 十二, 二十."""
    if word.isdigit():
        return int(word)
    if "十" in word:
        tens, _, ones = word.partition("十")
        return (number_of(tens) if tens else 1) * 10 + (number_of(ones) if ones else 0)
    return 2 if word == "两" else "〇一二三四五六七八九".index(word[-1:]) if word else 0


def lists_wrong(found: Sequence[Passage]) -> Iterator[Remark]:
    """Each list that does not have as many members as is said, or whose numbering is broken."""
    turns = _turns(found)
    clause = RULES[ADDS_UP].clause
    for place, told in (*_numbering(found, turns), *_announced(found, turns), *_named(found)):
        yield Remark(found[place].place, clause, told)


def _turns(found: Sequence[Passage]) -> list[Turn]:
    made = []
    for at, each in enumerate(found):
        for match in TURN.finditer(each.text) if each.kind == "paragraph" else ():
            word = next(part for part in (match["word"], match["word3"], match["word4"]) if part)
            number = next(part for part in (match["n"], match["n2"], match["n3"], match["n4"]) if part)
            kind = match["kind"] or ("第" if match["n2"] else "（" if match["n3"] else ".")
            made.append(Turn(number_of(number), kind, word, at, match.start()))
    return made


def _numbering(found: Sequence[Passage], turns: Sequence[Turn]) -> Iterator[tuple[int, str]]:
    """Gaps and doubles; a heading begins anew."""
    for kind in dict.fromkeys(turn.kind for turn in turns):
        same = [turn for turn in turns if turn.kind == kind]
        last: Turn | None = None
        for at, turn in enumerate(same):
            if last is not None and any(one.kind == "heading" for one in found[last.passage : turn.passage]):
                last = None
            after = same[at + 1] if at + 1 < len(same) else None
            yield from ((turn.passage, told) for told in _step(last, turn))
            if turn.number == 1 and kind in "是要第" and not _goes_on(found, turn, after):
                yield turn.passage, f"只有“{turn.word}”，没有后面的各项，请改正。"
            last = turn


def _goes_on(found: Sequence[Passage], turn: Turn, after: Turn | None) -> bool:
    if after is None or after.number == 1:
        return False
    return not any(one.kind == "heading" for one in found[turn.passage : after.passage])


def _step(last: Turn | None, turn: Turn) -> Iterator[str]:
    if turn.number == 1 or (last is not None and turn.number == last.number + 1):
        return
    if last is None:
        yield f"列举从“{turn.word}”开始，缺少前面的各项，请改正。"
    elif turn.number == last.number:
        yield f"“{turn.word}”重复，请依次编号。"
    else:
        yield f"“{last.word}”之后是“{turn.word}”，编号不连续，请改正。"


def _announced(found: Sequence[Passage], turns: Sequence[Turn]) -> Iterator[tuple[int, str]]:
    for at, each in enumerate(found):
        if each.kind == "heading":
            yield from ((at, told) for told in _heading_announces(found, at))
        for match in ANNOUNCED.finditer(each.text) if each.kind == "paragraph" else ():
            counts = _listed(found, turns, at, match)
            said = number_of(match["n"])
            only_more = each.figure_at(match.start()) is not None or _selects(each, turns, at, match)
            if counts and said not in counts and not (only_more and counts[0] < said):
                yield at, f"写“{match[0]}”，后面列出{counts[0]}项，请核对。"


def _selects(each: Passage, turns: Sequence[Turn], at: int, match: re.Match[str]) -> bool:
    following = next((turn.start for turn in turns if turn.passage == at and turn.start >= match.end()), match.end())
    return bool(SELECTION.search(each.text[match.end() : following]))


def _listed(found: Sequence[Passage], turns: Sequence[Turn], at: int, match: re.Match[str]) -> list[int]:
    """How many members follow an announcement; nothing where no list can be told."""
    text = found[at].text
    inside = [turn for turn in turns if turn.passage == at and turn.start >= match.end()]
    if inside:
        between = text[match.end() : inside[0].start]
        if inside[0].number != 1 or len(between) > CLOSE_BY or ANNOUNCED.search(between):
            return []
        return [_length(found, turns, turns.index(inside[0]))]
    if colon := re.match("[^，。；：]{0,6}：(?P<items>[^。！？]+)", text[match.end() :]):
        return _items(colon["items"], number_of(match["n"]))
    begin, end = found[at].sentence(match.start())
    follows = bool(FOLLOWING.search(text[begin:end])) or text.endswith("：")
    if not follows or len(text) - end > 1 or at + 1 >= len(found):
        return []
    after = next((index for index, turn in enumerate(turns) if turn.passage == at + 1 and not turn.start), None)
    if after is not None and turns[after].number == 1:
        return [_length(found, turns, after)]
    return _headings(found, at)


def _length(found: Sequence[Passage], turns: Sequence[Turn], first: int) -> int:
    """How far a list runs from its first member, over following paragraphs but no heading."""
    kind, number, place = turns[first].kind, turns[first].number, turns[first].passage
    for turn in turns[first + 1 :]:
        if any(one.kind == "heading" for one in found[place : turn.passage]):
            break
        if turn.kind != kind:
            continue
        if turn.number <= number and turn.number == 1:
            break
        number, place = max(number, turn.number), turn.passage
    return number


def _items(text: str, said: int) -> list[int]:
    """Members joined by ； or, where none has a comma, by 、."""
    items = [item for item in re.split("；", text) if item] if "；" in text else []
    if not items and "，" not in text:
        items = [item for item in text.split("、") if item]
    plain = all(len(item) <= 12 for item in items) and not re.search("[和与及等]", text)
    if len(items) < 2 or (len(items) != said and "；" not in text and not plain):
        return []
    return [len(items)] if not items[-1].endswith("等") else []


def _headings(found: Sequence[Passage], at: int) -> list[int]:
    """The headings right below, one level deeper; at the top without those on problems and plans too."""
    above = next((one.level for one in reversed(found[:at]) if one.kind == "heading"), 0)
    if found[at + 1].kind != "heading" or found[at + 1].level <= above:
        return []
    level = found[at + 1].level
    below: list[str] = []
    for one in found[at + 1 :]:
        if one.kind == "heading" and one.level < level:
            break
        if one.kind == "heading" and one.level == level:
            below.append(one.text)
    counts = [len(below)]
    if level == 1:
        counts += [number for number in range(1, len(below)) if all(TAIL.search(text) for text in below[number:])]
    return counts


def _heading_announces(found: Sequence[Passage], at: int) -> Iterator[str]:
    match = ANNOUNCED.search(found[at].text)
    if (
        match is None
        or match["unit"] not in ("个", "项")
        or not re.search("方面|工作|措施|举措|任务|重点", match["what"])
    ):
        return
    counts = _headings_under(found, at)
    if counts > 1 and counts != number_of(match["n"]):
        yield f"标题写“{match[0]}”，下面有{counts}项，请核对。"


def _headings_under(found: Sequence[Passage], at: int) -> int:
    count = 0
    for one in found[at + 1 :]:
        if one.kind == "heading" and one.level <= found[at].level:
            break
        count += one.kind == "heading" and one.level == found[at].level + 1
    return count


def _named(found: Sequence[Passage]) -> Iterator[tuple[int, str]]:
    """«甲、乙、丙3个村», «甲、乙等5个村»."""
    for at, each in enumerate(found):
        for match in NAMES.finditer(each.text) if each.kind == "paragraph" else ():
            names, said = _names(match["names"]), number_of(match["n"])
            if len(names) < 2 or VERB.search(names[-1]) or said < 2:
                continue
            if match["more"]:
                if len(names) > said:
                    yield at, f"「{_shown(match)}」写{said}{match['unit']}，却列出{len(names)}{match['unit']}，请核对。"
            elif _is_full(names, match) and len(names) != said and abs(len(names) - said) <= GAPS:
                yield at, f"「{_shown(match)}」写{said}{match['unit']}，列出{len(names)}{match['unit']}，请核对。"


def _shown(match: re.Match[str]) -> str:
    return match[0][-24:]


def _names(text: str) -> list[str]:
    """The names of a list; one that begins with a verb is the first."""
    *names, last = text.split("、")
    pair = re.split("以及|和|及|与", last, maxsplit=1)
    names += pair if all(len(name) > 1 for name in pair) else [last]
    begins = [at for at, name in enumerate(names) if at and VERB.search(name)]
    return [name for name in names[begins[-1] if begins else 0 :] if name]


def _is_full(names: Sequence[str], match: re.Match[str]) -> bool:
    """Whether a list names all that are counted: its members end alike, or the noun that is counted follows."""
    alike = len({name[-1] for name in names}) == 1
    noun = match["noun"]
    return alike or (bool(noun) and not VERB.search(noun) and match["unit"] in "个家所项类种级大")
