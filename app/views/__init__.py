"""Widgets: verbs and signals, a twin of each presenter."""
