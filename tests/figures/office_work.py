"""The office by hand: documents, outreach, reception, money, campaigns."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection

from app.models.budgets.budget import Budget
from app.models.budgets.expense import Expense
from app.models.conduct.campaign import Campaign, CampaignStage
from app.models.documents.incoming import Incoming
from app.models.documents.outgoing import Outgoing
from app.models.outreach.donation import Donation
from app.models.outreach.opinion import Opinion
from app.models.outreach.petition import Petition
from app.models.outreach.visit import Visit
from app.models.reception.reception import Reception
from app.models.reception.visitor import Visitor
from tests.figures.records import (
    DRIVE,
    FIRST_VILLAGE,
    LI,
    MAIN_OFFICE,
    OLD_RECEPTION_LINE,
    OLD_SUPPLIES,
    RECEPTION_LINE,
    SECOND_VILLAGE,
    SUPPLIES,
    WANG,
    ZHANG,
    ZHAO,
    Values,
    add,
)


def incoming(connection: Connection) -> None:
    """Done on the last day of its term, a day late, after the year, not at all; a secret one."""
    handle = {"handling": "办件"}
    number = {"doc_no": "县发〔2025〕001号", "sender": "县水利局", "urgency": "加急", "office_id": MAIN_OFFICE}
    add(connection, Incoming, received="2025-01-01", done="2025-02-01", due="2025-02-01", **number, **handle)
    again = {"doc_no": "县发〔2025〕001号", **handle}
    add(connection, Incoming, received="2025-06-01", done="2025-07-02", due="2025-07-01", **again)
    add(connection, Incoming, received="2025-12-01", done="2026-01-01", due="2025-12-30", **handle)
    add(connection, Incoming, received="2025-12-02", due="2025-12-31", **handle)
    add(connection, Incoming, received="2025-12-31", done="2025-12-31", **handle)
    add(connection, Incoming, received="2025-03-01", handling="阅件", secrecy="机密", doc_no="县秘〔2025〕1号")
    add(connection, Incoming, received="2025-03-02", urgency="特急", doc_no="函9")
    add(connection, Incoming, received="2024-12-31", done="2025-01-01", **handle)
    add(connection, Incoming, received="2025-03-02", done="2025-03-03", trashed=True, **handle)


def outgoing(connection: Connection) -> None:
    """Two of the three of 2025 are stage documents; a draft is signed but not issued; 2024 had two joint ones."""
    of_2025: Values = {"year": 2025, "code": "云政发"}
    first = {
        "status": "已印发",
        "issuer": "党政联合",
        "stage": "实施方案",
        "archived": "2025-12-31",
        "retention": "永久",
    }
    add(
        connection, Outgoing, issued="2025-01-05", number="〔2025〕1号", serial=1, campaign_id=DRIVE, **first, **of_2025
    )
    second = {
        "status": "已归档",
        "issuer": "政府",
        "stage": "不涉及",
        "archived": "2026-01-01",
        "number": "〔2025〕2号",
    }
    add(connection, Outgoing, issued="2025-02-05", serial=2, **second, **of_2025)
    void = {"status": "撤销", "issuer": "党委", "number": "〔2025〕3号"}
    add(connection, Outgoing, issued="2025-03-05", serial=3, **void, **of_2025)
    report = {"stage": "总结报告", "issuer": "党委", **of_2025}
    add(connection, Outgoing, status="拟稿", signed="2025-11-30", **report)
    add(connection, Outgoing, issued="2025-12-20", status="已印发", signed="2025-12-10", number="无号", **report)
    for serial in (1, 2):
        joint = {"year": 2024, "code": "云委发", "status": "已印发", "issuer": "党政联合"}
        add(connection, Outgoing, issued="2024-05-05", serial=serial, number=f"〔2024〕{serial}号", **joint)
    add(connection, Outgoing, issued="2025-12-20", status="已印发", signed="2025-12-30", trashed=True, **report)


def visits(connection: Connection) -> None:
    """Two visits of one day, overlapping trips, one over each New Year, halves and quarters."""

    def visit(staff: int, day: str, days: str, **given: Any) -> None:
        place = {"village_id": FIRST_VILLAGE, "kind": "入户走访"}
        add(connection, Visit, staff_id=staff, date=day, days=days, **(place | given))

    visit(WANG, "2025-03-01", "0.5", transport="步行", found="渠坏", solved=True, households=3)
    visit(WANG, "2025-03-01", "1", village_id=SECOND_VILLAGE, transport="公务用车", found="", thoughts="想法")
    visit(WANG, "2025-03-10", "2.5")
    visit(WANG, "2025-03-12", "1")
    visit(LI, "2024-12-30", "4")
    visit(LI, "2025-12-31", "3")
    visit(ZHANG, "2025-05-05", "0.5", transport="公共交通", found="路烂", campaign_id=DRIVE)
    visit(ZHANG, "2025-05-05", "0.25", kind="下访")
    visit(ZHAO, "2025-05-05", "1", trashed=True, found="不计")


def donations(connection: Connection) -> None:
    """Money without goods, goods without money."""
    student: Values = {"kind": "困难学生", "money": "100.10", "expected": 10, "donors": 8}
    add(connection, Donation, date="2025-01-10", **student)
    flood: Values = {"kind": "灾区", "goods": "50.05", "items": 5, "donors": 3, "goods_name": "棉被"}
    add(connection, Donation, date="2025-02-10", **flood)
    add(connection, Donation, date="2024-06-01", kind="公益", money="5")
    add(connection, Donation, date="2012-05-01", kind="公益", money="7")
    add(connection, Donation, date="2011-05-01", kind="公益", money="7", trashed=True)


def opinions(connection: Connection) -> None:
    """Two adopted of four."""
    village = {"source": "入户走访", "village_id": FIRST_VILLAGE}
    add(connection, Opinion, date="2025-01-01", adopted="已采纳", **village)
    add(connection, Opinion, date="2025-02-01", source="座谈会", adopted="未采纳")
    add(connection, Opinion, date="2025-03-01", source="机关干部建议", adopted="已采纳", staff_id=LI)
    add(connection, Opinion, date="2025-12-31", source="机关干部建议", adopted="研究中", staff_id=WANG)
    add(connection, Opinion, date="2024-12-31", source="座谈会", adopted="已采纳")
    add(connection, Opinion, date="2025-02-01", source="座谈会", adopted="已采纳", trashed=True)


def petitions(connection: Connection) -> None:
    """Closed in the year, after it, from the year before; open past its term, extended to the last day, refused."""
    closed = {"status": "已办结"}
    add(connection, Petition, date="2025-01-05", channel="来访", persons=3, done="2025-02-01", level="镇", **closed)
    add(connection, Petition, date="2025-03-01", channel="来信", done="2026-01-05", status="已化解")
    add(connection, Petition, date="2024-12-01", persons=2, done="2025-01-10", backlog=True, **closed)
    late = {"status": "办理中", "due": "2025-08-01", "level": "京"}
    add(connection, Petition, date="2025-06-01", persons=5, backlog=True, **late)
    longer = {"status": "受理", "due": "2025-08-01", "extended": "2025-12-31", "level": "省"}
    add(connection, Petition, date="2025-07-01", **longer)
    add(connection, Petition, date="2025-07-02", status="不予受理", due="2025-08-01")
    add(connection, Petition, date="2025-07-03", backlog=True, trashed=True, **late)


def receptions(connection: Connection) -> None:
    """One settled, one held without a letter, one granted without, one cancelled."""
    paid = {"meal_cost": "300.50", "lodging_cost": "100", "letter_no": "函1", "origin": "县内"}
    add(connection, Reception, date="2025-01-01", status="已结算", guests_count=10, **paid)
    add(connection, Reception, date="2025-02-01", status="已接待", guests_count=3)
    add(connection, Reception, date="2025-03-01", status="已审批", guests_count=5)
    add(connection, Reception, date="2025-04-01", status="已取消", guests_count=9, meal_cost="1000")
    add(connection, Reception, date="2024-04-01", status="已结算", guests_count=9, meal_cost="1000")
    add(connection, Reception, date="2025-04-01", status="已结算", guests_count=9, meal_cost="1", trashed=True)


def visitors(connection: Connection) -> None:
    """Done the same day, the day after, without saying that papers were complete, after the year."""
    matter = {"kind": "办理事项", "receiver_id": WANG}
    first = {"complete": True, "done": "2025-01-02", "persons": 2, "leader_id": LI, "village": "甲村二组"}
    add(connection, Visitor, date="2025-01-02", **matter, **first)
    add(connection, Visitor, date="2025-01-03", complete=True, done="2025-01-04", **matter)
    add(connection, Visitor, date="2025-01-04", done="2025-01-04", **matter)
    add(connection, Visitor, date="2025-12-31", complete=True, done="2026-01-01", kind="反映问题", receiver_id=LI)
    add(connection, Visitor, date="2024-12-31", complete=True, done="2024-12-31", **matter)
    add(connection, Visitor, date="2025-01-05", complete=True, done="2025-01-05", trashed=True, **matter)


def budgets(connection: Connection) -> None:
    """A line taken down, one of the three public expenses; a payment taken back; 2024 a little less."""
    common, public = {"three_public": "非三公", "item": "办公费"}, {"three_public": "公务接待费", "item": "接待费"}
    add(connection, Budget, year=2025, name="日常办公", amount="1000", adjusted="-100.10", **common)
    add(connection, Budget, year=2025, name="公务接待", amount="500", special=True, **public)
    add(connection, Budget, year=2024, name="日常办公", amount="800", **common)
    add(connection, Budget, year=2024, name="公务接待", amount="400", **public)
    add(connection, Budget, year=2025, name="误录", amount="400", trashed=True, **public)

    def spend(day: str, line: int, amount: str, **given: Any) -> None:
        usual_ones = {"payment": "转账", "nature": "其他"}
        add(connection, Expense, date=day, budget_id=line, amount=amount, **(usual_ones | given))

    spend("2025-01-05", SUPPLIES, "100.10", payment="公务卡", payee="甲店", nature="办公用品", quantity="3", unit="台")
    spend("2025-02-05", RECEPTION_LINE, "200.20", payee="乙店", campaign_id=DRIVE)
    spend("2025-03-05", SUPPLIES, "-0.30", payee="甲店")
    spend("2025-12-31", SUPPLIES, "50", payment="公务卡", quantity="2.5", unit="平台")
    spend("2024-02-05", OLD_SUPPLIES, "249.95")
    spend("2024-12-31", OLD_RECEPTION_LINE, "100")
    spend("2025-06-01", SUPPLIES, "999", trashed=True)


def campaigns(connection: Connection) -> None:
    """One that runs on, one without an end, one that ends on the last day."""
    stage = {"month": date(2025, 3, 1), "content": "动员"}
    add(connection, Campaign, {CampaignStage: [stage] * 2}, title="作风年", date="2025-03-01", end="2026-06-30")
    add(connection, Campaign, {CampaignStage: [stage] * 3}, title="环境整治", date="2024-03-01")
    add(connection, Campaign, {CampaignStage: [stage]}, title="清欠", date="2025-03-01", end="2025-12-31")
    add(connection, Campaign, {CampaignStage: [stage]}, title="误录", date="2025-03-01", trashed=True)
