"""The wall: full-screen, painted, read-only, legible at five metres."""
