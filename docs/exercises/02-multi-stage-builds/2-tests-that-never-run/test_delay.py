import unittest

from delay import on_time


class OnTime(unittest.TestCase):
    def test_fifteen_minutes_is_late(self):
        self.assertEqual(on_time([14, 15]), 1)

    def test_early_is_on_time(self):
        self.assertEqual(on_time([-25]), 1)


if __name__ == "__main__":
    unittest.main()
