"""The shapes of pages that tell in sentences.

    sections         a chronicle: meetings, one below the other
    owners           to which of them each line belongs
    one_meeting      a page about one meeting
    title_lines      which of its lines is its title
    chronology       years, and below each what happened on its days
    dated_events     its lines that tell of talks, with the lines above that say when
    lines_of_events  a line of such a chronology that tells of talks

Each reads a page whole or not at all.
"""
