"""The editor's desk: decide, correct and add issues in the browser; decisions are kept in SQLite.

``records`` reads the report, ``store`` keeps it, ``decisions`` writes what editors say, ``queue``
reads it back, ``edits`` and ``anchors`` carry corrections and offsets from text to text, ``export``
hands the work on, ``app`` serves it. Only ``app``, ``pages`` and ``server`` need the extra
``review``; everything else runs with mtqa's core.
"""
