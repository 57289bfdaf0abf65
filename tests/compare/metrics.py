"""What a comparison is worth: matching of themes and passages, and precision and recall of what was matched."""
import re

LIKE = 0.6  # so much of the shorter passage stands in the longer one
SHORT = 5   # passages of fewer words must stand in the other whole


class Figure:
    """Of what the program gave, how much is right; of what is planted, how much was found."""

    def __init__(self):
        self.right = self.given = self.found = self.planted = 0

    def give(self, right, count=1):
        self.given += count
        self.right += count if right else 0

    def plant(self, found, count=1):
        self.planted += count
        self.found += count if found else 0

    def add(self, other):
        self.right, self.given = self.right + other.right, self.given + other.given
        self.found, self.planted = self.found + other.found, self.planted + other.planted

    def precision(self):
        return self.right / self.given if self.given else 0.0

    def recall(self):
        return self.found / self.planted if self.planted else 0.0

    def f1(self):
        p, r = self.precision(), self.recall()
        return 2 * p * r / (p + r) if p + r else 0.0


def stem(word):
    """Light: plurals, possessives, -ed and -ing go. "champions'" and "champion" are one."""
    word = re.sub(r"'s?$", "", word.lower())
    for ending, stays in (("ies", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""), ("es", "e"), ("s", "")):
        if word.endswith(ending) and not word.endswith("ss") and len(word) - len(ending) >= 3:
            word = word[:len(word) - len(ending)] + stays
            break
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


def stands_in(sought, text):
    """Whether these words stand in the text, one after another."""
    size = len(sought)
    return size > 0 and any(text[i:i + size] == sought for i in range(len(text) - size + 1))


def same_theme(given, accepted, common):
    """Whether the stems of a theme are those of an accepted way to print it: one holds the other. What is `common` to the whole topic does
    not tell a theme by itself."""
    if stands_in(accepted, given):
        return True
    return stands_in(given, accepted) and bool(set(given) - common)


def alike(a, b):
    """Whether two lists of words are one passage, or parts of it: the longer holds most of the threes of words of the shorter."""
    short, long = sorted((a, b), key=len)
    if len(short) < SHORT:
        return stands_in(short, long)
    threes = [tuple(short[i:i + 3]) for i in range(len(short) - 2)]
    there = {tuple(long[i:i + 3]) for i in range(len(long) - 2)}
    return sum(t in there for t in threes) / len(threes) >= LIKE


MONTHS = "january february march april may june july august september october november december".split()


def values(text):
    """The values that a quote is normalised to: numbers as numbers, years as 2024-25, dates as ISO; both ends of a range."""
    return [v for part in re.split(r"\.\.", text.strip()) for v in [value(part)] if v]


def value(text):
    text = text.strip()
    printed = re.search(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?(%s) (\d{4})" % "|".join(MONTHS), text.lower())
    if printed:
        day, month, year = printed.groups()
        return "%s-%02d" % (year, MONTHS.index(month) + 1) + ("-%02d" % int(day) if day else "")
    if re.fullmatch(r"\d{4}(-\d\d){1,2}", text):
        return text
    year = re.fullmatch(r"(\d{4})[/-](?:\d\d)?(\d\d)", text)
    if year:
        return "-".join(year.groups())
    number = re.fullmatch(r"£?(\d[\d,]*(?:\.\d+)?)%?", text)
    return "%g" % float(number.group(1).replace(",", "")) if number else ""
