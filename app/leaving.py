"""How the program ends when somebody interrupts a command."""

from __future__ import annotations


class Abandoned(KeyboardInterrupt):
    """A thread of it may still work; what it makes nobody will use, so nobody may wait for it."""
