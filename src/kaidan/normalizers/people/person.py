"""Someone named with an office: who it is, and where the text says so."""

from typing import NamedTuple

from kaidan.normalizers.people.roster import Name

AND = "兼"
"""Between two offices of one person."""


class Person(NamedTuple):
    """Whom a naming with an office means; ``name`` is None where the tables cannot say who it is, and for aides."""

    name: Name | None
    country: str | None
    office: str | None
    wikidata: str | None
    called: str
    """The name in the text without its office."""
    status: str
    """前, 元, 次期 or an empty text."""
    in_office: bool | None
    """Whether the terms of this person fit the naming on the date; None where they cannot tell."""


class PersonMention(NamedTuple):
    """Someone named with an office: ``text[mention.start:mention.end] == mention.text``."""

    text: str
    start: int
    end: int
    who: Person
    introduced: tuple[int, int] | None = None
    """Where the text itself introduces the person in brackets (H.E. Dr. Angela Merkel, Federal Chancellor of …)."""
    rule: str = ""
    """What the reading rests on, a table and its row: offices: 総理."""
    also: str | None = None
    """What else he is, as documents list offices: foreign minister, of スイス連邦大統領兼外務大臣."""

    @property
    def is_aide(self) -> bool:
        """Whether it is somebody's aide, a person of his own."""
        return self.rule.startswith("office_suffixes")

    @property
    def is_bare(self) -> bool:
        """Whether a family name and an office are all that is said of him: ニコルソン外相, but no ニコルソン・カナダ外相."""
        office = self.rule.removeprefix("offices: ")
        return "・" not in self.who.called and self.text == self.who.called + office

    @property
    def name(self) -> Name | None:
        """The name in Japanese and English, or None where nobody is known by this naming on the date."""
        return self.who.name

    @property
    def country(self) -> str | None:
        """Whose office it is, ISO 3166-1."""
        return self.who.country

    @property
    def office(self) -> str | None:
        """The office in English, with former or next before it; None where the list of offices has no name for it."""
        return self.who.office

    @property
    def wikidata(self) -> str | None:
        """The person's item in Wikidata."""
        return self.who.wikidata
