"""A heading's place made finer by what the body says about where the meeting took place."""

from collections.abc import Sequence

from .model import FINENESS, TOWN_OR_FINER, Place, PlaceMention


def refine(
    place: Place | None, mentions: Sequence[PlaceMention]
) -> tuple[Place | None, PlaceMention | None]:
    """Return the finer place and the mention it was read from, or ``place`` itself and None.

    Only a place of the heading's country where the text lets something happen now counts; a heading that names a town stays.
    """
    if place is not None and place.precision in TOWN_OR_FINER:
        return place, None
    for mention in mentions:
        here = mention.place
        if (
            not mention.scene
            or mention.role == "name-part"
            or FINENESS[here.precision] < FINENESS["region"]
        ):
            continue
        if place is None or (
            here.country == place.country
            and FINENESS[here.precision] > FINENESS[place.precision]
            and _inside(here, place)
        ):
            return here, mention
    return place, None


def _inside(here: Place, place: Place) -> bool:
    return place.precision == "country" or (
        place.subdivision is not None and place.subdivision == here.subdivision
    )
