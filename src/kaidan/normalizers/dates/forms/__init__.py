"""The forms in which dates are written, a module a kind; :data:`kaidan.normalizers.dates.forms.table.FORMS` lists them."""
