"""ICS-209, the incident status summary.

Of its 53 blocks those are printed that an incident of a building can have.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.models.commander import commander
from app.models.prints import Form
from app.models.roster import counts, roster
from app.record.forms.ics_201 import resources
from app.record.forms.ics_parts import begun, head, period
from app.record.forms.status import ticks
from app.record.paper import (
    Block,
    Box,
    Boxes,
    Heading,
    Sheets,
)
from app.record.parts import (
    course_table,
    form_sheets,
    hurt_words,
    open_tasks_words,
    people_words,
    service_words,
    signs_words,
    staff_words,
    untold_words,
    zone_words,
)
from app.record.source import Source
from app.record.words import call_out_word, level_words


def ics_209(source: Source) -> Sheets:
    return form_sheets(source, Form.ICS_209, tuple(_status(source)), facts=())


def _status(source: Source) -> Iterator[Block]:
    reader, _tr, incident, plan = (
        source.reader, source.reader.translate, source.incident, source.plan
    )  # fmt: skip
    who, course = commander(incident, plan), incident.course
    called = counts(incident)
    level = level_words(incident.leveling.level, reader)
    yield Boxes(rows=(
        (*head(source),
         Box(label=_tr("Record", "3. Report version"), ticks=ticks(source, Form.ICS_209), fr=2.4)),
        (Box(label=_tr("Record", "4. Incident commander and organization"), text=who.name, fr=2),
         Box(label=_tr("Record", "6. Incident start"), text=begun(source)),
         Box(label=_tr("Record", "7. Current size: zones in hand"), text=_size(source))),
        (Box(label=_tr("Record", "9. Incident definition"),
             text=reader.text(plan.title) if plan else course.plan, fr=2),
         Box(label=_tr("Record", "10. Complexity: level"), text=level),
         Box(label=_tr("Record", "11. For time period"), text=period(source), fr=1.6)),
        (Box(label=_tr("Record", "12. Prepared by")), Box(label=_tr("Record", "13. Submitted")),
         Box(label=_tr("Record", "14. Approved by")), Box(label=_tr("Record", "15. Sent to"))),
        (Box(label=_tr("Record", "25. Short location"), text=incident.detail.place),),
    ))  # fmt: skip
    yield Heading(text=_tr("Record", "28. Significant events for the time period"), level=2)
    yield course_table(source)
    yield Heading(text=_tr("Record", "Situation"), level=2)
    yield Boxes(rows=(
        (Box(label=_tr("Record", "29. Materials or hazards involved"), text=signs_words(source)),),
        (Box(label=_tr("Record", "30. Damage assessment")),),
        (Box(label=_tr("Record", "31. Public status"),
             text=_public(source)),
         Box(label=_tr("Record", "32. Responder status"), text=staff_words(source))),
        (Box(label=_tr("Record", "33. Life, safety and health: remarks")),
         Box(label=_tr("Record", "34. Life, safety and health: threat management"),
             text=zone_words(source))),
        (Box(label=_tr("Record", "35. Weather concerns")),
         Box(label=_tr("Record", "36. Projected incident activity"))),
        (Box(label=_tr("Record", "37. Strategic objectives"), text=_ends(source)),),
        (Box(label=_tr("Record", "38. Current threat and risk"), text=_reason(source)),),
        (Box(label=_tr("Record", "39. Critical resource needs"), text=_needs(source)),),
        (Box(label=_tr("Record", "40. Strategic discussion")),),
        (Box(label=_tr("Record", "41. Planned actions for the next period"),
             text=open_tasks_words(source)),),
        (Box(label=_tr("Record", "43. Anticipated end"), text=reader.dated_if(course.over_at)),
         Box(label=_tr("Record", "45. Estimated costs to date"))),
        (Box(label=_tr("Record", "47. Remarks: still to be told"), text=untold_words(source)),),
    ))  # fmt: skip
    yield Heading(text=_tr("Record", "48, 49. Organizations and resources"), level=2)
    yield resources(source)
    yield Boxes(rows=((
        Box(label=_tr("Record", "51. Total personnel"), text=str(called.here)),
        Box(label=_tr("Record", "53. Cooperating organizations"), text=service_words(source), fr=3),
    ),))  # fmt: skip


def _public(source: Source) -> str:
    hurt = source.reader.about(source.reader.translate("Record", "People hurt"), hurt_words(source))
    return source.reader.series([people_words(source), hurt])


def _size(source: Source) -> str:
    return str(sum(zone.in_hand for zone in source.incident.zones.values()))


def _ends(source: Source) -> str:
    plan = source.plan
    return "\n".join(source.reader.text(each) for each in plan.end) if plan else ""


def _reason(source: Source) -> str:
    return source.incident.leveling.reason


def _needs(source: Source) -> str:
    """Roles that nobody fills yet, and who is late."""
    reader, found = source.reader, []
    for row in roster(source.incident, source.plan):
        if row.awaited and (not row.name or (row.due and row.due <= source.now)):
            late = call_out_word(row.state, reader)
            found.append(reader.with_note(reader.text(row.role), row.name or late))
    return reader.series(found)
