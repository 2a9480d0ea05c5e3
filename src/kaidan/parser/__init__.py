"""Bytes to sections: the text as the page shows it, nothing interpreted.

In the order in which a page goes through them::

    opening      bytes, a text or a saved page become the page's text, by way of page and decoders
    early        refused before it is parsed: pages of links
    tree         markup becomes lines of text as a browser shows them (shown)
    shapes       the first shape that fits takes the lines apart
    sections     the shape of a chronicle: outline says where meetings start, heading reads one heading
    one_meeting  the shape of a page about one meeting
    tables       the shape of a table, a row a meeting
    refusals     why a page that no shape fits is refused

``glance`` looks at a page's bytes before all of that, where ``kaidan bulk`` reads whole archives.
"""
