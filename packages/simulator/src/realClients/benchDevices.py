"""Reads the devices of the default bench as a program on a Pi would. Prints what it found as JSON."""

import json
import sys
import time

import pigpio

pi = pigpio.pi("127.0.0.1", int(sys.argv[1]))
found = {}


def on_bus(address, read):
    handle = pi.i2c_open(1, address)
    try:
        return read(handle)
    finally:
        pi.i2c_close(handle)


def answers(address):
    try:
        on_bus(address, pi.i2c_read_byte)
        return True
    except pigpio.error:
        return False


def block(address, register, count):
    return list(on_bus(address, lambda handle: pi.i2c_read_i2c_block_data(handle, register, count)[1]))


def dht22():
    """Pulls the line low, lets go, and tells the bits by the lengths of the highs."""
    edges = []
    watch = pi.callback(4, pigpio.EITHER_EDGE, lambda gpio, level, tick: edges.append((level, tick)))
    pi.write(4, 0)
    time.sleep(0.005)
    pi.set_mode(4, pigpio.INPUT)
    deadline = time.monotonic() + 5
    while len(edges) < 86 and time.monotonic() < deadline:
        time.sleep(0.01)
    watch.cancel()
    highs = [
        pigpio.tickDiff(rise, fall)
        for (level, rise), (_, fall) in zip(edges, edges[1:])
        if level == 1
    ][-40:]
    value = int("".join("1" if high > 50 else "0" for high in highs) or "0", 2)
    return list(value.to_bytes(5, "big"))


def whole_dht22():
    """Another controller reads the sensor as well: a reading that met one of its is done again."""
    for _ in range(5):
        reading = dht22()
        if sum(reading[:4]) & 0xFF == reading[4]:
            break
    return reading


found["addresses"] = [address for address in range(8, 0x78) if answers(address)]
found["thermometer"] = block(0x48, 0, 2)
found["clock"] = block(0x68, 0, 7)
found["eeprom"] = on_bus(
    0x57, lambda handle: pi.i2c_zip(handle, [4, 0x57, 2, 7, 2, 0, 0, 6, 9, 3, 0])[1].decode()
)
found["weather"] = on_bus(0x76, lambda handle: pi.i2c_read_byte_data(handle, 0xD0))
spi = pi.spi_open(0, 50000, 0)
found["adc"] = list(pi.spi_xfer(spi, [1, 0x80, 0])[1])
pi.spi_close(spi)
found["dht22"] = whole_dht22()
port = pi.serial_open("/dev/serial0", 9600)
received = b""
deadline = time.monotonic() + 20
while b"\r\n" not in received and time.monotonic() < deadline:
    time.sleep(0.1)
    count, data = pi.serial_read(port)
    received += bytes(data) if count > 0 else b""
pi.serial_close(port)
found["gps"] = received.decode(errors="replace")
pi.stop()
print(json.dumps(found))
