"""The errors that kaidan raises, and the exit status that each becomes.

::

    KaidanError
    ├── WrongUsage         2   what was asked for cannot be done with what was given: an unknown id or format, a missing extra
    ├── Unreadable         3   the input could not be read or fetched, the output could not be written
    ├── Refused            4   read, and refused: no meeting in it, a guard said no, a warning under --strict
    ├── Locked             5   another run holds the lock
    └── UnreadableDate     3   a text that is not one date (also a ValueError)

The message is one line that says what and where; the command prints it as it stands.
"""

from typing import ClassVar


class KaidanError(Exception):
    """Any failure that kaidan foresees; ``status`` is the exit status of the command that meets it."""

    status: ClassVar[int] = 3


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
