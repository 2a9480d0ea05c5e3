"""A look at a page's bytes before anything is parsed: most pages of an archive hold no word for talks.

    glance         the look
    needles        what it searches for, in every encoding
    needle_search  the search, in one of two ways that find the same
    parted_signs   whether markup may part the signs of a word

In doubt the page is parsed.
"""
