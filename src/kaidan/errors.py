"""The errors that kaidan raises, and the exit status that each becomes.

::

    KaidanError
    ├── WrongUsage         2   what was asked for cannot be done with what was given: an unknown id or format, a missing extra
    ├── Unreadable         3   the input could not be read or fetched, the output could not be written
    ├── Refused            4   read, and refused: no meeting in it, a guard said no, a warning under --strict
    ├── Locked             5   another run holds the lock
    └── UnreadableDate     3   a text that is not one date (also a ValueError)

The message is one English line that says what and where. It is raised with its values by name, so that a command can say it in
Japanese: ``raise Refused("no meeting in {where}", where=name)``.
"""

from typing import ClassVar, Self

from kaidan.controls import show_controls
from kaidan.messages import Message


class KaidanError(Exception):
    r"""Any failure that kaidan foresees; ``status`` is the exit status of the command that meets it.

    Args:
        message: one English line, with its values by name as :meth:`str.format` has them; or a :class:`kaidan.messages.Message`.
        values: what stands in the line; a message or an error among them is told in the language of the line.

    >>> str(Refused("{count} meetings are gone", count=2))
    '2 meetings are gone'
    >>> str(Refused("no place is known as {text}", text="ペルー\nリマ"))
    'no place is known as ペルー リマ'
    """

    status: ClassVar[int] = 3

    def __init__(self, message: str, /, **values: object) -> None:
        if not isinstance(message, Message) or values:
            message = Message(message, **values)
        self.message: Message = message
        # Blanks stay as they are: they may stand in what is quoted.
        super().__init__(show_controls(" ".join(self.message.splitlines())))

    def at(self, where: object) -> Self:
        """Return the same error with the name of where it happened in front.

        >>> str(Refused("no meeting").at("page.html"))
        'page.html: no meeting'
        """
        return type(self)("{where}: {what}", where=where, what=self.message)

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.message,)


class WrongUsage(KaidanError):
    """What was asked for cannot be done with what was given: an unknown id or format, a missing extra."""

    status = 2


class Unreadable(KaidanError):
    """The input could not be read or fetched, or the output could not be written."""


class Refused(KaidanError):
    """The input was read, and what it holds must not pass for data."""

    status = 4


class Locked(KaidanError):
    """Another run holds the lock."""

    status = 5


class UnreadableDate(KaidanError, ValueError):
    """The text is not one date that can be read; the message quotes it."""


def because(error: Exception) -> Message:
    """Return why a call to the operating system failed, in its own words.

    >>> because(FileNotFoundError(2, "No such file or directory", "page.html"))
    'No such file or directory'
    """
    return Message(getattr(error, "strerror", None) or str(error) or type(error).__name__)


def unforeseen(error: Exception) -> KaidanError:
    """Return what a command tells of an error that nobody foresaw: a fault of ours, in one line.

    >>> str(unforeseen(ZeroDivisionError("division by zero")))
    'unforeseen: ZeroDivisionError: division by zero'
    """
    kind, what = type(error).__name__, str(error).partition("\n")[0]
    return KaidanError("unforeseen: {what}", what=f"{kind}: {what}" if what else kind)
