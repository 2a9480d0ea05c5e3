"""Bytes to sections: the text as the page shows it, nothing interpreted.

The rooms, in the order in which a page goes through them::

    source     bytes, a text or a saved page become the page's text
    display    markup becomes lines of text as a browser shows them
    headings   what a line says: a title, a date, the heading of a meeting
    content    the lines of one meeting become blocks, photos and links
    shapes     the first shape that fits takes the lines apart: one of
    prose      a chronicle, a page about one meeting, a chronology, or
    tabular    a table, a row a meeting;
    records    what all of them make: sections, and what stands around them (frame, outside)
    refusal    why a page that no shape fits is refused, some of them before they are parsed
    ledger     counts that nothing was lost or told twice
    unparsed   a look at the bytes before all of that, where ``kaidan bulk`` reads whole archives

Nothing hangs on a site: no rule knows a tag's class or an address.
"""
