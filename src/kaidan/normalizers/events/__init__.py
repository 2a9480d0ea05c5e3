"""Events: what brought people together, on which day, under which title, and what they agreed on.

::

    titles      the kind of talks that a title names, and with sides between whom
    tellings    which sentences tell of the meeting, and whether it took place
    days        the day of a meeting, where the body states it
    venues      where two met, as the sentence says that tells of it
    occasions   what brought them together: a session of a series (sessions), or a visit (visits)
    agreements  the declarations and accords that a text names; accords are those of the table
    labels      lines of their own that tell when and where
"""
