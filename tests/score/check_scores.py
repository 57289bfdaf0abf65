#!/usr/bin/env python3
"""Measures the records of the program against gold files, with `moot score`.

    check_scores.py --moot PROGRAM --set NAME                 fails below the floors of floors.json
    check_scores.py --moot PROGRAM --agree NAME               fails where `moot score` and score.py count differently
    check_scores.py --moot PROGRAM --write docs/SCORES.md     writes the tables of all sets
    check_scores.py --moot PROGRAM --rules FILE               writes what is measured of each rule
    check_scores.py --moot PROGRAM --raise-floors             lifts floors to what is measured less 0.005; lowers none

sets.json names the sets. Those that are not in the project are looked for in $MOOT_SHARED, else in ../shared beside the project; a set that is
not there is skipped (exit code 77). Of a set that is kept apart nothing but totals is ever printed. Only the standard library is used.
"""
import argparse, glob, json, os, re, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SKIPPED = 77
STALE = 0.02  # docs/SCORES.md may lag so far behind what is measured
FIGURES = [("core F1, micro", "micro"), ("core F1, macro", "macro"), ("pack.boundaries", "boundaries")]


def sets():
    """The sets by name, with the paths of their folders."""
    shared = os.environ.get("MOOT_SHARED") or os.path.join(os.path.dirname(ROOT), "shared")
    found = json.load(open(os.path.join(HERE, "sets.json"), encoding="utf-8"))
    for s in found:
        for key in ("gold", "papers"):
            s[key] = os.path.join(shared, s[key][7:]) if s[key].startswith("SHARED/") else os.path.join(ROOT, s[key])
        s["here"] = os.path.isdir(s["gold"]) and os.path.isdir(s["papers"])
    return {s["name"]: s for s in found}


def measure(moot, s):
    run = subprocess.run([moot, "score", "--json", "--gold", s["gold"], s["papers"]], stdout=subprocess.PIPE)
    if run.returncode != 0:
        sys.exit("not every paper of '%s' was read" % s["name"])
    found = json.loads(run.stdout)
    core = found["core"]["soft"]
    found["micro"], found["macro"] = core["f1"], core["macro_f1"]
    found["boundaries"] = found["fields"]["pack.boundaries"]["soft"]["f1"]
    return found


def all_in_sight():
    """Arguments that name all sets but those kept apart; they must be there, or less would be measured than the last time."""
    arguments = []
    for s in sets().values():
        if s.get("apart"):
            continue
        if not s["here"]:
            sys.exit("the papers of '%s' are not on this machine: %s" % (s["name"], s["gold"]))
        arguments += ["--gold", s["gold"], s["papers"]]
    return arguments


def written(name):
    """The headline figures that docs/SCORES.md gives for a set."""
    figures = {}
    try:
        text = open(os.path.join(ROOT, "docs", "SCORES.md"), encoding="utf-8").read()
    except OSError:
        return figures
    for line in text.splitlines():
        cells = [c.strip() for c in line.strip("| ").split("|")]
        if len(cells) == 6 and cells[0] == name and not figures:  # the first table; a council may have a set's name
            figures = dict(zip(("micro", "macro", "boundaries"), map(float, cells[3:])))
    return figures


def check(moot, s):
    floors = json.load(open(os.path.join(HERE, "floors.json"), encoding="utf-8")).get(s["name"], {})
    found, stated, failed = measure(moot, s), written(s["name"]), False
    for title, key in FIGURES:
        low = found[key] < floors.get(key, 0.0)
        stale = abs(stated.get(key, 0.0) - found[key]) > STALE
        failed = failed or low or stale
        print("%-18s %.4f  floor %.4f%s%s" % (title, found[key], floors.get(key, 0.0), "  BELOW THE FLOOR" if low else "",
                                              "  docs/SCORES.md is out of date: run script/scores" if stale else ""))
    print("%s: %d papers with gold, %d without a record" % (s["name"], found["papers"], found["without_record"]))
    return 1 if failed else 0


def reference(moot, s):
    """The counts of score.py over the records that `moot extract` prints."""
    golds = [json.load(open(p, encoding="utf-8-sig")) for p in glob.glob(os.path.join(s["gold"], "**", "*.json"), recursive=True)]
    here = [os.path.join(folder, name) for folder, _, names in os.walk(s["papers"]) for name in sorted(names)]
    files = [f for f in here if any(f.endswith(os.sep + g["document"]) for g in golds)]
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as records:
        subprocess.run([moot, "extract"] + files, stdout=records, check=True)
        out = subprocess.run([sys.executable, os.path.join(HERE, "score.py"), "--gold", s["gold"], "--records", records.name, "--json"],
                             stdout=subprocess.PIPE, check=True).stdout
    return json.loads(out)


def agree(moot, s):
    ours, theirs = measure(moot, s), reference(moot, s)
    fields = sorted(set(theirs["fields"]) | {f for f, c in ours["fields"].items() if any(c["soft"][k] for k in ("right", "false", "missed"))})
    failed = (ours["papers"], ours["without_record"]) != (theirs["documents"], theirs["without_record"])
    for field in fields:
        a, b = ours["fields"].get(field, {"soft": {}})["soft"], theirs["fields"].get(field, {})
        counts = [a.get(k, 0) for k in ("right", "false", "missed")], [b.get(k, 0) for k in ("tp", "fp", "fn")]
        if counts[0] != counts[1]:
            failed = True
            print("%s: right, false, missed: moot score says %s, score.py %s" % ((field,) + counts))
    close = all(abs(a - b) < 1e-9 for a, b in ((ours["micro"], theirs["core_micro"][2]), (ours["macro"], theirs["core_macro_f1"])))
    print("%s: %d fields of %d papers compared%s" % (s["name"], len(fields), ours["papers"], "" if close else "; the headline figures differ"))
    return 1 if failed or not close else 0


def row(*cells):
    return "| " + " | ".join("%.3f" % c if isinstance(c, float) else str(c) for c in cells) + " |"


def head(*titles):
    return [row(*titles), "|" + "---|" * len(titles)]


def field_table(found):
    lines = head("field", "right", "false", "missed", "precision", "recall", "F1", "strict F1")
    for field, figures in sorted(found["fields"].items()):
        c = figures["soft"]
        lines.append(row(field + (" *" if figures["core"] else ""), c["right"], c["false"], c["missed"], c["precision"], c["recall"], c["f1"],
                         figures["strict"]["f1"]))
    return lines


def group_table(title, groups):
    lines = head(title, "papers", "core F1", "strict", "wholly right", "strictly")
    for name, g in sorted(groups.items()):
        lines.append(row(name, g["papers"], g["core"]["soft"]["f1"], g["core"]["strict"]["f1"], g["wholly_right"]["soft"], g["wholly_right"]["strict"]))
    return lines


def left_out(moot):
    """The councils of real papers, each without the rules that it alone supports."""
    run = subprocess.run([moot, "score", "--json", "--leave-one-out"] + all_in_sight(), stdout=subprocess.PIPE, check=True)
    found = json.loads(run.stdout)
    real = {d["council"] for d in found["documents"] if not d["gold"].startswith(ROOT + os.sep)}
    lines = head("council", "papers", "rules off", "core F1", "without them", "difference", "kept, for they are code")
    for r in found["leave_one_out"]:
        if r["council"] in real:
            lines.append(row(r["council"], r["papers"], len(r["rules"]), r["full"], r["without"], r["without"] - r["full"], ", ".join(r["kept"]) or "-"))
    return lines


def tables(moot):
    lines = ["# Scores", "",
             "Generated by `script/scores`; do not edit. How well the records agree with gold files, which were written by hand from the papers.",
             "*Micro* pools the counts of the core fields (marked *); *macro* is the mean of their F1. A value that the gold does not have counts as false,",
             "a list counts entry by entry. Softly, prose is right when nine tenths of its words are (`tests/score/score.py` has the rules); strictly, when it is",
             "the same but for case, white space and the look of quotes and dashes ([CLI.md](CLI.md#scores)). Where nothing else is said, figures are soft.",
             "`tests/score/floors.json` holds the floors below which a test fails.", ""]
    rows, strict, details = [], [], []
    for s in sets().values():
        if not s["here"]:
            continue
        found = measure(moot, s)
        hard = found["core"]["strict"]
        rows.append(row(s["name"], found["files"], found["papers"], found["micro"], found["macro"], found["boundaries"]))
        strict.append(row(s["name"], hard["f1"], hard["macro_f1"], found["wholly_right"]["soft"], found["wholly_right"]["strict"]))
        details += ["", "## " + s["name"], "", s["what"], ""] + field_table(found)
        if not s.get("apart"):
            details += [""] + group_table("council", found["councils"]) + [""] + group_table("kind", found["kinds"])
    lines += head("set", "files", "papers with gold", "core F1, micro", "core F1, macro", "pack.boundaries") + rows
    lines += ["", "Strictly, and papers in which nothing is false and nothing missed:", ""]
    lines += head("of", "strict core F1, micro", "strict core F1, macro", "wholly right", "wholly right, strictly") + strict
    lines += ["", "Papers with gold are few, and rules were written while looking at `corpus`, `seeds` and `dev`: expect less on papers of councils that nobody looked at.",
              "The set `apart`, where it is measured, is of such papers: nobody who writes rules sees them, and only their totals are printed.",
              "", "## Without what was learnt from one council alone", "",
              "For each council of `seeds` and `dev`: the score of its papers with all rules, and without the rules that gave values in no other council's papers of",
              "these two sets and `corpus`. A pack that only one council's papers support goes whole. What the program finds without a rule cannot be switched off; the last",
              "column names what found values in that council's papers alone and stayed. Rules that leave no value, such as labels that only end a section, stayed too.", ""]
    return "\n".join(lines + left_out(moot) + details) + "\n"


def comparisons(document):
    """The block that tests/compare/check_compare.py writes into the document."""
    try:
        text = open(document, encoding="utf-8").read()
    except OSError:
        return ""
    found = re.search(r"\n<!-- compare:.*?<!-- /compare -->\n", text, re.S)
    return found.group(0) if found else ""


def raise_floors(moot):
    path = os.path.join(HERE, "floors.json")
    floors = json.load(open(path, encoding="utf-8"))
    for name in floors:
        if not sets()[name]["here"]:
            continue
        found = measure(moot, sets()[name])
        for _, key in FIGURES:
            floors[name][key] = max(floors[name][key], round(found[key] - 0.005, 3))
    with open(path, "w", encoding="utf-8") as f:
        f.write("{\n" + ",\n".join(' "%s": %s' % (n, json.dumps(v)) for n, v in floors.items()) + "\n}\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--moot", required=True)
    ap.add_argument("--set", choices=list(sets()))
    ap.add_argument("--agree", choices=list(sets()))
    ap.add_argument("--write", metavar="FILE")
    ap.add_argument("--rules", metavar="FILE", help="write what is measured of each rule")
    ap.add_argument("--raise-floors", action="store_true")
    a = ap.parse_args()
    if a.set or a.agree:
        s = sets()[a.set or a.agree]
        if not s["here"]:
            print("skipped: the papers of '%s' are not on this machine (see tests/score/check_scores.py)" % s["name"])
            sys.exit(SKIPPED)
        sys.exit(check(a.moot, s) if a.set else agree(a.moot, s))
    if a.raise_floors:
        raise_floors(a.moot)
    if a.rules:
        subprocess.run([a.moot, "rules", "score"] + all_in_sight() + ["--write", a.rules], stdout=subprocess.DEVNULL, check=True)
    if a.write:
        text = tables(a.moot) + comparisons(a.write)
        open(a.write, "w", encoding="utf-8").write(text)


if __name__ == "__main__":
    main()
