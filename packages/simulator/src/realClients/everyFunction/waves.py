"""Waves: making, sending, chaining, counting."""

import pigpio
from harness import Edges, equal, near, part, pi, refused, until

HIGH = 1 << 23


def pulses(high, low):
    return [pigpio.pulse(HIGH, 0, high), pigpio.pulse(0, HIGH, low)]


def fresh():
    pi.wave_tx_stop()
    equal(pi.wave_clear(), 0)
    pi.write(23, 0)


def idle():
    until(lambda: pi.wave_tx_busy() == 0)


@part
def building():
    fresh()
    equal(pi.wave_add_new(), 0)
    equal(pi.wave_add_generic(pulses(100, 250) * 20), 40)
    equal([pi.wave_get_micros(), pi.wave_get_pulses(), pi.wave_get_cbs()], [7000, 40, 80])
    equal([pi.wave_get_max_micros(), pi.wave_get_max_pulses(), pi.wave_get_max_cbs()], [1_800_000_000, 12_000, 25_016])
    # Added from the start on: what is due at the same moment is one pulse.
    equal(pi.wave_add_generic([pigpio.pulse(1 << 24, 0, 50), pigpio.pulse(0, 1 << 24, 50)]), 41)
    equal(pi.wave_add_new(), 0)
    refused("attempt to create an empty waveform", pi.wave_create)
    refused("no permission to update one or more GPIO", pi.wave_add_generic, [pigpio.pulse(1 << 30, 0, 10)])
    pi.wave_add_new()


@part
def sending_once():
    fresh()
    pi.wave_add_generic(pulses(100, 250) * 20)
    wave = pi.wave_create()
    equal(wave, 0)
    edges = Edges(23)
    equal(pi.wave_send_once(wave), 81)
    edges.wait(40)
    idle()
    equal(pi.wave_tx_at(), pigpio.NO_TX_WAVE)
    equal(edges.finish(), [[(i // 2) * 350 + (i % 2) * 100, 1 - i % 2] for i in range(40)])
    equal(pi.wave_delete(wave), 0)
    refused("non existent wave id", pi.wave_send_once, wave)
    refused("non existent wave id", pi.wave_delete, wave)


@part
def sending_again_and_again():
    fresh()
    pi.wave_add_generic(pulses(200, 300))
    wave = pi.wave_create()
    edges = Edges(23)
    equal(pi.wave_send_repeat(wave), 5)
    equal([pi.wave_tx_busy(), pi.wave_tx_at()], [1, wave])
    edges.wait(100)
    equal(pi.wave_tx_stop(), 0)
    equal([pi.wave_tx_busy(), pi.wave_tx_at()], [0, pigpio.NO_TX_WAVE])
    equal(edges.finish()[:100], [[(i // 2) * 500 + (i % 2) * 200, 1 - i % 2] for i in range(100)])
    pi.write(23, 0)
    refused("non existent wave id", pi.wave_send_repeat, 9)


@part
def sending_in_step():
    fresh()
    pi.wave_add_generic(pulses(1000, 1000))
    slow = pi.wave_create()
    pi.wave_add_generic(pulses(100, 100))
    fast = pi.wave_create()
    edges = Edges(23)
    equal(pi.wave_send_using_mode(slow, pigpio.WAVE_MODE_REPEAT), 5)
    edges.wait(4)
    equal(pi.wave_send_using_mode(fast, pigpio.WAVE_MODE_REPEAT_SYNC), 5)
    until(lambda: pi.wave_tx_at() == fast)
    edges.wait(len(edges.seen) + 40)
    pi.wave_tx_stop()
    seen = edges.finish()
    gaps = [after - before for (before, _), (after, _) in zip(seen, seen[1:])]
    # Whole cycles of the one, then whole cycles of the other, without a gap.
    change = gaps.index(100)
    equal(set(gaps[:change]), {1000})
    equal(set(gaps[change:-1]), {100})
    equal(change % 2, 0)
    # A synchronised wave that is the one sent last, and has ended, would link to itself.
    for wave, mode, width in ((fast, pigpio.WAVE_MODE_ONE_SHOT, 100), (slow, pigpio.WAVE_MODE_ONE_SHOT_SYNC, 1000)):
        pi.write(23, 0)
        edges = Edges(23)
        equal(pi.wave_send_using_mode(wave, mode), 5)
        equal(edges.wait(2).finish(), [[0, 1], [width, 0]])
        idle()
    refused("waveform mode not 0-1", pi.wave_send_using_mode, slow, 4)


@part
def padding():
    fresh()
    pi.wave_add_generic(pulses(100, 100))
    padded = pi.wave_create_and_pad(10)
    equal(padded, 0)
    edges = Edges(23)
    # A tenth of the control blocks there are, instead of 5.
    near(pi.wave_send_once(padded), 2384, 2)
    equal(edges.wait(2).finish(), [[0, 1], [100, 0]])
    idle()
    equal(pi.wave_delete(padded), 0)
    pi.wave_add_generic(pulses(100, 100))
    refused("bad i2c/spi/ser parameter", pi.wave_create_and_pad, 101)
    pi.wave_clear()


@part
def serial_waves():
    fresh()
    pi.write(23, 1)
    # 5 characters of 10 bits: start bit, bits that change, stop bit.
    added = pi.wave_add_serial(23, 9600, b"Hello")
    assert added > 20, added
    near(pi.wave_get_micros(), 51 * 1e6 / 9600, 110)
    wave = pi.wave_create()
    edges = Edges(23)
    pi.wave_send_once(wave)
    idle()
    equal(read_serial(edges.finish(), 9600), b"Hello")
    refused("baud rate not 50-250000(RX)/1000000(TX)", pi.wave_add_serial, 23, 49, b"x")
    refused("serial data bits not 1-32", pi.wave_add_serial, 23, 9600, b"x", 0, 33)
    refused("no permission to update GPIO", pi.wave_add_serial, 30, 9600, b"x")
    pi.wave_clear()
    pi.write(23, 0)


def read_serial(edges, baud):
    """What a receiver makes of the edges: 8 bits, least significant first, start bit low."""
    def level_at(time):
        return next((level for tick, level in reversed(edges) if tick <= time), 1)

    bit = 1e6 / baud
    codes = []
    start = next(tick for tick, level in edges if level == 0)
    end = edges[-1][0]
    while start < end:
        codes.append(sum(level_at(start + (i + 1.5) * bit) << i for i in range(8)))
        start = next((tick for tick, level in edges if level == 0 and tick > start + 9.5 * bit), end)
    return bytes(codes)


@part
def chains():
    fresh()
    pi.wave_add_generic(pulses(50, 50))
    short = pi.wave_create()
    pi.wave_add_generic(pulses(500, 500))
    long = pi.wave_create()
    edges = Edges(23, pigpio.RISING_EDGE)
    # Three times: two short ones, one long one and a pause of 1000 us.
    equal(pi.wave_chain([255, 0, short, short, long, 255, 2, 232, 3, 255, 1, 3, 0]), 0)
    edges.wait(9)
    idle()
    seen = [tick for tick, _ in edges.finish()]
    expected = [turn * 2200 + offset for turn in range(3) for offset in (0, 100, 200)]
    for tick, wanted in zip(seen, expected):
        # Each entry of a chain may take the machine a few microseconds more.
        near(tick, wanted, 100)
    equal(len(seen), 9)
    refused("non existent wave id", pi.wave_chain, [77])
    refused("bad chain command", pi.wave_chain, [short, 255, 9])
    pi.wave_clear()


@part
def removed_functions():
    refused("deprecated function removed", pi.wave_tx_start)
    refused("deprecated function removed", pi.wave_tx_repeat)
