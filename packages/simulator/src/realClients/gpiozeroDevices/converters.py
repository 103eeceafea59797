"""Converters on SPI: one on the hardware's lines, one on lines of its own."""

import pigpio
from gpiozero import MCP3008
from harness import equal, near, part, pi


@part
def mcp3008_by_hardware():
    with MCP3008(channel=0) as low, MCP3008(channel=1) as high:
        # A quarter and three quarters of the reference.
        equal([low.raw_value, high.raw_value], [256, 768])
        near(low.value, 0.25, 0.001)
        near(high.voltage, 3.3 * 0.75, 0.01)
        equal(pi.get_mode(11), pigpio.ALT0)
    equal(pi.get_mode(11), pigpio.INPUT)


@part
def mcp3008_by_software():
    with MCP3008(channel=0, clock_pin=6, mosi_pin=13, miso_pin=16, select_pin=5) as converter:
        equal(converter.raw_value, 512)
        equal(pi.get_mode(6), pigpio.OUTPUT)
