"""Muster: the command desk of a building's safety team."""
