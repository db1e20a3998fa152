"""The sentences of the timeline, by theme."""
