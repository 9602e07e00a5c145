"""Figures of seals used, rules made and news published (公文)."""

from __future__ import annotations

from app.figures.conditions import equals, filled, one_of, yes
from app.figures.declaring import count, different, first, ratio, total
from app.figures.figure import Figure, Standing, Upto
from app.figures.paths import of
from app.figures.people import STAFF_STUDY_GROUP
from app.models.documents.press import Press
from app.models.documents.regulation import Regulation
from app.models.documents.seal import Seal
from app.models.people.staff import Staff

RULES = one_of(Regulation.form, "制度", "办法")

SEALS_TIMES = Figure("seals.times", "用印次数", unit="次", of=count(Seal), dated=Seal.date, by=(Seal.seal, Seal.office))

REGULATIONS_TOTAL = Figure(
    "regulations.total",
    "制定完善制度项数",
    unit="项",
    of=count(Regulation),
    where=(one_of(Regulation.change, "新建", "修订", "完善"), RULES),
    dated=Regulation.date,
    by=(Regulation.domain, Regulation.volume, Regulation.campaign, Regulation.change),
)
REGULATIONS_IN_FORCE = Figure(
    "regulations.in_force",
    "现行制度项数",
    unit="项",
    of=count(Regulation),
    where=(yes(Regulation.in_force), RULES),
    dated=Standing(Regulation.date, Regulation.repealed),
    by=(Regulation.domain, Regulation.volume),
)
REGULATIONS_IMPROVED = Figure(
    "regulations.improved",
    "修订完善制度项数",
    unit="项",
    of=count(Regulation),
    where=(one_of(Regulation.change, "修订", "完善"), RULES),
    dated=Regulation.date,
    by=(Regulation.domain, Regulation.campaign),
)
REGULATIONS_VOLUME_YEAR = Figure(
    "regulations.volume_year",
    "制度汇编年份",
    unit="年",
    of=first(Regulation.date),
    where=filled(Regulation.volume),
    dated=Upto(Regulation.date),
    by=(Regulation.volume,),
)
REGULATIONS_CLAUSES = Figure(
    "regulations.clauses",
    "规范用语与提示条数",
    unit="条",
    of=total(Regulation.clauses),
    where=one_of(Regulation.form, "规范用语", "提示倡议"),
    dated=Regulation.date,
    by=(Regulation.form, Regulation.title),
)
REGULATIONS_COPIES = Figure(
    "regulations.copies",
    "提示倡议印制份数",
    unit="份",
    of=total(Regulation.copies),
    where=equals(Regulation.form, "提示倡议"),
    dated=Regulation.date,
    by=(Regulation.title,),
)

PRESS_PUBLISHED = Figure(
    "press.published",
    "宣传信息采用条数",
    unit="条",
    of=count(Press),
    where=yes(Press.adopted),
    dated=Press.date,
    by=(Press.kind, Press.level, Press.outlet, Press.outlet_kind, Press.content_kind),
)
PRESS_REPORTS_USED = Figure(
    "press.reports_used",
    "信息报送采用条数",
    unit="条",
    of=count(Press),
    where=(equals(Press.kind, "信息报送"), yes(Press.adopted)),
    dated=Press.date,
    by=(Press.level, Press.outlet),
)
PRESS_BULLETINS = Figure(
    "press.bulletins",
    "编发简报期数",
    unit="期",
    of=count(Press),
    where=equals(Press.kind, "信息简报"),
    dated=Press.date,
    by=(Press.campaign,),
)
PRESS_REPORTERS = Figure(
    "press.reporters",
    "请记者报道次数",
    unit="次",
    of=count(Press),
    where=equals(Press.kind, "记者报道"),
    dated=Press.date,
)
PRESS_MEMBERS_PUBLISHED = Figure(
    "press.members_published",
    "发表理论文章的中心组成员人数",
    unit="人",
    of=different(Press.staff),
    where=(
        equals(Press.kind, "理论文章"),
        yes(Press.adopted),
        one_of(Press.level, "中央", "省", "市", "县"),
        yes(of(Press.staff, Staff.study_group)),
    ),
    dated=Press.date,
)
PRESS_MEMBERS_PUBLISHED_RATE = Figure(
    "press.members_published_rate",
    "中心组成员发表理论文章比例",
    unit="%",
    of=ratio(PRESS_MEMBERS_PUBLISHED, STAFF_STUDY_GROUP),
)
