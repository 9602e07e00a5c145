"""Limits on rewards and grants paid out (奖励与资助发放)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from app.models.people.grant import Grant
from app.rules.rule import Remark, Standing, State, broken, fields, over_year, rule, told, yuan
from app.rules.scope import Scope
from app.rules.views import View, fetch

DEGREE, STUDENT, TEAM = "学历进修奖励", "升学奖励", "文化队伍补助"


def told_before(grant: View, scope: Scope, kind: str, *keys: str) -> list[View]:
    """Other grants of a kind, of whatever year, alike in these fields, at which this one is the second."""

    def load() -> list[View]:
        columns = ("date", "kind", "payee", "staff", "qualification")
        return fetch(scope.connection, "grant", columns, Grant.kind == kind, Grant.date <= scope.day)

    others = scope.once(f"grants of {kind}", load)
    same = [each for each in others if each.id != grant.id and scope.tells(grant, each)]
    return [each for each in same if all(getattr(each, key) == getattr(grant, key) for key in keys)]


@rule(
    "grants.degree",
    told(
        "创建汇报 二(二)",
        "stop",
        "必须",
        "学历进修奖励",
        "取得本科学历奖励2000元，研究生结业奖励5000元，研究生毕业奖励8000元，各一次。",
        seed="003",
    ),
    fields(Grant.kind, Grant.qualification, Grant.amount, Grant.staff, Grant.payee, Grant.date),
)
def degrees_are_rewarded_once(
    grant: View, scope: Scope, *, college: int = 2000, completed: int = 5000, graduate: int = 8000
) -> Iterator[Remark]:
    """Each degree has its amount, and each person has it once ever."""
    amounts = {"本科学历": college, "研究生结业": completed, "研究生毕业": graduate}
    if grant.kind != DEGREE or grant.qualification not in amounts:
        return
    right = Decimal(amounts[grant.qualification])
    if grant.amount is not None and grant.amount != right:
        what = f"{grant.qualification}奖励{yuan(grant.amount)}，标准{yuan(right)}"
        yield broken(what, "请按标准发放", "amount", grant.amount)
    same = told_before(grant, scope, DEGREE, "qualification", "payee" if grant.staff is None else "staff")
    if same and (grant.staff or grant.payee):
        what = f"{grant.payee or ''}的{grant.qualification}奖励已在{same[0].date}发放"
        yield broken(what, "每人每项只奖励一次", "payee", others=(("grant", same[0].id),))


@rule(
    "grants.student",
    told(
        "创建总结 五",
        "stop",
        "必须",
        "升学奖励",
        "升学奖励发给考取二本以上的本镇学生，须有录取依据。",
        seed="003",
    ),
    fields(Grant.kind, Grant.qualification, Grant.proof, Grant.village, Grant.payee, Grant.date),
)
def students_have_their_admission(grant: View, scope: Scope) -> Iterator[Remark]:
    """A student of the town was admitted, with proof, and is rewarded once for it."""
    if grant.kind != STUDENT:
        return
    if grant.qualification not in (None, "二本录取", "一本及以上录取", "研究生录取"):
        yield broken(f"升学奖励的资格情况为{grant.qualification}", "只发给考取二本以上的学生", "qualification")
    if not grant.proof:
        yield broken("升学奖励没有证明材料", "请填写录取通知书等依据", "proof")
    if grant.village is None:
        yield broken("升学奖励没有填写村(社区)", "只发给本镇学生，请填写", "village")
    same = told_before(grant, scope, STUDENT, "payee", "qualification") if grant.payee else []
    if same:
        what = f"{grant.payee}的{grant.qualification}奖励已在{same[0].date}发放"
        yield broken(what, "请核对", "payee", others=(("grant", same[0].id),))


@over_year(
    "grants.culture_team",
    told(
        "群众路线自查 四",
        "warn",
        "必须",
        "每支文化队伍",
        "每支文化队伍每年县补助5000元、镇奖励3000元。",
        seed="004",
        per="year",
    ),
    fields(Grant.kind, Grant.payee, Grant.source, Grant.amount, Grant.date),
)
def culture_teams_are_paid_alike(scope: Scope, *, county: int = 5000, town: int = 3000) -> Iterator[Standing]:
    """Each team that is paid receives the county's and the town's amount in the year, no more and no less."""
    grants = [each for each in scope.records("grant") if each.kind == TEAM]
    for payee in dict.fromkeys(each.payee for each in grants):
        for source, right in (("县级", county), ("镇级", town)):
            its = [each for each in grants if each.payee == payee and each.source == source]
            paid = sum((each.amount for each in its), Decimal("0.00"))
            running = paid < right and scope.day <= scope.span.end
            state: State = "met" if paid == right else "near" if running else "broken"
            what = f"{payee}{scope.span.label}{source}补助{yuan(paid)}，标准{yuan(Decimal(right))}"
            own = tuple(("grant", each.id) for each in its)
            yield Standing(payee, scope.span.label, state, what, "请核对", paid, right, own, "amount")
