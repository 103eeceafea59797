"""Levels, modes, banks, pads and facts of the board."""

import time

import pigpio
from harness import PORT, Edges, equal, near, part, pi, refused


@part
def levels():
    equal(pi.write(4, 1), 0)
    equal(pi.read(4), 1)
    equal(pi.get_mode(4), pigpio.OUTPUT)
    equal(pi.write(4, 0), 0)
    equal(pi.read(4), 0)
    refused("GPIO not 0-53", pi.write, 54, 1)
    refused("GPIO not 0-53", pi.read, 54)
    refused("level not 0-1", pi.write, 4, 2)
    refused("no permission to update GPIO", pi.write, 30, 1)


@part
def modes():
    modes_of_a_pi = (
        pigpio.INPUT, pigpio.OUTPUT, pigpio.ALT0, pigpio.ALT1, pigpio.ALT2, pigpio.ALT3, pigpio.ALT4, pigpio.ALT5,
    )
    for mode in modes_of_a_pi:
        equal(pi.set_mode(17, mode), 0)
        equal(pi.get_mode(17), mode)
    equal(pi.set_mode(17, pigpio.INPUT), 0)
    refused("mode not 0-7", pi.set_mode, 17, 8)
    refused("GPIO not 0-53", pi.get_mode, 54)


@part
def pulls():
    pi.set_mode(17, pigpio.INPUT)
    equal(pi.set_pull_up_down(17, pigpio.PUD_UP), 0)
    equal(pi.read(17), 1)
    equal(pi.set_pull_up_down(17, pigpio.PUD_DOWN), 0)
    equal(pi.read(17), 0)
    equal(pi.set_pull_up_down(17, pigpio.PUD_OFF), 0)
    refused("pud not 0-2", pi.set_pull_up_down, 17, 3)


@part
def trigger():
    pi.write(23, 0)
    edges = Edges(23)
    equal(pi.gpio_trigger(23, 50, 1), 0)
    (_, rise), (width, fall) = edges.wait(2).finish()
    equal([rise, fall], [1, 0])
    near(width, 50, 10)
    pi.write(23, 1)
    edges = Edges(23)
    pi.gpio_trigger(23, 100, 0)
    equal(edges.wait(2).levels(), [0, 1])
    pi.write(23, 0)
    refused("trigger pulse length not 1-100", pi.gpio_trigger, 23, 101, 1)


@part
def banks():
    for gpio in (20, 21):
        pi.write(gpio, 0)
    equal(pi.set_bank_1(1 << 20 | 1 << 21), 0)
    equal(pi.read_bank_1() >> 20 & 3, 3)
    equal(pi.clear_bank_1(1 << 20), 0)
    equal(pi.read_bank_1() >> 20 & 3, 2)
    equal([pi.read(20), pi.read(21)], [0, 1])
    pi.clear_bank_1(1 << 21)
    # What is permitted is done all the same.
    refused("no permission to update one or more GPIO", pi.set_bank_1, 1 << 30 | 1 << 20)
    equal(pi.read(20), 1)
    refused("no permission to update one or more GPIO", pi.clear_bank_1, 1 << 30 | 1 << 20)
    equal(pi.read(20), 0)


@part
def upper_bank():
    # GPIO 48 to 53 of a Pi 3B, which its memory card is on, are high.
    equal(pi.read_bank_2() >> 16 & 0x3F, 0x3F)
    refused("no permission to update one or more GPIO", pi.set_bank_2, 1)
    refused("no permission to update one or more GPIO", pi.clear_bank_2, 1 << 21)
    equal(pi.set_bank_2(0), 0)
    equal(pi.clear_bank_2(0), 0)


@part
def pads():
    for strength in (2, 8, 16):
        equal(pi.set_pad_strength(0, strength), 0)
        equal(pi.get_pad_strength(0), strength)
    equal(pi.set_pad_strength(0, 7), 0)
    equal(pi.get_pad_strength(0), 8)
    refused("bad pad number", pi.get_pad_strength, 3)
    refused("bad pad drive strength", pi.set_pad_strength, 0, 17)


@part
def board():
    equal(pi.get_pigpio_version(), 79)
    equal(pi.get_hardware_revision(), 0xA02082)
    # Spelled so.
    equal(repr(pi), f"<pipio.pi host=127.0.0.1 port={PORT}>")


@part
def ticks():
    before, wall = pi.get_current_tick(), time.monotonic()
    time.sleep(0.05)
    after = pi.get_current_tick()
    passed = (time.monotonic() - wall) * 1e6
    # Whatever the machine does between the readings of both clocks, the daemon's are inside ours.
    assert 50_000 <= pigpio.tickDiff(before, after) <= passed + 100_000, (before, after, passed)


@part
def module_functions():
    equal(pigpio.tickDiff(4294967272, 12), 36)
    equal(pigpio.u2i(4294967272), -24)
    equal(pigpio.u2i(37), 37)
    equal(pigpio.error_text(-5), "level not 0-1")
    equal(pigpio.error_text(-9999), "unknown error (-9999)")
    equal(pigpio.xref(), None)


@part
def results_instead_of_errors():
    pigpio.exceptions = False
    try:
        equal(pi.write(54, 1), pigpio.PI_BAD_GPIO)
        equal(pi.wave_send_once(77), pigpio.PI_BAD_WAVE_ID)
    finally:
        pigpio.exceptions = True
