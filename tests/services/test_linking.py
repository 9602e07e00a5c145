"""From one record to another with one key: what is proposed, what is written back, one change, one undo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from app.kinds import ReferenceKind
from app.models import BY_KEY
from app.services import linking
from app.services.desk import Desk
from app.services.linking import CannotFollow
from app.services.records import Refused, delete
from app.services.undoing import history, undo
from app.store.tables import Change
from tests.services.linked_office import ANYHOW, TODAY, add, count, led, opened, proposed, stored

D = Decimal


@pytest.fixture
def desk(linked_folder: Path, tmp_path: Path) -> Iterator[Desk]:
    yield from opened(linked_folder, tmp_path / "data")


def visitor(desk: Desk, **more: Any) -> int:
    usual = {"name": "邹明", "persons": 3, "village": "柳溪村", "phone": "13900000000", "kind": "投诉举报"}
    told = {"matter": "征地补偿没有到位", "receiver": 3, "handling": "转办", "turn": "初访", "leader": 1}
    return add(desk, "visitor", **(usual | told | more))


def reception(desk: Desk, **more: Any) -> int:
    usual = {"guest_unit": "县水利局", "guests_count": 4, "purpose": "防汛检查", "handler": 4, "approver": 1}
    costs = {"meal_cost": D("320.50"), "other_cost": D("80"), "guest_paid": D("100"), "payment": "未支付"}
    return add(desk, "reception", **(usual | costs | {"date": date(2026, 3, 10)} | more))


def incoming(desk: Desk, **more: Any) -> int:
    usual = {"sender": "县水利局", "doc_no": "云水函〔2026〕7号", "title": "县水利局关于开展防汛检查的函", "kind": "函"}
    return add(desk, "incoming", **(usual | {"received": TODAY, "handler": 4, "office": 1, "leader": 1} | more))


def meeting(desk: Desk, **more: Any) -> int:
    usual = {"title": "镇党委会", "kind": "党委会", "start": time(9), "venue": "三楼会议室", "host": 1, "recorder": 4}
    return add(desk, "meeting", **(usual | {"date": TODAY} | more))


def changes(desk: Desk) -> int:
    with desk.store.read() as connection:
        return connection.execute(select(func.count()).select_from(Change.__table__)).scalar_one()


def test_every_link_leads_between_registers_and_fills_a_field_that_points_there() -> None:
    assert len({link.key for link in linking.LINKS}) == len(linking.LINKS)
    for link in linking.LINKS:
        source = BY_KEY[link.source]
        assert link.key.startswith(f"{link.source}.")
        assert link in linking.links_of(source)
        if link.fills:
            kind = source.by_key[link.fills].kind
            assert isinstance(kind, ReferenceKind)
            assert kind.register == link.target
        for here, there in link.learns:
            assert {here, there} <= {*source.by_key, *BY_KEY[link.target].by_key}


@pytest.mark.parametrize("register", sorted({link.source for link in linking.LINKS}))
def test_labels_tell_the_links_of_a_form_apart(register: str) -> None:
    labels = [link.label for link in linking.links_of(BY_KEY[register])]
    assert len(set(labels)) == len(labels) <= 9


def test_a_visitor_becomes_a_petition_in_one_change_and_one_undo(desk: Desk) -> None:
    came = visitor(desk)
    before = changes(desk)
    made = led(desk, "visitor.petition", came, topic="土地征迁")
    told = stored(desk, "petition", made.id)
    assert (told["name"], told["persons"], told["village"], told["content"]) == ("邹明", 3, 1, "征地补偿没有到位")
    assert (told["channel"], told["kind"], told["status"], told["date"]) == ("来访", "检举控告", "登记", TODAY)
    assert (told["leader"], told["phone"], told["address"]) == (1, "13900000000", None)
    assert stored(desk, "visitor", came)["petition"] == made.id
    assert changes(desk) == before + 1
    assert "转信访登记" in history(desk, BY_KEY["visitor"], came)[0]
    assert undo(desk) == "已撤回：登记信访与矛盾纠纷 1 条（来自来访接待(接访日志)）。"
    assert count(desk, "petition") == 0
    assert stored(desk, "visitor", came)["petition"] is None


def test_a_link_that_leads_to_one_record_is_followed_once(desk: Desk) -> None:
    came, link = visitor(desk), linking.link_of("visitor.petition")
    values = proposed(desk, link.key, came) | {"topic": "其他"}
    assert linking.followed(desk, link, came) is None
    made = linking.save(desk, link, came, values, ANYHOW)
    assert linking.followed(desk, link, came) == made.id
    with pytest.raises(CannotFollow, match="已经由它登记了信访与矛盾纠纷「〔保密〕」"):
        linking.follow(desk, link, came)
    with pytest.raises(Refused, match="没有再登记"):
        linking.save(desk, link, came, values, ANYHOW)
    assert count(desk, "petition") == 1


def test_a_village_that_is_none_of_ours_becomes_an_address(desk: Desk) -> None:
    told = proposed(desk, "visitor.petition", visitor(desk, village="邻县张庄", kind="政策咨询"))
    assert (told["village"], told["address"], told["kind"]) == (None, "邻县张庄", None)


def test_what_is_refused_at_the_target_leaves_the_source_as_it_was(desk: Desk) -> None:
    came, before = visitor(desk), changes(desk)
    with pytest.raises(Refused, match="类别"):
        led(desk, "visitor.petition", came)
    assert stored(desk, "visitor", came)["petition"] is None
    assert (count(desk, "petition"), changes(desk)) == (0, before)


def test_a_record_that_is_gone_leads_nowhere(desk: Desk) -> None:
    came = visitor(desk)
    delete(desk, BY_KEY["visitor"], [came])
    with pytest.raises(CannotFollow, match="没有这条记录"):
        linking.follow(desk, linking.link_of("visitor.petition"), came)


def test_a_reception_leads_to_its_expense_and_learns_how_it_was_paid(desk: Desk) -> None:
    held = reception(desk)
    made = led(desk, "reception.expense", held, payment="转账", amount=D("300"))
    told = stored(desk, "expense", made.id)
    assert (told["summary"], told["nature"], told["reception"]) == ("接待县水利局4人（防汛检查）", "接待", held)
    assert (told["budget"], told["handler"], told["approver"], told["date"]) == (1, 4, 1, TODAY)
    learned = stored(desk, "reception", held)
    assert (learned["payment"], learned["budget"]) == ("转账", 1)
    assert proposed(desk, "reception.expense", held)["amount"] == D("100.50")
    led(desk, "reception.expense", held)
    with pytest.raises(CannotFollow, match=r"400\.50 元已经全部登记"):
        proposed(desk, "reception.expense", held)
    assert [undo(desk) is not None for _ in range(2)] == [True, True]
    assert stored(desk, "reception", held)["payment"] == "未支付"


def test_a_reception_that_was_called_off_costs_nothing(desk: Desk) -> None:
    with pytest.raises(CannotFollow, match="已经取消"):
        proposed(desk, "reception.expense", reception(desk, status="已取消"))


def test_what_guests_paid_becomes_income(desk: Desk) -> None:
    held = reception(desk)
    told = stored(desk, "income", led(desk, "reception.income", held).id)
    assert (told["source"], told["payer"], told["amount"]) == ("来宾缴纳生活费", "县水利局", D("100"))
    assert (told["reception"], told["date"]) == (held, date(2026, 3, 10))
    unpaid = reception(desk, guest_paid=None)
    led(desk, "reception.income", unpaid, amount=D("60"))
    assert stored(desk, "reception", unpaid)["guest_paid"] == D("60")
    undo(desk)
    assert stored(desk, "reception", unpaid)["guest_paid"] is None


def test_a_paper_is_sealed_and_a_joint_one_twice(desk: Desk) -> None:
    usual = {"title": "关于防汛的通知", "kind": "通知", "code": "云发", "year": 2026, "signer": 1, "drafter": 3}
    paper = add(desk, "outgoing", issuer="党政联合", status="签发", copies=20, **usual)
    made = stored(desk, "seal", led(desk, "outgoing.seal", paper).id)
    assert (made["title"], made["doc_no"], made["copies"]) == ("关于防汛的通知", "云发〔2026〕1号", 20)
    assert (made["applicant"], made["approver"], made["document"]) == ("李四", 1, paper)
    assert made["seal"] == "党委印章"
    assert proposed(desk, "outgoing.seal", paper)["seal"] == "政府印章"
    assert undo(desk) == "已撤回：登记用印 1 条（来自发文）。"
    assert count(desk, "seal") == 0
    void = add(desk, "outgoing", issuer="政府", status="撤销", **usual)
    with pytest.raises(CannotFollow, match="已经撤销"):
        proposed(desk, "outgoing.seal", void)


def test_a_certificate_is_sealed_and_knows_its_seal(desk: Desk) -> None:
    letter = add(desk, "certificate", kind="证明", person="周某", matter="居住情况", date=TODAY, approver=1)
    made = led(desk, "certificate.seal", letter, seal="政府印章")
    assert stored(desk, "certificate", letter)["seal"] == made.id
    assert (made.values["title"], made.values["doc_no"]) == ("证明：居住情况", "2026年第1号")


@pytest.mark.parametrize(
    ("kind", "title", "answer", "called", "direction"),
    [
        ("函", "县水利局关于开展防汛检查的函", "函", "关于开展防汛检查的复函", "平行文"),
        ("请示", "柳溪村关于修路的请示", "批复", "关于修路的批复", "下行文"),
        ("通知", "关于报送防汛物资的通知", "报告", "关于防汛物资情况的报告", "上行文"),
        (None, "防汛工作", "报告", "关于防汛工作情况的报告", "上行文"),
    ],
)
def test_a_paper_is_answered_in_its_kind(
    desk: Desk, kind: str | None, title: str, answer: str, called: str, direction: str
) -> None:
    told = proposed(desk, "incoming.reply", incoming(desk, kind=kind, title=title))
    assert (told["kind"], told["title"], told["direction"], told["issued"]) == (answer, called, direction, None)


def test_a_reply_is_known_to_the_paper_that_it_answers(desk: Desk) -> None:
    usual = {"title": "旧函", "kind": "函", "issuer": "政府", "code": "云政函", "year": 2025}
    add(desk, "outgoing", **usual)
    add(desk, "outgoing", **(usual | {"kind": "通知", "issuer": "党委", "code": "云委发"}))
    came = incoming(desk)
    made = led(desk, "incoming.reply", came)
    told = stored(desk, "outgoing", made.id)
    assert (told["to"], told["reply_to"], told["issuer"], told["code"]) == ("县水利局", came, "政府", "云政函")
    assert (told["year"], told["drafter"], told["office"], told["status"]) == (2026, 4, 1, "拟稿")
    assert stored(desk, "incoming", came)["reply"] == made.id
    undo(desk)
    assert stored(desk, "incoming", came)["reply"] is None
    assert count(desk, "outgoing") == 2


def test_a_letter_announces_a_reception(desk: Desk) -> None:
    came = incoming(desk, dated=date(2026, 3, 12), meeting_date=date(2026, 3, 18))
    told = stored(desk, "reception", led(desk, "incoming.reception", came, guests_count=3).id)
    assert (told["guest_unit"], told["letter_no"], told["letter_in"]) == ("县水利局", "云水函〔2026〕7号", came)
    assert (told["letter_date"], told["date"]) == (date(2026, 3, 12), date(2026, 3, 18))
    assert (told["purpose"], told["status"]) == ("开展防汛检查", "申请")
    undo(desk)
    assert count(desk, "reception") == 0


def test_a_notice_of_a_meeting_leads_to_the_meeting_that_conveys_it(desk: Desk) -> None:
    title = "县委办公室关于召开全县三农工作会议的通知"
    came = incoming(desk, title=title, kind="通知", meeting_date=date(2026, 3, 12))
    made = led(desk, "incoming.meeting", came, kind="专题会议", start=time(9), venue="三楼会议室")
    told = stored(desk, "meeting", made.id)
    assert told["upper_meeting"] == "全县三农工作会议"
    assert (told["title"], told["upper_date"]) == ("传达学习全县三农工作会议精神会议", date(2026, 3, 12))


def test_a_paper_is_supervised_once(desk: Desk) -> None:
    came = incoming(desk, instruction="请财政所抓紧办理", due=date(2026, 4, 1))
    told = stored(desk, "supervision", led(desk, "incoming.supervision", came).id)
    assert (told["source"], told["matter"], told["target"]) == ("领导批示", "开展防汛检查", "请财政所抓紧办理")
    assert (told["due"], told["incoming"], told["leader"]) == (date(2026, 4, 1), came, 1)
    with pytest.raises(CannotFollow, match="已经列入督办"):
        proposed(desk, "incoming.supervision", came)


@pytest.mark.parametrize("key", ["reply", "reception", "meeting", "supervision"])
def test_nothing_is_made_of_a_secret_paper(desk: Desk, key: str) -> None:
    secret = {"secrecy": "机密", "title": "涉密件", "paper_book": "12", "doc_no": None}
    came = add(desk, "incoming", sender="县委办", received=TODAY, **secret)
    with pytest.raises(CannotFollow, match="涉密件只登记纸质登记簿页号"):
        proposed(desk, f"incoming.{key}", came)


def test_the_first_list_of_a_team_meeting_is_the_team_and_the_next_that_of_the_last(desk: Desk) -> None:
    held = meeting(desk)
    values = proposed(desk, "meeting.sign_in", held)
    assert [(row["name"], row["unit"], row["present"]) for row in values["attendance"]] == [
        ("赵书记", "党政办书记", None)
    ]
    assert values["expected"] == 1
    guest = {
        "name": "县委组织部李明",
        "unit": "县委组织部",
        "role": "列席",
        "present": True,
        "excuse": None,
        "phone": None,
    }
    rows = ({**values["attendance"][0], "present": True}, guest)
    linking.save(desk, linking.link_of("meeting.sign_in"), held, values | {"attendance": rows})
    next_one = proposed(desk, "meeting.sign_in", meeting(desk, date=TODAY))
    assert [(row["name"], row["role"], row["present"]) for row in next_one["attendance"]] == [
        ("赵书记", "出席", None),
        ("县委组织部李明", "列席", None),
    ]
    with pytest.raises(CannotFollow, match="没有可以再填的"):
        proposed(desk, "meeting.sign_in", held)
    undo(desk)
    undo(desk)
    assert stored(desk, "meeting", held)["attendance"] == ()


def test_the_list_of_the_whole_office_tells_who_is_on_leave_and_leaves_out_who_has_left(desk: Desk) -> None:
    add(desk, "staff", name="老周", office=1, duty_class="其他机关干部", left=TODAY)
    add(desk, "staff", name="村干部", office=1, duty_class="村(社区)干部")
    add(desk, "leave", staff=2, kind="事假", start=TODAY, end=TODAY, status="已批准")
    held = meeting(desk, kind="职工大会", title="职工大会")
    rows = proposed(desk, "meeting.sign_in", held)["attendance"]
    assert [row["name"] for row in rows] == ["赵书记", "李四", "王芳", "张三"]
    assert [(row["present"], row["excuse"]) for row in rows][2:] == [(None, None), (False, "请假（事假）")]


def test_the_minutes_say_what_was_settled_and_who_was_there(desk: Desk) -> None:
    person = {"unit": None, "excuse": None, "phone": None}
    rows = (
        {"name": "赵书记", "role": "出席", "present": True, **person},
        {"name": "张三", "role": "出席", "present": False, **person},
        {"name": "王芳", "role": "列席", "present": True, **person},
    )
    held = meeting(desk, decisions="1.财政所4月30日前完成清查。\n2.修订制度。", attendance=rows)
    told = stored(desk, "outgoing", led(desk, "meeting.minutes", held, code="云委").id)
    assert (told["kind"], told["title"], told["issuer"]) == ("纪要", "镇党委会纪要", "党委")
    assert told["text"].splitlines() == [
        "2026年3月16日，赵书记在三楼会议室主持召开镇党委会。现将会议议定事项纪要如下：",
        "1.财政所4月30日前完成清查。",
        "2.修订制度。",
        "出席：赵书记",
        "请假：张三",
        "列席：王芳",
        "记录：王芳",
    ]
    assert told["characters"] == sum(not each.isspace() for each in told["text"])
    undo(desk)
    assert count(desk, "outgoing") == 0
    with pytest.raises(CannotFollow, match="还没有「议定事项」"):
        proposed(desk, "meeting.minutes", meeting(desk))


def test_what_was_settled_is_supervised_matter_by_matter(desk: Desk) -> None:
    held = meeting(desk, decisions="（一）财政所4月30日前完成清查。\n二、2月1日前修订制度。")
    first = stored(desk, "supervision", led(desk, "meeting.supervision", held).id)
    assert (first["matter"], first["office"]) == ("财政所4月30日前完成清查。", 2)
    assert (first["due"], first["source"], first["meeting"]) == (date(2026, 4, 30), "会议议定", held)
    second = proposed(desk, "meeting.supervision", held)
    assert (second["matter"], second["office"], second["due"]) == ("2月1日前修订制度。", None, date(2027, 2, 1))
    led(desk, "meeting.supervision", held, office=1)
    with pytest.raises(CannotFollow, match="都已列入督办"):
        proposed(desk, "meeting.supervision", held)
    assert count(desk, "supervision") == 2
    undo(desk)
    assert count(desk, "supervision") == 1


def test_a_meeting_leads_to_its_expense_and_learns_its_cost(desk: Desk) -> None:
    held = meeting(desk)
    made = led(desk, "meeting.expense", held, amount=D("260"), payment="转账")
    assert (made.values["budget"], made.values["summary"], made.values["nature"]) == (2, "镇党委会会议费", "会议")
    assert stored(desk, "meeting", held)["cost"] == D("260")
    undo(desk)
    assert stored(desk, "meeting", held)["cost"] is None
    with pytest.raises(CannotFollow, match="会议已取消"):
        proposed(desk, "meeting.expense", meeting(desk, status="已取消"))


def test_a_ride_leads_to_its_expense(desk: Desk) -> None:
    usual = {"vehicle": "云A12345", "user": 2, "purpose": "送材料", "destination": "县城", "cost": D("90")}
    choices = {"kind": "租用车辆", "nature": "公务", "driver_kind": "其他", "approver": 1}
    told = proposed(desk, "vehicle_use.expense", add(desk, "vehicle_use", date=TODAY, **usual, **choices))
    assert (told["amount"], told["nature"], told["budget"]) == (D("90"), "租车", 3)
    assert (told["summary"], told["handler"]) == ("租车前往县城（送材料）", 2)


def test_a_problem_is_supervised_until_it_is_put_right(desk: Desk) -> None:
    usual = {"date": TODAY, "source": "督查", "kind": "形式主义", "content": "材料报送过多", "measures": "精简报表"}
    found = add(desk, "problem", leader=1, office=1, due=date(2026, 6, 30), **usual)
    told = stored(desk, "supervision", led(desk, "problem.supervision", found).id)
    assert (told["matter"], told["target"], told["source"]) == ("整改：材料报送过多", "精简报表", "督查反馈")
    assert (told["office"], told["due"]) == (1, date(2026, 6, 30))
    undo(desk)
    assert count(desk, "supervision") == 0
    with pytest.raises(CannotFollow, match="已经整改完成"):
        proposed(desk, "problem.supervision", add(desk, "problem", done=TODAY, **usual))


def test_help_is_entered_from_its_family(desk: Desk) -> None:
    paired = add(desk, "household", date=TODAY, staff=2, village=1, name="周大爷", kind="监测户")
    told = led(desk, "household.assistance", paired, kind="走访慰问", content="送米油").values
    assert (told["household"], told["village"], told["staff"]) == (paired, 1, 2)


def test_one_visit_of_three_people_is_three_records_one_change_and_one_undo(desk: Desk) -> None:
    values = {"date": TODAY, "village": 1, "kind": "入户走访", "days": D(1), "households": 5}
    before = changes(desk)
    made = linking.save_for_each(desk, BY_KEY["visit"], values, [2, 3, 4, 3])
    told = [stored(desk, "visit", each.id) for each in made]
    assert [(each["staff"], each["companions"]) for each in told] == [
        (2, "李四、王芳"),
        (3, "张三、王芳"),
        (4, "张三、李四"),
    ]
    assert [each["book_number"] for each in told] == [1, 2, 3]
    assert changes(desk) == before + 1
    assert undo(desk) == "已撤回：登记下村走访(民情日记) 3 条。"
    assert count(desk, "visit") == 0


def test_what_cannot_be_stored_of_one_person_stores_none(desk: Desk) -> None:
    values = {"date": TODAY, "village": 1, "kind": "入户走访", "days": D(400)}
    with pytest.raises(Refused) as refused:
        linking.save_for_each(desk, BY_KEY["visit"], values, [2, 3])
    assert [sentence for _, sentence in refused.value.misfits] == ["天数应大于 0、不超过 366，当天往返填 0.5 或 1。"]
    with pytest.raises(Refused, match="请填写「姓名」"):
        linking.save_for_each(desk, BY_KEY["visit"], values, [])
    assert count(desk, "visit") == 0


def test_company_that_was_typed_stays(desk: Desk) -> None:
    values = {"date": TODAY, "village": 1, "kind": "入户走访", "days": D(1), "companions": "县农业局老刘"}
    made = linking.save_for_each(desk, BY_KEY["visit"], values, [2, 3])
    assert {stored(desk, "visit", each.id)["companions"] for each in made} == {"县农业局老刘"}
