#!/usr/bin/env python3
"""Asks `moot search` queries that are made to be slow or to break it.

    hostile_queries.py --moot PROGRAM                  fails where one ends otherwise than with hits, none, or a sentence about the query;
                                                       asked of the sample papers
    hostile_queries.py --moot PROGRAM --index DIR      prints a table of how each ended and how long the program took, of an index

Each is asked plainly and with --facets --explain. Only the standard library is used.
"""
import argparse, glob, os, re, subprocess, sys, tempfile, time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
PAPERS = os.path.join(os.path.dirname(os.path.dirname(HERE)), "corpus", "papers")
PARTS = "summary recommendations legal financial equalities risk options reasons consultation body climate".split()
ENDS = {0: "hits", 1: "nothing found", 2: "refused"}


def sample_words():
    """Words of the sample papers, each once, in the order in which they come."""
    words = []
    for path in sorted(glob.glob(os.path.join(PAPERS, "**", "*.txt"), recursive=True)):
        with open(path, encoding="utf-8", errors="replace") as f:
            words += re.findall(r"[a-z]{4,}", f.read().lower())
    return list(dict.fromkeys(words))


def queries():
    words = sample_words()
    parts = " ".join("in:" + part for part in PARTS)

    def many(count, form="%s", between=" "):
        return between.join(form % words[i % len(words)] for i in range(count))

    stubs = [word[:3] for word in words]
    return {
        "10,000 words": many(10000),
        "120 words": many(120),
        "120 words, any of them": many(120, between=" OR "),
        "50 words in 11 parts of the paper": many(50) + " " + parts,
        "a phrase of 120 words": '"' + many(120) + '"',
        "a phrase of the commonest words": '"the of the and of the in the of the"',
        "16 words joined by NEAR": many(16, between=" NEAR/50 "),
        "40 words joined by NEAR": many(40, between=" NEAR/50 "),
        "common words joined by NEAR": "the NEAR/50 of NEAR/50 and NEAR/50 council NEAR/50 report",
        "30 times three letters and *": " ".join(stub + "*" for stub in stubs[:30]),
        "8 times three letters and * in 11 parts": " ".join(stub + "*" for stub in stubs[:8]) + " " + parts,
        "co*": "co*",
        "co* in 11 parts": "co* " + parts,
        "****": "****",
        "2,000 times *": "* " * 2000,
        "10,000 brackets": "(" * 10000 + "council" + ")" * 10000,
        "30 brackets": "(" * 30 + "council" + ")" * 30,
        "NOT 2,000 times": "NOT " * 2000 + "council",
        "100,000 hyphens": "-" * 100000,
        "4,000 quotation marks": '"' * 4000,
        "control characters": "".join(chr(c) for c in range(1, 32)) + "council",
        "bytes that are no UTF-8": "\udcff\udcfe council",
        "100,000 letters": "a" * 100000,
        "600 filters": "council:kent " * 600,
        "100 councils": many(100, 'council:"%s"'),
        "30 misspelled words": many(30, "q%sq"),
    }


def ask(moot, index, query, options):
    """How it ended, the program's exit code or signal, what it said, and seconds."""
    begin = time.monotonic()
    done = subprocess.run([moot, "search", "--index", index, *options, "--", query.encode("utf-8", "surrogateescape")],
                          capture_output=True)
    return done.returncode, done.stderr.decode("utf-8", "replace"), time.monotonic() - begin


def is_sound(code, said):
    return code in (0, 1) or (code == 2 and re.match(r"moot: column \d+: .+", said) is not None)


def check(moot):
    with tempfile.TemporaryDirectory(prefix="moot-hostile-") as index:
        folder = os.path.join(PAPERS, "wealdshire")
        if subprocess.run([moot, "ingest", "--quiet", "--index", index, folder]).returncode not in (0, 3):
            sys.exit("the sample papers were not ingested")
        wrong = []
        for name, query in queries().items():
            for options in ([], ["--facets", "--explain"]):
                code, said, _ = ask(moot, index, query, options)
                if not is_sound(code, said):
                    wrong.append("%s %s: exit code %d: %s" % (name, " ".join(options), code, said[:200]))
        print("\n".join(wrong) or "%d hostile queries, all answered" % len(queries()))
        return 1 if wrong else 0


def report(moot, index):
    print("| query made to be slow | ends with | ms | with facets and explained, ms |")
    print("|---|---|---|---|")
    longest = 0
    for name, query in queries().items():
        ask(moot, index, query, [])
        code, said, plain = ask(moot, index, query, [])
        _, _, whole = ask(moot, index, query, ["--facets", "--explain"])
        longest = max(longest, plain, whole)
        end = ENDS.get(code, "exit code %d" % code) if is_sound(code, said) else "exit code %d" % code
        print("| %s | %s | %.0f | %.0f |" % (name, end, plain * 1000, whole * 1000))
    print("\nThe longest took %.0f ms, the start of the program with it." % (longest * 1000))
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moot", required=True)
    parser.add_argument("--index")
    options = parser.parse_args()
    return report(options.moot, options.index) if options.index else check(options.moot)


if __name__ == "__main__":
    sys.exit(main())
