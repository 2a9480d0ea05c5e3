"""What an answer or an error says about asking again."""

import os
import socket
import ssl
from collections.abc import Mapping
from datetime import datetime
from email.utils import parsedate_to_datetime


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


def trouble(error: BaseException) -> str:
    """Return what went wrong with a connection, in words for whoever reads the log at night.

    >>> trouble(socket.gaierror(-2, "Name or service not known"))
    'no network, or no such host (Name or service not known)'
    """
    root = root_of(error)
    match root:
        case socket.gaierror():
            return f"no network, or no such host ({root.strerror})"
        case ssl.SSLCertVerificationError():
            return f"the TLS certificate does not hold ({root.verify_message})"
        case OSError() if root.errno:
            return f"no connection ({os.strerror(root.errno)})"
    return f"no whole answer ({str(error) or type(error).__name__})"


def root_of(error: BaseException) -> BaseException:
    """Return the error that lies at the root of a chain of them."""
    while deeper := error.__cause__ or error.__context__:
        error = deeper
    return error
