"""A sentence as a link in the galley. Written out here, not in a template: a long article has thousands."""

from __future__ import annotations

from markupsafe import Markup, escape

from factcheck.domain.display import printable
from factcheck.domain.policy import Policy
from factcheck.services.galley import GalleyClaim


def state_words(one: GalleyClaim, policy: Policy) -> str:
    """How a claim stands, in words: what the underline shows, for who doesn't see it."""
    said = str(one.status).replace("_", " ")
    if one.verdict:
        said += f", {policy.label_of(one.verdict).lower()}"
    said += ", to be looked at again" if one.recheck else ""
    return said + (", question open" if one.open_queries else "")


def claim_line(
    one: GalleyClaim,
    policy: Policy,
    slug: str,
    opened: int | None = None,
    *,
    dim: bool = False,
    show: str = "all",
) -> Markup:
    """The link to a claim's panel, its words underlined by its state.

    What isn't escaped is a number, a status, a slug or the name of a filter: none can have a mark in it.
    """
    tone = f" t-{policy.tone_of(one.verdict)}" if one.verdict else ""
    kinds = f"claim s-{one.status}{tone}{' flagged' if one.recheck else ''}{' dim' if dim else ''}"
    current = ' aria-current="true"' if opened == one.n else ""
    passing = "" if show == "all" else f"&amp;show={show}"
    return Markup(  # noqa: S704 - see above
        f'<a id="c{one.n}" class="{kinds}" href="/articles/{slug}?claim={one.n}{passing}#c{one.n}" '
        f'data-n="{one.n}" data-status="{one.status}" data-version="{one.version}"{current}>'
        f"{escape(printable(one.text))}"
        f'<span class="hidden"> ({one.n}: {escape(state_words(one, policy))})</span></a>'
    )
