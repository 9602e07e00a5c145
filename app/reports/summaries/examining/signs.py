"""Hollow places, wrong punctuation, garbled characters and digits of another width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.papers.remarks import Remark
from app.reports.summaries.examining.reading import NUMERALS, PUNCTUATION, Passage
from app.rules import RULES
from app.rules.texts import garbled

NO_GARBLE = "report.no_garble"
HAN = "\u3400-\u9fff"
HOLLOW = (
    (re.compile(r"【[^【】]*】"), "处还没有填写"),
    (re.compile(r"《\s*》|「\s*」|“\s*”|‘\s*’|（\s*）|〔\s*〕"), "里没有内容"),
    (re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\[\[.*?\]\]|\[\[|\]\]|\{\{|\}\}|%\}|\{%"), "是残留的模板代码"),
    (re.compile(r"(?<![A-Za-z])(?:None|nan|NaN|null|undefined|NULL)(?![A-Za-z])"), "是没有取到的数"),
    (
        re.compile(
            r"(?<![公一总中])共(?:[条次件户场名人个项份篇起](?=[，。；、]))"
            r"|(?:支出|资金|金额|经费|捐款|补助|费用|投资|投入|达|为|约|近|的|增长|下降|共|合计)(?:万元|亿元|个百分点|[%％])"
            r"|第[次条号届期](?=[，。；、])"
        ),
        "数字空缺",
    ),
)
DOUBLED = re.compile(r"[，。、；：！？]{2,}|[，、；：。！？]…?(?=[）”》])(?<![。！？])")
OPENS_WITH = re.compile(r"^[，。、；：！？）》]|(?<=[（“《])[，。、；：！？]")
CUT_OFF = re.compile(r"[、，]$")
HALF_WIDTH = re.compile(
    rf"(?<=[{HAN}”’）》％%])[,;:!()](?!\d)|(?<=[\d])[,;](?=[{HAN}])|[,;:!()](?=[{HAN}“‘（《])"
    rf"|(?<=[{HAN}])[(]|(?<=[{HAN}])\.(?=\s|$|[{HAN}])|(?<=[{HAN}])[\"']|[\"'](?=[{HAN}])|(?<=[{HAN}])\?$"
)
LOST = re.compile(
    rf"(?<=[{HAN}])\?+(?=[{HAN}])|□|锟斤拷|烫烫烫|[ÃÂâ€]{{2,}}|&(?:nbsp|amp|lt|gt|quot);|<[a-zA-Z/][^<>]*>"
)
WIDE = re.compile("[０-９]+(?:[．，][０-９]+)*|[Ａ-Ｚａ-ｚ]+")
PAIRS = (("（", "）"), ("“", "”"), ("《", "》"), ("〔", "〕"), ("【", "】"))
TRADITIONAL = frozenset(
    "創東區臺體國會學習黨幹羣衆爲說這個們來時對開關門問間聞報實際發現進過還動員務業農鄉鎮縣廳長書記議組織領導親質"
    "優環設計劃財產經濟貿稅賬單據錢銀銷購買賣費資貧貸貨車輛軍運達違遠連選邊遲適遺鄰醫藥養飯館餘馬駐驗驚魚鳥麗麥點"
    "齊龍龜聯聽聲職肅脈腦舊艱術衛裝補規視覺觀訂訓託訪評識證詢試詩話該詳認語誤講謝護讀變讓豐貢負責貴賀賓賞賠賢賽贊"
    "趙跡踐轉輕較輔輪輸辦辭採鋼錄鏈鐵鑑閱隊階陽陰陣陸險隨隱雙雜難電靈靜響頁項順預頒頓頭題額願類顧顯風飛飲駕騙團圍"
    "園圖圓場塊壞堅執壓壘壯壽夢奪獎奮婦媽孫寧審寫寬寶將專尋屆屬層島嶺幣師帶幫應廠廣廢廟彈強彎當徹徑從復憂慮慶態慣"
    "憲憶懷懸戰戲戶擁擇擊擔擴擺攔攜攝敗敵數斷無舉曉暫極榮構樓樂標樣樹橋機檢檔權歡歲歷歸殘殺毀氣漢決沒況淚淨減測滅"
    "漁溫滯滿潔潛澤濃濕灣災煙煉爐爭爾牆獨獲獻瑪畝畢畫異療瘋盜監盤眾矚礎禮種稱穩窮競筆節範築簡簽籌級紀約紅納純紙細"
    "終結給統絲維綱網綜綠線練總縮績續繼罰罷羅義聖脫臨興與華萬葉號蘇蘭處虛襲愛礙備別蓋趕貫誠懲確"
)
"""Traditional characters that office texts meet; none of them stands in a simplified text."""


def signs_wrong(found: Sequence[Passage]) -> Iterator[Remark]:
    """Each hollow, garbled or wrongly punctuated place of all passages."""
    for each in found:
        if each.text:
            yield from _hollow(each)
            yield from _garbled(each)
            yield from _punctuation(each)


def _hollow(each: Passage) -> Iterator[Remark]:
    clause = RULES[NO_GARBLE].clause
    taken: list[range] = []
    for pattern, wrong in HOLLOW:
        for found in pattern.finditer(each.text):
            if each.figure_at(found.start()) or any(found.start() in one for one in taken):
                continue
            taken.append(range(found.start(), found.end()))
            yield each.remark(clause, f"「{each.text[max(0, found.start() - 4) : found.end()]}」{wrong}，请补正。")


def _garbled(each: Passage) -> Iterator[Remark]:
    clause = RULES[NO_GARBLE].clause
    kinds: dict[str, list[str]] = {}
    for words, wrong in garbled(each.text):
        if wrong != "数字空缺" or not any(pattern.search(words) for pattern, _ in HOLLOW):
            kinds.setdefault(wrong, []).append(words)
    for wrong, places in kinds.items():
        yield each.remark(clause, f"「{places[0]}」{_more(places)}{wrong}，请改正。")
    for found in LOST.finditer(each.text):
        yield each.remark(clause, f"「{_near(each, found)}」有乱码或丢失的字，请改正。")
    strange = [one for one in dict.fromkeys(each.text) if one in TRADITIONAL]
    if strange:
        yield each.remark(clause, f"「{'、'.join(strange[:10])}」是繁体字，应改用规范的简化字。")
    for wide in dict.fromkeys(WIDE.findall(each.text)):
        yield each.remark(NUMERALS, f"「{wide}」是全角的数字或字母，应写作半角的“{_narrow(wide)}”。")


def _more(places: Sequence[str]) -> str:
    return f"等{len(places)}处" if len(places) > 1 else ""


def _narrow(text: str) -> str:
    return "".join(chr(ord(one) - 0xFEE0) for one in text)


def _near(each: Passage, found: re.Match[str]) -> str:
    return each.text[max(0, found.start() - 4) : found.end() + 4]


def _punctuation(each: Passage) -> Iterator[Remark]:
    text = each.text
    half: dict[str, list[str]] = {}
    for found in HALF_WIDTH.finditer(text):
        half.setdefault(found[0], []).append(_near(each, found))
    for sign, places in half.items():
        yield each.remark(PUNCTUATION, f"「{places[0]}」{_more(places) or '处'}的“{sign}”是半角标点，请改为全角。")
    for found in DOUBLED.finditer(text):
        yield each.remark(PUNCTUATION, f"「{_near(each, found)}」处的标点“{found[0]}”重复或多余，请改正。")
    for found in OPENS_WITH.finditer(text):
        yield each.remark(PUNCTUATION, f"「{text[found.start() : found.start() + 8]}」以标点“{found[0]}”开头，请改正。")
    if each.kind == "paragraph" and (cut := CUT_OFF.search(text)):
        yield each.remark(PUNCTUATION, f"「{text[-8:]}」以“{cut[0]}”结尾，句子没有写完。")
    for opening, closing in PAIRS:
        if text.count(opening) != text.count(closing):
            yield each.remark(PUNCTUATION, f"「{opening}」与「{closing}」不成对，请补全。")
