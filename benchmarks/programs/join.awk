# Joins a TSV with the cells of each string: `mawk -f join.awk names table`.
BEGIN { FS = OFS = "\t" }
NR == FNR { key = $1; sub(/^[^\t]*\t/, ""); cells[key] = $0; next }
{ print $0, cells[$3] }
