"""Markup to lines of text, as a browser shows them.

    tree          the one way in: markup to lines, through lxml
    lines         the lines, made from a parser's events
    shown         what a page shows: lines, links, emphasis, images
    white         white space as HTML has it
    hidden        which elements keep their text out of sight
    sight         whether one element's text is seen, by its attributes
    style_sheets  the page's own rules on what is seen
    selectors     to which elements such a rule speaks
    sizes         numbers in attributes
    address       addresses made whole

The rules are a browser's: what a meeting is, nothing here knows.
"""
