"""The shape of a table, a row a meeting; and lists that are tables.

    tables           which tables of a page tell of meetings
    grids            the rows and columns of a table, cells over several of them in each
    columns          what each column tells, by what its cells read as
    cell_types       as what one cell reads
    settled_columns  what a column is beside the others
    columns_of_days  days in three columns
    parted_cells     cells that tell two things
    lenders          what the date of a row borrows, and from where
    table_rows       rows become records
    listed           lists that are tables
    journeys         a journey of days and towns, which is none

What stands at the head of a column is asked last.
"""
