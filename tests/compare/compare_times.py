#!/usr/bin/env python3
"""How long `moot compare` takes over twelve councils of an index: prints a table.

    compare_times.py --moot PROGRAM --index DIR [--runs N]

Each comparison is a run of the program, its start counted; of N runs (5) the median counts. The last line tells the memory that the
largest run had resident. Only the standard library is used.
"""
import argparse, json, resource, statistics, subprocess, time

QUERIES = ["digital strategy", "parking charges", "budget", '"public sector equality duty"', "council report"]
COUNCILS = 12


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--moot", required=True)
    parser.add_argument("--index", required=True)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    print("| compared over %d councils | papers | ms |\n|---|---|---|" % COUNCILS)
    for query in QUERIES:
        command = [options.moot, "compare", query, "--limit", str(COUNCILS), "--format", "json", "--index", options.index]
        times = []
        for _ in range(options.runs + 1):  # the first brings the index into memory
            begin = time.monotonic()
            run = subprocess.run(command, capture_output=True, check=True)
            times.append(1000 * (time.monotonic() - begin))
        papers = sum(column["paper"] is not None for column in json.loads(run.stdout)["columns"])
        print("| `%s` | %d | %.0f |" % (query, papers, statistics.median(times[1:])))
    print("\nThe largest of these runs took %.0f MB of memory." % (resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024))


if __name__ == "__main__":
    main()
