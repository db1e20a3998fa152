"""At the scene: posts, entrances, assembly points."""

from __future__ import annotations

from app.models import facts as f
from app.models.decisions.case import Case, Decided, Decision, missing
from app.models.refusals import refuse


def posts_left_by(case: Case, who: str) -> list[f.KnownFact]:
    """Where they stand now and do not any more: elsewhere, or gone."""
    held = (key for key in case.incident.posts if case.then.post(key).since is not None)
    return [f.PostLeft(post=key, who=who) for key in held if case.then.post(key).who == who]


def _take_post(case: Case, fact: f.PostTaken) -> Decided:
    post = case.then.post(fact.post)
    if post.since is not None and post.who == fact.who:
        return refuse("unchanged")
    name = fact.name or case.name_of(fact.who)
    taken = f.PostTaken(post=fact.post, who=fact.who, name=name)
    refusal = missing(post=fact.post, who=fact.who)
    return refusal or [*posts_left_by(case, fact.who), taken]


def _leave_post(case: Case, fact: f.PostLeft) -> Decided:
    post = case.then.post(fact.post)
    if post.since is None or fact.who not in ("", post.who):
        return refuse("post_empty", post=fact.post)
    return [f.PostLeft(post=fact.post, who=post.who)]


def _count_assembly(case: Case, fact: f.AssemblyCounted) -> Decided:
    if fact.point not in case.site.places_of(f.PlaceSort.ASSEMBLY):
        return refuse("unknown_assembly", point=fact.point)
    return refuse("unchanged") if case.then.assembly(fact.point).count == fact.count else [fact]


def _set_entrance(case: Case, fact: f.EntranceSet) -> Decided:
    entrance = case.site.places_of(f.PlaceSort.ENTRANCE).get(fact.entrance)
    if entrance is None:
        return refuse("unknown_entrance", entrance=fact.entrance)
    value = case.then.entrance(fact.entrance)
    if value.since is None or value.open is not fact.open:
        return [fact]
    if fact.open:
        return refuse("entrance_open", entrance=entrance.name, at=value.since)
    return refuse("entrance_shut", entrance=entrance.name, at=value.since)


DECISIONS: dict[type, Decision] = {
    f.PostTaken: _take_post,
    f.PostLeft: _leave_post,
    f.AssemblyCounted: _count_assembly,
    f.EntranceSet: _set_entrance,
}
