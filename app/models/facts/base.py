"""What all facts share."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, TypeAlias

import msgspec

Moment: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]
"""A time that says its zone: one that does not cannot be compared with the others."""


class Fact(
    msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True, tag_field="kind"
):
    """What one entry says. Its tag is the entry's `kind`."""

    @property
    def kind(self) -> str:
        return str(self.__struct_config__.tag)
