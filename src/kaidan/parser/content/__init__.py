"""The lines of one meeting, taken apart: paragraphs, photos and their credits, links; and where a page's footer begins.

    body          lines become blocks, photos and links
    credits       who gave a photo
    links         what a link's text tells of the file behind it
    foot          what opens the footer

What the words mean is asked behind the parser.
"""
