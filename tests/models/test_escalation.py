"""Escalation: rules propose, a person decides; nothing is proposed twice, or by two stations."""

from __future__ import annotations

import msgspec
import pytest

from app.models import facts as f
from app.models.command import Call, LowerLevel, Open
from app.models.entry import Entry
from app.models.escalation import freed_by, services_proposed, standing
from app.models.incident import Incident, digest
from app.models.levels import Level
from app.models.plan import Plan, PlanService, Rule, Sign
from tests.builders import PEOPLE, PLAN, Play, a_site, entry, text

RULES = (
    Rule(sign=Sign.PEOPLE, at_least=20, propose=Level.III, reason=text("20 people or more")),
    Rule(sign=Sign.PEOPLE, at_least=50, propose=Level.II, reason=text("50 people or more")),
    Rule(sign=Sign.INJURY, propose=Level.III, reason=text("Someone is hurt")),
    Rule(sign=Sign.ZONES, at_least=2, propose=Level.III, reason=text("More than one zone")),
    Rule(sign=Sign.VIOLENCE, services=("110",), reason=text("Violence")),
    Rule(sign=Sign.FIRE, propose=Level.II, services=("119",), reason=text("Fire")),
)
RULED: Plan = msgspec.structs.replace(
    PLAN, rules=RULES,
    services=(PlanService(number="110", name=text("Police")),
              PlanService(number="119", name=text("Fire brigade"))),
)  # fmt: skip


class Ruled(Play):
    """A play of a plan with rules."""

    def __init__(self, *, level: Level = Level.IV, people: int = 15) -> None:
        super().__init__(a_site(PEOPLE, plan=RULED))
        self.plan = RULED
        self.incident = Incident("one")
        self.do(Open(plan="small", title="Crowd", place="Gate", level=level, people=people))

    def proposed(self) -> list[tuple[Level, Sign, int]]:
        """What stands: level, sign, count now."""
        return [
            (each.proposal.level, each.proposal.sign, each.count)
            for each in standing(self.incident)
        ]

    def services(self) -> list[str]:
        return [each.service for each in services_proposed(self.incident, self.plan)]


@pytest.fixture
def play() -> Ruled:
    return Ruled()


TWENTY = f.LevelProposed(
    sign=Sign.PEOPLE, at_least=20, count=35, level=Level.III, reason=text("20 people or more")
)


# Rules propose ----------------------------------------------------------------------------------


def test_that_what_meets_a_rule_is_recorded_with_the_proposal(play: Ruled) -> None:
    assert play.proposed() == []
    assert play.do(f.Amended(people=35)) == [f.Amended(people=35), TWENTY]
    assert play.proposed() == [(Level.III, Sign.PEOPLE, 35)]


def test_that_a_proposal_comes_after_what_led_to_it(play: Ruled) -> None:
    play.do(f.Amended(people=35))
    assert [each.kind for each in play.incident.timeline][-2:] == ["amended", "level_proposed"]


def test_that_the_level_never_rises_by_itself(play: Ruled) -> None:
    play.do(f.Amended(people=500))
    assert play.incident.leveling.level is Level.IV


def test_that_opening_with_many_people_proposes_at_once() -> None:
    play = Ruled(people=60)
    assert play.proposed() == [(Level.II, Sign.PEOPLE, 60), (Level.III, Sign.PEOPLE, 60)]


def test_that_a_standing_proposal_is_not_made_again(play: Ruled) -> None:
    play.do(f.Amended(people=35))
    assert play.do(f.Amended(people=36)) == [f.Amended(people=36)]
    assert play.proposed() == [(Level.III, Sign.PEOPLE, 36)]


def test_that_nothing_at_or_below_the_level_is_proposed() -> None:
    play = Ruled(level=Level.III)
    assert play.do(f.Amended(people=35)) == [f.Amended(people=35)]


@pytest.mark.parametrize(
    ("fact", "sign"),
    [
        (f.PeopleCounted(zone="gate", unhurt=3, slightly=1), Sign.INJURY),
        (f.PeopleCounted(badly=1), Sign.INJURY),
    ],
)
def test_that_people_hurt_meet_a_rule(fact: f.PeopleCounted, sign: Sign, play: Ruled) -> None:
    play.do(fact)
    assert play.proposed() == [(Level.III, sign, 1)]


def test_that_a_second_zone_in_hand_meets_a_rule(play: Ruled) -> None:
    play.do(f.ZoneCordoned(zone="gate"))
    assert play.proposed() == []
    play.do(f.ZoneEvacuating(zone="lobby"))
    assert play.proposed() == [(Level.III, Sign.ZONES, 2)]


def test_that_a_proposal_lapses_with_its_reason_and_comes_back_with_it(play: Ruled) -> None:
    play.do(f.Amended(people=35))
    play.wait(1).do(f.Amended(people=10))
    assert play.proposed() == []
    assert play.wait(1).do(f.Amended(people=22))[1:] == [msgspec.structs.replace(TWENTY, count=22)]
    assert play.proposed() == [(Level.III, Sign.PEOPLE, 22)]


def test_that_a_count_typed_late_that_no_longer_holds_proposes_nothing(play: Ruled) -> None:
    play.wait(9).do(f.Amended(people=5))
    assert play.wait(1).do(f.Amended(people=35), at=3) == [f.Amended(people=35)]


def test_that_what_is_typed_late_is_proposed_now(play: Ruled) -> None:
    play.wait(9).do(f.Amended(people=35), at=3)
    assert play.incident.timeline[-1].at == play.now
    assert isinstance(play.incident.timeline[-1].fact, f.LevelProposed)


def test_that_correcting_a_count_proposes_too(play: Ruled) -> None:
    play.do(f.Amended(people=12))
    corrected = f.Corrected(
        entry=play.last_id(), reason="misheard", fact=f.raw_fact(f.Amended(people=35))
    )
    assert TWENTY in play.wait(1).do(corrected)


def test_that_a_plan_that_is_not_here_proposes_nothing(play: Ruled) -> None:
    play.plan = None
    assert play.do(f.Amended(people=35)) == [f.Amended(people=35)]


def test_that_nothing_is_proposed_after_the_end_but_again_when_it_is_reopened(
    play: Ruled,
) -> None:
    play.do(f.DeclaredOver(reason="calm", despite="–"))
    assert play.do(f.Amended(people=35)) == [f.Amended(people=35)]
    assert TWENTY in play.do(f.Reopened(reason="back"))


# A person decides --------------------------------------------------------------------------------


def test_that_accepting_raises_the_level_by_the_rule_and_calls_out(play: Ruled) -> None:
    play.do(f.Amended(people=35))
    accepted = f.LevelSet(level=Level.III, reason="35 people", sign=Sign.PEOPLE, at_least=20)
    made = play.wait(1).do(accepted)
    assert made[0] == msgspec.structs.replace(accepted, decided_by="Wang Min")
    assert any(isinstance(each, f.CalledOut) for each in made)
    assert play.proposed() == []


def test_that_declining_ends_it_until_it_is_met_anew(play: Ruled) -> None:
    play.do(f.Amended(people=35))
    declined = f.ProposalDeclined(sign=Sign.PEOPLE, at_least=20, level=Level.III)
    play.wait(1).do(declined)
    assert play.proposed() == []
    assert play.wait(1).do(f.Amended(people=40)) == [f.Amended(people=40)]
    assert play.refused(declined) == "not_proposed"
    play.do(f.Amended(people=3))
    assert len(play.do(f.Amended(people=30))) == 2


def test_that_declining_the_gravest_leaves_the_next(play: Ruled) -> None:
    play.do(f.Amended(people=60))
    play.do(f.ProposalDeclined(sign=Sign.PEOPLE, at_least=50, level=Level.II))
    assert play.proposed() == [(Level.III, Sign.PEOPLE, 60)]


def test_that_whoever_lowers_the_level_has_decided(play: Ruled) -> None:
    play.do(f.Amended(people=60))
    play.do(f.LevelSet(level=Level.III, reason="x"))
    play.do(LowerLevel(level=Level.IV, reason="calm"))
    assert play.proposed() == []


def test_that_nobody_but_the_plan_proposes(play: Ruled) -> None:
    assert play.refused(TWENTY) == "proposes_itself"


def test_that_two_stations_seeing_the_same_make_one_proposal(play: Ruled) -> None:
    def station(people: int) -> list[Entry]:
        decided = play.decide(f.Amended(people=people))
        assert isinstance(decided, list)
        return [entry(each.fact, each.at) for each in decided]

    ours, theirs = station(35), station(36)
    before = play.incident.timeline
    one = Incident("one", [*before, *ours, *theirs])
    other = Incident("one", [*before, *theirs, *ours])
    assert digest(one) == digest(other)
    assert len(standing(one)) == 1


# Services ---------------------------------------------------------------------------------------


def test_that_services_are_proposed_until_they_are_called(play: Ruled) -> None:
    assert play.do(f.SignSeen(sign=Sign.VIOLENCE)) == [f.SignSeen(sign=Sign.VIOLENCE)]
    assert play.services() == ["110"]
    play.do(f.SignSeen(sign=Sign.FIRE))
    assert play.services() == ["110", "119"]
    play.wait(1).do(f.ServiceCalled(service="110"))
    assert play.services() == ["119"]
    play.wait(1).do(f.SignGone(sign=Sign.FIRE))
    assert play.services() == []


def test_that_a_service_is_proposed_again_for_what_happens_again(play: Ruled) -> None:
    play.do(f.SignSeen(sign=Sign.VIOLENCE))
    play.wait(1).do(f.ServiceCalled(service="110"))
    play.wait(1).do(f.ServiceLeft(service="110"))
    assert play.services() == []
    play.wait(1).do(f.SignGone(sign=Sign.VIOLENCE))
    play.wait(1).do(f.SignSeen(sign=Sign.VIOLENCE))
    assert play.services() == ["110"]


# Signs and counts -------------------------------------------------------------------------------


def test_that_signs_are_said_once_and_taken_back(play: Ruled) -> None:
    assert play.refused(f.SignGone(sign=Sign.FIRE)) == "sign_not_seen"
    play.do(f.SignSeen(sign=Sign.FIRE, text="bin"))
    assert play.wait(1).refused(f.SignSeen(sign=Sign.FIRE)) == "sign_seen"
    play.do(f.SignSeen(sign=Sign.FIRE, text="two bins", zone="gate"))
    play.do(f.SignGone(sign=Sign.FIRE))
    assert play.incident.sign(Sign.FIRE).since is None


@pytest.mark.parametrize("sign", [Sign.PEOPLE, Sign.INJURY, Sign.ZONES])
def test_that_what_is_counted_is_not_ticked(sign: Sign, play: Ruled) -> None:
    assert play.refused(f.SignSeen(sign=sign)) == "sign_counted"
    assert play.refused(f.SignGone(sign=sign)) == "sign_counted"


def test_that_a_count_replaces_the_last_of_its_zone(play: Ruled) -> None:
    play.do(f.PeopleCounted(zone="gate", unhurt=30, slightly=2))
    assert play.refused(f.PeopleCounted(zone="gate", unhurt=30, slightly=2)) == "unchanged"
    play.wait(1).do(f.PeopleCounted(zone="gate", unhurt=31, slightly=1))
    value = play.incident.casualties("gate")
    assert (value.unhurt, value.hurt, value.counted_by) == (31, 1, "Wang Min")


def test_that_zones_must_be_known_and_counts_believable(play: Ruled) -> None:
    assert play.refused(f.PeopleCounted(zone="moon", unhurt=1)) == "unknown_zone"
    assert play.refused(f.SignSeen(sign=Sign.FIRE, zone="moon")) == "unknown_zone"
    assert play.refused(f.PeopleCounted(unhurt=-1)) == "negative"
    assert play.refused(f.PeopleCounted(badly=10**7)) == "too_many"


# Lowering ---------------------------------------------------------------------------------------


def test_that_lowering_says_who_is_not_needed_any_more_and_stands_them_down(play: Ruled) -> None:
    play.do(f.LevelSet(level=Level.II, reason="grave"))
    play.wait(1).do(f.Arrived(who="gao"))
    freed = [each.who for each in freed_by(play.incident, RULED, Level.IV)]
    assert freed == ["role:driver", "gao"]
    assert freed_by(play.incident, RULED, Level.II) == []
    made = play.wait(1).do(
        LowerLevel(level=Level.IV, reason="calm", stand_down=("gao", "role:driver", "gao"))
    )
    assert made == [
        f.LevelSet(level=Level.IV, reason="calm", decided_by="Wang Min"),
        f.StoodDown(who="gao"),
        f.StoodDown(who="role:driver"),
    ]
    assert freed_by(play.incident, RULED, Level.IV) == []


def test_that_those_called_by_the_lower_level_too_stay() -> None:
    play = Ruled(level=Level.III)
    assert [each.who for each in freed_by(play.incident, RULED, Level.IV)] == ["gao"]


def test_that_lowering_is_refused_upwards_without_reason_and_for_strangers(play: Ruled) -> None:
    play.do(f.LevelSet(level=Level.III, reason="more"))
    assert play.refused(LowerLevel(level=Level.II, reason="x")) == "not_lower"
    assert play.refused(LowerLevel(level=Level.III, reason="x")) == "not_lower"
    assert play.refused(LowerLevel(level=Level.IV, reason=" ")) == "missing"
    stranger = LowerLevel(level=Level.IV, reason="x", stand_down=("nobody",))
    assert play.refused(stranger) == "never_called"


def test_that_who_was_stood_down_meanwhile_is_passed_over(play: Ruled) -> None:
    play.do(f.LevelSet(level=Level.III, reason="more"))
    play.wait(1).do(f.StoodDown(who="gao"))
    made = play.wait(1).do(LowerLevel(level=Level.IV, reason="calm", stand_down=("gao",)))
    assert len(made) == 1


def test_that_raising_again_calls_those_stood_down(play: Ruled) -> None:
    play.do(f.LevelSet(level=Level.III, reason="more"))
    play.wait(1).do(LowerLevel(level=Level.IV, reason="calm", stand_down=("gao",)))
    made = play.wait(1).do(f.LevelSet(level=Level.III, reason="again"))
    assert any(isinstance(each, f.CalledOut) and each.who == "gao" for each in made)
    assert play.refused(Call(who=("gao",))) == "already_called"
