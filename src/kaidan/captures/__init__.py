"""Pages as they were kept: files, folders of files, and the WARC and WACZ files of web archives.

::

    capture        a page, when it was captured, and where it came from
    names          what a user names becomes paths, in order
    saved_pages    a saved page, with the time that its name or its sidecar has
    web_archives   the records of WARC files, alone or packed in WACZ
    record_pages   what a record holds, if it is a page
    http_heads     the head of a response
    record_bounds  where a record starts and ends, to go on behind a broken one
    respelled      records whose head writes its length in other letters
    wrappings      what is wrapped around all records beyond the standard
    bodies         what HTTP packed, unpacked
"""
