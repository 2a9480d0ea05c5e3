"""Bytes to the text of a page, as browsers decode them: nothing is lost in silence.

    opening      what somebody hands over: bytes, a text, or a page that a browser saved
    page         bytes become text
    decoders     the encodings, as browsers read them
    mhtml        a page saved as one file of several parts
    saved_from   the address that a browser wrote into a page as it saved it

Of markup they ask one thing: which encoding it declares.
"""
