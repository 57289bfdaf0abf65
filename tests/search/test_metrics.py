#!/usr/bin/env python3
"""The metrics, against tables reckoned by hand (log2: of 2 is 1, of 3 1.58496, of 4 2, of 5 2.32193)."""
import sys, unittest

sys.dont_write_bytecode = True
import metrics

JUDGED = {"a": 3, "b": 2, "c": 1, "d": 0}


class Metrics(unittest.TestCase):
    def test_gain(self):
        self.assertEqual([metrics.gain(grade) for grade in range(4)], [0, 1, 3, 7])

    def test_dcg(self):
        rows = [
            ([], 10, 0.0),
            ([3], 10, 7.0),
            ([0, 3], 10, 7 / 1.58496),
            ([3, 2, 1], 10, 7 + 3 / 1.58496 + 1 / 2),
            ([1, 2, 3], 10, 1 + 3 / 1.58496 + 7 / 2),
            ([3, 2, 1], 2, 7 + 3 / 1.58496),  # no deeper than asked
            ([3, 2, 1], 1, 7.0),
            ([0, 0, 0, 2], 10, 3 / 2.32193),
        ]
        for grades, depth, want in rows:
            with self.subTest(grades=grades, depth=depth):
                self.assertAlmostEqual(metrics.dcg(grades, depth), want, places=4)

    def test_ndcg(self):
        best = 7 + 3 / 1.58496 + 1 / 2  # a, b, c: 9.39279
        rows = [
            ("abc", 10, 1.0),
            ("abcd", 10, 1.0),  # what is worth nothing does no harm at the end
            ("xabc", 10, (7 / 1.58496 + 3 / 2 + 1 / 2.32193) / best),  # but in front
            ("cba", 10, (1 + 3 / 1.58496 + 7 / 2) / best),
            ("a", 10, 7 / best),
            ("b", 10, 3 / best),
            ("", 10, 0.0),
            ("xyz", 10, 0.0),
            ("a", 1, 1.0),  # the best order is cut at the same depth
            ("xa", 1, 0.0),
        ]
        for hits, depth, want in rows:
            with self.subTest(hits=hits, depth=depth):
                self.assertAlmostEqual(metrics.ndcg(list(hits), JUDGED, depth), want, places=4)
        self.assertEqual(metrics.ndcg(["a"], {}, 10), 0.0)

    def test_recall(self):
        rows = [
            ("abc", 10, 1.0),  # c is of grade 1 and not asked for
            ("a", 10, 0.5),
            ("ca", 1, 0.0),
            ("ca", 2, 0.5),
            ("xxxb", 4, 0.5),
            ("", 10, 0.0),
        ]
        for hits, depth, want in rows:
            with self.subTest(hits=hits, depth=depth):
                self.assertEqual(metrics.recall(list(hits), JUDGED, depth), want)
        self.assertEqual(metrics.recall(["a"], {"a": 1}, 10), 0.0)
        self.assertEqual(metrics.recall(["a"], {"a": 1}, 10, least=1), 1.0)


if __name__ == "__main__":
    unittest.main()
