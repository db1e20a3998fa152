"""The keyboard map in words: what F1 shows."""

from __future__ import annotations

from enum import Enum, auto
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication

_tr = QCoreApplication.translate


class Chapter(Enum):
    """What the keys are for, in the order of the map."""

    EVERYWHERE = auto()
    BOARD = auto()
    DESK = auto()
    REPLAY = auto()
    PREVIEW = auto()
    ROSTER = auto()
    ROLL_CALL = auto()
    TASKS = auto()
    MESSAGES = auto()
    ALARMS = auto()
    ZONES = auto()
    RECEPTION = auto()
    PEOPLE = auto()
    CHART = auto()
    TIMELINE = auto()
    FOLLOW_UPS = auto()
    ARCHIVE = auto()
    FIGURES = auto()
    DRILL = auto()
    SHIFT = auto()
    FILES = auto()
    STAFF = auto()
    ADDRESSES = auto()


Section: TypeAlias = tuple[str, tuple[tuple[str, str], ...]]


def keyboard_map() -> tuple[Section, ...]:
    """(title, ((key, what it does), …)) in the reader's language."""
    return (
        (_tr("Keys", "Everywhere"), _everywhere()),
        (_tr("Keys", "Board"), _board()),
        (_tr("Keys", "Desk"), _desk()),
        (_tr("Keys", "Looking back"), _replay()),
        (_tr("Keys", "Pages before printing"), _preview()),
        (_tr("Keys", "Roster and call list"), _roster()),
        (_tr("Keys", "Roll call"), _roll_call()),
        (_tr("Keys", "Tasks and zones"), _tasks()),
        (_tr("Keys", "Messages"), _messages()),
        (_tr("Keys", "Alarms"), _alarms()),
        (_tr("Keys", "Zones and site plan"), _zones()),
        (_tr("Keys", "Reception"), _reception()),
        (_tr("Keys", "People"), _people()),
        (_tr("Keys", "Escalation chart"), _chart()),
        (_tr("Keys", "Timeline"), _timeline()),
        (_tr("Keys", "Follow-ups"), _follow_ups()),
        (_tr("Keys", "Archive"), _archive()),
        (_tr("Keys", "Readiness and statistics"), _figures()),
        (_tr("Keys", "Drill"), _drill()),
        (_tr("Keys", "Shift log"), _shift()),
        (_tr("Keys", "Files"), _files()),
        (_tr("Keys", "Staff and duty"), _staff()),
        (_tr("Keys", "Addresses of messages"), _addresses()),
    )


def _everywhere() -> tuple[tuple[str, str], ...]:
    return (
        ("F1", _tr("Keys", "show or hide the keys")),
        ("F2", _tr("Keys", "back to the board")),
        ("F3", _tr("Keys", "English / 中文")),
        ("F4", _tr("Keys", "next theme")),
        ("Ctrl +  −  0", _tr("Keys", "larger, smaller or usual text")),
        ("F5", _tr("Keys", "shift log")),
        ("Ctrl+R", _tr("Keys", "look back on this incident, or on the chosen card's")),
        ("Ctrl+U", _tr("Keys", "follow-ups of all incidents")),
        ("Ctrl+F", _tr("Keys", "archive: search all incidents")),
        ("Ctrl+D", _tr("Keys", "readiness: what the plans lack")),
        ("Ctrl+T", _tr("Keys", "statistics")),
        ("F6", _tr("Keys", "staff and who is on duty")),
        ("F7", _tr("Keys", "who sits here now")),
        ("F9", _tr("Keys", "put away why something was not done")),
        ("F10", _tr("Keys", "menu")),
        ("F11", _tr("Keys", "the wall, and back")),
        ("Shift+F11", _tr("Keys", "what the wall shows on which screen")),
        ("F12", _tr("Keys", "addresses of messages")),
        ("Ctrl+Z", _tr("Keys", "take back what was just pressed, for 6 seconds")),
        ("Ctrl+Q", _tr("Keys", "leave Muster")),
        ("Tab", _tr("Keys", "next part; Shift+Tab the one before")),
        ("Esc", _tr("Keys", "leave a field or a question")),
    )


def _board() -> tuple[tuple[str, str], ...]:
    return (
        ("Ctrl+N", _tr("Keys", "open an incident")),
        ("↑ ↓ ← →", _tr("Keys", "choose a card")),
        ("Enter", _tr("Keys", "go to its desk")),
    )


def _desk() -> tuple[tuple[str, str], ...]:
    return (
        ("L", _tr("Keys", "change the level")),
        ("Shift+L", _tr("Keys", "raise to the level that the plan proposes")),
        ("Shift+N", _tr("Keys", "not now: decline what the plan proposes")),
        ("Shift+E", _tr("Keys", "call the service that the plan proposes")),
        ("Shift+T", _tr("Keys", "escalation chart")),
        ("J", _tr("Keys", "next phase, where the plan has phases")),
        ("H", _tr("Keys", "how many people, place, title")),
        ("O", _tr("Keys", "declare over, then close")),
        ("Z", _tr("Keys", "reopen")),
        ("E", _tr("Keys", "call 110, 119, 120, 122")),
        ("C", _tr("Keys", "call a group, everyone, one person")),
        ("N", _tr("Keys", "add a task")),
        ("T  /", _tr("Keys", "write what happened")),
        ("B", _tr("Keys", "badge or name")),
        ("F8", _tr("Keys", "the alarms are seen")),
        ("1 2 3 4", _tr("Keys", "roster, zones, tasks, timeline")),
        ("V  I  Q", _tr("Keys", "site plan, files, messages")),
        ("7 8 9 0", _tr("Keys", "reception, people, follow-ups, alarms")),
        ("Ctrl+P", _tr("Keys", "print the record; Shift+P opens the last print")),
        ("Ctrl+J", _tr("Keys", "type in a sheet that was written by hand")),
    )


def _replay() -> tuple[tuple[str, str], ...]:
    return (
        ("Space", _tr("Keys", "play, pause")),
        ("F  S", _tr("Keys", "faster, slower: 1 to 60 times")),
        ("E  Shift+E", _tr("Keys", "next entry, the one before; on the slider also → ←")),
        ("L  Shift+L", _tr("Keys", "next change of level, the one before")),
        ("M  Shift+M", _tr("Keys", "next deadline missed, the one before")),
        ("C  Shift+C", _tr("Keys", "next call-out, the one before")),
        ("K", _tr("Keys", "as it was known; again: as it happened")),
        ("W", _tr("Keys", "the wall of that moment; again: the desk")),
        ("Home", _tr("Keys", "to the beginning")),
        ("Esc  End", _tr("Keys", "back to now")),
    )


def _preview() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter", _tr("Keys", "print")),
        ("Esc", _tr("Keys", "do not print")),
        ("PgDn  PgUp", _tr("Keys", "down, up; also ↓ ↑, Home, End")),
        ("+  −  0", _tr("Keys", "nearer, farther, as it was")),
    )


def _roster() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter  A", _tr("Keys", "arrived")),
        ("K", _tr("Keys", "acknowledged")),
        ("W", _tr("Keys", "on the way, with ETA")),
        ("X", _tr("Keys", "no answer")),
        ("U", _tr("Keys", "excused, with the reason")),
        ("D", _tr("Keys", "stand down")),
        ("M", _tr("Keys", "takes command; hand over to who is proposed")),
        ("G", _tr("Keys", "call who stands in, or call again")),
        ("5", _tr("Keys", "call list to phone down")),
    )


def _roll_call() -> tuple[tuple[str, str], ...]:
    return (
        ("6", _tr("Keys", "roll call of everyone on site")),
        ("R  Shift+R", _tr("Keys", "begin it; end it")),
        ("Enter  A", _tr("Keys", "answered")),
        ("B", _tr("Keys", "somebody answered for them, with who and how")),
    )


def _tasks() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter", _tr("Keys", "done, told, or the next step of a zone; it never undoes")),
        ("S", _tr("Keys", "skip a task, with the reason")),
        ("R  D", _tr("Keys", "give a task to another, another time")),
        ("G", _tr("Keys", "open the plan that a task starts")),
        ("W", _tr("Keys", "told, with what was said")),
        ("X", _tr("Keys", "not reached")),
        ("Shift+M", _tr("Keys", "send a message to whom is to be told")),
        ("Menu", _tr("Keys", "everything else about a row")),
    )


def _messages() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter  S", _tr("Keys", "send to whom is to be told")),
        ("R", _tr("Keys", "send again what failed")),
        ("W", _tr("Keys", "write any words")),
        ("Shift+S", _tr("Keys", "switch sending by itself on or off")),
    )


def _alarms() -> tuple[tuple[str, str], ...]:
    return (("Enter  K", _tr("Keys", "seen, with your name")),)


def _staff() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter", _tr("Keys", "on duty, off duty; in a field: add")),
        ("E", _tr("Keys", "change name, role, badge, phone")),
        ("Del", _tr("Keys", "take off the list, after asking")),
        ("Alt+I", _tr("Keys", "import a list from CSV or Excel, shown before it is recorded")),
    )


def _addresses() -> tuple[tuple[str, str], ...]:
    return (
        ("A", _tr("Keys", "add one")),
        ("R", _tr("Keys", "change it")),
        ("T", _tr("Keys", "send a test message")),
        ("O", _tr("Keys", "switch it off or on")),
        ("Del", _tr("Keys", "remove it, after asking")),
        ("Space", _tr("Keys", "tick whom it reaches")),
        ("Shift+S", _tr("Keys", "which plans send by themselves")),
    )


def _zones() -> tuple[tuple[str, str], ...]:
    return (
        ("↑ ↓ ← →", _tr("Keys", "on the plan: to what is next that way")),
        ("Enter", _tr("Keys", "the likeliest next step")),
        ("F", _tr("Keys", "confirm the next floor or section")),
        ("Y", _tr("Keys", "how many people are out")),
        ("+  −  0", _tr("Keys", "on the plan: nearer, farther, all of it")),
        ("D", _tr("Keys", "on the plan: draw zones, places, the picture")),
    )


def _reception() -> tuple[tuple[str, str], ...]:
    return (
        ("Shift+J", _tr("Keys", "begin a reception")),
        ("R", _tr("Keys", "receive a representative")),
        ("A", _tr("Keys", "what was answered")),
        ("P", _tr("Keys", "promise, with who and until when")),
        ("H", _tr("Keys", "matter, how many, unit")),
        ("X", _tr("Keys", "end the reception")),
        ("S", _tr("Keys", "show or hide a name and contact")),
        ("W", _tr("Keys", "type or change a name and contact")),
        ("U", _tr("Keys", "a representative has left")),
        ("Del", _tr("Keys", "erase a name and contact, after asking")),
    )


def _people() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter", _tr("Keys", "count a zone; seen or gone")),
        ("W", _tr("Keys", "seen, with where and what")),
        ("G", _tr("Keys", "from what was seen to the zones, and back")),
    )


def _chart() -> tuple[tuple[str, str], ...]:
    return (
        ("← →", _tr("Keys", "look back and forward")),
        ("+  −", _tr("Keys", "zoom in and out")),
        ("End", _tr("Keys", "follow now again")),
        ("0", _tr("Keys", "show the whole incident")),
        ("↑ ↓", _tr("Keys", "choose a bar")),
        ("Enter", _tr("Keys", "go to its entry")),
    )


def _timeline() -> tuple[tuple[str, str], ...]:
    return (
        ("Enter", _tr("Keys", "write it; “10:03 …” says when it happened")),
        ("Shift+Enter", _tr("Keys", "another line of it")),
        ("Ctrl+G", _tr("Keys", "to a note just written that stands further up")),
        ("R", _tr("Keys", "correct the chosen entry")),
        ("X", _tr("Keys", "strike it, with the reason")),
        ("End", _tr("Keys", "go to the newest")),
    )


def _files() -> tuple[tuple[str, str], ...]:
    return (
        ("P", _tr("Keys", "attach photos and files; Ctrl+V and dragging work too")),
        ("Enter", _tr("Keys", "open a copy of a file")),
        ("S", _tr("Keys", "save a copy of it")),
        ("D", _tr("Keys", "say what it shows")),
    )


def _follow_ups() -> tuple[tuple[str, str], ...]:
    return (
        ("9", _tr("Keys", "those of this desk")),
        ("Enter", _tr("Keys", "done, with what came of it")),
        ("K", _tr("Keys", "chase: whom you asked, what they said")),
        ("F", _tr("Keys", "feed back how it stands")),
        ("D  G  S", _tr("Keys", "another date, another owner, not needed")),
        ("A", _tr("Keys", "add one")),
        ("O", _tr("Keys", "open its desk, from the list of all")),
    )


def _archive() -> tuple[tuple[str, str], ...]:
    return (
        ("/", _tr("Keys", "the search line; ↓ goes to what was found")),
        ("Enter  O", _tr("Keys", "open the desk of the incident")),
        ("P", _tr("Keys", "print its record")),
        ("R", _tr("Keys", "replay it")),
        ("Esc", _tr("Keys", "stop a search that takes long")),
    )


def _figures() -> tuple[tuple[str, str], ...]:
    return (
        ("W", _tr("Keys", "to the week, and back to the list")),
        ("↑ ↓ ← →", _tr("Keys", "in the week: choose an hour")),
        ("N  P", _tr("Keys", "readiness now; print it")),
        ("1 2 3 4", _tr("Keys", "by role, plan, hour; trend by month")),
        ("/", _tr("Keys", "which time")),
        ("C", _tr("Keys", "chart or table, where there is room for one only")),
        ("S", _tr("Keys", "save the table as CSV")),
    )


def _drill() -> tuple[tuple[str, str], ...]:
    return (
        ("Shift+D", _tr("Keys", "injects of a drill, for its leader")),
        ("Enter", _tr("Keys", "it happens now: record that it was played")),
        ("S", _tr("Keys", "skip it, with the reason")),
        ("A", _tr("Keys", "let something else happen, now or later")),
        ("P", _tr("Keys", "the drill stands still; goes on")),
        ("Shift+Q", _tr("Keys", "score, once the drill is over")),
    )


def _shift() -> tuple[tuple[str, str], ...]:
    return (
        ("H", _tr("Keys", "hand over the shift")),
        ("O", _tr("Keys", "open an incident from the chosen line")),
        ("Alt+←  Alt+→", _tr("Keys", "earlier or later month")),
    )
