"""What an order of hits is worth. Grades: 3 what was looked for, 2 of use, 1 touches it in passing, 0 all else."""
import math


def gain(grade):
    return 2**grade - 1


def dcg(grades, depth):
    """Discounted cumulative gain of the first `depth` grades, in the order of the hits."""
    return sum(gain(grade) / math.log2(place + 2) for place, grade in enumerate(grades[:depth]))


def ndcg(hits, judged, depth):
    """The gain of the hits in their order, of the gain of the best order of all that was judged: 0 to 1.
    `hits` are ids, best first; `judged` gives the grade by id. A hit that was not judged has grade 0."""
    best = dcg(sorted(judged.values(), reverse=True), depth)
    return dcg([judged.get(hit, 0) for hit in hits], depth) / best if best else 0.0


def recall(hits, judged, depth, least=2):
    """The share of the entries of grade `least` or more that are among the first `depth` hits: 0 to 1."""
    wanted = {entry for entry, grade in judged.items() if grade >= least}
    return len(wanted & set(hits[:depth])) / len(wanted) if wanted else 0.0
