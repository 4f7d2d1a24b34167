"""Joins a TSV with the cells of each string in DuckDB, rows in any order: `table names out`."""

import sys

import duckdb

table, names, out = sys.argv[1:]
duckdb.sql("SET preserve_insertion_order = false")
form = "delim = '\t', header = true, all_varchar = true, quote = '', escape = '', null_padding = false"
duckdb.sql(
    f"COPY (SELECT t.*, n.* EXCLUDE (drug) FROM read_csv('{table}', {form}) t "
    f"LEFT JOIN read_csv('{names}', {form}) n USING (drug)) "
    f"TO '{out}' (delimiter '\t', header true, quote '', escape '')"
)
