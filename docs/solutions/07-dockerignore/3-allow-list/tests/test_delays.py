"""Run on the developer's machine: python -m unittest discover tests"""

import unittest

from flights.delays import on_time


class DelaysTest(unittest.TestCase):
    def test_fifteen_minutes_are_late(self):
        self.assertEqual(on_time([14, 15]), 1)
