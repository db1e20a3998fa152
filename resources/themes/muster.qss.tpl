QToolTip { background: $raised; color: $text; border: 1px solid $strong_edge; padding: $px4; }

/* Panels ---------------------------------------------------------------------------------- */
Panel { background: $panel; border: 1px solid $edge; border-radius: 4px; }
Pages > #header { min-height: $px42; border: none; }
Panel > #header { min-height: $px44; border: none; border-bottom: 1px solid $edge; }
Panel > #footer { border: none; border-top: 1px solid $edge; }
Panel #panelTitle { font-weight: bold; }
#panelSubtitle { color: $quiet; }
#topBar { background: $panel; border: none; border-bottom: 1px solid $edge; }
StatusLine { background: $panel; border: none; border-top: 1px solid $edge; }
StatusLine QLabel { font-size: $px13; color: $quiet; }
StatusLine QLabel[mono="true"] { font-family: "Muster Mono", "Muster Sans"; }
QLabel[quiet="true"] { color: $quiet; }
QLabel[small="true"] { font-size: $px13; }
QLabel[strong="true"] { font-weight: bold; }
QLabel[mono="true"] { font-family: "Muster Mono", "Muster Sans"; }
QLabel[big="true"] { font-size: $px21; font-weight: bold; }

/* Parts ----------------------------------------------------------------------------------- */
Chip { border-radius: 3px; padding: $px1 $px7; font-size: $px13; }
LevelBadge { border-radius: 3px; padding: $px6 $px14; font-size: $px20; font-weight: bold; }
LevelBadge[compact="true"] { padding: $px1 $px8; font-size: $px15; }
Band { border-radius: 4px; min-height: $px50; }
Band#alarms, Band#services { min-height: $px38; }
Band#lookingBack { border-radius: 0px; min-height: $px32; }
#replay > #desk, #replayBar { background: $ground; }
Band#drill { min-height: $px26; }
Band #headline { font-weight: bold; }
#askBar { background: $raised; border: none; border-bottom: 1px solid $strong_edge; }
Countdown #text { font-family: "Muster Mono", "Muster Sans"; font-size: $px23; }
Countdown #bar { background: $track; border: none; border-radius: 2px; max-height: $px4; min-height: $px4; }
Countdown #bar::chunk { border-radius: 2px; }
QLabel#keycap { background: $ground; border: 1px solid $edge; border-radius: 3px; color: $quiet;
  padding: 0px $px4; font-size: $px12; font-family: "Muster Mono", "Muster Sans"; font-weight: normal; }

#pageTabs { background: transparent; }
#pageTabs::tab { background: transparent; color: $quiet; border: none; min-height: $px34;
  padding: 0px $px9; border-bottom: 2px solid transparent; }
#pageTabs::tab:selected { color: $text; font-weight: bold; border-bottom: 2px solid $focus; }
#pageTabs::tab:hover { color: $text; }

#keysArea:focus { border: 2px solid $focus; }

/* Buttons and fields ---------------------------------------------------------------------- */
QPushButton { background: $raised; border: 1px solid $edge; border-radius: 3px; color: $text;
  min-height: $px40; padding: 0px $px13; }
QPushButton:hover { background: $selected; border-color: $strong_edge; }
QPushButton:pressed { background: $track; }
QPushButton[primary="true"] { background: $action; border-color: $strong_edge; }
QPushButton[primary="true"]:hover { background: $action_hover; }
QPushButton[keyed="true"] { text-align: left; }
QPushButton:checked { background: $action; border-color: $strong_edge; font-weight: bold; }
QPushButton:disabled { color: $quiet; background: $panel; border: 1px dashed $edge; }
QPushButton:focus { border: 2px solid $focus; padding: 0px $px12; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox, QDateTimeEdit { background: $field;
  border: 1px solid $edge; border-radius: 3px; color: $text; padding: $px4 $px9;
  selection-background-color: $action; selection-color: $text; placeholder-text-color: $quiet; }
QLineEdit, QSpinBox, QComboBox, QDateTimeEdit { min-height: $px30; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus,
QDateTimeEdit:focus { border: 2px solid $focus; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: $quiet; }
QComboBox::drop-down { border: none; width: $px24; }
QComboBox::down-arrow { image: url("$icons/down.svg"); width: $px12; height: $px12; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $strong_edge;
  selection-background-color: $action; selection-color: $text; outline: none; }
QCheckBox, QRadioButton { spacing: $px8; min-height: $px38; }
QCheckBox::indicator, QRadioButton::indicator { width: $px18; height: $px18; }
QProgressBar { background: $track; border: 1px solid $edge; border-radius: 3px; max-height: $px10; }
QProgressBar::chunk { background: $focus; border-radius: 2px; }
QMenu { background: $raised; color: $text; border: 1px solid $strong_edge; padding: $px4; }
QMenu::item { padding: $px7 $px22; }
QMenu::item:selected { background: $action; }

/* Lists ----------------------------------------------------------------------------------- */
QAbstractItemView { background: $panel; border: none; outline: none; color: $text; }
QTableView::item { padding: 0px $px8; }
QTableView::item:selected { background: $selected; color: $text; }
#cards { background: $ground; }
QHeaderView::section { background: $raised; color: $quiet; border: none; padding: $px4 $px8; }
QScrollBar:vertical { background: $panel; width: $px12; margin: 0px; }
QScrollBar:horizontal { background: $panel; height: $px12; margin: 0px; }
QScrollBar::handle { background: $strong_edge; border-radius: 3px; min-height: $px28; min-width: $px28;
  margin: 3px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0px; height: 0px; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QSplitter::handle { background: $ground; }
