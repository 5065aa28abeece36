"""Counts flights that arrived on time: less than 15 minutes late."""


def on_time(minutes):
    return sum(1 for late in minutes if late < 15)


if __name__ == "__main__":
    print(f"{on_time([11, 20, 33, -18, -25, 14, 15])} of 7 on time")
