"""Drives a pigpiod with Debian's pigpio module and prints what it saw as JSON: one entry a function below.

Usage: pigpioModule.py PORT
"""

import json
import sys
import threading
import time

import pigpio

port = int(sys.argv[1])
pi = pigpio.pi("127.0.0.1", port)
assert pi.connected, "not connected"
PATIENCE = 5.0

# The module derives edges from the report before, so of a GPIO nobody watched it misses or invents the first one.
# Watching all of them from the start keeps its memory right.
watchers = [pi.callback(gpio) for gpio in (4, 12, 18, 23, 27)]


class Edges:
    """Collects the edges of one GPIO as [tick since the first, level]."""

    def __init__(self, gpio, edge=pigpio.EITHER_EDGE):
        self.seen = []
        self.changed = threading.Condition()
        self.callback = pi.callback(gpio, edge, self.note)

    def note(self, gpio, level, tick):
        with self.changed:
            self.seen.append((tick, level))
            self.changed.notify()

    def wait(self, count):
        with self.changed:
            self.changed.wait_for(lambda: len(self.seen) >= count, PATIENCE)

    def finish(self):
        self.callback.cancel()
        first = self.seen[0][0] if self.seen else 0
        return [[pigpio.tickDiff(first, tick), level] for tick, level in self.seen]


def facts():
    return [pi.get_pigpio_version(), pi.get_hardware_revision()]


def modes():
    pi.set_mode(17, pigpio.OUTPUT)
    before = pi.get_mode(17)
    pi.set_mode(17, pigpio.ALT5)
    after = pi.get_mode(17)
    pi.set_mode(17, pigpio.INPUT)
    pi.set_pull_up_down(17, pigpio.PUD_UP)
    pulled = pi.read(17)
    pi.set_pull_up_down(17, pigpio.PUD_DOWN)
    return [before, after, pi.get_mode(17), pulled, pi.read(17)]


def callbacks():
    pi.write(4, 0)
    time.sleep(0.01)
    time.sleep(0.05)
    edges = Edges(4)
    for i in range(10):
        pi.write(4, 1 - i % 2)
        time.sleep(0.002)
    edges.wait(10)
    return [level for _, level in edges.finish()]


def tally():
    pi.write(4, 0)
    time.sleep(0.01)
    counter = pi.callback(4, pigpio.RISING_EDGE)
    for _ in range(5):
        pi.gpio_trigger(4, 50, 1)
        time.sleep(0.002)
    end = time.time() + PATIENCE
    while counter.tally() < 5 and time.time() < end:
        time.sleep(0.005)
    counted = counter.tally()
    counter.cancel()
    return counted


def pwm():
    set_to = pi.set_PWM_frequency(18, 800)
    pi.set_PWM_range(18, 100)
    edges = Edges(18)
    pi.set_PWM_dutycycle(18, 25)
    edges.wait(100)
    answer = [set_to, pi.get_PWM_dutycycle(18), pi.get_PWM_range(18), pi.get_PWM_real_range(18)]
    pi.set_PWM_dutycycle(18, 0)
    return [answer, edges.finish()[:100]]


def servo():
    edges = Edges(12)
    pi.set_servo_pulsewidth(12, 1500)
    edges.wait(10)
    answer = pi.get_servo_pulsewidth(12)
    pi.set_servo_pulsewidth(12, 0)
    return [answer, edges.finish()[:10]]


def wave():
    pi.wave_clear()
    pi.write(23, 0)
    time.sleep(0.01)
    edges = Edges(23)
    added = pi.wave_add_generic([pigpio.pulse(1 << 23, 0, 100), pigpio.pulse(0, 1 << 23, 250)] * 20)
    facts = [added, pi.wave_get_micros(), pi.wave_get_pulses(), pi.wave_get_cbs()]
    made = pi.wave_create()
    blocks = pi.wave_send_once(made)
    edges.wait(40)
    while pi.wave_tx_busy():
        time.sleep(0.001)
    pi.wave_delete(made)
    return [facts, made, blocks, edges.finish()]


def chain():
    pi.wave_clear()
    pi.write(23, 0)
    time.sleep(0.01)
    edges = Edges(23, pigpio.RISING_EDGE)
    pi.wave_add_generic([pigpio.pulse(1 << 23, 0, 50), pigpio.pulse(0, 1 << 23, 50)])
    short = pi.wave_create()
    pi.wave_add_generic([pigpio.pulse(1 << 23, 0, 500), pigpio.pulse(0, 1 << 23, 500)])
    long = pi.wave_create()
    # Three times: two short ones, one long one and a pause of 1000 us.
    pi.wave_chain([255, 0, short, short, long, 255, 2, 232, 3, 255, 1, 3, 0])
    edges.wait(9)
    while pi.wave_tx_busy():
        time.sleep(0.001)
    pi.wave_clear()
    return [tick for tick, _ in edges.finish()]


def serial():
    pi.wave_clear()
    pi.write(23, 1)
    time.sleep(0.01)
    edges = Edges(23)
    pi.wave_add_serial(23, 9600, b"Hello")
    made = pi.wave_create()
    pi.wave_send_once(made)
    while pi.wave_tx_busy():
        time.sleep(0.001)
    time.sleep(0.02)
    pi.wave_clear()
    return edges.finish()


def events():
    seen = []
    done = threading.Event()

    def note(event, tick):
        seen.append(event)
        done.set()

    callback = pi.event_callback(5, note)
    pi.event_trigger(6)
    pi.event_trigger(5)
    done.wait(PATIENCE)
    callback.cancel()
    return seen


def watchdog():
    edges = Edges(27)
    pi.set_watchdog(27, 20)
    edges.wait(3)
    pi.set_watchdog(27, 0)
    return [level for _, level in edges.finish()[:3]]


def banks():
    for gpio in (20, 21):
        pi.set_mode(gpio, pigpio.OUTPUT)
    pi.set_bank_1(1 << 20 | 1 << 21)
    high = pi.read_bank_1() >> 20 & 3
    pi.clear_bank_1(1 << 20)
    return [high, pi.read_bank_1() >> 20 & 3, pi.read_bank_2() & 0]


def ticks():
    before, wall = pi.get_current_tick(), time.time()
    time.sleep(0.05)
    after = pi.get_current_tick()
    return abs(pigpio.tickDiff(before, after) - (time.time() - wall) * 1e6) < 20_000


def waiting():
    pi.write(4, 0)
    time.sleep(0.01)
    threading.Timer(0.05, lambda: pi.write(4, 1)).start()
    return [pi.wait_for_edge(4, pigpio.RISING_EDGE, PATIENCE), pi.wait_for_edge(4, pigpio.FALLING_EDGE, 0.05)]


def glitches():
    pi.write(4, 0)
    time.sleep(0.01)
    pi.set_glitch_filter(4, 200)
    time.sleep(0.01)
    edges = Edges(4)
    for _ in range(5):
        pi.gpio_trigger(4, 50, 1)
        time.sleep(0.002)
    pi.write(4, 1)
    edges.wait(1)
    time.sleep(0.02)
    pi.set_glitch_filter(4, 0)
    return [level for _, level in edges.finish()]


def refusals():
    texts = []
    for call in (
        lambda: pi.write(60, 1),
        lambda: pi.write(30, 1),
        lambda: pi.set_PWM_dutycycle(18, 4000),
        lambda: pi.set_servo_pulsewidth(18, 100),
        lambda: pi.wave_send_once(77),
        lambda: pi.get_PWM_dutycycle(24),
    ):
        try:
            call()
            texts.append("no error")
        except pigpio.error as error:
            texts.append(error.value)
    return texts


parts = (
    facts, modes, callbacks, tally, pwm, servo, wave, chain, serial, events, watchdog, banks, ticks, waiting,
    glitches, refusals,
)
print(json.dumps({part.__name__: part() for part in parts}))
pi.stop()
