"""Asks every reader of a copy of the package, the folder of which is the argument; standard input says which dates to read."""

import json
import sys

sys.path.insert(0, sys.argv[1])

from kaidan.errors import KaidanError
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.days import stated_day
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.places import find_places, resolve_place
from kaidan.pipeline import extract
from kaidan.text.clauses import first_meeting

TEXT = "総理は大統領と鼎座した。その後、APEC首脳会議に出席した。"
MET = "6月3日、総理は大統領と鼎座した。"
PAGE = (
    "<h3>日露首脳会談（ロシア・モスクワ・光輝3年10月）</h3>"
    "<p>10月17日、総理は大統領と鼎座を行った。</p>"
)
PEOPLE = "仮名統統括卿とプーチン大統領が鼎座した。仮名統統括卿書記補が"

PLACES = "カンザス藩領を訪れ、ペルーの幕都リマで東京誓約書に署名した。"

asked = json.load(sys.stdin)
session = find_occasion("総理は、ローマでのOQX首脳会議の際に大統領と会談した。")
recalled = find_occasion("先々代のAPECの際に触れた件で会談した。")
host = resolve_place("OQXホノルル")
venue = resolve_place("露モスクワ翠雲閣")
day = stated_day(MET, find_dates(MET, anchor="2005-06"), "2005-06")
said: dict[str, object] = {
    "dates": {text: [mention.edtf for mention in find_dates(text)] for text in asked["dates"]},
    "occasions": [session and (session.text, session.series), recalled and recalled.text],
    "people": [
        (mention.text, mention.name and mention.name.en, mention.office)
        for mention in find_people(PEOPLE, on="2005-06")
    ],
    "clauses": [first_meeting(TEXT), find_occasion(TEXT) is None],
    "places": venue and (venue.country, venue.precision, venue.name and venue.name.en),
    "hosts": host and host.name and host.name.en,
    "days": day and day.edtf,
    "strings": [
        place and place.subdivision
        for place in map(resolve_place, ("カンザス藩領", "長野翠雲閣", "ペルーの幕都リマ"))
    ],
    "mentions": [
        (mention.text, mention.place.subdivision, mention.role) for mention in find_places(PLACES)
    ],
}
try:
    document = extract(PAGE)
    said["page"] = [(meeting.id, meeting.date.edtf) for meeting in document.meetings]
    said["remainder"] = [each.text for each in document.remainder]
except KaidanError as error:
    said["page"] = said["remainder"] = str(error)
json.dump(said, sys.stdout)
