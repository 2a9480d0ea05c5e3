"""Why a page is refused, and what its reader may do.

    early             before it is parsed: pages that name talks in links to other pages alone
    sentences_beside  whether what stands beside such links may tell of a meeting
    refusals          after it: the nearest thing to a meeting that was seen
    reasons           what both say alike

A refusal says what was seen, and what is missing.
"""
