"""What all tests may use."""

from __future__ import annotations

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.postgres", "tests.desk_harness", "tests.program", "tests.post_servers"]

settings.register_profile(
    "muster", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("muster")


@pytest.fixture(autouse=True)
def qts_thread_collects(request: pytest.FixtureRequest) -> Iterator[None]:
    """What one test of Qt left behind is not taken apart in a thread of the next."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from app.views.collecting import collected_here  # most tests need no Qt

    request.getfixturevalue("qapp")
    with collected_here():
        yield
