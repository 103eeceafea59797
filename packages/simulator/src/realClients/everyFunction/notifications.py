"""Callbacks, events, waits and the pipes of notifications."""

import os
import struct
import threading

import pigpio
from harness import FILES, PATIENCE, Edges, equal, part, pi, refused, synchronise, until

REPORT = struct.Struct("HHII")


@part
def callbacks():
    pi.write(4, 0)
    both, rising, falling = Edges(4), Edges(4, pigpio.RISING_EDGE), Edges(4, pigpio.FALLING_EDGE)
    for level in (1, 0, 1, 0, 1, 0):
        pi.write(4, level)
        # Two writes within one sample of 5 us would be one.
        pi.get_current_tick()
    both.wait(6)
    equal(both.levels(), [1, 0, 1, 0, 1, 0])
    equal(rising.levels(), [1, 1, 1])
    equal(falling.levels(), [0, 0, 0])
    before = len(both.seen)
    pi.write(4, 1)
    synchronise()
    equal(len(both.seen), before)
    pi.write(4, 0)


@part
def tallies():
    pi.write(4, 0)
    synchronise()
    counter = pi.callback(4)
    for _ in range(5):
        pi.gpio_trigger(4, 20, 1)
    until(lambda: counter.tally() == 5)
    counter.reset_tally()
    equal(counter.tally(), 0)
    pi.gpio_trigger(4, 20, 1)
    until(lambda: counter.tally() == 1)
    counter.cancel()
    pi.gpio_trigger(4, 20, 1)
    synchronise()
    equal(counter.tally(), 1)


@part
def events():
    seen = []
    watcher = pi.event_callback(5, lambda event, tick: seen.append((event, tick)))
    counter = pi.event_callback(6)
    before = pi.get_current_tick()
    equal(pi.event_trigger(5), 0)
    until(lambda: len(seen) == 1)
    event, tick = seen[0]
    equal(event, 5)
    # An event bears the tick of the last sample looked at, which may be a little before it.
    assert -2000 < pigpio.u2i(tick - before & 0xFFFFFFFF) < 10_000_000, (before, tick)
    pi.event_trigger(6)
    until(lambda: counter.tally() == 1)
    counter.reset_tally()
    equal(counter.tally(), 0)
    watcher.cancel()
    counter.cancel()
    pi.event_trigger(5)
    synchronise()
    equal(len(seen), 1)
    refused("bad event id", pi.event_trigger, 32)


@part
def waiting_for_edges():
    pi.write(4, 0)
    synchronise()
    seen = []
    waiter = threading.Thread(target=lambda: seen.append(pi.wait_for_edge(4, pigpio.RISING_EDGE, PATIENCE)))
    waiter.start()
    while waiter.is_alive():
        pi.gpio_trigger(4, 20, 1)
        waiter.join(0.01)
    equal(seen, [True])
    equal(pi.wait_for_edge(24, pigpio.FALLING_EDGE, 0.05), False)


@part
def waiting_for_events():
    seen = []
    waiter = threading.Thread(target=lambda: seen.append(pi.wait_for_event(7, PATIENCE)))
    waiter.start()
    while waiter.is_alive():
        pi.event_trigger(7)
        waiter.join(0.01)
    equal(seen, [True])
    equal(pi.wait_for_event(8, 0.05), False)


@part
def pipes():
    pi.write(4, 0)
    handle = pi.notify_open()
    path = f"{FILES}/dev/pigpio{handle}"
    pipe = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    received = b""

    def reports(count):
        def enough():
            nonlocal received
            try:
                received += os.read(pipe, 4096)
            except BlockingIOError:
                pass
            return len(received) >= count * REPORT.size

        until(enough)
        return list(REPORT.iter_unpack(received))

    equal(pi.notify_begin(handle, 1 << 4), 0)
    for level in (1, 0, 1, 0):
        pi.write(4, level)
        pi.get_current_tick()
    told = reports(4)
    equal([(sequence, flags, level >> 4 & 1) for sequence, flags, _, level in told], [
        (0, 0, 1), (1, 0, 0), (2, 0, 1), (3, 0, 0),
    ])
    equal(pi.notify_pause(handle), 0)
    pi.write(4, 1)
    pi.write(4, 0)
    synchronise()
    equal(pi.notify_begin(handle, 1 << 4), 0)
    synchronise()
    pi.write(4, 1)
    equal([entry[0] for entry in reports(5)], [0, 1, 2, 3, 4])
    pi.write(4, 0)
    equal(pi.notify_close(handle), 0)
    until(lambda: not os.path.exists(path))
    os.close(pipe)
    refused("unknown handle", pi.notify_begin, handle, 1)
    refused("unknown handle", pi.notify_pause, 31)
    refused("unknown handle", pi.notify_close, 31)
