"""Plan files: from YAML text to a plan, or to all of its problems; and back."""

from __future__ import annotations

from app.models.plan import Plan
from app.models.plancheck import check_plan
from app.models.problem import Reading
from app.models.yamlread import read_document
from app.models.yamlwrite import write_document


def read_plan(text: str, *, file: str) -> Reading[Plan]:
    """`file` is the name that the problems carry."""
    return read_document(text, Plan, check_plan, file=file)


def plan_to_yaml(plan: Plan) -> str:
    """A file that reads back as an equal plan."""
    return write_document(plan)
