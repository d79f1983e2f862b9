"""All benchmarks, one table after the other: `python -m benchmarks`."""

from benchmarks import clicks, comparison, editors, scoring

for number, benchmark in enumerate((scoring, comparison, clicks, editors)):
    print("\n" * min(number, 1) + (benchmark.__doc__ or "").split("\n")[0])
    benchmark.main()
