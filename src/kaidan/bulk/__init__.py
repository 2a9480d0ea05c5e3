"""Many pages at once, in order, in as many processes as there are.

::

    many          kaidan.extract_many: inputs to documents
    bulk_run      the story of kaidan bulk
    bulk_inputs   what is to be told, input by input
    resumed       on from where a killed run stopped
    sharing       inputs shared out among processes, their lines in order
    errands       what a process does by itself: files, or a stretch of an archive
    batches       captures in batches, for workers that see no files
    workers       where pages are read: here, in processes, on a Dask cluster
    page_reading  a page becomes JSON or a failure
    answers       captures become lines
    targets       a file that grows line by line: plain, gzip, Zstandard
    parquet       the lines as a table of columns
"""
