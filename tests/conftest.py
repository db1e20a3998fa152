"""What all tests may use."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.postgres", "tests.desk_harness", "tests.program", "tests.post_servers"]

settings.register_profile(
    "muster", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("muster")
