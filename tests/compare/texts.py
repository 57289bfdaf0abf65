"""Papers as words: the blocks of a file, where a passage stands, and what two papers have word for word."""
import html.parser, re

BLOCKS = {"p", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "div", "title", "ul", "ol", "table", "head", "body", "header", "footer", "nav"}
NUMBER = re.compile(r"^\s*(\(?(\d{1,2}|[a-z])[.)]|\d+\.\d+|\d{1,2}(?=\s+[A-Z]))\s+")  # of a paragraph: no word of the paper


def words(text):
    """Lower case, without punctuation; "£1.2m", "24/00318" and "council's" are one word each."""
    text = text.lower().replace("’", "'").replace("‘", "'")
    return re.findall(r"£?\w+(?:[.,/'&-]\w+)*%?", text)


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.blocks, self.hidden = [""], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in ("style", "script")
        if tag in BLOCKS:
            self.blocks.append("")
        elif tag == "br":
            self.blocks[-1] += " "

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "script")
        if tag in BLOCKS:
            self.blocks.append("")

    def handle_data(self, data):
        if not self.hidden:
            self.blocks[-1] += data


def plain_blocks(path, text):
    """The paragraphs, headings, list items and table cells of a file, in order, as text."""
    if path.endswith(".html"):
        page = Page()
        page.feed(text)
        return page.blocks
    blocks = re.split(r"\n\s*\n", text)
    if path.endswith(".md"):
        blocks = [cell for block in blocks for cell in (re.split(r"[|\n]", block) if block.startswith("|") else [block])]
        blocks = [re.sub(r"^#+ |\*\*", "", block.strip()) for block in blocks]
    return blocks


class Paper:
    """The words of a file. `blocks` are spans [begin, end) of `words`."""

    def __init__(self, path, text):
        self.path, self.words, self.blocks, self.texts = path, [], [], []
        for block in plain_blocks(path, text):
            found = words(NUMBER.sub("", block))
            if found:
                self.blocks.append((len(self.words), len(self.words) + len(found)))
                self.texts.append(" ".join(block.split()))
                self.words += found

    def places(self, sought):
        """Where these words stand one after another."""
        size = len(sought)
        return [i for i in range(len(self.words) - size + 1) if self.words[i:i + size] == sought] if size else []

    def passage(self, first):
        """The span of the passage that begins with these words, to the end of its block; None unless they stand once."""
        found = self.places(words(first))
        if len(found) != 1:
            return None
        return found[0], next(end for begin, end in self.blocks if begin <= found[0] < end)


def runs(here, there, least):
    """Words that stand one after another in both lists, as long as can be: (begin here, begin there, how many)."""
    found, before = [], {}
    at = {}
    for j, word in enumerate(there):
        at.setdefault(word, []).append(j)
    for i, word in enumerate(here):
        now = {j: before.get(j - 1, 0) + 1 for j in at.get(word, [])}
        for j, size in before.items():
            if size >= least and j + 1 not in now:
                found.append((i - size, j + 1 - size, size))
        before = now
    return found + [(len(here) - size, j + 1 - size, size) for j, size in before.items() if size >= least]
