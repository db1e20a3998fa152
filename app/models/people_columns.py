"""The columns of a people file: what its first row may say, and what a yes is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum

from app.models.problem import Problem, listed, nearest
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Text, Word


class Column(Enum):
    """The words are those that may stand in the first row, the English title first."""

    NAME = ("name", "full name", "姓名", "名字")
    ROLES = ("role", "roles", "岗位", "角色", "职务", "职责")
    GROUP = ("group", "department", "组", "组别", "小组", "部门")
    BADGE = ("badge", "badge number", "card", "工牌", "卡号", "工号", "胸牌")
    PHONE = ("phone", "telephone", "mobile", "number", "电话", "手机", "手机号", "联系电话")
    DUTY = ("on duty", "duty", "在班", "在岗", "值班", "当班")

    @property
    def title(self) -> Text:
        """How it is written in files that are made here."""
        chinese = next(word for word in self.value if not word.isascii())
        return Text(en=self.value[0].capitalize(), zh=chinese)


_COLUMNS = {word: column for column in Column for word in column.value}
_YES = {"yes", "y", "1", "true", "x", "✓", "√", "on", "是", "在班", "在岗", "值班", "当班"}
_NO = {
    "no",
    "n",
    "0",
    "false",
    "-",
    "off",
    "否",
    "不在班",
    "不在岗",
    "离岗",
    "不值班",
    "休",
    "休息",
}


def find_columns(
    titles: Sequence[str], file: str, line: int
) -> tuple[Mapping[Column, int], tuple[Problem, ...]]:
    """Where each column is. One that is about something else is left out; a slip is told."""
    columns: dict[Column, int] = {}
    problems = []
    for at, title in enumerate(titles):
        word = " ".join(title.casefold().split())
        column = _COLUMNS.get(word)
        if column in columns:
            problems.append(problem(file, line, _TWICE, at, title=title))
        elif column is not None:
            columns[column] = at
        elif meant := nearest(word, _COLUMNS):
            problems.append(problem(file, line, _MEANT, at, title=title, meant=meant))
    if Column.NAME not in columns and not problems:
        problems.append(problem(file, line, _NO_NAMES, known=_all_titles()))
    return columns, tuple(problems)


def yes_or_no(written: str) -> bool | None:
    """None: neither of them."""
    word = written.casefold()
    return True if word in _YES else False if word in _NO else None


def problem(
    file: str, line: int, words: str, column: int = -1, field: str = "", **args: Word
) -> Problem:
    """Of a cell; `column` counts from 0."""
    return Problem(
        file=file, line=line, column=column + 1, message=Phrase("PlanFile", words, args),
        field=field,
    )  # fmt: skip


def _all_titles() -> Text:
    titles = [column.title for column in Column]
    return Text(en=listed(t.en for t in titles), zh="、".join(t.zh for t in titles))


_MEANT = QT_TRANSLATE_NOOP("PlanFile", "“{title}” is no column; did you mean “{meant}”?")
_TWICE = QT_TRANSLATE_NOOP("PlanFile", "“{title}” is there twice. Leave one of the two out.")
_NO_NAMES = QT_TRANSLATE_NOOP(
    "PlanFile", "The first row has no column for names. It may have: {known}."
)
