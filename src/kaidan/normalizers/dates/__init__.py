"""Dates."""

from kaidan.normalizers.dates.edtf import bounds
from kaidan.normalizers.dates.find import DateMention, find_dates
from kaidan.normalizers.dates.parse import Date, parse_date

__all__ = ["Date", "DateMention", "bounds", "find_dates", "parse_date"]
