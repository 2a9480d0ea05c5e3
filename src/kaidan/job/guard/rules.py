"""The table of the rules: name, what is measured, bound, what is said, and what ``--accept`` would do.

A bound is the most that may happen at once: a number of meetings, or a share of those known before, whichever is more. A
chronicle of 31 meetings that has stood for years gains three or four a year, and is corrected in one or two at a time: where
a tenth of its dates, places or people change on one morning, it was not an editor. What may change grows with the days between
the two pages, since a year of edits may come at once, but never to all of them.
"""

from collections.abc import Sequence

from kaidan.job.guard import amounts, measures, surroundings, wear
from kaidan.job.guard.measures import of_pairs
from kaidan.job.guard.rule_kinds import Bound, Counted, Rule, Seen

_FEW = Bound(2, 0.1)
_FEW_OF_THOSE = Bound(1, 0.1)

RULES: Sequence[Rule] = (
    Seen("meetings gone", amounts.meetings_gone, "none, or --allow-loss", "lets them go"),
    Seen("cut off", surroundings.cut_off, "what stood behind the last meeting stands", "takes the page without its end"),
    Seen("text fell", amounts.text_fell, f"{wear.LOST_TEXT:.0%}", "lets the text go"),
    Seen("undecodable", amounts.undecodable, "no more than before", "keeps U+FFFD in their places"),
    Counted(
        "unresolved", measures.unresolved, Bound(0),
        "headings that resolve no more: {count}, {which}", "keeps them without a date or place",
    ),
    Seen("another title", surroundings.another_title, "alike", "takes the page for the same one"),
    Seen("another breadcrumb", surroundings.another_breadcrumb, "alike below the site's level, or more", "takes the page for the same one"),
    Seen("another shape", surroundings.another_shape, "the same", "reads it as the other kind of page from now on"),
    Counted(
        "meetings added", measures.added, Bound(5, 0.25),
        "{count} meetings came to {known}: {which}", "adds them all",
    ),
    Counted(
        "meetings doubled", measures.doubled, Bound(0),
        "meetings that stand twice: {count}, {which}", "keeps both of each",
    ),
    Counted(
        "bodies emptied", of_pairs(measures.emptied), Bound(0),
        "bodies that say next to nothing any more: {count}, {which}", "keeps what is left of them",
    ),
    Counted(
        "bodies rewritten", of_pairs(measures.rewritten), Bound(2, 0.1),
        "bodies of {count} of {known} meetings are other texts: {which}", "takes the new texts",
    ),
    Counted(
        "bodies reworded", of_pairs(measures.reworded), Bound(4, 0.34),
        "bodies of {count} of {known} meetings changed: {which}", "takes the new wording",
    ),
    Counted(
        "moved about", measures.moved_about, Bound(1),
        "meetings that have what was another's, a body, photo or link: {count}, {which}", "takes each where it stands now",
    ),
    Counted(
        "lines shared", measures.newly_shared, _FEW,
        "a line that none had came to {count} of {known} meetings: {which}", "takes it for their own text",
    ),
    Seen("text grew", amounts.text_grew, f"{amounts.GAINED_TEXT:.0%}", "takes all of it for the meetings' own"),
    Counted(
        "article in a body", of_pairs(measures.swollen), Bound(0),
        "bodies that hold an article they did not: {count}, {which}", "takes it for the meetings' own",
    ),
    Seen("loose text", amounts.loose_text, f"{measures.ARTICLE:,} characters or {amounts.GAINED_TEXT:.0%}", "keeps it in the remainder"),
    Counted(
        "re-dated", of_pairs(measures.redated), _FEW,
        "dates of {count} of {known} meetings are others: {which}", "takes the new dates",
    ),
    Counted(
        "re-placed", of_pairs(measures.replaced), _FEW,
        "places of {count} of {known} meetings are others: {which}", "takes the new places",
    ),
    Counted(
        "other people", of_pairs(measures.recast), _FEW,
        "people of {count} of {known} meetings are others or gone: {which}", "takes the new people",
    ),
    Counted(
        "other parties", of_pairs(measures.other_parties), _FEW,
        "parties or kinds of {count} of {known} meetings are others: {which}", "takes the new ones",
    ),
    Counted(
        "another script", of_pairs(measures.other_script), Bound(1),
        "bodies that were Japanese and are not: {count}, {which}", "takes them as they are",
    ),
    Seen("photos or links gone", amounts.links_gone, f"{wear.LOST_LINKS:.0%}", "lets them go"),
    Seen("more photos or links", amounts.links_grew, str(amounts.GAINED_LINKS), "takes all of them"),
    Counted(
        "photos elsewhere", measures.other_host(measures.photos), _FEW_OF_THOSE,
        "photos of {count} of {known} meetings come from another host: {which}", "takes the new addresses",
        measures.with_any(measures.photos),
    ),
    Counted(
        "links elsewhere", measures.other_host(measures.links), _FEW_OF_THOSE,
        "links of {count} of {known} meetings lead to another host: {which}", "takes the new addresses",
        measures.with_any(measures.links),
    ),
    Counted(
        "new hosts", measures.newly_linked, _FEW,
        "{count} of {known} meetings lead to a host that none led to: {which}", "takes the new addresses",
    ),
    Seen("new warnings", amounts.newly_warned, "3 or 10%, no lost text", "keeps the values that gave no warning"),
    Seen(
        "worn away", wear.worn_away,
        f"{wear.LOST_TEXT:.0%} of the text, {wear.LOST_LINKS:.0%} of photos and links", "measures from today on",
    ),
)  # fmt: skip
"""All rules, each with its reason in words."""
