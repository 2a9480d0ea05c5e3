"""Something to look at: the report, the pictures in it, and a meeting's text with what was read from it marked.

::

    compose   the report: documents in, one HTML page out
    meeting_context  what its template is told of a meeting
    pictures  its timeline, map and graph of agreements, and what kaidan plot writes; charts draws them
    captions  values in words for people
    marks     a text with the words marked that values were read from
    past      what changed, of a folder that kaidan run keeps
    explain   one meeting for a terminal
    reread    which form or row read the words of a value
    grounds   the row of a table that a value rests on
"""
