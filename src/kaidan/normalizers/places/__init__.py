"""Places: a gazetteer of the world in Japanese.

A whole string is one place (:func:`resolve_place`); in running text places are looked for (:func:`find_places`)::

    resolve       a whole string: frames takes off what stands around the place, chunks reads the rest (venue_towns a venue by its town)
    mentions      running text: spans says where names may stand (pieces, glued_states and beside_states help it), scenes whether
                  a place is meant, doubtful which towns that are words or surnames too
    segment       the one segmenter, for both: 露モスクワ is 露 and モスクワ
    disambiguate  which of the places that bear a name; nearness and certainty help it
    refine        a heading's place made finer by the body
    gazetteer     the database, made by kaidan.data.build
    model         what is known of a place, and where a text says it
    wording       the words around names; letters, how names are spelled
"""

from kaidan.normalizers.people.roster import Name

from .mentions import find_places
from .model import Place, PlaceMention
from .refine import refine
from .resolve import resolve_place

__all__ = ["Name", "Place", "PlaceMention", "find_places", "refine", "resolve_place"]
