"""Paired measurements that anyone can run: `python -m benchmarks`."""
