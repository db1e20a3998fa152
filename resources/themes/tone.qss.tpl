Chip[severity="$name"] { background: $fill; border: 1px solid $edge; color: $text; }
Band[severity="$name"] { background: $fill; border: 1px solid $edge; }
Band[severity="$name"] #headline { color: $text; }
Countdown #text[severity="$name"] { color: $count; }
Countdown #bar[severity="$name"]::chunk { background: $bar; }
StatusLine QLabel[severity="$name"] { color: $text; }
ArchiveView QLabel[severity="$name"] { color: $text; }
