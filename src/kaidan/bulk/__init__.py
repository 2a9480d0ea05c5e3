"""Many pages at once, in order, in as many processes as there are.

::

    many          kaidan.extract_many: inputs to documents
    bulk_run      the story of kaidan bulk, and what a killed run has told already
    answers       a capture becomes a line: what was read, or why nothing was
    batches       captures in batches, told in order whatever process read them
    workers       where batches are read: here, in processes, on a Dask cluster
    page_reading  what a worker does: pages in, JSON or failures out
    targets       a file that grows line by line: plain, gzip, Zstandard
    parquet       the lines as a table of columns
"""
