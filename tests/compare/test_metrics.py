#!/usr/bin/env python3
"""The judging of comparisons: what is matched, and what made-up comparisons are worth."""
import copy, itertools, os, sys, tempfile, unittest

sys.dont_write_bytecode = True
import check_compare, judge, metrics, texts

# Two papers of nobody, and what is planted in them.
FILES = {
    "ayle.md": "# Ayle Council\n\n1.1 Otters need clean rivers, and otters need quiet banks with old trees on them.\n\n1.2 The council will plant 40 willows "
               "by March 2026 at a cost of £5,000.\n\n1.3 It is agreed that no dog shall run loose upon the banks of the river from April to July.\n",
    "bray.txt": "                 BRAY COUNCIL\n\n1.1    Otters need clean rivers and they need\n       quiet banks where old trees stand.\n\n"
                "1.2    It is agreed that no dog shall run loose upon the banks of the\n       river, save on a lead.\n\n1.3    Herons are counted by boat.\n",
}
ANSWERS = {
    "folder": "made", "query": "river strategy",
    "papers": {"ayle": {"file": "ayle.md", "council": "Ayle Council"}, "bray": {"file": "bray.txt", "council": "Bray Council"}},
    "beside": ["ayle", "bray"], "over_time": ["ayle", "bray"],
    "themes_shared": [["otters"], ["quiet banks"]], "themes_partly": [],
    "themes_single": [{"words": ["willows"], "in": "ayle"}, {"words": ["herons"], "in": "bray"}],
    "correspondences": [{"what": "otters", "wording": "lightly", "passages": {"ayle": "Otters need clean rivers, and otters", "bray": "Otters need clean rivers and they"}},
                        {"what": "dogs", "optional": True, "passages": {"ayle": "It is agreed that no dog", "bray": "It is agreed that no dog"}}],
    "not_corresponding": [{"ayle": "The council will plant 40 willows", "bray": "Herons are counted by boat"}],
    "copied": [{"in": ["ayle", "bray"], "words": 15, "text": "It is agreed that no dog shall run loose upon the banks of the river"}],
    "changes": {"kept": [], "reworded": [["Otters need clean rivers, and otters", "Otters need clean rivers and they"]],
                "dropped": ["The council will plant 40 willows"], "added": ["Herons are counted by boat"], "not_judged": ["It is agreed that no dog"]},
    "cells": {"ayle": {"financial": ["The council will plant 40 willows"], "legal": [], "sums": ["5000"], "dates": ["2026-03", "?2026-07"]},
              "bray": {"financial": {"none_stated": ["Herons are counted by boat"]}, "legal": [], "sums": [], "dates": []}},
}


def topic():
    with tempfile.TemporaryDirectory() as root:
        os.mkdir(os.path.join(root, "made"))
        for name, text in FILES.items():
            with open(os.path.join(root, "made", name), "w", encoding="utf-8") as f:
                f.write(text)
        return judge.Topic("made", ANSWERS, root)


def quote(text, value=None):
    return {"text": text, "heading": None, "value": value, "page": None, "pointer": None, "link": None}


def side(column, text):
    return {"column": column, "quote": quote(text), "differs": []}


def theme(words, *columns):
    return {"words": words, "keyness": 9.0, "in": [{"column": c, "times": 1, "passage": quote(words), "where": []} for c in columns]}


def cell(*quotes, none=False):
    return {"state": "quoted" if quotes else "not_in_paper", "none_stated": none, "quotes": list(quotes)}


def fake(t, keys):
    """A comparison of these papers in which nothing stands yet."""
    papers = [{"id": key, "path": "/x/" + t.answers["folder"] + "/" + t.papers[key].path} for key in keys]
    return {"schema": "moot.compare/1", "columns": [{"name": p["id"], "paper": p, "others": []} for p in papers], "rows": [],
            "themes": {"shared": [], "partly": [], "single": []}, "passages": [], "copied": [], "changes": []}


def perfect_cell(t, key, field, expected):
    none = isinstance(expected, dict)
    items = [item.lstrip("?").split("|")[0] for item in (expected["none_stated"] if none else expected)]
    if field in judge.VALUES:
        return cell(*(quote("0" + item, item) for item in items))
    return cell(*(quote(" ".join(t.passage(key, item)) or item) for item in items), none=none)


def perfect(t, which):
    """The comparison that the answers ask for."""
    keys = t.answers[which]
    at = {key: n for n, key in enumerate(keys)}
    c, a = fake(t, keys), t.answers
    fields = dict.fromkeys(field for key in keys for field in a["cells"][key])
    c["rows"] = [{"field": f, "cells": [perfect_cell(t, k, f, a["cells"][k].get(f, [])) for k in keys]} for f in fields]
    if which == "beside":
        c["themes"] = {"shared": [theme(w[0], *at.values()) for w in a["themes_shared"]],
                       "partly": [theme(p["words"][0], *(at[k] for k in p["in"])) for p in a["themes_partly"]],
                       "single": [theme(p["words"][0], at[p["in"]]) for p in a["themes_single"]]}
        for g in a["correspondences"]:
            for x, y in itertools.combinations(g["passages"], 2):
                c["passages"].append({"here": side(at[x], " ".join(t.passage(x, g["passages"][x]))),
                                      "there": side(at[y], " ".join(t.passage(y, g["passages"][y]))), "likeness": 0.9})
        c["copied"] = [{"here": side(at[k["in"][0]], k["text"]), "there": side(at[k["in"][1]], k["text"]), "words": k["words"]} for k in a["copied"]]
        return c
    old, new = keys
    for kind in ("kept", "reworded", "dropped", "added"):
        for e in a["changes"][kind]:
            before, after = (e, e) if kind == "kept" else e if kind == "reworded" else (e, None) if kind == "dropped" else (None, e)
            c["changes"].append({"change": kind, "before": before and side(0, " ".join(t.passage(old, before))),
                                 "after": after and side(1, " ".join(t.passage(new, after))), "likeness": 0.9})
    return c


class Matching(unittest.TestCase):
    def test_words(self):
        self.assertEqual(texts.words("The Council’s £1.2 million (24/00318), 75% of it"), ["the", "council's", "£1.2", "million", "24/00318", "75%", "of", "it"])

    def test_stem(self):
        for a, b in [("champion", "champions'"), ("library", "libraries"), ("house", "houses"), ("loan", "loaned"), ("class", "classes"), ("bus", "bus")]:
            with self.subTest(a=a):
                self.assertEqual(metrics.stem(a), metrics.stem(b))
        self.assertNotEqual(metrics.stem("plan"), metrics.stem("plant"))

    def test_same_theme(self):
        common = {"digital", "inclusion"}
        rows = [("digital skills", "digital skills", True), ("skills", "digital skills", True), ("basic digital skills", "digital skills", True),
                ("digital", "digital skills", False), ("digital exclusion", "digital skills", False), ("skills digital", "digital skills", False)]
        for given, accepted, want in rows:
            with self.subTest(given=given):
                self.assertEqual(metrics.same_theme(given.split(), accepted.split(), common), want)

    def test_alike(self):
        whole = "the council may recover a debt that is charged upon a property by an enforced sale"
        rows = [(whole, whole, True), (whole, "recover a debt that is charged upon a property", True), (whole, "a debt", True), (whole, "debt a", False),
                (whole, "the council may recover a loan that was charged to an owner by an order", False), (whole, "", False)]
        for a, b, want in rows:
            with self.subTest(b=b):
                self.assertEqual(metrics.alike(a.split(), b.split()), want)

    def test_values(self):
        rows = [("1200000", ["1.2e+06"]), ("12..20", ["12", "20"]), ("2024/25", ["2024-25"]), ("2024-25", ["2024-25"]), ("2025-03", ["2025-03"]),
                ("17 January 2024", ["2024-01-17"]), ("March 2025", ["2025-03"]), ("75%", ["75"]), ("4.80", ["4.8"]), ("soon", [])]
        for text, want in rows:
            with self.subTest(text=text):
                self.assertEqual(metrics.values(text), want)

    def test_runs(self):
        self.assertEqual(sorted(texts.runs("a b c d x a b".split(), "y b c d a b".split(), 2)), [(0, 4, 2), (1, 1, 3), (5, 4, 2)])
        self.assertEqual(texts.runs("a b".split(), "b a".split(), 2), [])

    def test_blocks(self):
        page = texts.Paper("x.html", "<style>p {}</style><p>1.1 One <b>word</b></p><table><tr><td>Two</td><td>Three</td></tr></table>")
        self.assertEqual([page.words[b:e] for b, e in page.blocks], [["one", "word"], ["two"], ["three"]])
        self.assertEqual(page.passage("One"), (0, 2))
        self.assertIsNone(page.passage("Four"))


class Judging(unittest.TestCase):
    def figure(self, f):
        return f.planted, f.found, f.given, f.right

    def test_themes(self):
        t, c = topic(), fake(topic(), ["ayle", "bray"])
        self.assertEqual(self.figure(judge.themes(t, c, "shared")), (2, 0, 0, 0))
        c["themes"]["shared"] = [theme("otter", 0, 1), theme("old trees", 0, 1), theme("willow", 0, 1)]  # planted; true though not planted; wrong
        self.assertEqual(self.figure(judge.themes(t, c, "shared")), (2, 1, 3, 2))
        c["themes"]["single"] = [theme("willows", 0), theme("heron", 0), theme("dogs", 1), theme("boat", 1)]  # wrong column; in both; true
        self.assertEqual(self.figure(judge.themes(t, c, "single")), (2, 1, 4, 2))

    def test_passages(self):
        t, c = topic(), fake(topic(), ["ayle", "bray"])
        c["passages"] = [{"here": side(1, "Otters need clean rivers and they need quiet banks where old trees stand."),
                          "there": side(0, "Otters need clean rivers, and otters need quiet banks with old trees on them."), "likeness": 0.8},
                         {"here": side(0, "It is agreed that no dog shall run loose"), "there": side(1, "It is agreed that no dog shall run loose"), "likeness": 1},
                         {"here": side(0, "The council will plant 40 willows by March 2026"), "there": side(1, "Herons are counted by boat."), "likeness": 0.1}]
        figure, wordings = judge.correspondences(t, c)
        self.assertEqual(self.figure(figure), (1, 1, 3, 2))
        self.assertEqual(self.figure(wordings["lightly"]), (1, 1, 0, 0))
        self.assertEqual(len(t.wrong), 1)
        self.assertIn("near miss", t.wrong[0][1])

    def test_copied(self):
        t, c = topic(), fake(topic(), ["ayle", "bray"])
        whole = ANSWERS["copied"][0]["text"]
        rows = [(whole, (30, 30, 30, 30)), ("no dog shall run loose", (30, 10, 10, 10)), ("Otters need clean rivers", (30, 0, 8, 0)),
                (whole + " from April", (30, 15, 34, 15))]  # two words more in one paper; the other has not the whole of it
        for text, want in rows:
            c["copied"] = [{"here": side(0, text), "there": side(1, text), "words": 9}]
            with self.subTest(text=text):
                self.assertEqual(self.figure(judge.copied(t, c)), want)

    def test_changes(self):
        t, c = topic(), fake(topic(), ["ayle", "bray"])
        otters, willows = side(0, "Otters need clean rivers, and otters need quiet banks with old trees on them."), side(0, "The council will plant 40 willows")
        dogs, herons = side(0, "It is agreed that no dog shall run loose upon the banks"), side(1, "Herons are counted by boat.")
        now = side(1, "Otters need clean rivers and they need quiet banks where old trees stand.")
        made = [("reworded", otters, now), ("dropped", willows, None), ("reworded", willows, herons), ("dropped", dogs, None),
                ("added", None, side(1, "Bray Council"))]
        c["changes"] = [{"change": k, "before": b, "after": a, "likeness": 0.5} for k, b, a in made]
        self.assertEqual(self.figure(judge.changes(t, c)), (3, 2, 3, 2))  # two are not judged
        c["changes"] = [{"change": "dropped", "before": side(0, "with old trees on them"), "after": None, "likeness": 0}]
        self.assertEqual(self.figure(judge.changes(t, c)), (3, 0, 0, 0))  # a small part of what was reworded
        c["changes"][0]["before"] = otters
        self.assertEqual(self.figure(judge.changes(t, c)), (3, 0, 1, 0))
        c["changes"] = [{"change": "kept", "before": otters, "after": now, "likeness": 0.5}]
        self.assertEqual(self.figure(judge.changes(t, c)), (3, 0, 1, 0))

    def test_cells(self):
        t, c = topic(), fake(topic(), ["ayle", "bray"])
        good, bad = quote("The council will plant 40 willows by March 2026 at a cost of £5,000."), quote("Otters need clean rivers")
        c["rows"] = [{"field": "financial", "cells": [cell(good, bad), cell(quote("Herons are counted by boat."))]},
                     {"field": "sums", "cells": [cell(quote("£5,000", "5000"), quote("£5,000", "5000")), cell(quote("£1", "1"))]},
                     {"field": "dates", "cells": [cell(quote("by March 2026", "2026-03"), quote("to July", "2026-07")), cell()]}]
        found = {field: self.figure(f) for field, f in judge.cells(t, [c]).items()}
        self.assertEqual(found["financial"], (3, 2, 3, 2))  # it was not said that there is none
        self.assertEqual(found["legal"], (2, 2, 2, 2))      # no such row: in neither paper
        self.assertEqual(found["sums"], (2, 1, 2, 1))
        self.assertEqual(found["dates"], (2, 2, 2, 2))

    def test_perfect(self):
        for t in [topic(), *judge.read_answers(check_compare.ANSWERS, check_compare.ROOT).values()]:
            figures, fields, _ = check_compare.measure(t, perfect(t, "beside"), perfect(t, "over_time"))
            for what, figure in [*figures.items(), *fields.items()]:
                with self.subTest(topic=t.name, what=what):
                    self.assertEqual((figure.found, figure.right), (figure.planted, figure.given), t.name == "dev" and t.wrong[:5])

    def test_nothing_is_worth_nothing(self):
        t = topic()
        figures, _, _ = check_compare.measure(t, fake(t, ["ayle", "bray"]), fake(t, ["ayle", "bray"]))
        self.assertEqual([figures[what].f1() for what in figures if what != "cells"], [0.0] * 6)

    def test_untrue_answers_are_told(self):
        t = topic()
        self.assertEqual([what for what in check_compare.untrue(t)], [])
        t.answers = copy.deepcopy(ANSWERS)
        t.answers["themes_shared"] = [["willows"]]
        t.answers["copied"] = []
        t.answers["cells"]["ayle"]["sums"] = ["6000"]
        t.answers["changes"]["dropped"] = ["The council will plant 50 willows"]
        self.assertEqual(len(list(check_compare.untrue(t))), 4)


if __name__ == "__main__":
    unittest.main()
