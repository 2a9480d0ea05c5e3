"""Whether two places are too far apart to be one."""

from math import asin, cos, radians, sqrt

from kaidan.models import Place
from kaidan.normalizers.places.model import TOWN_OR_FINER
from kaidan.normalizers.places.model import Place as FoundPlace

_FAR = 150.0  # km; towns of one region may both be right (伊東 and 川奈)
_EARTH = 6371.0  # km, the mean radius


def is_far(one: Place, other: Place | FoundPlace) -> bool:
    """Tell whether two places lie in two countries, or two towns of one country more than 150 km apart."""
    if one.country and other.country and one.country != other.country:
        return True
    if one.latitude == other.latitude and one.longitude == other.longitude:  # most often
        return False
    fine = one.precision in TOWN_OR_FINER and other.precision in TOWN_OR_FINER
    if (
        not fine
        or one.latitude is None
        or one.longitude is None
        or other.latitude is None
        or other.longitude is None
    ):
        return False
    return _distance(one.latitude, one.longitude, other.latitude, other.longitude) > _FAR


def _distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points in degrees, in kilometres (haversine)."""
    lat, lon, other_lat, other_lon = map(radians, (lat, lon, other_lat, other_lon))
    chord = (1 - cos(other_lat - lat)) / 2 + cos(lat) * cos(other_lat) * (
        1 - cos(other_lon - lon)
    ) / 2
    return 2 * _EARTH * asin(sqrt(chord))
