LevelBadge[level="$name"] { background: $fill; color: $text; }
