"""Places: a gazetteer of the world in Japanese."""

from kaidan.normalizers.people.roster import Name

from .mentions import find_places
from .model import Place, PlaceMention
from .refine import refine
from .resolve import resolve_place

__all__ = ["Name", "Place", "PlaceMention", "find_places", "refine", "resolve_place"]
