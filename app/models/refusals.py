"""Every refusal, in words that say why and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from app.models.command import Refusal
from app.models.field_words import field_word
from app.models.text import QT_TRANSLATE_NOOP, Phrase, Word

_CONTEXT = "Refusal"

_WHY = {
    "no_incident": QT_TRANSLATE_NOOP(
        "Refusal", "There is no such incident here. Open one, or check its number."
    ),
    "looking_back": QT_TRANSLATE_NOOP(
        "Refusal", "You are looking back: nothing can be changed here. Esc returns to now."
    ),
    "plan_to_choose": QT_TRANSLATE_NOOP(
        "Refusal",
        "No plan is chosen yet. Choose one under “Plan”, with the arrow keys or its letter.",
    ),
    "ended": QT_TRANSLATE_NOOP(
        "Refusal",
        "This is done already, and Enter does not undo it. Ctrl+Z takes back what was just "
        "pressed; later the row's menu does, or its entry is struck in the timeline.",
    ),
    "no_plan": QT_TRANSLATE_NOOP("Refusal", "There is no plan “{plan}”. Choose one of: {plans}."),
    "plan_not_here": QT_TRANSLATE_NOOP(
        "Refusal",
        "This incident's plan has not reached this station. Try again once connected.",
    ),
    "missing": QT_TRANSLATE_NOOP("Refusal", "“{field}” is empty. Fill it in."),
    "too_long": QT_TRANSLATE_NOOP(
        "Refusal", "“{field}” has {length} characters; at most {limit} fit. Shorten it."
    ),
    "control_character": QT_TRANSLATE_NOOP(
        "Refusal", "“{field}” contains a character that cannot be printed. Type it again."
    ),
    "negative": QT_TRANSLATE_NOOP("Refusal", "“{field}” cannot be below 0. Check the number."),
    "too_many": QT_TRANSLATE_NOOP(
        "Refusal", "“{field}” is {number}; at most {limit} is believed. Check the number."
    ),
    "future": QT_TRANSLATE_NOOP(
        "Refusal", "{at} is still to come. Enter what has already happened."
    ),
    "before_opening": QT_TRANSLATE_NOOP(
        "Refusal", "{at} is before the incident was opened ({opened}). Write it as a note."
    ),
    "closed": QT_TRANSLATE_NOOP(
        "Refusal", "This incident is closed. Reopen it with a reason, or add a note."
    ),
    "not_over": QT_TRANSLATE_NOOP("Refusal", "This incident is still running: nothing to reopen."),
    "already_over": QT_TRANSLATE_NOOP(
        "Refusal", "It was declared over already. Close it, or reopen it with a reason."
    ),
    "not_declared_over": QT_TRANSLATE_NOOP(
        "Refusal", "The incident still runs. Declare it over first, then close it."
    ),
    "awaited": QT_TRANSLATE_NOOP(
        "Refusal", "Still on the way: {names}. Stand them down or record their arrival first."
    ),
    "same_level": QT_TRANSLATE_NOOP("Refusal", "The level is {level} already. Choose another."),
    "over_rises": QT_TRANSLATE_NOOP(
        "Refusal", "It was declared over, so nobody would be awaited. Reopen it first."
    ),
    "not_lower": QT_TRANSLATE_NOOP(
        "Refusal", "{level} is not below {now}, the level now. Raise it, or choose a lower one."
    ),
    "proposes_itself": QT_TRANSLATE_NOOP(
        "Refusal", "Only the plan proposes, by its rules. Change the level itself instead."
    ),
    "not_proposed": QT_TRANSLATE_NOOP(
        "Refusal",
        "Level {level} is not proposed any more: it was decided already. Change the "
        "level itself if need be.",
    ),
    "sign_counted": QT_TRANSLATE_NOOP(
        "Refusal", "“{sign}” follows from numbers. Count people, or record the state of zones."
    ),
    "sign_seen": QT_TRANSLATE_NOOP(
        "Refusal", "“{sign}” was reported at {at} already. Add words, or write a note."
    ),
    "sign_not_seen": QT_TRANSLATE_NOOP(
        "Refusal", "“{sign}” is not reported: nothing to take back."
    ),
    "commanding": QT_TRANSLATE_NOOP("Refusal", "{name} commands already: nothing to hand over."),
    "unknown_person": QT_TRANSLATE_NOOP(
        "Refusal", "Nobody here has the badge or name “{who}”. Check it, or add the person first."
    ),
    "ambiguous_person": QT_TRANSLATE_NOOP(
        "Refusal", "“{who}” fits {names}. Type more of the name, or scan the badge."
    ),
    "unknown_role": QT_TRANSLATE_NOOP(
        "Refusal",
        "No plan has a role “{typed}”. Type a part of its words and choose from the list.",
    ),
    "ambiguous_role": QT_TRANSLATE_NOOP(
        "Refusal", "“{typed}” fits {names}. Type more, or choose from the list."
    ),
    "already_called": QT_TRANSLATE_NOOP(
        "Refusal", "{name} was called at {at} already. Stand them down first to call again."
    ),
    "nobody_to_call": QT_TRANSLATE_NOOP(
        "Refusal",
        "Everyone who can be called for this has been called already. F6 adds people "
        "and puts them on duty.",
    ),
    "not_in_plan": QT_TRANSLATE_NOOP(
        "Refusal", "There is no “{key}” in this plan. Choose one of: {known}."
    ),
    "never_called": QT_TRANSLATE_NOOP("Refusal", "{name} was not called out. Call them first."),
    "already_arrived": QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} is on site since {at}: nothing more to do. If that is wrong, correct the entry.",
    ),
    "not_awaited": QT_TRANSLATE_NOOP(
        "Refusal", "{name} is no longer expected. Call them again first."
    ),
    "nobody_on_site": QT_TRANSLATE_NOOP(
        "Refusal", "Nobody of the staff is on site. Record who has arrived first."
    ),
    "roll_runs": QT_TRANSLATE_NOOP(
        "Refusal", "The roll call of {at} still runs. Answer for those missing, or end it first."
    ),
    "roll_begins_itself": QT_TRANSLATE_NOOP(
        "Refusal", "Who must answer follows from who is on site. Use “begin_roll_call”."
    ),
    "no_roll_call": QT_TRANSLATE_NOOP("Refusal", "There is no such roll call. Begin one first."),
    "roll_ended": QT_TRANSLATE_NOOP("Refusal", "This roll call ended at {at}. Begin another one."),
    "not_in_roll": QT_TRANSLATE_NOOP(
        "Refusal", "{name} was not on site when this roll call began: nothing to answer."
    ),
    "roll_answered": QT_TRANSLATE_NOOP(
        "Refusal", "{name} is accounted for since {at}: nothing more to do."
    ),
    "unknown_task": QT_TRANSLATE_NOOP("Refusal", "There is no task “{task}”. Add it first."),
    "task_exists": QT_TRANSLATE_NOOP(
        "Refusal", "There is a task “{task}” already. Use that one, or name another."
    ),
    "task_settled": QT_TRANSLATE_NOOP(
        "Refusal", "This task is settled already, at {at} by {by}. If that is wrong, undo it first."
    ),
    "no_alarm": QT_TRANSLATE_NOOP("Refusal", "This alarm is settled: nothing to acknowledge."),
    "alarm_seen": QT_TRANSLATE_NOOP(
        "Refusal", "{by} acknowledged this alarm at {at}: nothing more to do."
    ),
    "late_to_take_back": QT_TRANSLATE_NOOP(
        "Refusal", "More than {seconds} seconds have passed. Correct the entry, with the reason."
    ),
    "nothing_pressed": QT_TRANSLATE_NOOP(
        "Refusal",
        "Nothing pressed here in the last {seconds} seconds can be taken back. Select the entry in "
        "the timeline (4) and correct it (R) or strike it (X), with the reason.",
    ),
    "nothing_to_take_back": QT_TRANSLATE_NOOP(
        "Refusal", "This was taken back or corrected already: nothing more to do."
    ),
    "due_passed": QT_TRANSLATE_NOOP(
        "Refusal", "{due} has passed already. Give a time that is still to come."
    ),
    "mandatory_open": QT_TRANSLATE_NOOP(
        "Refusal", "Still to be done: {tasks}. Do or skip them, or fill in “{field}”."
    ),
    "unknown_phase": QT_TRANSLATE_NOOP(
        "Refusal", "The plan has no phase “{phase}”. Choose one from the list."
    ),
    "phase_behind": QT_TRANSLATE_NOOP(
        "Refusal",
        "The incident is past “{phase}” already: phases only go forward. Choose a "
        "later one, or write a note.",
    ),
    "same_phase": QT_TRANSLATE_NOOP(
        "Refusal", "The incident is in “{phase}” already. Choose a later one."
    ),
    "task_open": QT_TRANSLATE_NOOP("Refusal", "This task is still open: nothing to take back."),
    "unknown_zone": QT_TRANSLATE_NOOP(
        "Refusal",
        "There is no zone “{zone}” on this site or in the plan. Choose another, or draw it first.",
    ),
    "zone_cordoned": QT_TRANSLATE_NOOP(
        "Refusal",
        "{zone} is cordoned since {at}: nothing more to do. Lift it first to cordon it anew.",
    ),
    "zone_same": QT_TRANSLATE_NOOP(
        "Refusal", "{zone} is in that state already: nothing more to do."
    ),
    "zone_not_empty": QT_TRANSLATE_NOOP(
        "Refusal", "{zone} was not reported empty yet. Report it empty, then confirm."
    ),
    "zone_free": QT_TRANSLATE_NOOP(
        "Refusal", "{zone} is neither cordoned nor evacuated: nothing to release."
    ),
    "not_cordoned": QT_TRANSLATE_NOOP("Refusal", "{zone} is not cordoned: nothing to lift."),
    "zone_not_evacuated": QT_TRANSLATE_NOOP(
        "Refusal", "{zone} is not being evacuated. Begin the evacuation first."
    ),
    "no_parts": QT_TRANSLATE_NOOP(
        "Refusal", "{zone} has no floors or sections. Confirm it as a whole."
    ),
    "unknown_part": QT_TRANSLATE_NOOP(
        "Refusal", "{zone} has no part “{part}”. Choose one of: {parts}."
    ),
    "part_confirmed": QT_TRANSLATE_NOOP(
        "Refusal", "{zone}, {part} was confirmed at {at} by {by} already: nothing more to do."
    ),
    "parts_unconfirmed": QT_TRANSLATE_NOOP(
        "Refusal", "In {zone} nobody has confirmed yet: {parts}. Confirm each, then the whole."
    ),
    "count_fell": QT_TRANSLATE_NOOP(
        "Refusal",
        "{count} were counted out of {zone} already. If that was wrong, correct that entry.",
    ),
    "unknown_assembly": QT_TRANSLATE_NOOP(
        "Refusal", "There is no assembly point “{point}” here. Draw it on the site plan first."
    ),
    "unknown_entrance": QT_TRANSLATE_NOOP(
        "Refusal", "There is no entrance “{entrance}” here. Draw it on the site plan first."
    ),
    "entrance_open": QT_TRANSLATE_NOOP(
        "Refusal", "{entrance} is open since {at}: nothing more to do."
    ),
    "entrance_shut": QT_TRANSLATE_NOOP(
        "Refusal", "{entrance} is shut since {at}: nothing more to do."
    ),
    "post_empty": QT_TRANSLATE_NOOP("Refusal", "Nobody stands at post {post}: nobody to relieve."),
    "unknown_notification": QT_TRANSLATE_NOOP(
        "Refusal", "The plan names nobody “{target}” to be told. Write a note instead."
    ),
    "already_told": QT_TRANSLATE_NOOP(
        "Refusal", "{who} was told at {at} already. What was said since, write as a note."
    ),
    "unknown_message": QT_TRANSLATE_NOOP(
        "Refusal", "There is no such message in this incident. Send it first."
    ),
    "message_sending": QT_TRANSLATE_NOOP(
        "Refusal", "This message to {to} is being sent since {at}. Wait for its result."
    ),
    "message_delivered": QT_TRANSLATE_NOOP(
        "Refusal", "This message was delivered to {to} at {at}. Write another one."
    ),
    "sending_off": QT_TRANSLATE_NOOP(
        "Refusal",
        "Nobody has switched on that messages of this plan are sent by themselves. "
        "Send them by hand, or switch it on.",
    ),
    "no_address": QT_TRANSLATE_NOOP(
        "Refusal", "Tick at least one address. F12 shows and adds addresses; or phone them."
    ),
    "unreadable_address": QT_TRANSLATE_NOOP(
        "Refusal",
        "This address cannot be read. It begins like mailto://, wecombot://, dingtalk:// or "
        "json://; docs/messages.md has examples.",
    ),
    "no_address_for_drills": QT_TRANSLATE_NOOP(
        "Refusal",
        "This is a drill, and no address is chosen for drills. F12 shows and changes addresses.",
    ),
    "service_called": QT_TRANSLATE_NOOP(
        "Refusal", "{service} was called at {at} already and has not left. Write a note instead."
    ),
    "service_not_called": QT_TRANSLATE_NOOP(
        "Refusal", "{service} was not called yet. Record the call first, whoever made it."
    ),
    "service_left": QT_TRANSLATE_NOOP(
        "Refusal", "{service} left at {at}. Record the new call first."
    ),
    "service_here": QT_TRANSLATE_NOOP(
        "Refusal", "{service} is here since {at}: nothing more to do."
    ),
    "unknown_entry": QT_TRANSLATE_NOOP(
        "Refusal", "There is no such entry in this incident. Choose one of its timeline."
    ),
    "correction_of_correction": QT_TRANSLATE_NOOP(
        "Refusal", "This entry is itself a correction. Correct the original entry again instead."
    ),
    "closing_struck": QT_TRANSLATE_NOOP(
        "Refusal",
        "Closing, settling and reopening cannot be struck. Reopen it, or close it again.",
    ),
    "correction_changes_kind": QT_TRANSLATE_NOOP(
        "Refusal",
        "A correction keeps the kind of the entry. Strike this one and add another.",
    ),
    "contradiction": QT_TRANSLATE_NOOP(
        "Refusal", "This does not fit what was recorded at that time. Write it as a note."
    ),
    "no_time": QT_TRANSLATE_NOOP(
        "Refusal", "“{typed}” is no time. Type 10:03, or how many minutes from now."
    ),
    "no_date": QT_TRANSLATE_NOOP(
        "Refusal", "“{typed}” is no date. Type 2026-12-01, 12-01, or how many days from now."
    ),
    "no_number": QT_TRANSLATE_NOOP("Refusal", "“{typed}” is no number. Type digits only."),
    "unchanged": QT_TRANSLATE_NOOP(
        "Refusal", "Nothing would change. Change something first, or leave it."
    ),
    "not_on_duty": QT_TRANSLATE_NOOP("Refusal", "{name} is not on duty: nothing to end."),
    "on_duty": QT_TRANSLATE_NOOP("Refusal", "{name} is on duty since {at}: nothing more to do."),
    "unfit_plan": QT_TRANSLATE_NOOP(
        "Refusal", "This plan has a fault at {field}: {why}. Mend it, then publish it."
    ),
    "too_few_points": QT_TRANSLATE_NOOP(
        "Refusal",
        "{name} needs at least {least} points on the site plan, and has {count}. Put more.",
    ),
    "too_many_points": QT_TRANSLATE_NOOP(
        "Refusal", "{name} has {count} points; at most {most} can be drawn. Draw it with fewer."
    ),
    "place_exists": QT_TRANSLATE_NOOP(
        "Refusal", "There is “{name}” on this site already. Give the new one another name."
    ),
    "off_the_plan": QT_TRANSLATE_NOOP(
        "Refusal", "{name} lies outside the site plan. Draw it inside."
    ),
    "parts_doubled": QT_TRANSLATE_NOOP(
        "Refusal", "{name} has the part “{part}” twice. Give each its own key."
    ),
    "line_without_zone": QT_TRANSLATE_NOOP(
        "Refusal", "The cordon line {name} belongs to no zone. Say which."
    ),
    "nothing_such": QT_TRANSLATE_NOOP(
        "Refusal", "There is nothing called “{typed}” here. Choose one from the list."
    ),
    "picture_too_big": QT_TRANSLATE_NOOP(
        "Refusal", "{name} has {size} MB; a site plan may have {most} MB. Save it smaller."
    ),
    "picture_sort": QT_TRANSLATE_NOOP(
        "Refusal", "{name} is no SVG, PNG or JPEG. Save the site plan as one of these."
    ),
    "picture_unreadable": QT_TRANSLATE_NOOP(
        "Refusal", "{name} cannot be read: {why}. Choose another picture."
    ),
    "badge_taken": QT_TRANSLATE_NOOP(
        "Refusal", "Badge {badge} is {name}’s already. Give another, or take it from them first."
    ),
    "file_too_large": QT_TRANSLATE_NOOP(
        "Refusal",
        "“{name}” is larger than 25 MB. Attach a smaller copy, and keep the original where it is.",
    ),
    "file_empty": QT_TRANSLATE_NOOP(
        "Refusal", "“{name}” is empty: nothing is in it. Choose another file."
    ),
    "file_folder": QT_TRANSLATE_NOOP(
        "Refusal", "“{name}” is a folder. Choose the files in it, or pack them into one."
    ),
    "file_unreadable": QT_TRANSLATE_NOOP(
        "Refusal", "“{name}” cannot be read: {why}. Check that it is there and may be read."
    ),
    "file_no_room": QT_TRANSLATE_NOOP(
        "Refusal",
        "“{name}” was not attached: this machine cannot keep it ({why}). Free some space.",
    ),
    "file_attached": QT_TRANSLATE_NOOP(
        "Refusal", "“{name}” is attached already, at {at} by {by}: nothing more to do."
    ),
    "file_away": QT_TRANSLATE_NOOP(
        "Refusal",
        "“{name}” has not come here yet: it is still on {station}. It comes by itself.",
    ),
    "file_not_opened": QT_TRANSLATE_NOOP(
        "Refusal",
        "“{name}” is of a kind that may run as a program, so it is not opened from here. "
        "Save a copy (S) and have it looked at.",
    ),
    "file_no_viewer": QT_TRANSLATE_NOOP(
        "Refusal",
        "No program of this machine shows “{name}”. Save a copy (S) and look at it elsewhere.",
    ),
    "file_not_saved": QT_TRANSLATE_NOOP(
        "Refusal", "“{name}” could not be saved there: {why}. Choose another place."
    ),
    "not_set": QT_TRANSLATE_NOOP(
        "Refusal", "It could not be typeset: {why}. Nothing was printed; report this."
    ),
    "no_folder": QT_TRANSLATE_NOOP(
        "Refusal", "There is no folder “{folder}”. Choose another place for the print."
    ),
    "sheet_time": QT_TRANSLATE_NOOP(
        "Refusal",
        "Line {line} does not begin with a time: “{typed}”. Write one such as “10:03 gate shut”. "
        "Nothing was recorded.",
    ),
    "sheet_left": QT_TRANSLATE_NOOP(
        "Refusal",
        "{why} The lines above it are recorded already. Put right what stands here, record it.",
    ),
    "sheet_empty": QT_TRANSLATE_NOOP("Refusal", "There is nothing on this sheet. Type its lines."),
    "no_day": QT_TRANSLATE_NOOP("Refusal", "“{typed}” is no day. Write one such as 2026-11-23."),
    "no_fingerprint": QT_TRANSLATE_NOOP(
        "Refusal",
        "This is no fingerprint of a file. Write its SHA-256: 64 digits and letters from a to f.",
    ),
    "no_media_type": QT_TRANSLATE_NOOP(
        "Refusal", "“{typed}” is no media type. Write one such as image/jpeg."
    ),
    "follow_up_exists": QT_TRANSLATE_NOOP(
        "Refusal", "There is a follow-up “{follow_up}” already. Use that one, or name another."
    ),
    "unknown_follow_up": QT_TRANSLATE_NOOP(
        "Refusal", "There is no follow-up “{follow_up}”. Add it first."
    ),
    "follow_up_not_begun": QT_TRANSLATE_NOOP(
        "Refusal", "This follow-up is owed once the incident is declared over. Do that first."
    ),
    "follow_up_ended": QT_TRANSLATE_NOOP(
        "Refusal", "This follow-up was ended at {at} by {by} already. Take it up again first."
    ),
    "follow_up_open": QT_TRANSLATE_NOOP(
        "Refusal", "“{follow_up}” is still owed: nothing to take up again."
    ),
    "follow_up_struck": QT_TRANSLATE_NOOP(
        "Refusal",
        "What ended a follow-up is not struck. Take the follow-up up again instead, "
        "with the reason: that undoes it.",
    ),
    "settled_by_closing": QT_TRANSLATE_NOOP(
        "Refusal", "An incident is settled once it is closed. Close it first."
    ),
    "still_owed": QT_TRANSLATE_NOOP(
        "Refusal", "Something is still owed. Do or drop the follow-ups first."
    ),
    "settled_already": QT_TRANSLATE_NOOP(
        "Refusal", "The incident is settled already: nothing more to do."
    ),
    "no_dial": QT_TRANSLATE_NOOP(
        "Refusal", "“{number}” cannot be dialled. Type digits, +, * or #."
    ),
    "no_reception": QT_TRANSLATE_NOOP("Refusal", "This reception has not begun. Begin it first."),
    "reception_begun": QT_TRANSLATE_NOOP(
        "Refusal", "This reception has begun already. Go on with it, or begin another."
    ),
    "reception_ended": QT_TRANSLATE_NOOP(
        "Refusal", "This reception ended at {at}. Begin another one, or write a note."
    ),
    "representatives_full": QT_TRANSLATE_NOOP(
        "Refusal",
        "At most {most} representatives, chosen by the visitors, are received. If one of them has "
        "left, record that first.",
    ),
    "no_representative": QT_TRANSLATE_NOOP(
        "Refusal", "There is no such representative in this reception. Choose another."
    ),
    "promise_exists": QT_TRANSLATE_NOOP(
        "Refusal", "This was promised already. It stands among the follow-ups."
    ),
    "no_contact": QT_TRANSLATE_NOOP(
        "Refusal", "No representative gave such a name or contact: nothing to erase."
    ),
    "contact_kept": QT_TRANSLATE_NOOP(
        "Refusal",
        "A name and contact are kept for this. Erase them first on the page Reception (Del), then "
        "strike the entry.",
    ),
    "contact_elsewhere": QT_TRANSLATE_NOOP(
        "Refusal",
        "The name and contact are not here yet: they wait at the station where they "
        "were typed. Try again once it is connected, or type them again (W).",
    ),
    "contact_erased": QT_TRANSLATE_NOOP(
        "Refusal", "This name and contact were erased at {at} already: nothing is left."
    ),
    "no_drill": QT_TRANSLATE_NOOP(
        "Refusal", "This is no drill, so it has no script. Open it as a drill first."
    ),
    "drill_over": QT_TRANSLATE_NOOP(
        "Refusal", "The drill is over: nothing more is played. Reopen it, with the reason, first."
    ),
    "script_runs": QT_TRANSLATE_NOOP(
        "Refusal", "This drill has the script “{script}” already. Add injects of your own to it."
    ),
    "unknown_inject": QT_TRANSLATE_NOOP(
        "Refusal", "There is no inject “{inject}”. Choose one of the list, or say what happens."
    ),
    "inject_exists": QT_TRANSLATE_NOOP(
        "Refusal", "There is an inject “{inject}” already. Use that one, or name another."
    ),
    "inject_played": QT_TRANSLATE_NOOP(
        "Refusal", "This inject was played at {at} by {by} already: nothing more to do."
    ),
    "inject_skipped": QT_TRANSLATE_NOOP(
        "Refusal", "This inject was skipped at {at} by {by} already. It can still be played."
    ),
    "drill_pauses": QT_TRANSLATE_NOOP(
        "Refusal", "The drill stands still since {at}. Let it go on first."
    ),
    "drill_runs": QT_TRANSLATE_NOOP("Refusal", "The drill runs: nothing to let go on."),
    "opens_itself": QT_TRANSLATE_NOOP(
        "Refusal", "An incident is not opened by its entry. Use “open”."
    ),
}

_FIELD: Mapping[str, str] = {
    "plan_to_choose": "plan",
    "unknown_role": "roles",
    "ambiguous_role": "roles",
    "no_day": "day",
    "sheet_empty": "lines",
    "sheet_time": "lines",
}
"""What a refusal is about, where that does not stand in its words."""


def refuse(code: str, **args: Word) -> Refusal:
    """A `field` may be given by its name in the command: people read what it is called."""
    field = _FIELD.get(code, "")
    if "field" in args:
        name = args["field"]
        field = name if isinstance(name, str) else ""
        args["field"] = field_word(name)
    return Refusal(code=code, why=Phrase(_CONTEXT, _WHY[code], args), field=field)
