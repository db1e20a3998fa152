"""Prints as entries: every one is recorded, whatever state its incident is in."""

from __future__ import annotations

import msgspec

from app.models import facts as f
from app.models.prints import TITLES, Form, form_title
from tests.builders import Play

PRINTED = f.Printed(form="timeline", language="zh", head="0" * 64, count=9, sha256="f" * 64)


def test_that_an_incident_is_printed_while_open_and_once_closed() -> None:
    play = Play()
    assert play.do(PRINTED) == [PRINTED]
    for who in play.incident.call_outs:
        play.do(f.StoodDown(who=who))
    play.do(f.DeclaredOver(despite="over"))
    play.do(f.Closed())
    assert play.do(PRINTED) == [PRINTED]


def test_that_a_print_without_the_fingerprint_of_log_and_file_is_refused() -> None:
    for broken in ({"head": "12"}, {"sha256": ""}):
        assert Play().refused(msgspec.structs.replace(PRINTED, **broken)) == "no_fingerprint"


def test_that_a_print_says_which_form() -> None:
    assert Play().refused(msgspec.structs.replace(PRINTED, form="")) == "missing"


def test_that_every_form_has_a_title_and_an_unknown_one_its_name() -> None:
    assert set(TITLES) == set(Form)
    assert form_title("ics-201") == TITLES[Form.ICS_201]
    assert form_title("hologram") == "hologram"
