"""What an answer or an error says about asking again."""

import os
import re
import socket
import ssl
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime

from kaidan.errors import because
from kaidan.fetcher.loop import PrivateAddress
from kaidan.messages import Message


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return how many seconds the site asks to wait, RFC 9110 section 10.2.3; None where it says nothing that can be read.

    A date is taken against the answer's own Date, so that no clock but the site's is asked:

    >>> retry_after({"retry-after": "120"})
    120.0
    >>> retry_after({"retry-after": "Wed, 21 Oct 2026 07:28:30 GMT", "date": "Wed, 21 Oct 2026 07:28:00 GMT"})
    30.0
    """
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value)
    until, now = _moment(value), _moment(headers.get("date", ""))
    return max(0.0, (until - now).total_seconds()) if until and now else None


def _moment(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def trouble(error: BaseException) -> Message:
    """Return what went wrong with a connection, in words for whoever reads the log at night.

    >>> trouble(socket.gaierror(-2, "Name or service not known"))
    'no network, or no such host (Name or service not known)'
    >>> trouble(ssl.SSLError(1, "[SSL: WRONG_VERSION_NUMBER] wrong version number"))
    'no TLS connection ([SSL: WRONG_VERSION_NUMBER] wrong version number)'
    """
    root = root_of(error)
    match root:
        case PrivateAddress():
            return Message(
                "{why}, which is not asked; name the address itself if it is meant", why=root
            )
        case socket.gaierror():
            return Message("no network, or no such host ({why})", why=because(root))
        case ssl.SSLCertVerificationError():
            return Message("the TLS certificate does not hold ({why})", why=root.verify_message)
        case ssl.SSLError():
            return Message("no TLS connection ({why})", why=_SOURCE_LINE.sub("", because(root)))
        case OSError() if root.errno:
            return Message("no connection ({why})", why=os.strerror(root.errno))
    return Message("no whole answer ({why})", why=str(error) or type(error).__name__)


_SOURCE_LINE = re.compile(r" \(_ssl\.c:\d+\)$")


def worth_another(error: BaseException) -> bool:
    """Tell whether a connection may succeed when it is tried again: who is no TLS server, or the wrong one, stays it."""
    root = root_of(error)
    return isinstance(root, ssl.SSLEOFError) or not isinstance(root, ssl.SSLError | PrivateAddress)


def root_of(error: BaseException) -> BaseException:
    """Return the error that lies at the root of a chain of them."""
    while deeper := error.__cause__ or error.__context__:
        error = deeper
    return error
