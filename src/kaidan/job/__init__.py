"""The scheduled job: the only part that knows the time and the file system.

``run`` is the story; the other rooms, in the order in which it enters them::

    lock       one run at a time
    repair     what a crash left
    last       what is held: the last good document, and the page that it was read from
    reading    what came, as today's code reads it, and how that differs
    guard      why it may not replace what is held
    forward    what is written when it does: pages, changes, meetings.json, feed
    runs       the log, a line a run
    complaint  how a failure is told, once

``kept`` names what stands in the folder, ``files`` reads and writes for all of them, ``sidecar`` remembers where a page came from,
``clock`` is the only clock, ``download`` is what ``kaidan fetch`` does, ``history`` looks back.
"""
