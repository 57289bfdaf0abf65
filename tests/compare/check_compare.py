#!/usr/bin/env python3
"""Measures what `moot compare` finds against the known answers of answers.json and answers_apart.json (README.md tells their form).

    check_compare.py --answers                              fails where the answers are not true of the papers; asks no program
    check_compare.py --moot PROGRAM                          fails below the floors of floors.json
    check_compare.py --moot PROGRAM --report                 prints the tables, and of dev what is wrong and what was missed
    check_compare.py --moot PROGRAM --write docs/SCORES.md   writes the tables into the document, between the marks of the block 'compare'
    check_compare.py --moot PROGRAM --raise-floors           lifts floors to what is measured less 0.005; lowers none

    --json DIR       reads TOPIC-beside.json and TOPIC-over-time.json of DIR instead of asking; --save DIR writes them
    --options '...'  options for every comparison

For each topic its papers and those of corpus/papers are ingested into a folder that goes away. The newest paper of each council is compared
with the others, by ids; the two papers of one council with --over-time. Of `apart` nothing but figures is ever printed.

What counts as right. Words are compared without case and punctuation; a passage of the program is a planted one when three fifths of the
shorter one's threes of words are in the other, so sentences and whole paragraphs will both do.
- themes shared, partly, single: a theme is a planted one when its words hold an accepted way to print it, or are part of one and not only words of
  the topic's own name, in any inflection; and stands in the right columns. The program may give more than was planted: such a theme is right
  when its words, one after another in any inflection, stand in just those papers of which the program says it.
- passages: a pair is right when both belong to one group of the answers. A group marked optional need not be found. Missed are pairs of papers.
  Entries of lists of appendices are not judged.
- copied: by words covered, in both papers of a pair. Words beyond what was copied, and texts that stand in only one of the two, count as wrong.
- changes: right when the kind is, and the passages before and after. What touches no listed passage (headings, contacts) is not judged, nor
  a sentence that came into a reworded paragraph or went from it, where it is less than half of it.
- cells: each quote, and each 'not in this paper', is right or wrong; what was expected is found or missed; so is 'none stated'. Sums, dates and the
  like are compared by value, each once. A field that the answers leave out is not judged; an entry with ? before it may be there or not.
Only the standard library is used.
"""
import argparse, itertools, json, os, re, shlex, subprocess, sys, tempfile

sys.dont_write_bytecode = True
import judge, metrics, texts

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
ANSWERS = [os.path.join(HERE, name) for name in ("answers.json", "answers_apart.json")]
FLOORS = os.path.join(HERE, "floors.json")
SCORES = os.path.join(ROOT, "docs", "SCORES.md")
STALE = 0.02  # docs/SCORES.md may lag so far behind what is measured


class Index:
    """The papers of a topic and those of the corpus, to be asked."""

    def __init__(self, moot, topic, options):
        self.moot, self.options = moot, options
        self.folder = tempfile.TemporaryDirectory(prefix="moot-compare-")
        self.environment = dict(os.environ, MOOT_INDEX=os.path.join(self.folder.name, "index"))
        papers = os.path.join(ROOT, "corpus", "papers")
        folders = sorted(entry.path for folder in (topic.folder, papers) for entry in os.scandir(folder) if entry.is_dir())
        run = subprocess.run([moot, "ingest", "--quiet", "--ocr", "off"] + folders, env=self.environment)
        if run.returncode not in (0, 3):
            sys.exit("the papers of '%s' were not ingested" % topic.name)
        hits = self.ask(["search", "--format", "json", "--limit", "100000", "--", "*"])["hits"]
        self.ids = {}
        for key, paper in topic.papers.items():
            path = os.path.join(topic.folder, paper.path)
            ids = [hit["record_id"] for hit in hits if os.path.realpath(hit["source"]["path"]) == os.path.realpath(path)]
            if not ids:
                sys.exit("%s: %s is not in the index" % (topic.name, paper.path))
            self.ids[key] = ids[0]

    def ask(self, arguments):
        run = subprocess.run([self.moot] + arguments, env=self.environment, stdout=subprocess.PIPE)
        if run.returncode not in (0, 1, 3):
            sys.exit("moot %s: exit code %d" % (" ".join(arguments), run.returncode))
        return json.loads(run.stdout)

    def compare(self, keys, *more):
        return self.ask(["compare", "--format", "json"] + list(more) + self.options + [self.ids[key] for key in keys])


def compared(topic, a):
    """What the program says of the topic: side by side, and across time."""
    names = ["%s-%s.json" % (topic.name, what) for what in ("beside", "over-time")]
    if a.json:
        return [json.load(open(os.path.join(a.json, name), encoding="utf-8")) for name in names]
    index = Index(os.path.abspath(a.moot), topic, a.options)
    found = [index.compare(topic.answers["beside"]), index.compare(topic.answers["over_time"], "--over-time")]
    for name, comparison in zip(names, found if a.save else []):
        with open(os.path.join(a.save, name), "w", encoding="utf-8") as f:
            json.dump(comparison, f, ensure_ascii=False, indent=1)
    return found


def measure(topic, beside, over_time):
    """The figures by measure, those of the cells by field, and those of passages by wording."""
    passages, wordings = judge.correspondences(topic, beside)
    figures = {"themes that all share": judge.themes(topic, beside, "shared"), "themes that some share": judge.themes(topic, beside, "partly"),
               "themes of one alone": judge.themes(topic, beside, "single"), "passages that correspond": passages,
               "text copied, in words": judge.copied(topic, beside), "changes over time": judge.changes(topic, over_time)}
    fields = judge.cells(topic, [beside, over_time])
    figures["cells"] = metrics.Figure()
    for figure in fields.values():
        figures["cells"].add(figure)
    return figures, fields, wordings


def row(*cells):
    return "| " + " | ".join("%.3f" % c if isinstance(c, float) else str(c) for c in cells) + " |"


def head(*titles):
    return [row(*titles), "|" + "---|" * len(titles)]


def table(title, found):
    """`found` has the figures of each topic, by measure."""
    lines = head("topic", title, "planted", "found", "given", "right", "precision", "recall", "F1")
    for name, figures in found.items():
        lines += [row(name, what, f.planted, f.found, f.given, f.right, f.precision(), f.recall(), f.f1()) for what, f in figures.items()]
    return lines


def tables(found):
    lines = ["## Comparisons", "",
             "What `moot compare` finds of what is planted in `corpus/compare`; `tests/compare/check_compare.py` tells what counts as right. Rules may be",
             "written while looking at `dev`; nobody looks at `apart` who writes them. *Planted* and *found* are what the answers ask for, *given* and *right* what",
             "the program says. Text copied is counted by words.", ""]
    lines += table("what", {name: figures for name, (figures, _, _) in found.items()})
    lines += ["", "Pairs of passages that correspond, by how much of their wording is the same:", ""]
    lines += head("topic", "wording", "planted", "found", "recall")
    lines += [row(name, what, f.planted, f.found, f.recall()) for name, (_, _, wordings) in found.items() for what, f in sorted(wordings.items())]
    return lines + ["", "The cells, by field:", ""] + table("field", {name: fields for name, (_, fields, _) in found.items()})


def fill(document, lines):
    """Puts the lines between the marks of the block 'compare'."""
    with open(document, encoding="utf-8") as f:
        text = f.read()
    new, count = re.subn(r"(<!-- compare:[^\n]*\n).*?(<!-- /compare -->)", lambda m: m.group(1) + "\n" + "\n".join(lines) + "\n\n" + m.group(2), text, flags=re.S)
    if count != 1:
        sys.exit("%s has no block compare" % document)
    with open(document, "w", encoding="utf-8") as f:
        f.write(new)


def written():
    """The F1 that docs/SCORES.md gives, by topic and measure."""
    with open(SCORES, encoding="utf-8") as f:
        block = re.search(r"<!-- compare:.*?<!-- /compare -->", f.read(), re.S)
    rows = [[c.strip() for c in line.strip("| ").split("|")] for line in (block.group(0).splitlines() if block else [])]
    return {(cells[0], cells[1]): float(cells[8]) for cells in rows if len(cells) == 9 and re.fullmatch(r"[\d.]+", cells[8])}


def check(found):
    with open(FLOORS, encoding="utf-8") as f:
        floors = json.load(f)
    failed, stated = False, written()
    for name, (figures, _, _) in found.items():
        for what, figure in figures.items():
            floor, f1 = floors.get(name, {}).get(what, 0.0), figure.f1()
            stale = abs(stated.get((name, what), 0.0) - f1) > STALE
            failed = failed or f1 < floor or stale
            print("%-6s %-25s F1 %.4f  floor %.4f%s%s" % (name, what, f1, floor, "  BELOW THE FLOOR" if f1 < floor else "",
                                                         "  docs/SCORES.md is out of date: run script/scores" if stale else ""))
    return 1 if failed else 0


def raise_floors(found):
    with open(FLOORS, encoding="utf-8") as f:
        floors = json.load(f)
    for name, (figures, _, _) in found.items():
        was = floors.get(name, {})
        floors[name] = {what: max(was.get(what, 0.0), round(figure.f1() - 0.005, 3)) for what, figure in figures.items()}
    with open(FLOORS, "w", encoding="utf-8") as f:
        f.write("{\n" + ",\n".join(' "%s": %s' % (n, json.dumps(v)) for n, v in floors.items()) + "\n}\n")


def untrue_themes(topic):
    beside = topic.answers["beside"]
    listed = [(ways, beside, True) for ways in topic.answers["themes_shared"]]
    listed += [(p["words"], p["in"], False) for p in topic.answers["themes_partly"]]
    listed += [(p["words"], [p["in"]], False) for p in topic.answers["themes_single"]]
    for ways, keys, any_way in listed:
        have = set().union(*(topic.have(way, beside) for way in ways))
        for way in [] if any_way else ways:
            if not topic.have(way, beside) <= set(keys):
                yield "theme '%s' is not only in %s" % (way, ", ".join(keys))
        if have != set(keys):
            yield "theme '%s' is in %s" % (ways[0], ", ".join(sorted(have)))


def untrue_passages(topic):
    old, new = topic.answers["over_time"]
    listed = [(key, first) for g in topic.answers["correspondences"] for key, first in g["passages"].items()]
    listed += [pair for p in topic.answers["not_corresponding"] for pair in p.items()]
    for kind, entries in topic.answers["changes"].items():
        sides = {"kept": (old, new), "dropped": (old,), "added": (new,), "reworded": (old, new), "not_judged": ()}[kind]
        listed += [(side, e[s] if kind == "reworded" else e) for e in entries for s, side in enumerate(sides)]
    for key, first in listed:
        if not topic.papers[key].passage(first):
            yield "%s: no passage, or more than one, begins with '%s'" % (key, first)
    for g in topic.answers["correspondences"]:
        for a, b in g.get("identical", []):
            if not texts.runs(topic.passage(a, g["passages"][a]), topic.passage(b, g["passages"][b]), judge.LEAST):
                yield "not identical in %s and %s: %s" % (a, b, g["what"])
    for kind, want in (("kept", True), ("reworded", False)):
        for e in topic.answers["changes"][kind]:
            before, after = (topic.passage(side, e if kind == "kept" else e[s]) for s, side in enumerate((old, new)))
            if (before == after) != want:
                yield "not %s: %s" % (kind, e)


def untrue_copies(topic):
    covered = {}
    for c in topic.answers["copied"]:
        sought = texts.words(c["text"])
        if len(sought) != c["words"]:
            yield "%d words and not %d: %s" % (len(sought), c["words"], c["text"][:60])
        for key in c["in"]:
            if not topic.papers[key].places(sought):
                yield "%s has not: %s" % (key, c["text"][:60])
            covered.setdefault(frozenset(c["in"]), set()).update(judge.positions(topic, key, c["text"]) or ())
    for a, b in itertools.combinations(topic.answers["beside"], 2):
        for at, _, size in texts.runs(topic.papers[a].words, topic.papers[b].words, judge.LEAST):
            if not {"%s %d" % (a, i) for i in range(at, at + size)} <= covered.get(frozenset((a, b)), set()):
                yield "%s and %s also have: %s" % (a, b, " ".join(topic.papers[a].words[at:at + size]))


def numbers(paper):
    """The numbers that stand in a paper, with millions and pence made whole."""
    found = set()
    for at, word in enumerate(paper.words):
        number = re.fullmatch(r"£?(\d[\d,]*(?:\.\d+)?)%?", word)
        if number:
            amount = float(number.group(1).replace(",", ""))
            after = paper.words[at + 1] if at + 1 < len(paper.words) else ""
            found |= {"%g" % amount, "%g" % (amount * {"million": 1e6, "pence": 0.01}.get(after, 1))}
    return found


def untrue_cells(topic):
    for key, fields in topic.answers["cells"].items():
        there = numbers(topic.papers[key])
        for field, expected in fields.items():
            for item in expected["none_stated"] if isinstance(expected, dict) else expected:
                item = item.lstrip("?")
                if field in ("sums", "quantities"):
                    if metrics.value(item) not in there:
                        yield "%s: %s '%s' does not stand there" % (key, field, item)
                elif field == "financial_years":
                    if not topic.papers[key].places([item.replace("-", "/")]):
                        yield "%s: %s '%s' does not stand there" % (key, field, item)
                elif field not in judge.VALUES and not any(topic.papers[key].places(texts.words(way)) for way in item.split("|")):
                    yield "%s: %s '%s' does not stand there" % (key, field, item)


def untrue(topic):
    """What the answers say of the papers that is not so."""
    for key, paper in topic.answers["papers"].items():
        if not topic.papers[key].places(texts.words(paper["council"])):
            yield "%s does not name %s" % (key, paper["council"])
    for key in topic.answers["beside"] + topic.answers["over_time"]:
        if key not in topic.answers["cells"]:
            yield "no cells of %s" % key
    for what in (untrue_themes, untrue_passages, untrue_copies, untrue_cells):
        yield from what(topic)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--moot")
    ap.add_argument("--answers", action="store_true")
    ap.add_argument("--report", action="store_true")
    ap.add_argument("--write", metavar="FILE")
    ap.add_argument("--raise-floors", action="store_true")
    ap.add_argument("--json", metavar="DIR")
    ap.add_argument("--save", metavar="DIR")
    ap.add_argument("--options", type=shlex.split, default=[])
    a = ap.parse_args()
    topics = judge.read_answers(ANSWERS, ROOT)
    if a.answers:
        said = ["%s: %s" % (topic.name, what) for topic in topics.values() for what in untrue(topic)]
        print("\n".join(said) or "the answers are true of the papers")
        return 1 if said else 0
    if not a.moot and not a.json:
        ap.error("--moot, --json or --answers is needed")
    found = {topic.name: measure(topic, *compared(topic, a)) for topic in topics.values()}
    if a.raise_floors:
        raise_floors(found)
    if a.report:
        print("\n".join(tables(found)) + "\n")
        print("\n".join("%s: %s" % wrong for wrong in topics["dev"].wrong))
    if a.write:
        fill(a.write, tables(found))
    return 0 if a.report or a.write or a.raise_floors else check(found)


if __name__ == "__main__":
    sys.exit(main())
