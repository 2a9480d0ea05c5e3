"""Whether a text tells of a meeting that took place."""

from kaidan.lexicon.words import spelled
from kaidan.text.clauses import Sentences, meetings_told


def tells_of_meeting(text: str) -> bool:
    """Tell whether a sentence of a text says that they met, and not only that they will.

    >>> tells_of_meeting("5月6日、プーチン大統領と会談を行った。"), tells_of_meeting("5月6日、会談を行う予定です。")
    (True, False)
    """
    sentences = Sentences(text)
    for told in meetings_told(text):
        if told.title:
            continue
        _, end = sentences.span(told.start)
        behind = text[told.end : end]
        if not behind.startswith(spelled("planned", "future")) and not any(
            word in behind for word in spelled("planned", "planned")
        ):
            return True
    return False
