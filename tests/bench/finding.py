"""How fast one finds as one types among a million records, against LIKE over the same texts in the same run."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from sqlalchemy import func, insert, select, text

from app.models import BY_KEY
from app.models.base import Base
from app.services.desk import Desk, create_desk
from app.services.listing import Wanted, first_page
from app.store import search
from tests.bench.measuring import limit_line

ROWS, CHUNK, TIMES = 1_000_000, 20_000, 40
GOAL = 0.050
"""Seconds within which the first results stand there, at the 95th percentile."""
SENDERS = (
    "县农业农村局",
    "县财政局",
    "县委办公室",
    "市乡村振兴局",
    "县住房和城乡建设局",
    "县应急管理局",
    "县信访局",
    "县水利局",
)
SUBJECTS = (
    "秋冬季农业生产",
    "年度预算执行",
    "森林防灭火",
    "信访事项办理",
    "农村人居环境整治",
    "值班值守",
    "防汛抗旱",
    "惠民政策落实",
)
PLACES = "柳溪石桥枫林白鹭茶山竹坞双口云岭梅坪安和禾源青澄桂杉榆"


def paper(number: int, chance: random.Random) -> dict[str, object]:
    """One incoming paper, as such papers are called."""
    day = date(2015, 1, 1) + timedelta(days=number % 4000)
    place = "".join(chance.sample(PLACES, 2))
    return {
        "received": day,
        "sender": SENDERS[number % len(SENDERS)],
        "doc_no": f"云{chance.choice('农财委振建急信水')}发〔{day.year}〕{number % 997}号",
        "title": f"关于做好{place}村{chance.choice(SUBJECTS)}工作的通知（{number}）",
        "number": number,
        "book_number": number,
        "book_year": day.year,
        "secrecy": "无",
        "urgency": "平件",
        "status": "办理中",
    }


def fill(desk: Desk) -> float:
    """A million papers with their words in the index; seconds that the index took."""
    register = BY_KEY["incoming"]
    table, chance, spent = Base.metadata.tables["incoming"], random.Random(7), 0.0
    have = {column.name for column in table.c}
    needed = {column.name: "x" for column in table.c if not column.nullable and column.default is None}
    stamp = {name: "文书" for name in ("made_by", "changed_by") if name in have}
    now = {name: desk.today() for name in ("made_at", "changed_at") if name in have}
    for start in range(1, ROWS + 1, CHUNK):
        numbers = range(start, min(start + CHUNK, ROWS + 1))
        with desk.store.write() as connection:
            rows = [{**stamp, **now, **paper(number, chance), "id": number} for number in numbers]
            kept = [{key: value for key, value in row.items() if key in have} for row in rows]
            missing = set(needed) - set(kept[0])
            assert not missing, missing
            connection.execute(insert(table), kept)
            began = time.perf_counter()
            search.put(connection, register, list(numbers))
            spent += time.perf_counter() - began
    return spent


def seconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def cases() -> dict[str, Callable[[random.Random], Wanted]]:
    """What clerks type."""

    def of(words: Callable[[random.Random], str], **more: object) -> Callable[[random.Random], Wanted]:
        return lambda chance: Wanted("incoming", words(chance), **more)  # type: ignore[arg-type]

    year = {"start": date(2020, 1, 1), "end": date(2020, 12, 31)}
    return {
        "两个字": of(lambda chance: "".join(chance.sample(PLACES, 2))),
        "一个字": of(lambda chance: chance.choice(PLACES)),
        "三个字": of(lambda chance: chance.choice(SUBJECTS)[:3]),
        "拼音首字母两个": of(lambda chance: chance.choice(("nc", "xf", "zb", "fx", "hm"))),
        "拼音首字母三个": of(lambda chance: chance.choice(("ncr", "xfs", "zbz", "fxk", "hmz"))),
        "两个词": of(lambda chance: f"{chance.choice(PLACES)} 信访"),
        "两个字，限一年": of(lambda chance: "".join(chance.sample(PLACES, 2)), **year),
        "没有的词": of(lambda chance: "无此" + chance.choice(PLACES)),
    }


def asked_of(case: Callable[[random.Random], Wanted]) -> list[Wanted]:
    """As many questions of a kind as are measured, the same in every run."""
    chance = random.Random(11)
    return [case(chance) for _ in range(TIMES)]


def by_like(desk: Desk, wanted: Wanted) -> list[int]:
    """The same question without an index: LIKE over three columns, newest first."""
    table = Base.metadata.tables["incoming"]
    found = select(table.c.id).where(table.c.trashed_at.is_(None))
    for word in wanted.find.split():
        like = f"%{word}%"
        found = found.where(table.c.title.like(like) | table.c.sender.like(like) | table.c.doc_no.like(like))
    if wanted.start is not None:
        found = found.where(table.c.received.between(wanted.start, wanted.end))
    with desk.store.read() as connection:
        return list(connection.scalars(found.order_by(table.c.id.desc()).limit(61)))


def main() -> None:
    """Print a line for each kind of question."""
    with tempfile.TemporaryDirectory() as folder:
        desk = create_desk(Path(folder) / "data", "文书")
        spent = fill(desk)
        with desk.store.read() as connection:
            count = connection.scalar(select(func.count()).select_from(Base.metadata.tables["incoming"]))
            assert count == ROWS
            assert connection.scalar(text("PRAGMA quick_check")) == "ok"
        size = (desk.store.folder / "taizhang.db").stat().st_size / 1024 / 1024
        print(f"一百万件收文：建索引 {spent:.0f} 秒，文件 {size:.0f} MB")
        for name, case in cases().items():
            asked = asked_of(case)
            ours = [seconds(partial(first_page, desk, each)) for each in asked]
            peer = [seconds(partial(by_like, desk, each)) for each in asked[:4]]
            late = quantiles(ours, n=20)[-1]
            told = f"一百万条里找{name}（中位 {median(ours) * 1000:.1f}，LIKE {median(peer) * 1000:.1f} 毫秒），95% 在"
            print(limit_line(told, late, GOAL))
        desk.close()


if __name__ == "__main__":
    main()
