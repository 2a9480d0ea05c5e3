"""All forms of dates, in the order in which they are tried; the first that reads a date wins."""

from kaidan.normalizers.dates.form import Form
from kaidan.normalizers.dates.forms.calendar_dates import (
    read_date_from_its_month,
    read_date_from_its_year,
    read_date_in_full,
    read_date_in_two_calendars,
    read_date_with_its_year_in_the_cycle,
    read_day,
    read_month_and_day,
)
from kaidan.normalizers.dates.forms.numeric_dates import (
    read_month_and_day_with_a_slash,
    read_month_behind_a_point,
    read_numbers_parted_by_signs,
    read_row_of_a_chronicle,
    read_year_of_a_rule,
    read_year_of_a_table,
)
from kaidan.normalizers.dates.forms.relative_days import read_this_day_years_ago, read_week
from kaidan.normalizers.dates.forms.spans_of_years import (
    read_century,
    read_fiscal_year,
    read_years_of_an_era,
)

FORMS: tuple[Form, ...] = (
    read_date_in_full,
    read_month_and_day,
    read_this_day_years_ago,
    read_date_in_two_calendars,
    read_date_with_its_year_in_the_cycle,
    read_month_behind_a_point,
    read_numbers_parted_by_signs,
    read_row_of_a_chronicle,
    read_date_from_its_year,
    read_date_from_its_month,
    read_day,
    read_century,
    read_month_and_day_with_a_slash,
    read_year_of_a_rule,
    read_year_of_a_table,
    read_week,
    read_years_of_an_era,
    read_fiscal_year,
)
