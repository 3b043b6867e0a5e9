"""Reports: for people, for analysts and for CI jobs; :mod:`mtqa.report.formats` lists them."""
