#!/usr/bin/env python3
"""Measures how well `moot search` finds what was judged to be right (docs/RANKING.md has the definitions).

    check_search.py --moot PROGRAM                           fails below the floors of floors.json, and where a judgement names no entry
    check_search.py --moot PROGRAM --report                  prints the tables
    check_search.py --moot PROGRAM --show ID...              prints the first hits of these queries with their grades; all: of all queries
    check_search.py --moot PROGRAM --write docs/RANKING.md    writes the tables into the document
    check_search.py --moot PROGRAM --compare PROGRAM --write docs/RANKING.md    also how other ways to rank do (tests/bench/weightings.cpp)
    check_search.py --moot PROGRAM --raise-floors            lifts floors to what is measured less 0.005; lowers none

    --real FILE DIR    also the queries of FILE over the papers in DIR, which are not of the project: only totals are written of them
    --options '...'    options for every search

The papers are ingested into a folder that goes away, and each query is asked of the program as a user would ask it. Only the standard
library is used.
"""
import argparse, hashlib, json, os, re, shlex, subprocess, sys, tempfile

sys.dont_write_bytecode = True
import metrics

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
QUERIES, PAPERS = os.path.join(HERE, "queries.json"), os.path.join(ROOT, "corpus", "papers")
FLOORS = os.path.join(HERE, "floors.json")
DEPTH, DEEP, WORST = 10, 50, 15
STALE = 0.02  # docs/RANKING.md may lag so far behind what is measured


def read_queries(path):
    """The queries, each with its grades by reference. Lines that begin with // are comments."""
    with open(path, encoding="utf-8") as f:
        text = "".join(line for line in f if not line.startswith("//"))
    queries = json.loads(text)["queries"]
    for q in queries:
        q["judged"] = {ref: grade for grade in (3, 2, 1) for ref in q.get(str(grade), [])}
    return queries


def entry_id(papers, ref):
    """"COUNCIL/PACK.pdf@5#9": the entry of item 9 of the paper that begins on page 5."""
    path, page, item = re.fullmatch(r"([^@#]+)(?:@(\w+))?(?:#(.+))?", ref).groups()
    with open(os.path.join(papers, path), "rb") as f:
        sha = hashlib.sha256(f.read()).hexdigest()
    return sha[:16] + "-p" + (page or "1") + ("/" + item if item else "")


class Index:
    """The papers of a folder, to be asked."""

    def __init__(self, moot, papers, options):
        self.moot, self.papers, self.options = moot, papers, options
        self.folder = tempfile.TemporaryDirectory(prefix="moot-search-")
        self.environment = dict(os.environ, MOOT_INDEX=os.path.join(self.folder.name, "index"))
        folders = sorted(entry.path for entry in os.scandir(papers) if entry.is_dir())  # not what tells of them beside
        # Scans stay out: what Tesseract reads changes with its version.
        run = subprocess.run([moot, "ingest", "--quiet", "--ocr", "off"] + folders, env=self.environment)
        if run.returncode not in (0, 3):
            sys.exit("the papers in %s were not ingested" % papers)
        self.entries = {hit["id"]: hit for hit in self.ask("*", 100000)}

    def ask(self, query, limit):
        command = [self.moot, "search", "--format", "json", "--limit", str(limit)] + self.options + ["--", query]
        run = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE)
        if run.returncode not in (0, 1):
            print("%s: exit code %d" % (query, run.returncode), file=sys.stderr)
            return []
        answer = json.loads(run.stdout)
        return answer["hits"] or answer.get("nearest", [])  # what its user sees first

    def name(self, entry):
        """What a reader calls it."""
        hit = self.entries[entry]
        return "%s %s %s" % (os.path.relpath(hit["source"]["path"], self.papers), entry.partition("-")[2], hit["title"] or hit["kind"])

    def measure(self, query):
        """Adds what came of it to the query."""
        ids = {ref: entry_id(self.papers, ref) for ref in query["judged"]}
        judged = {ids[ref]: grade for ref, grade in query["judged"].items()}
        hits = [hit["id"] for hit in self.ask(query["query"], DEEP)]
        query.update(hits=hits, grades=judged, lost=[ref for ref in ids if ids[ref] not in self.entries],
                     ndcg=metrics.ndcg(hits, judged, DEPTH), recall=metrics.recall(hits, judged, DEPTH),
                     deep=metrics.recall(hits, judged, DEEP), missed=missed(ids, query["judged"], hits))


def missed(ids, judged, hits):
    """References of grade 2 and more, best first, that are not among the first DEPTH hits; each with its place, if it has one."""
    found = []
    for ref, grade in sorted(judged.items(), key=lambda j: -j[1]):
        if grade >= 2 and ids[ref] not in hits[:DEPTH]:
            found.append(ref + (" at %d" % (hits.index(ids[ref]) + 1) if ids[ref] in hits else ""))
    return found


def measure(moot, queries, papers, options):
    index = Index(moot, papers, options)
    for q in queries:
        index.measure(q)
    return index


def mean(queries, key):
    return sum(q[key] for q in queries) / len(queries)


def figures(queries):
    return {"ndcg": mean(queries, "ndcg"), "recall": mean(queries, "recall"), "deep": mean(queries, "deep")}


def row(*cells):
    return "| " + " | ".join("%.3f" % c if isinstance(c, float) else str(c).replace("|", "\\|") for c in cells) + " |"


def head(*titles):
    return [row(*titles), "|" + "---|" * len(titles)]


def totals(queries):
    lines = head("queries", "how many", "nDCG@10", "recall@10", "recall@50", "found nothing")
    groups = list(dict.fromkeys(q["group"] for q in queries))
    for name in groups + ["all"]:
        of = [q for q in queries if name in ("all", q["group"])]
        lines.append(row(name, len(of), *figures(of).values(), sum(not q["hits"] for q in of)))
    return lines


def worst(queries):
    lines = head("query", "nDCG@10", "hits", "not among the first ten")
    for q in sorted(queries, key=lambda q: q["ndcg"])[:WORST]:
        more = len(q["missed"]) - 3
        hits = "%d%s" % (len(q["hits"]), " or more" if len(q["hits"]) == DEEP else "")
        lines.append(row("%s `%s`" % (q["id"], q["query"]), q["ndcg"], hits,
                         ", ".join(q["missed"][:3]) + (" and %d more" % more if more > 0 else "")))
    return lines


def tables(queries):
    return totals(queries) + ["", "The worst:", ""] + worst(queries)


def fill(document, block, lines):
    """Puts the lines between the marks of a block."""
    with open(document, encoding="utf-8") as f:
        text = f.read()
    new, count = re.subn(r"(<!-- %s:[^\n]*\n).*?(<!-- /%s -->)" % (block, block),
                         lambda m: m.group(1) + "\n" + "\n".join(lines) + "\n\n" + m.group(2), text, flags=re.S)
    if count != 1:
        sys.exit("%s has no block %s" % (document, block))
    with open(document, "w", encoding="utf-8") as f:
        f.write(new)


def written():
    """nDCG@10 of all queries over the sample papers, as docs/RANKING.md gives it."""
    with open(os.path.join(ROOT, "docs", "RANKING.md"), encoding="utf-8") as f:
        for line in f:
            cells = [c.strip() for c in line.strip("| \n").split("|")]
            if cells[0] == "all" and len(cells) == 6:
                return float(cells[2])
    return 0.0


def check(queries):
    with open(FLOORS, encoding="utf-8") as f:
        floors = json.load(f)
    found, failed = figures(queries), False
    for key, figure in found.items():
        low = figure < floors[key]
        failed = failed or low
        print("%-8s %.4f  floor %.4f%s" % (key, figure, floors[key], "  BELOW THE FLOOR" if low else ""))
    if abs(written() - found["ndcg"]) > STALE:
        failed = True
        print("docs/RANKING.md is out of date: run script/bench search --write docs/RANKING.md")
    for q in queries:
        for ref in q["lost"]:
            failed = True
            print("%s: no entry is %s" % (q["id"], ref))
    return 1 if failed else 0


def show(index, queries, ids):
    for q in queries:
        if q["id"] not in ids and "all" not in ids:
            continue
        print("\n%s  %s   (%s)  nDCG@10 %.3f  recall@10 %.3f  hits %d" % (q["id"], q["query"], q["wants"], q["ndcg"], q["recall"], len(q["hits"])))
        for place, hit in enumerate(q["hits"][:DEPTH]):
            print("  %2d  %s  %s" % (place + 1, q["grades"].get(hit, "."), index.name(hit)))
        for ref in q["missed"]:
            print("      missed (%d): %s" % (q["judged"][ref.split(" at ")[0]], ref))


def compared(program, sets):
    """nDCG@10 of all queries of each set, by the way of ranking."""
    found = {}
    for _, index, queries in sets:
        asked = "".join(q["query"] + "\n" for q in queries)
        run = subprocess.run([program, index.environment["MOOT_INDEX"]], input=asked, stdout=subprocess.PIPE, text=True, check=True)
        lines = run.stdout.split("\n")
        for at in range(0, len(lines) - 1, len(queries) + 1):
            hits = [line.split() for line in lines[at + 1:at + 1 + len(queries)]]
            ndcg = sum(metrics.ndcg(ids, q["grades"], DEPTH) for ids, q in zip(hits, queries)) / len(queries)
            found.setdefault(lines[at], []).append(ndcg)
    lines = head("order", "nDCG@10, sample papers", *["real papers"] * (len(sets) - 1))
    return lines + [row(way, *ndcg) for way, ndcg in found.items()]


def raise_floors(queries):
    with open(FLOORS, encoding="utf-8") as f:
        floors = json.load(f)
    floors = {key: max(floors[key], round(figure - 0.005, 3)) for key, figure in figures(queries).items()}
    with open(FLOORS, "w", encoding="utf-8") as f:
        f.write(json.dumps(floors) + "\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--moot", required=True)
    ap.add_argument("--report", action="store_true")
    ap.add_argument("--show", nargs="+", default=[], metavar="ID")
    ap.add_argument("--write", metavar="FILE")
    ap.add_argument("--raise-floors", action="store_true")
    ap.add_argument("--real", nargs=2, metavar=("FILE", "DIR"))
    ap.add_argument("--compare", metavar="PROGRAM")
    ap.add_argument("--options", type=shlex.split, default=[])
    a = ap.parse_args()
    moot = os.path.abspath(a.moot)
    ours = read_queries(QUERIES)
    index = measure(moot, ours, PAPERS, a.options)
    sets = [("quality", index, ours)]
    if a.real:
        real = read_queries(a.real[0])
        sets.append(("quality-real", measure(moot, real, a.real[1], a.options), real))
    if a.raise_floors:
        raise_floors(ours)
    for name, of, queries in sets:
        if a.report:
            print("\n".join(tables(queries)) + "\n")
        show(of, queries, a.show)
        if a.write:
            fill(a.write, name, tables(queries) if name == "quality" else totals(queries))
    if a.compare:
        lines = compared(os.path.abspath(a.compare), sets)
        if a.write:
            fill(a.write, "orders", lines)
        else:
            print("\n".join(lines))
    return 0 if a.compare or a.report or a.show or a.write or a.raise_floors else check(ours)


if __name__ == "__main__":
    sys.exit(main())
