"""What gpiozero's output devices make of the GPIOs, seen by a connection of our own."""

import pigpio
from gpiozero import LED, PWMLED, RGBLED, AngularServo, Buzzer, Motor, Robot, Servo, TonalBuzzer
from gpiozero.tones import Tone
from harness import Edges, equal, near, part, pi, until


def shape(edges):
    """Widths of the high pulses and the periods, whatever the first edge is."""
    rises = [index for index, (_, level) in enumerate(edges) if level == 1]
    widths = {edges[i + 1][0] - edges[i][0] for i in rises if i + 1 < len(edges)}
    periods = {edges[j][0] - edges[i][0] for i, j in zip(rises, rises[1:])}
    return widths, periods


def pulses(gpio, count=8):
    """The shape of what a GPIO does now."""
    edges = Edges(gpio)
    return shape(edges.wait(count).finish())


def become(expected, *gpios):
    """The levels come about: PWM, fully on as well, begins with the next cycle."""
    until(lambda: [pi.read(gpio) for gpio in gpios] == expected)


@part
def led():
    with LED(17) as lamp:
        equal([pi.get_mode(17), pi.read(17)], [pigpio.OUTPUT, 0])
        lamp.on()
        equal([pi.read(17), lamp.value, lamp.is_lit], [1, 1, True])
        lamp.toggle()
        equal(pi.read(17), 0)
        edges = Edges(17)
        lamp.blink(on_time=0.01, off_time=0.01, n=3, background=False)
        equal(edges.wait(6).levels(), [1, 0] * 3)
    equal(pi.get_mode(17), pigpio.INPUT)
    with LED(17, active_high=False, initial_value=True) as lamp:
        equal(pi.read(17), 0)
        lamp.off()
        equal(pi.read(17), 1)


@part
def pwm_led():
    with PWMLED(18, frequency=100) as lamp:
        equal([pi.get_PWM_frequency(18), pi.get_PWM_range(18), pi.read(18)], [100, 10_000, 0])
        lamp.value = 0.25
        equal(pi.get_PWM_dutycycle(18), 2500)
        equal(pulses(18), ({2500}, {10_000}))
        lamp.on()
        become([1], 18)
        lamp.off()
        become([0], 18)
        edges = Edges(18)
        lamp.pulse(fade_in_time=0.2, fade_out_time=0.2, n=1, background=False)
        widths, _ = shape(edges.finish())
        # Dim and bright in between.
        assert len(widths) > 3 and min(widths) < 4000 < max(widths), widths


@part
def rgb_led():
    with RGBLED(19, 20, 21) as lamp:
        lamp.color = (1, 0, 0.5)
        become([1, 0], 19, 20)
        equal(pulses(21), ({5000}, {10_000}))
        lamp.off()
        become([0, 0, 0], 19, 20, 21)
    with RGBLED(19, 20, 21, pwm=False) as lamp:
        lamp.color = (0, 1, 1)
        become([0, 1, 1], 19, 20, 21)


@part
def buzzer():
    with Buzzer(17) as horn:
        edges = Edges(17)
        horn.beep(on_time=0.01, off_time=0.01, n=2, background=False)
        equal(edges.wait(4).levels(), [1, 0, 1, 0])
        equal(pi.read(17), 0)


@part
def tonal_buzzer():
    with TonalBuzzer(22) as horn:
        horn.play(Tone("A4"))
        # pigpio has 400 and 500 Hz at its usual sample rate.
        equal(pulses(22), ({1250}, {2500}))
        horn.play(Tone("A5"))
        equal(pulses(22), ({625}, {1250}))
        horn.stop()
        equal(pi.read(22), 0)


@part
def servo():
    with Servo(12) as arm:
        for move, width in ((arm.mid, 1500), (arm.min, 1000), (arm.max, 2000)):
            move()
            widths, periods = pulses(12)
            equal(periods, {20_000})
            for seen in widths:
                near(seen, width, 5)
        arm.detach()
        equal(pi.read(12), 0)


@part
def angular_servo():
    with AngularServo(12, min_angle=-90, max_angle=90) as arm:
        arm.angle = 45
        widths, periods = pulses(12)
        equal(periods, {20_000})
        for seen in widths:
            near(seen, 1750, 5)


@part
def motor():
    with Motor(forward=20, backward=21) as wheel:
        wheel.forward()
        become([1, 0], 20, 21)
        wheel.reverse()
        become([0, 1], 20, 21)
        wheel.backward(0.5)
        become([0], 20)
        equal(pulses(21), ({5000}, {10_000}))
        wheel.stop()
        become([0, 0], 20, 21)


@part
def robot():
    with Robot(left=(19, 20), right=(21, 22), pwm=False) as car:
        car.forward()
        become([1, 0, 1, 0], 19, 20, 21, 22)
        car.left()
        become([0, 1, 1, 0], 19, 20, 21, 22)
        car.backward()
        become([0, 1, 0, 1], 19, 20, 21, 22)
        car.stop()
        become([0, 0, 0, 0], 19, 20, 21, 22)
