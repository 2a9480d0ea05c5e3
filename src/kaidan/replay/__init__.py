"""The past of a page from its captures, as if ``kaidan run`` had been there on each day.

::

    gathered   captures of one page in the order of time, from files, folders and web archives
    one_page   what of an address tells pages apart
    originals  what an archive wrote into a page, taken out again
    story      the folder moved forward, capture by capture
"""
