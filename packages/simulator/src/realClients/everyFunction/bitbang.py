"""Serial, I2C and SPI made by software: on the bench an LM75 and an MCP3008."""

import pigpio
from harness import equal, part, pi, refused, until

SDA, SCL = 2, 3
CS, MISO, MOSI, SCLK = 8, 9, 10, 11
LM75 = 0x48


@part
def serial_reading():
    pi.wave_clear()
    pi.write(23, 1)
    equal(pi.bb_serial_read_open(23, 9600), 0)
    refused("GPIO already in use", pi.bb_serial_read_open, 23, 9600)
    pi.wave_add_serial(23, 9600, b"Hello")
    wave = pi.wave_create()
    pi.wave_send_once(wave)
    received = bytearray()

    def all_there():
        count, data = pi.bb_serial_read(23)
        if count > 0:
            received.extend(data)
        return len(received) >= 5

    until(all_there)
    equal(bytes(received), b"Hello")
    equal(pi.bb_serial_read(23)[0], 0)
    equal(pi.bb_serial_invert(23, 1), 0)
    refused("bit bang serial invert not 0 or 1", pi.bb_serial_invert, 23, 2)
    equal(pi.bb_serial_read_close(23), 0)
    refused("no bit bang serial read in progress on GPIO", pi.bb_serial_read_close, 23)
    refused("no bit bang serial read in progress on GPIO", pi.bb_serial_invert, 23, 0)
    equal(pi.bb_serial_read(23)[0], pigpio.PI_NOT_SERIAL_GPIO)
    pi.wave_clear()
    pi.write(23, 0)


@part
def i2c_by_software():
    equal(pi.bb_i2c_open(SDA, SCL, 50_000), 0)
    refused("GPIO already in use", pi.bb_i2c_open, SDA, SCL, 50_000)
    # 22.5 degrees: 45 halves in the upper nine bits.
    read_temperature = [4, LM75, 2, 7, 1, 0, 2, 6, 2, 3, 0]
    equal(pi.bb_i2c_zip(SDA, read_temperature), (2, bytearray(b"\x16\x80")))
    # Nobody acknowledges there.
    equal(pi.bb_i2c_zip(SDA, [4, 0x11, 2, 6, 1, 3, 0])[0], pigpio.PI_I2C_READ_FAILED)
    equal(pi.bb_i2c_zip(SDA, [3, 9])[0], pigpio.PI_BAD_I2C_CMD)
    equal(pi.bb_i2c_close(SDA), 0)
    refused("no bit bang I2C in progress on GPIO", pi.bb_i2c_close, SDA)
    equal(pi.bb_i2c_zip(SDA, [3, 0])[0], pigpio.PI_NOT_I2C_GPIO)
    refused("bad I2C baud rate, not 50-500k", pi.bb_i2c_open, SDA, SCL, 49)


@part
def spi_by_software():
    equal(pi.bb_spi_open(CS, MISO, MOSI, SCLK, 50_000, 0), 0)
    refused("GPIO already in use", pi.bb_spi_open, CS, MISO, MOSI, SCLK, 50_000, 0)
    count, (_, high, low) = pi.bb_spi_xfer(CS, [1, 0x80, 0])
    # Half of the reference voltage on channel 0.
    equal((count, (high & 3) << 8 | low), (3, 512))
    equal(pi.bb_spi_close(CS), 0)
    refused("no bit bang SPI in progress on GPIO", pi.bb_spi_close, CS)
    equal(pi.bb_spi_xfer(CS, [1])[0], pigpio.PI_NOT_SPI_GPIO)
    refused("bad SPI baud rate, not 50-500k", pi.bb_spi_open, CS, MISO, MOSI, SCLK, 49, 0)
