"""What kaidan says to people: English sentences that know their parts, so that they can be said in another language.

A :class:`Message` is its English sentence, a string like any other: logs for machines, JSON and ``str(error)`` hold it as it stands.
Beside the sentence it keeps the pattern and the values it was made of, and :func:`tell` says the same in Japanese by the gettext
catalogue in ``locale``, where the English pattern is the key. ``python -m kaidan.locale`` collects the patterns from the code.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self, get_args

if TYPE_CHECKING:
    from gettext import NullTranslations

Language = Literal["en", "ja"]
LANGUAGES: tuple[Language, ...] = get_args(Language)

DOMAIN = "kaidan"
CATALOGUES = Path(__file__).parent / "locale"
WARNED = "warning"
"""The gettext context in which the keys are the codes of warnings."""


class Message(str):
    """An English sentence, and the pattern and values it was made of.

    Args:
        pattern: the English sentence with its values by name, as :meth:`str.format` has them; the key of the catalogues.
        values: what stands in it. A message or an exception among them is told in the language of the sentence around it.

    >>> gone = Message("{count:,} meetings are gone: {which}", count=1200, which=Message("all of them"))
    >>> gone
    '1,200 meetings are gone: all of them'
    >>> gone.pattern
    '{count:,} meetings are gone: {which}'
    """

    __slots__ = ("pattern", "values")
    pattern: str
    values: dict[str, object]

    def __new__(cls, pattern: str, /, **values: object) -> Self:
        """Make the English sentence."""
        said = super().__new__(cls, pattern.format(**values) if values else pattern)
        said.pattern = pattern
        said.values = values
        return said

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (self.pattern, self.values)


def _again(pattern: str, values: dict[str, object]) -> Message:
    return Message(pattern, **values)


def counted(count: int, one: str, many: str, **values: object) -> Message:
    """Make a sentence whose English depends on a number.

    >>> counted(1, "{count} run failed", "{count:,} runs failed")
    '1 run failed'
    """
    return Message(one if count == 1 else many, count=count, **values)


def joined(separator: str, parts: Iterable[str]) -> Message:
    """Join messages, so that each part is told in its own words of another language.

    >>> joined("; ", [Message("a page is gone"), "01.html"])
    'a page is gone; 01.html'
    """
    values = {f"part{number}": part for number, part in enumerate(parts)}
    glue = separator.replace("{", "{{").replace("}", "}}")
    return Message(glue.join(f"{{{name}}}" for name in values), **values)


def tell(what: object, language: Language = "en") -> str:
    """Say a message, an error or one of the catalogue's own sentences in a language; English where no catalogue has it.

    >>> tell(Message("the page is empty"), "ja")
    'ページの中身が空です'
    >>> tell("the page is empty")
    'the page is empty'
    """
    message = getattr(what, "message", what) if isinstance(what, BaseException) else what
    if isinstance(message, Warned):
        return message.told(language)
    if not isinstance(message, Message):
        return _translated(str(message), language)
    pattern = _translated(message.pattern, language)
    if not message.values:
        return pattern
    return pattern.format(
        **{name: _told_value(value, language) for name, value in message.values.items()}
    )


def _told_value(value: object, language: Language) -> object:
    return tell(value, language) if isinstance(value, Message | BaseException) else value


def _translated(pattern: str, language: Language) -> str:
    if language == "en" or not pattern:
        return pattern
    return catalogue(language).gettext(pattern)


class Warned(Message):
    """A warning of a document: its message in English; elsewhere what its code means, and the words that it quotes.

    >>> tell(Warned("undecodable", "1 character could not be decoded", None), "ja")
    '文字コードを解釈できない文字があります'
    """

    __slots__ = ()

    def __new__(cls, code: str, message: str, text: str | None) -> Self:
        """Make the line ``code: message``."""
        return super().__new__(cls, "{code}: {message}", code=code, message=message, text=text)

    def __reduce__(self) -> tuple[object, ...]:
        return Warned, tuple(self.values[name] for name in ("code", "message", "text"))

    def told(self, language: Language) -> str:
        """Say it."""
        code, text = str(self.values["code"]), self.values["text"]
        if language == "en":
            return str(self)
        meaning = catalogue(language).pgettext(WARNED, code)
        if meaning == code:
            return str(self)
        return f"{meaning}：「{text}」" if text else meaning


def warned(code: str, message: str, text: str | None, language: Language = "en") -> str:
    """Say a warning without its code: its message in English, elsewhere what the code means and the words that it quotes.

    >>> warned("undecodable", "1 character could not be decoded", None)
    '1 character could not be decoded'
    """
    return message if language == "en" else Warned(code, message, text).told(language)


@cache
def catalogue(language: Language) -> "NullTranslations":
    """Return the catalogue of a language."""
    from gettext import translation  # noqa: PLC0415  English needs none

    return translation(DOMAIN, CATALOGUES, languages=[language], fallback=True)
