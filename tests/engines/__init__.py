"""The recipes of docs/tables-at-scale.md, run where their engines are."""
