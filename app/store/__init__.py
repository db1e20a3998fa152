"""The shared log, the outbox and what a station holds: everything that touches a disk or SQL."""
