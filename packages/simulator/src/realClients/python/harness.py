"""What checks of Python programs share: a connection of their own that sees what the GPIOs do, and ways to wait."""

import json
import os
import threading
import time
import traceback

import pigpio

PATIENCE = 15.0
PORT = int(os.environ["PIGPIO_PORT"])
# The folder that is the root of the simulated Pi's files.
FILES = os.environ.get("PI_FILES")

parts = []


def part(check):
    """Makes a function a check of its own."""
    parts.append(check)
    return check


pi = pigpio.pi("127.0.0.1", PORT)
assert pi.connected, "not connected"

# The module derives edges from the report before, so of a GPIO nobody watched it misses or invents the first one.
# Watching all of them from the start keeps its memory right.
_watchers = [pi.callback(gpio) for gpio in range(28)]


def equal(seen, expected):
    assert seen == expected, f"expected {expected!r}, saw {seen!r}"


def near(seen, expected, tolerance):
    assert abs(seen - expected) <= tolerance, f"expected {expected} +- {tolerance}, saw {seen}"


def refused(text, call, *args):
    """The call raises pigpio.error with just this text."""
    try:
        result = call(*args)
    except pigpio.error as error:
        equal(str(error), repr(text))
    else:
        raise AssertionError(f"expected the error {text!r}, got {result!r}")


def until(condition):
    """Waits for something that comes about by itself."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.002)


def synchronise():
    """Returns when the reports of all that happened so far have been seen."""
    done = threading.Event()
    watcher = pi.event_callback(31, lambda event, tick: done.set())
    pi.event_trigger(31)
    assert done.wait(PATIENCE), "no event"
    watcher.cancel()


class Edges:
    """Collects the edges of one GPIO as (tick, level)."""

    def __init__(self, gpio, edge=pigpio.EITHER_EDGE):
        synchronise()
        self.seen = []
        self._changed = threading.Condition()
        self._callback = pi.callback(gpio, edge, self._note)

    def _note(self, gpio, level, tick):
        with self._changed:
            self.seen.append((tick, level))
            self._changed.notify()

    def wait(self, count):
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.seen) >= count, PATIENCE), f"only {self.seen}"
        return self

    def finish(self):
        """The edges as [microseconds since the first, level]."""
        synchronise()
        self._callback.cancel()
        first = self.seen[0][0] if self.seen else 0
        return [[pigpio.tickDiff(first, tick), level] for tick, level in self.seen]

    def levels(self):
        return [level for _, level in self.finish()]


def bench(device, control, value=None):
    """Moves something on the bench: a device's control, by what reads our output."""
    print("@bench", json.dumps([device, control, value]), flush=True)


def check_all():
    """Runs every check. @returns their names, and what went wrong by name"""
    problems = {}
    for check in parts:
        try:
            check()
        except BaseException:
            problems[check.__name__] = traceback.format_exc()
    return {"problems": problems, "checked": [check.__name__ for check in parts]}
