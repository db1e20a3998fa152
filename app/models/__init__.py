"""The vocabulary, the fold and the rules: pure, without clock, files, Qt or SQL."""
