"""Kinds of value: how each is read from what a clerk types or a sheet holds, shown, and written into a workbook.

Nothing here knows a register or a store. A reference is read with a lookup that is passed in.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

LINE_LENGTH = 500
PROSE_LENGTH = 20_000
MONEY_LIMIT = Decimal("99999999999.99")
DECIMALS = 4


class Misread(ValueError):
    """What was given is no value of this kind; the message is one Chinese sentence for the one who typed it."""


def no_lookup(register: str, text: str) -> int:
    """A lookup that knows nothing, for kinds that need none."""
    raise Misread(f"「{text[:30]}」在登记簿中没有找到。")


@dataclass(frozen=True)
class Reading:
    """What reading a text depends on besides the text."""

    today: date
    year: int | None = None
    """Year of days typed without one; this year where not given."""
    find: Callable[[str, str], int] = no_lookup
    """(register key, text) → id of the record of that name, or Misread with the reason."""


def plain_text(given: object) -> str:
    """The given value as a trimmed text; a whole float loses its point."""
    if given is None:
        return ""
    if isinstance(given, float) and given.is_integer():
        given = int(given)
    text = str(given)
    if len(text) > PROSE_LENGTH * 10:
        raise Misread(f"内容有 {len(text)} 个字，太长了，请控制在 {PROSE_LENGTH} 字以内。")
    return text.replace("\u3000", " ").replace("\xa0", " ").replace("\ufeff", "").strip()


def narrow(text: str) -> str:
    """Full-width digits, letters and marks as half-width ones."""
    return unicodedata.normalize("NFKC", text)


@dataclass(frozen=True)
class Kind:
    """One kind of value; a subclass says how it is read and shown."""

    key: ClassVar[str] = ""
    right_aligned: ClassVar[bool] = False
    spreadsheet_format: ClassVar[str] = "@"

    def read(self, given: object, at: Reading) -> Any:
        """The value, or None for an empty cell; Misread where it is no value of this kind."""
        text = plain_text(given)
        return self.read_text(text, at) if text else None

    def read_text(self, text: str, at: Reading) -> Any:
        """The value of a text that is not empty."""
        raise NotImplementedError

    def show(self, value: Any) -> str:
        """The value as screen and paper show it; empty for None."""
        return "" if value is None else str(value)

    def spreadsheet(self, value: Any) -> Any:
        """The value as a workbook holds it."""
        return self.show(value)


@dataclass(frozen=True)
class LineKind(Kind):
    """One line of text (单行文字), line breaks folded into spaces."""

    key: ClassVar[str] = "text"

    def read_text(self, text: str, at: Reading) -> str | None:
        """The line; control characters are dropped."""
        parts = (part.strip() for part in re.split(r"[\r\n]+", printable(text)))
        line = " ".join(part for part in parts if part)
        if len(line) > LINE_LENGTH:
            raise Misread(f"内容有 {len(line)} 个字，这一栏最多 {LINE_LENGTH} 字，长的内容请写到多行栏目或备注里。")
        return line or None


@dataclass(frozen=True)
class ProseKind(Kind):
    """Several lines of text (多行文字)."""

    key: ClassVar[str] = "long"

    def read_text(self, text: str, at: Reading) -> str | None:
        """The text with line ends alike."""
        prose = printable(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
        if len(prose) > PROSE_LENGTH:
            raise Misread(f"内容有 {len(prose)} 个字，这一栏最多 {PROSE_LENGTH} 字，请改为附件或分成几条登记。")
        return prose or None


def printable(text: str) -> str:
    """The text without control characters, tabs as spaces."""
    text = text.replace("\t", " ").replace("_x000D_", "")
    return "".join(c for c in text if c == "\n" or c == "\r" or unicodedata.category(c) not in ("Cc", "Cs", "Co"))


NUMBER = re.compile(r"[-+−－]?[\d,，]*\.?\d+")
COUNT_WORDS = (
    "人次|户次|人|名|位|份|件|条|次|户|天|日|个|课时|学时|小时|分钟|篇|部|台|辆|套|公里|km|页|岁|年|期|字|元|%|"
    "本|册|批|场|级|号|包|箱|吨|亩|平方米|米|间|张|周"
)


MOST_DIGITS = 15
"""Digits before the point that any number of an office has."""


def amount_of(text: str, units: str, at_most: int, what: str) -> Decimal:
    """The number in a text such as «1,200元», «0.5万元», «3天» or «（300）», exact; Misread for anything else."""
    bare = narrow(text).replace(" ", "").replace("¥", "").replace("￥", "").replace("−", "-")
    found = re.fullmatch(rf"\(?([-+]?(?:\d{{1,3}}(?:[,，]\d{{3}})+|\d+)?(?:\.\d+)?)(万|亿)?(?:{units})?整?\)?", bare)
    if not found or not re.search(r"\d", found[1]):
        raise Misread(f"「{text[:30]}」不是{what}，请填写数字，如 {'1200.50' if what == '金额' else '3'}。")
    digits = found[1].replace(",", "").replace("，", "")
    if len(digits.lstrip("+-0").partition(".")[0]) > MOST_DIGITS:
        raise Misread(f"「{text[:30]}」太大了，请检查。")
    number = Decimal(digits)
    number *= {"万": 10_000, "亿": 100_000_000}.get(found[2] or "", 1)
    if bare.startswith("(") and bare.endswith(")"):
        number = -number
    if number != round(number, at_most):
        if at_most == 0:
            raise Misread(f"「{text[:30]}」不是整数，请填写整数，如 3。")
        raise Misread(f"「{text[:30]}」小数位太多，{what}最多 {at_most} 位小数。")
    return number


def number_of(given: object, units: str, at_most: int, what: str) -> Decimal | None:
    """The exact number of a cell: a text, an int, or a float as a sheet shows it."""
    if given is None or given == "":
        return None
    if isinstance(given, bool):
        raise Misread(f"「{'是' if given else '否'}」不是{what}，请填写数字。")
    if isinstance(given, float):
        try:
            shown = round(Decimal(repr(given)), 9).normalize()
        except InvalidOperation as error:
            raise Misread(f"「{given}」不是{what}，请填写数字。") from error
        given = f"{shown:f}"
    text = plain_text(given)
    return amount_of(text, units, at_most, what) if text else None


@dataclass(frozen=True)
class WholeKind(Kind):
    """A whole number (整数); negative ones are refused unless allowed."""

    key: ClassVar[str] = "int"
    right_aligned: ClassVar[bool] = True
    spreadsheet_format: ClassVar[str] = "0"
    negative: bool = False

    def read(self, given: object, at: Reading) -> int | None:
        """The whole number, its unit dropped."""
        number = number_of(given, COUNT_WORDS, 0, "整数")
        if number is None:
            return None
        if number < 0 and not self.negative:
            raise Misread(f"「{plain_text(given)[:30]}」是负数，请填写不小于 0 的整数。")
        if abs(number) > 10**12:
            raise Misread(f"「{plain_text(given)[:30]}」太大了，请检查。")
        return int(number)

    def show(self, value: int | None) -> str:
        """Digits without separators: years and counts alike."""
        return "" if value is None else str(value)

    def spreadsheet(self, value: int | None) -> int | None:
        """The number itself."""
        return value


@dataclass(frozen=True)
class NumberKind(Kind):
    """A decimal number (数量) of at most four places."""

    key: ClassVar[str] = "decimal"
    right_aligned: ClassVar[bool] = True
    spreadsheet_format: ClassVar[str] = "0.####"
    negative: bool = False

    def read(self, given: object, at: Reading) -> Decimal | None:
        """The exact number; 半天 is half a day."""
        text = plain_text(given) if isinstance(given, str) else ""
        if text in ("半天", "半日"):
            return Decimal("0.5")
        number = number_of(given, COUNT_WORDS, DECIMALS, "数字")
        if number is not None and number < 0 and not self.negative:
            raise Misread(f"「{plain_text(given)[:30]}」是负数，请填写不小于 0 的数字。")
        if number is not None and abs(number) > 10**13:
            raise Misread(f"「{plain_text(given)[:30]}」太大了，请检查。")
        return number

    def show(self, value: Decimal | None) -> str:
        """Without trailing zeros."""
        return "" if value is None else trimmed(value)

    def spreadsheet(self, value: Decimal | None) -> float | None:
        """A spreadsheet number; four places survive a float."""
        return None if value is None else float(value)


def trimmed(value: Decimal) -> str:
    """A decimal number without trailing zeros or exponent."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(frozen=True)
class MoneyKind(Kind):
    """Yuan, exact to the fen (金额); 万元 and thousands commas are read."""

    key: ClassVar[str] = "money"
    right_aligned: ClassVar[bool] = True
    spreadsheet_format: ClassVar[str] = "#,##0.00"
    negative: bool = False

    def read(self, given: object, at: Reading) -> Decimal | None:
        """The amount in yuan with two places."""
        number = number_of(given, "元", 2, "金额")
        if number is None:
            return None
        if number < 0 and not self.negative:
            raise Misread(f"「{plain_text(given)[:30]}」是负数，金额不能小于 0。")
        if abs(number) > MONEY_LIMIT:
            raise Misread(f"「{plain_text(given)[:30]}」太大了，请检查单位是不是元。")
        return number.quantize(Decimal("0.01"))

    def show(self, value: Decimal | None) -> str:
        """With thousands commas and two places."""
        return "" if value is None else f"{value:,.2f}"

    def spreadsheet(self, value: Decimal | None) -> float | None:
        """A spreadsheet number; fen survive a float below 10^13 yuan."""
        return None if value is None else float(value)


TRUE_WORDS = frozenset(("是", "√", "✓", "✔", "☑", "对", "有", "1", "true", "TRUE", "True", "y", "Y", "已", "●"))
FALSE_WORDS = frozenset(
    (
        "否",
        "×",
        "✗",
        "✘",
        "☐",
        "□",
        "无",
        "没有",
        "0",
        "false",
        "FALSE",
        "False",
        "n",
        "N",
        "未",
        "不",
        "○",
        "/",
        "-",
        "—",
    )
)


@dataclass(frozen=True)
class YesNoKind(Kind):
    """是 or 否; empty means 否."""

    key: ClassVar[str] = "bool"

    def read(self, given: object, at: Reading) -> bool | None:
        """True for 是 √ ✓, False for 否 ×, None for empty."""
        return given if isinstance(given, bool) else super().read(given, at)

    def read_text(self, text: str, at: Reading) -> bool:
        """The truth of one of the words that clerks use."""
        if text in TRUE_WORDS:
            return True
        if text in FALSE_WORDS:
            return False
        raise Misread(f"「{text[:30]}」看不出是还是否，请填写「是」或「否」。")

    def show(self, value: bool | None) -> str:
        """是, 否 or nothing."""
        return "" if value is None else "是" if value else "否"


@dataclass(frozen=True)
class ChoiceKind(Kind):
    """One label of a fixed list (选项), stored as it stands there."""

    key: ClassVar[str] = "choice"
    choices: tuple[str, ...] = ()
    others: Mapping[str, str] = field(default_factory=dict, compare=False)
    """Other words that mean a choice: 撤销 for 作废."""

    def read_text(self, text: str, at: Reading) -> str:
        """The label meant: the same, another word for it, or the same but for brackets and spaces."""
        if text in self.choices:
            return text
        if text in self.others:
            return self.others[text]
        folded = fold(text)
        for choice in self.choices:
            if fold(choice) == folded:
                return choice
        raise Misread(f"「{text[:30]}」不在可选范围内，请从「{'、'.join(self.choices)}」中选择。")


def fold(text: str) -> str:
    """A text for comparison: narrow, without spaces and brackets, in lower case."""
    return re.sub(r"[\s()\[\]〔〕【】]", "", narrow(text)).lower()


@dataclass(frozen=True)
class ReferenceKind(Kind):
    """One record of another register, stored as its id, named by its title."""

    key: ClassVar[str] = "ref"
    register: str = ""

    def read(self, given: object, at: Reading) -> int | None:
        """The id of the record of that name."""
        text = plain_text(given)
        return at.find(self.register, text) if text else None


NAME_MARKS = re.compile(r"[、,，;；\n/]+")


def names_in(text: str) -> list[str]:
    """The names in one text field, separated by 、 ，, ； or line breaks."""
    return [name.strip() for name in NAME_MARKS.split(text) if name.strip()]


@dataclass(frozen=True)
class ReferencesKind(Kind):
    """Several records of another register, in the order given."""

    key: ClassVar[str] = "refs"
    register: str = "staff"

    def read(self, given: object, at: Reading) -> tuple[int, ...]:
        """The ids, each once."""
        names = names_in(plain_text(given))
        return tuple(dict.fromkeys(at.find(self.register, name) for name in names))


EXCEL_EPOCH = datetime(1899, 12, 30)
LONGEST_DAY = 60
"""A longer text is no day; reading it would only take long."""
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
RELATIVE_DAYS = {"今天": 0, "今日": 0, "昨天": -1, "昨日": -1, "前天": -2, "明天": 1, "明日": 1, "后天": 2}
FULL_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
SHORT_YEAR_DAY = re.compile(r"(\d{2})[-./年](\d{1,2})[-./月](\d{1,2})[日号]?")
MONTH_ONLY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?")
DAY_OF_YEAR = re.compile(r"(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
TIME_TAIL = re.compile(r"[T\s]+\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:\.\d+)?)?$")
WEEKDAY_TAIL = re.compile(r"[\s(]*(?:星期|周|礼拜)[一二三四五六日天]\)?$")


def calendar_day(year: int, month: int, day: int, text: str) -> date:
    """The day, or Misread naming what the calendar lacks."""
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise Misread(f"「{text[:30]}」不是存在的日期，请检查年月日。") from error
    if not EARLIEST <= found <= LATEST:
        raise Misread(f"「{text[:30]}」年份不对，请填写 1900 年以后的日期。")
    return found


def excel_day(number: float, text: str) -> datetime:
    """The moment behind a spreadsheet's own day number."""
    if not 1 <= number < 110_000:
        raise Misread(f"「{text[:30]}」不是日期，请按 2026-03-07 填写。")
    return EXCEL_EPOCH + timedelta(days=number)


@dataclass(frozen=True)
class DayKind(Kind):
    """A day (日期), read in every form a clerk writes."""

    key: ClassVar[str] = "date"
    spreadsheet_format: ClassVar[str] = "yyyy-mm-dd"

    def read(self, given: object, at: Reading) -> date | None:
        """The day; a spreadsheet's own days pass."""
        if isinstance(given, datetime):
            given = given.date()
        if isinstance(given, date):
            return calendar_day(given.year, given.month, given.day, given.isoformat())
        day: date | None = super().read(given, at)
        return day

    def read_text(self, text: str, at: Reading) -> date:
        """2026-03-07, 2026.3.7, 2026年3月7日, 20260307, 3月7日, 3.7, 3/7, 今天, 昨天, 1985.03."""
        if text in RELATIVE_DAYS:
            return at.today + timedelta(days=RELATIVE_DAYS[text])
        given = narrow(text).strip() if len(text) <= LONGEST_DAY else ""
        bare = WEEKDAY_TAIL.sub("", TIME_TAIL.sub("", given)).strip().rstrip(".")
        for pattern in (FULL_DAY, SHORT_YEAR_DAY):
            if found := pattern.fullmatch(bare):
                year = int(found[1]) + (2000 if len(found[1]) == 2 else 0)
                return calendar_day(year, int(found[2]), int(found[3]), text)
        if re.fullmatch(r"\d{8}", bare):
            return calendar_day(int(bare[:4]), int(bare[4:6]), int(bare[6:]), text)
        if found := MONTH_ONLY.fullmatch(bare):
            return calendar_day(int(found[1]), int(found[2]), 1, text)
        if found := DAY_OF_YEAR.fullmatch(bare):
            return calendar_day(at.year or at.today.year, int(found[1]), int(found[2]), text)
        if re.fullmatch(r"\d{5}(?:\.\d+)?", bare):
            return excel_day(float(bare), text).date()
        raise Misread(f"「{text[:30]}」不是日期，请按 2026-03-07 或 3月7日 填写。")

    def show(self, value: date | None) -> str:
        """2026-03-07."""
        return "" if value is None else value.isoformat()

    def spreadsheet(self, value: date | None) -> date | None:
        """The day itself."""
        return value


CLOCK = re.compile(
    r"(上午|下午|晚上|中午|早上|凌晨)?(\d{1,2})(?:[:：时点](?P<minute>\d{1,2}|半)?分?|\.(?P<dotted>\d{2}))(?:[:：]\d{1,2})?"
)


@dataclass(frozen=True)
class ClockKind(Kind):
    """A time of the day (时间)."""

    key: ClassVar[str] = "time"
    spreadsheet_format: ClassVar[str] = "hh:mm"

    def read(self, given: object, at: Reading) -> time | None:
        """The time; a spreadsheet's own times and fractions of a day pass."""
        if isinstance(given, timedelta):
            given = given.total_seconds() / 86400
        if isinstance(given, datetime):
            given = given.time()
        if isinstance(given, time):
            return given.replace(second=0, microsecond=0, tzinfo=None)
        if isinstance(given, float) and 0 <= given < 1:
            minutes = round(given * 1440) % 1440
            return time(minutes // 60, minutes % 60)
        clock: time | None = super().read(given, at)
        return clock

    def read_text(self, text: str, at: Reading) -> time:
        """9:00, 09:00, 下午2:30, 9点半, 14时."""
        bare = narrow(text).replace(" ", "")
        if re.fullmatch(r"\d{4}", bare):
            bare = f"{bare[:2]}:{bare[2:]}"
        found = CLOCK.fullmatch(bare)
        if not found:
            raise Misread(f"「{text[:30]}」不是时间，请按 9:00 或 下午2:30 填写。")
        told = found["minute"] or found["dotted"]
        hour, minute = int(found[2]), 30 if told == "半" else int(told or 0)
        if (found[1] in ("下午", "晚上") and hour < 12) or (found[1] == "中午" and hour < 3):
            hour += 12
        if hour > 23 or minute > 59:
            raise Misread(f"「{text[:30]}」不是存在的时间，请按 9:00 或 下午2:30 填写。")
        return time(hour, minute)

    def show(self, value: time | None) -> str:
        """09:00."""
        return "" if value is None else value.strftime("%H:%M")

    def spreadsheet(self, value: time | None) -> time | None:
        """The time itself."""
        return value


DAY_AND_TIME = re.compile(r"(.+?[日号天\d])[T\s]*((?:上午|下午|晚上|中午|早上)?\s*\d{1,2}\s*[:：时点].*)$")


@dataclass(frozen=True)
class MomentKind(Kind):
    """A day with a time (日期时间)."""

    key: ClassVar[str] = "datetime"
    spreadsheet_format: ClassVar[str] = "yyyy-mm-dd hh:mm"

    def read(self, given: object, at: Reading) -> datetime | None:
        """The moment; a day alone is its midnight."""
        if isinstance(given, datetime):
            return given.replace(second=0, microsecond=0, tzinfo=None)
        if isinstance(given, date):
            return datetime(given.year, given.month, given.day)
        if isinstance(given, float):
            return (excel_day(given, plain_text(given)) + timedelta(seconds=30)).replace(second=0, microsecond=0)
        moment: datetime | None = super().read(given, at)
        return moment

    def read_text(self, text: str, at: Reading) -> datetime:
        """A day, then optionally a time."""
        found = DAY_AND_TIME.match(text) if len(text) <= LONGEST_DAY else None
        day = DayKind().read(found[1] if found else text, at)
        clock = ClockKind().read(found[2], at) if found else time(0, 0)
        if day is None or clock is None:
            raise Misread(f"「{text[:30]}」不是日期时间，请按 2026-03-07 09:00 填写。")
        return datetime.combine(day, clock)

    def show(self, value: datetime | None) -> str:
        """2026-03-07 09:00."""
        return "" if value is None else value.strftime("%Y-%m-%d %H:%M")

    def spreadsheet(self, value: datetime | None) -> datetime | None:
        """The moment itself."""
        return value


@dataclass(frozen=True)
class RowsKind(Kind):
    """Child rows, kept with their record; each column has a kind of its own."""

    key: ClassVar[str] = "rows"

    def show(self, value: Sequence[Mapping[str, Any]] | None) -> str:
        """How many there are."""
        return f"{len(value)} 项" if value else ""
