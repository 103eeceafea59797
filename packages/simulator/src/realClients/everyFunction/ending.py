"""The end of a connection. To be imported last."""

import pigpio
from harness import PORT, equal, part, pi


@part
def stopping():
    other = pigpio.pi("127.0.0.1", PORT)
    equal(other.connected, True)
    other.callback(4)
    other.stop()
    equal(other.connected, False)
    equal(pi.get_pigpio_version(), 79)
