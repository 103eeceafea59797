"""PWM, servo pulses, hardware PWM and clock, filters and watchdogs, as the GPIOs' edges show them."""

import pigpio
from harness import Edges, equal, near, part, pi, refused


def shape(edges):
    """Widths of the high pulses and the periods, whatever the first edge is."""
    rises = [index for index, (_, level) in enumerate(edges) if level == 1]
    widths = {edges[i + 1][0] - edges[i][0] for i in rises if i + 1 < len(edges)}
    periods = {edges[j][0] - edges[i][0] for i, j in zip(rises, rises[1:])}
    return widths, periods


@part
def pwm():
    equal(pi.set_PWM_frequency(18, 800), 800)
    equal(pi.get_PWM_frequency(18), 800)
    # The answer is the real range: the steps there are at 800 Hz and 5 us.
    equal(pi.set_PWM_range(18, 100), 250)
    equal([pi.get_PWM_range(18), pi.get_PWM_real_range(18)], [100, 250])
    edges = Edges(18)
    equal(pi.set_PWM_dutycycle(18, 25), 0)
    equal(pi.get_PWM_dutycycle(18), 25)
    edges.wait(40)
    equal(shape(edges.finish()), ({310}, {1250}))
    equal(pi.set_PWM_frequency(18, 730), 800)
    edges = Edges(18)
    equal(pi.set_PWM_frequency(18, 10_000), 8000)
    edges.wait(40)
    pi.set_PWM_dutycycle(18, 0)
    # The last pulse was cut short.
    widths, periods = shape(edges.finish()[-32:-2])
    # A quarter of 25 steps.
    equal((widths, periods), ({30}, {125}))
    equal(pi.get_PWM_dutycycle(18), 0)
    refused("dutycycle not 0-range (default 255)", pi.set_PWM_dutycycle, 18, 101)
    refused("dutycycle range not 25-40000", pi.set_PWM_range, 18, 24)
    refused("GPIO not 0-31", pi.get_PWM_frequency, 32)
    refused("GPIO is not in use for PWM", pi.get_PWM_dutycycle, 24)


@part
def servo():
    edges = Edges(12)
    equal(pi.set_servo_pulsewidth(12, 1500), 0)
    equal(pi.get_servo_pulsewidth(12), 1500)
    edges.wait(9)
    equal(shape(edges.finish()), ({1500}, {20_000}))
    edges = Edges(12)
    pi.set_servo_pulsewidth(12, 1003)
    edges.wait(9)
    # To the sample: 5 us.
    equal(shape(edges.finish()[-6:]), ({1000}, {20_000}))
    equal(pi.set_servo_pulsewidth(12, 0), 0)
    equal(pi.get_servo_pulsewidth(12), 0)
    equal(pi.read(12), 0)
    refused("pulsewidth not 0 or 500-2500", pi.set_servo_pulsewidth, 12, 499)
    refused("GPIO is not in use for servo pulses", pi.get_servo_pulsewidth, 24)


@part
def hardware_pwm():
    edges = Edges(13)
    equal(pi.hardware_PWM(13, 1000, 250_000), 0)
    edges.wait(40)
    equal([pi.get_PWM_dutycycle(13), pi.get_PWM_frequency(13)], [250_000, 1000])
    equal([pi.get_PWM_range(13), pi.get_PWM_real_range(13)], [1_000_000, 250_000])
    equal(pi.get_mode(13), pigpio.ALT0)
    widths, periods = shape(edges.finish()[1:])
    for width in widths:
        near(width, 250, 5)
    for period in periods:
        near(period, 1000, 5)
    equal(pi.hardware_PWM(13, 0, 0), 0)
    refused("GPIO has no hardware PWM", pi.hardware_PWM, 4, 1000, 0)
    refused("invalid hardware PWM frequency", pi.hardware_PWM, 13, 125_000_001, 0)
    refused("hardware PWM dutycycle not 0-1M", pi.hardware_PWM, 13, 1000, 1_000_001)
    pi.set_mode(13, pigpio.INPUT)


@part
def hardware_clock():
    equal(pi.hardware_clock(4, 10_000), 0)
    equal([pi.get_mode(4), pi.get_PWM_frequency(4), pi.get_PWM_dutycycle(4)], [pigpio.ALT0, 10_000, 500_000])
    edges = Edges(4)
    edges.wait(60)
    widths, periods = shape(edges.finish()[1:])
    for width in widths:
        near(width, 50, 5)
    for period in periods:
        near(period, 100, 5)
    equal(pi.hardware_clock(4, 0), 0)
    pi.set_mode(4, pigpio.OUTPUT)
    refused("GPIO has no hardware clock", pi.hardware_clock, 17, 10_000)
    refused("need password to use hardware clock 1", pi.hardware_clock, 5, 10_000)
    refused("invalid hardware clock frequency", pi.hardware_clock, 4, 1000)


@part
def glitch_filter():
    pi.write(23, 0)
    equal(pi.set_glitch_filter(23, 200), 0)
    edges = Edges(23)
    for _ in range(5):
        pi.gpio_trigger(23, 50, 1)
    pi.write(23, 1)
    equal(edges.wait(1).levels(), [1])
    equal(pi.set_glitch_filter(23, 0), 0)
    pi.write(23, 0)
    refused("bad filter parameter", pi.set_glitch_filter, 23, 300_001)


@part
def noise_filter():
    pi.write(23, 0)
    # Quiet for 20 ms opens a window of 1 s, in which everything is told.
    equal(pi.set_noise_filter(23, 20_000, 1_000_000), 0)
    edges = Edges(23)
    # 40 ms of silence, by the daemon's own clock.
    pulses = [pigpio.pulse(0, 0, 40_000), pigpio.pulse(1 << 23, 0, 500), pigpio.pulse(0, 1 << 23, 500)]
    pi.wave_clear()
    pi.wave_add_generic(pulses)
    wave = pi.wave_create()
    pi.wave_send_once(wave)
    equal(edges.wait(2).levels(), [1, 0])
    pi.wave_add_generic([pigpio.pulse(1 << 23, 0, 500), pigpio.pulse(0, 1 << 23, 500)])
    pi.wave_send_repeat(pi.wave_create())
    # A line that is never quiet for 300 ms has nothing to tell, until the filter goes.
    equal(pi.set_noise_filter(23, 300_000, 1_000_000), 0)
    edges = Edges(23)
    pi.wait_for_edge(23, pigpio.EITHER_EDGE, 0.05)
    equal(edges.seen, [])
    equal(pi.set_noise_filter(23, 0, 0), 0)
    edges.wait(4).finish()
    pi.wave_tx_stop()
    pi.wave_clear()
    pi.write(23, 0)
    refused("bad filter parameter", pi.set_noise_filter, 23, 300_001, 0)


@part
def watchdog():
    pi.write(27, 0)
    edges = Edges(27)
    equal(pi.set_watchdog(27, 20), 0)
    edges.wait(3)
    equal(pi.set_watchdog(27, 0), 0)
    seen = edges.finish()
    equal({level for _, level in seen}, {pigpio.TIMEOUT})
    for (before, _), (after, _) in zip(seen, seen[1:]):
        near(after - before, 20_000, 2500)
    refused("timeout not 0-60000", pi.set_watchdog, 27, 60_001)
