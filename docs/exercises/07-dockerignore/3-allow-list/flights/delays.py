"""Late is who arrives 15 minutes after the plan, or more."""


def on_time(minutes):
    return sum(late < 15 for late in minutes)
