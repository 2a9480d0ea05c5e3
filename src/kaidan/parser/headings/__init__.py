"""What a line says: whether it is the heading or the title of a meeting, and where the date and the place stand in it.

    outline          which lines of a page are the headings of meetings
    heading          one line read as a heading: title, place, date
    heading_dates    what in a line reads as a date
    bracketed        what stands in the bracket of a heading
    broken_headings  headings that are no line of their own
    other_forms      headings without brackets
    dated_headings   headings that are a day and a town alone
    other_headings   the headings of something else
    markup           lines marked up as the headings of meetings are
    repeats          lines that only repeat a heading
    standing         whether a line that reads as a heading stands as one
    talks_titles     the titles of talks, and what else a line with such a noun may be
    meeting_title    the title of a page about one meeting
    title_setting    how titles are set: letters apart, a word between dashes
    titles_of_lists  the titles of lists and tables of talks
    publication      the line that is the day of publication

Where on the page a line stands is for the shapes to ask, but for ``outline`` and ``standing``.
"""
