"""The office by hand: leaders on reception duty, the window, income, vehicles, supplies, what is made public."""

from __future__ import annotations

from sqlalchemy import Connection

from app.models.budgets.disclosure import Disclosure
from app.models.budgets.income import Income
from app.models.budgets.supply import Supply
from app.models.budgets.vehicle import Vehicle
from app.models.budgets.vehicle_use import VehicleUse
from app.models.reception.reception_day import ReceptionDay
from app.models.reception.window_day import WindowDay
from tests.figures.records import DRIVE, FIRST_VILLAGE, LI, WANG, Values, add


def reception_days(connection: Connection) -> None:
    """Two leaders on one market day, one on the other, one on a common day."""
    add(connection, ReceptionDay, date="2025-01-05", market_day=True, leader_id=WANG, log="来访二批")
    add(connection, ReceptionDay, date="2025-01-05", market_day=True, leader_id=LI, nobody=True)
    add(connection, ReceptionDay, date="2025-01-10", market_day=True, leader_id=WANG)
    add(connection, ReceptionDay, date="2025-01-11", market_day=False, leader_id=LI, log="")
    add(connection, ReceptionDay, date="2024-12-31", market_day=True, leader_id=LI, log="来访")
    add(connection, ReceptionDay, date="2025-01-10", market_day=True, leader_id=LI, log="来访", trashed=True)


def window(connection: Connection) -> None:
    """Two desks on one day, one day without a count of visitors, a visit at home, a market day."""
    desk = {"kind": "窗口日常"}
    add(connection, WindowDay, date="2025-01-01", visitors=30, received=20, finished=19, **desk)
    add(connection, WindowDay, date="2025-01-01", visitors=11, received=1, finished=1, **desk)
    add(connection, WindowDay, date="2025-12-31", received=4, finished=4, **desk)
    home: Values = {"kind": "上门服务", "place": "甲村", "content": "办证", "visitors": 7}
    add(connection, WindowDay, date="2025-05-01", received=8, finished=6, **home)
    add(connection, WindowDay, date="2025-05-02", received=10, finished=10, kind="逢场集中办公", place="场镇")
    add(connection, WindowDay, date="2024-12-31", visitors=90, received=90, finished=90, **desk)
    add(connection, WindowDay, date="2025-12-30", visitors=90, received=90, finished=90, trashed=True, **desk)


def income(connection: Connection) -> None:
    """On the first and the last day."""
    add(connection, Income, date="2025-01-01", source="财政拨款", summary="年初拨款", amount="1000")
    add(connection, Income, date="2025-12-31", source="其他", summary="利息", amount="0.50")
    add(connection, Income, date="2024-12-31", source="其他", amount="77")
    add(connection, Income, date="2025-12-31", source="其他", amount="77", trashed=True)


def vehicles(connection: Connection) -> None:
    """One bought on the last day, one got rid of on it, one whose purchase nobody knows; three trips."""
    add(connection, Vehicle, plate="川A1", bought="2020-01-01")
    add(connection, Vehicle, plate="川A2", bought="2025-12-31")
    add(connection, Vehicle, plate="川A3", bought="2010-01-01", retired="2025-12-31")
    add(connection, Vehicle, plate="川A4")
    add(connection, Vehicle, plate="川A5", bought="2026-01-01")
    add(connection, Vehicle, plate="川A6", bought="2025-01-01", trashed=True)
    own: Values = {"vehicle": "川A1", "kind": "公务用车"}
    trip = {"nature": "公务", "km": "12.5", "cost": "30"}
    add(connection, VehicleUse, date="2025-01-01", user_id=WANG, **trip, **own)
    hired = {"vehicle": "川A2", "kind": "租用车辆", "nature": "公务", "km": "7.5", "cost": "0.55"}
    add(connection, VehicleUse, date="2025-12-31", user_id=LI, **hired)
    add(connection, VehicleUse, date="2025-05-01", user_id=LI, nature="私事", **own)
    add(connection, VehicleUse, date="2024-12-31", user_id=WANG, **trip, **own)
    add(connection, VehicleUse, date="2025-12-31", user_id=WANG, trashed=True, **trip, **own)


def supplies(connection: Connection) -> None:
    """Handed out and bought; a room over its standard, one exactly at it, one corrected, one without a standard."""
    given = {"action": "发放", "kind": "学习资料"}
    add(connection, Supply, date="2025-03-01", name="学习读本", recipients=12, campaign_id=DRIVE, **given)
    add(connection, Supply, date="2025-12-31", name="党章", recipients=3, **given)
    add(connection, Supply, date="2025-04-02", action="购入", kind="学习资料", name="学习读本", recipients=50)
    add(connection, Supply, date="2024-12-31", name="学习读本", recipients=50, **given)
    room: Values = {"action": "盘点", "kind": "办公用房", "date": "2025-05-01"}
    add(connection, Supply, quantity="18.1", standard="18", **room)
    add(connection, Supply, quantity="18", standard="18", **room)
    add(connection, Supply, quantity="30", standard="18", corrected="2025-06-01", **room)
    add(connection, Supply, quantity="30", **room)
    add(connection, Supply, quantity="30", standard="18", trashed=True, **room)


def disclosures(connection: Connection) -> None:
    """The fourth quarter in January; one for the whole year; one that belongs to 2024."""
    told: Values = {"kind": "政府收支", "place": "职工大会"}
    add(connection, Disclosure, date="2025-01-01", year=2025, quarter="一季度", **told)
    add(connection, Disclosure, date="2025-05-01", year=2025, quarter="一季度", **told)
    board = {"kind": "政府收支", "place": "公示栏", "village_id": FIRST_VILLAGE}
    add(connection, Disclosure, date="2025-12-31", year=2025, quarter="二季度", **board)
    add(connection, Disclosure, date="2026-01-10", year=2025, quarter="四季度", **told)
    add(connection, Disclosure, date="2025-06-01", year=2025, quarter="全年", **told)
    add(connection, Disclosure, date="2025-02-01", year=2024, quarter="三季度", **told)
    add(connection, Disclosure, date="2025-02-01", year=2025, quarter="三季度", trashed=True, **told)
