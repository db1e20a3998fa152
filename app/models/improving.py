"""What to improve after a drill, in plain sentences: the gravest first, nobody by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from app.models.score import Mark, Score, Sort, Verdict
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Word

MOST = 12
"""What is said of each sort; more is not read."""

_HOUR = timedelta(hours=1)
_SECOND = timedelta(seconds=1)


def improvements(score: Score) -> list[Phrase]:
    """By what the marks are about, in their order."""
    said = [phrase for sort in Sort for phrase in _of(sort, score)]
    if said:
        return said
    if not score.marks:
        return [_say(QT_TRANSLATE_NOOP("Score", "Nothing was asked of anybody in this drill."))]
    kept = QT_TRANSLATE_NOOP(
        "Score", "Everything was done in time. Make the next drill harder: fewer people, another "
        "place, more at once."
    )  # fmt: skip
    return [_say(kept)]


def _of(sort: Sort, score: Score) -> list[Phrase]:
    marks = [mark for mark in score.marks if mark.sort is sort]
    failed = [mark for mark in marks if mark.verdict is not Verdict.MET]
    if sort is Sort.CALL_OUT:
        return list(_of_groups(marks))
    return [_SAY[sort](mark) for mark in failed[:MOST]]


def _of_groups(marks: Sequence[Mark]) -> Iterator[Phrase]:
    """Of those called one speaks by group: a drill is about the plan, not about a person."""
    for group in dict.fromkeys(mark.group for mark in marks):
        of_group = [mark for mark in marks if mark.group == group]
        missed = [mark for mark in of_group if mark.verdict is Verdict.MISSED]
        late = [mark for mark in of_group if mark.verdict is Verdict.LATE]
        if missed:
            words = QT_TRANSLATE_NOOP(
                "Score", "{group}: {count} of {all} never came. Check their numbers, and say who "
                "stands in for them."
            )  # fmt: skip
            yield _say(words, group=group, count=len(missed), all=len(of_group))
        if late:
            words = QT_TRANSLATE_NOOP(
                "Score", "{group}: {count} of {all} came late, the last by {late}. Ask what held "
                "them up; call them earlier, or put somebody nearer on duty."
            )  # fmt: skip
            latest = max(mark.late for mark in late)
            yield _say(words, group=group, count=len(late), all=len(of_group), late=lasting(latest))


def _inject(mark: Mark) -> Phrase:
    if mark.took is None:
        words = QT_TRANSLATE_NOOP(
            "Score", "“{what}”: nothing that answers it was recorded. Go through what the plan "
            "asks for then."
        )  # fmt: skip
        return _say(words, what=mark.what)
    words = QT_TRANSLATE_NOOP(
        "Score", "“{what}”: answered after {took}; {within} was expected. Practise this part alone."
    )
    within = lasting(mark.within or timedelta(0))
    return _say(words, what=mark.what, took=lasting(mark.took), within=within)


def _notification(mark: Mark) -> Phrase:
    if mark.took is None:
        words = QT_TRANSLATE_NOOP(
            "Score", "{what} was never told. Have {owner} keep the call list open (5)."
        )
        return _say(words, what=mark.what, owner=mark.owner)
    words = QT_TRANSLATE_NOOP(
        "Score", "{what} was told {late} late. Have {owner} call them sooner, or send a message."
    )
    return _say(words, what=mark.what, late=lasting(mark.late), owner=mark.owner)


def _task(mark: Mark) -> Phrase:
    if mark.took is None:
        words = QT_TRANSLATE_NOOP(
            "Score", "“{what}” was not done. Go through it with {owner}, or give it to others."
        )
        return _say(words, what=mark.what, owner=mark.owner)
    words = QT_TRANSLATE_NOOP(
        "Score", "“{what}” was done {late} late. Have {owner} begin sooner, or give it more hands."
    )
    return _say(words, what=mark.what, late=lasting(mark.late), owner=mark.owner)


def _zone(mark: Mark) -> Phrase:
    words = QT_TRANSLATE_NOOP(
        "Score", "{what} was being evacuated, and nobody confirmed that it is empty. Say "
        "beforehand who looks through which floor."
    )  # fmt: skip
    return _say(words, what=mark.what)


def _service(mark: Mark) -> Phrase:
    words = QT_TRANSLATE_NOOP(
        "Score", "{what} was not called, though the plan asks for it. Settle who decides and who "
        "dials."
    )  # fmt: skip
    return _say(words, what=mark.what)


_SAY = {
    Sort.INJECT: _inject,
    Sort.NOTIFICATION: _notification,
    Sort.TASK: _task,
    Sort.ZONE: _zone,
    Sort.SERVICE: _service,
}


def lasting(duration: timedelta) -> Phrase:
    """How long, to the second below an hour."""
    minutes, seconds = divmod(max(duration, timedelta(0)) // _SECOND, 60)
    if duration >= _HOUR:
        words = QT_TRANSLATE_NOOP("Score", "{hours} h {minutes} min")
        return _say(words, hours=minutes // 60, minutes=minutes % 60)
    if not minutes:
        return _say(QT_TRANSLATE_NOOP("Score", "{seconds} s"), seconds=seconds)
    if not seconds:
        return _say(QT_TRANSLATE_NOOP("Score", "{minutes} min"), minutes=minutes)
    words = QT_TRANSLATE_NOOP("Score", "{minutes} min {seconds} s")
    return _say(words, minutes=minutes, seconds=seconds)


def _say(template: str, **args: Word) -> Phrase:
    return Phrase("Score", template, args)
