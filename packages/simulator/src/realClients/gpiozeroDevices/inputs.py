"""What gpiozero's input devices see of the bench: a button, a blinker, a range finder and an encoder."""

import threading

import pigpio
from gpiozero import (
    Button, DigitalInputDevice, DistanceSensor, LineSensor, MotionSensor, RotaryEncoder, SmoothedInputDevice,
)
from harness import PATIENCE, bench, equal, near, part, pi, until

BUTTON, BOUNCING, BLINKER = 17, 14, 23
TRIGGER, ECHO = 24, 25
A, B = 26, 27


@part
def button():
    pressed, released = threading.Event(), threading.Event()
    with Button(BUTTON) as key:
        equal([key.is_pressed, pi.read(BUTTON), pi.get_mode(BUTTON)], [False, 1, pigpio.INPUT])
        key.when_pressed, key.when_released = pressed.set, released.set
        bench("button", "press")
        assert pressed.wait(PATIENCE), "not pressed"
        assert released.wait(PATIENCE), "not released"
        until(lambda: not key.is_pressed)
        bench("button", "press")
        equal(key.wait_for_press(PATIENCE), True)
        equal(key.wait_for_release(PATIENCE), True)


@part
def debounced_button():
    presses = []
    done = threading.Event()
    # The contact bounces for 1.5 ms; steady for 10 ms counts.
    with Button(BOUNCING, bounce_time=0.01) as key:
        key.when_pressed = lambda: presses.append(1)
        key.when_released = done.set
        bench("bouncing", "press")
        assert done.wait(PATIENCE), "not released"
        equal(len(presses), 1)


@part
def digital_input():
    seen = []
    with DigitalInputDevice(BLINKER) as line:
        line.when_activated = lambda: seen.append(1)
        line.when_deactivated = lambda: seen.append(0)
        until(lambda: len(seen) >= 6)
        line.when_activated = line.when_deactivated = None
    assert seen[:6] in ([1, 0] * 3, [0, 1] * 3), seen


@part
def motion_sensor():
    with MotionSensor(BLINKER) as sensor:
        equal(sensor.wait_for_motion(PATIENCE), True)
        equal(sensor.wait_for_no_motion(PATIENCE), True)


@part
def line_sensor():
    seen = []
    with LineSensor(BLINKER) as sensor:
        sensor.when_line = lambda: seen.append("line")
        sensor.when_no_line = lambda: seen.append("none")
        until(lambda: {"line", "none"} <= set(seen))


@part
def smoothed_input():
    with SmoothedInputDevice(BLINKER, threshold=0.5, queue_len=20, sample_wait=0.005) as sensor:
        # Half of the time it is high: the mean of its samples is neither 0 nor 1.
        sensor._queue.start()
        until(lambda: 0.1 < sensor.value < 0.9)


@part
def distance_sensor():
    with DistanceSensor(echo=ECHO, trigger=TRIGGER, max_distance=2, queue_len=5) as sensor:
        until(lambda: 0.7 < sensor.distance < 0.9)
        near(sensor.distance, 0.8, 0.05)
        # The trigger is a pulse of the program's, the echo an input.
        equal([pi.get_mode(TRIGGER), pi.get_mode(ECHO)], [pigpio.OUTPUT, pigpio.INPUT])


@part
def rotary_encoder():
    turns = []
    with RotaryEncoder(A, B, max_steps=0) as knob:
        knob.when_rotated = lambda: turns.append(knob.steps)
        for _ in range(3):
            before = len(turns)
            bench("encoder", "clockwise")
            until(lambda: len(turns) > before)
        equal([abs(step) for step in turns], [1, 2, 3])
        bench("encoder", "counterClockwise")
        until(lambda: len(turns) == 4)
        equal(abs(turns[-1]), 2)
