"""What of a comparison (schema moot.compare/1) is right, by the known answers of a topic. The rules are told in check_compare.py."""
import itertools, json, os, re

import metrics, texts
from metrics import Figure, alike, same_theme, stands_in

LEAST = 12  # words, of text that counts as copied
VALUES = ("sums", "financial_years", "dates", "quantities", "date")


def stems(text):
    return [metrics.stem(word) for word in texts.words(text)]


class Topic:
    """The papers and the answers of one topic."""

    def __init__(self, name, answers, root):
        self.name, self.answers = name, answers
        self.folder = os.path.join(root, answers["folder"])
        self.papers = {}
        for key, paper in answers["papers"].items():
            with open(os.path.join(self.folder, paper["file"]), encoding="utf-8") as f:
                self.papers[key] = texts.Paper(paper["file"], f.read())
        self.stems = {key: [metrics.stem(word) for word in paper.words] for key, paper in self.papers.items()}
        self.common = set(stems(answers["query"]))
        self.wrong = []  # what a report tells: (measure, what)

    def passage(self, key, first):
        """The words of the passage of a paper that begins so; [] where there is none, or several."""
        span = self.papers[key].passage(first)
        return self.papers[key].words[span[0]:span[1]] if span else []

    def is_passage(self, quote, key, first):
        return alike(texts.words(quote), self.passage(key, first) or texts.words(first))

    def have(self, theme, keys):
        """Which of these papers have the words of a theme, in any inflection."""
        return {key for key in keys if stands_in(stems(theme), self.stems[key])}

    def note(self, measure, what):
        self.wrong.append((measure, what))


def read_answers(paths, root):
    """The topics by name."""
    answers = {}
    for path in paths:
        with open(path, encoding="utf-8") as f:
            answers.update(json.load(f))
    return {name: Topic(name, of, root) for name, of in answers.items()}


def columns(topic, comparison):
    """The key of the paper of each column; None of a paper that is not of the topic."""
    keys = {}
    for key, paper in topic.answers["papers"].items():
        keys[os.path.join(topic.answers["folder"], paper["file"])] = key
    found = []
    for column in comparison["columns"]:
        path = (column["paper"] or {}).get("path") or ""
        found.append(next((key for end, key in keys.items() if path.endswith(end)), None))
    return found


def themes(topic, comparison, kind):
    """`kind` is shared, partly or single."""
    figure, keys = Figure(), columns(topic, comparison)
    beside = topic.answers["beside"]
    planted = topic.answers["themes_" + kind]
    planted = [({"words": p, "in": beside} if kind == "shared" else dict(p, **{"in": [p["in"]] if kind == "single" else p["in"]})) for p in planted]
    found = [False] * len(planted)
    for theme in comparison["themes"][kind]:
        where = {keys[i["column"]] for i in theme["in"]}
        right = False
        for n, p in enumerate(planted):
            if where == set(p["in"]) and any(same_theme(stems(theme["words"]), stems(v), topic.common) for v in p["words"]):
                right = found[n] = True
        right = right or topic.have(theme["words"], beside) == where
        figure.give(right)
        if not right:
            topic.note("themes " + kind, "wrong: %s in %s" % (theme["words"], ", ".join(map(str, where))))
    for n, p in enumerate(planted):
        figure.plant(found[n])
        if not found[n]:
            topic.note("themes " + kind, "missed: %s" % p["words"][0])
    return figure


def correspondences(topic, comparison):
    """All pairs; and, of those to be found, by how they are worded."""
    figure, keys, groups, wordings = Figure(), columns(topic, comparison), topic.answers["correspondences"], {}
    found = set()
    for pair in comparison["passages"]:
        sides = [(keys[pair[s]["column"]], pair[s]["quote"]["text"]) for s in ("here", "there")]
        of = [n for n, g in enumerate(groups) if all(key in g["passages"] and topic.is_passage(text, key, g["passages"][key]) for key, text in sides)]
        found |= {(n, frozenset(key for key, _ in sides)) for n in of}
        if not of and any(text.lower().startswith("appendix") for _, text in sides):
            continue
        figure.give(bool(of))
        if not of:
            near = any(all(key in p and topic.is_passage(text, key, p[key]) for key, text in sides) for p in topic.answers["not_corresponding"])
            topic.note("passages", "wrong%s: %s" % (" (near miss)" if near else "", " | ".join("%s: %s" % (k, t[:70]) for k, t in sides)))
    for n, group in enumerate(groups):
        for pair in itertools.combinations(group["passages"], 2):
            if not group.get("optional"):
                is_found = (n, frozenset(pair)) in found
                figure.plant(is_found)
                wordings.setdefault(group["wording"], Figure()).plant(is_found)
                if not is_found:
                    topic.note("passages", "missed: %s, %s and %s" % (group["what"], *pair))
    return figure, wordings


def positions(topic, key, text):
    """Where the words of a text stand in a paper; None where they do not."""
    sought = texts.words(text)
    places = topic.papers[key].places(sought) if key else []
    if key and not places:  # with the numbers of the paragraphs
        sought = [word for word in sought if not re.fullmatch(r"\d+\.\d+", word)]
        places = topic.papers[key].places(sought)
    return {key + " %d" % (at + i) for at in places for i in range(len(sought))} if places else None


def copied(topic, comparison):
    """By words covered, in both papers of each pair."""
    figure, keys = Figure(), columns(topic, comparison)
    planted, given = {}, {}
    for c in topic.answers["copied"]:
        planted.setdefault(frozenset(c["in"]), set()).update(*(positions(topic, key, c["text"]) for key in c["in"]))
    for c in comparison["copied"]:
        pair = frozenset(keys[c[s]["column"]] for s in ("here", "there"))
        for s in ("here", "there"):
            key, text = keys[c[s]["column"]], c[s]["quote"]["text"]
            places = positions(topic, key, text)
            if places is None:
                figure.give(False, len(texts.words(text)))
                topic.note("copied", "not in %s: %s" % (key, text[:90]))
            else:
                given.setdefault(pair, set()).update(places)
                if not places & planted.get(pair, set()):
                    topic.note("copied", "wrong: %s" % text[:90])
    for pair in set(given) | set(planted):
        g, p = given.get(pair, set()), planted.get(pair, set())
        figure.give(True, len(g & p))
        figure.give(False, len(g - p))
        figure.plant(True, len(g & p))
        figure.plant(False, len(p - g))
        if p - g:
            topic.note("copied", "missed: %d of %d words of %s" % (len(p - g), len(p), " and ".join(sorted(pair))))
    return figure


def is_half(topic, keys, texts_of, firsts):
    """Whether the text before or after holds half of the passage that begins so, or more."""
    return any(text and first and 2 * len(texts.words(text)) >= len(topic.passage(key, first)) for key, text, first in zip(keys, texts_of, firsts))


def changes(topic, comparison):
    figure, answers = Figure(), topic.answers["changes"]
    old, new = topic.answers["over_time"]
    listed = [("kept", x, x) for x in answers["kept"]] + [("reworded", b, a) for b, a in answers["reworded"]]
    listed += [("dropped", x, None) for x in answers["dropped"]] + [("added", None, x) for x in answers["added"]]
    found = [False] * len(listed)
    for change in comparison["changes"]:
        texts_of = [change[s]["quote"]["text"] if change[s] else None for s in ("before", "after")]

        def at(side, first):
            return bool(first and texts_of[side]) and topic.is_passage(texts_of[side], (old, new)[side], first)

        touched = [n for n, (_, before, after) in enumerate(listed) if at(0, before) or at(1, after)]
        if change["change"] in ("added", "dropped"):  # a sentence that went from a paragraph reworded, or came into it
            touched = [n for n in touched if listed[n][0] != "reworded" or is_half(topic, (old, new), texts_of, listed[n][1:])]
        right = [n for n in touched if listed[n][0] == change["change"] and at(0, listed[n][1]) == bool(listed[n][1]) and at(1, listed[n][2]) == bool(listed[n][2])]
        for n in right:
            found[n] = True
        if touched and not any(topic.passage((old, new)[s], first) and at(s, first) for first in answers["not_judged"] for s in (0, 1)):
            figure.give(bool(right))
            if not right:
                topic.note("changes", "wrong: %s: %s" % (change["change"], " | ".join(t[:80] for t in texts_of if t)))
    for (kind, before, after), n in zip(listed, found):
        figure.plant(n)
        if not n:
            topic.note("changes", "missed: %s: %s" % (kind, before or after))
    return figure


def is_item(topic, key, field, quote, item):
    """Whether a quote of a cell is what was expected; `item` may give several ways to print it, apart by |."""
    if field in VALUES:
        given = metrics.values(quote.get("value") or quote["text"])
        return any(v in given for one in item.split("|") for v in metrics.values(one))
    given = texts.words(quote["text"].rstrip("….").strip())
    for one in item.split("|"):
        passage = topic.passage(key, one) or texts.words(one)
        if stands_in(texts.words(one), given) or len(given) > 1 and stands_in(given, passage):
            return True
    return False


def cell(topic, key, field, expected, given):
    """`given` is the cell of the program, or None where it has no such row."""
    figure, none = Figure(), isinstance(expected, dict)
    items = expected["none_stated"] if none else expected
    quotes = given["quotes"] if given and given["state"] == "quoted" else []
    if field == "quantities":  # a number in words may be given or not
        quotes = [q for q in quotes if re.search(r"\d", q["text"])]
    if field in VALUES:  # each value once, however often the paper has it
        quotes = list({tuple(metrics.values(q.get("value") or q["text"])): q for q in quotes}.values())
    found = set()
    for quote in quotes:
        of = [item for item in items if is_item(topic, key, field, quote, item.lstrip("?"))]
        found.update(of)
        if not of or any(not item.startswith("?") for item in of):
            figure.give(bool(of))
        if not of:
            topic.note("cells", "%s %s: wrong: %s" % (key, field, (quote.get("value") or quote["text"])[:90]))
    for item in items:
        if not item.startswith("?"):
            figure.plant(item in found)
            if item not in found:
                topic.note("cells", "%s %s: missed: %s" % (key, field, item))
    if not items:
        figure.plant(not quotes)
    if not quotes and (not items or figure.planted):
        figure.give(not items)
    flag = bool(given and given["none_stated"])
    if flag or none:
        figure.give(none and flag, int(flag))
        figure.plant(none and flag, int(none))
        if flag != none:
            topic.note("cells", "%s %s: none stated: %s" % (key, field, flag))
    return figure


def cells(topic, comparisons):
    """By field, for the papers that these comparisons have in columns; each paper once."""
    figures, seen = {}, set()
    for comparison in comparisons:
        rows = {row["field"]: row["cells"] for row in comparison["rows"]}
        for at, key in enumerate(columns(topic, comparison)):
            if key is None or key in seen:
                continue
            seen.add(key)
            for field, expected in topic.answers["cells"][key].items():
                given = rows[field][at] if field in rows else None
                figures.setdefault(field, Figure()).add(cell(topic, key, field, expected, given))
    return figures
