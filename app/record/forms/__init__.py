"""The forms: each a pure function from what is known to a paper."""
