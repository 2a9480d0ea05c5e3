"""Many pages at once, in order, in as many processes as there are.

::

    many       kaidan.extract_many: inputs to documents
    lines      a capture becomes a line: what was read, or why nothing was
    batches    captures in batches, told in order whatever process read them
    workers    where batches are read: here, in processes, on a Dask cluster
    reading    what a worker does: pages in, JSON or failures out
    resumed    what a killed run has told already
    targets    a file that grows line by line: plain, gzip, Zstandard
    parquet    the lines as a table of columns
    run        the story
"""
