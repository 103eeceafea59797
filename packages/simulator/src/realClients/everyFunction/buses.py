"""I2C, SPI and serial hardware: on the bench an LM75, a 24C32, an MCP3008 and looped back serial ports."""

import pigpio
from harness import equal, part, pi, refused, until

LM75, EEPROM = 0x48, 0x57


@part
def i2c_registers():
    chip = pi.i2c_open(1, LM75)
    equal(pi.i2c_read_device(chip, 2), (2, bytearray(b"\x16\x80")))
    # A word of SMBus comes low byte first, the chip's high byte first.
    equal(pi.i2c_read_word_data(chip, 0), 0x8016)
    equal(pi.i2c_write_byte_data(chip, 1, 0x18), 0)
    equal(pi.i2c_read_byte_data(chip, 1), 0x18)
    equal(pi.i2c_write_byte(chip, 1), 0)
    equal(pi.i2c_read_byte(chip), 0x18)
    pi.i2c_write_byte_data(chip, 1, 0)
    equal(pi.i2c_write_word_data(chip, 3, 0x0028), 0)
    equal(pi.i2c_read_word_data(chip, 3), 0x0028)
    # Writes a word to the register and reads it back without a stop between.
    equal(pi.i2c_process_call(chip, 3, 0x0050), 0x0050)
    equal(pi.i2c_write_quick(chip, 0), 0)
    # Quick with a 1 would make the chip hold the line with its first bit, as a real one does.
    equal(pi.i2c_close(chip), 0)
    refused("unknown handle", pi.i2c_close, chip)
    refused("unknown handle", pi.i2c_read_byte, chip)


@part
def i2c_blocks():
    memory = pi.i2c_open(1, EEPROM)

    def settled():
        """The chip acknowledges nothing while it burns a page."""
        try:
            return pi.i2c_write_quick(memory, 0) == 0
        except pigpio.error:
            return False

    # The command is the upper byte of the place, the first data byte the lower one.
    equal(pi.i2c_write_i2c_block_data(memory, 0, [0x40, 3, 0x61, 0x62, 0x63]), 0)
    until(settled)
    equal(pi.i2c_write_device(memory, [0, 0x40]), 0)
    equal(pi.i2c_read_device(memory, 4), (4, bytearray(b"\x03abc")))
    # Bytes of a block: their number comes first on the line.
    equal(pi.i2c_write_block_data(memory, 1, [0x99]), 0)
    until(settled)
    pi.i2c_write_device(memory, [1, 1])
    equal(pi.i2c_read_device(memory, 1), (1, bytearray([0x99])))
    equal(pi.i2c_zip(memory, [7, 2, 0, 0x41, 6, 3, 0]), (3, bytearray(b"abc")))
    pi.i2c_close(memory)
    count, data = pi.i2c_read_device(memory, 1)
    equal((count, data), (pigpio.PI_BAD_HANDLE, ""))


@part
def i2c_refusals():
    refused("bad I2C bus", pi.i2c_open, 77, LM75)
    refused("bad I2C address", pi.i2c_open, 1, 0x80)
    refused("bad i2c/spi/ser open flags", pi.i2c_open, 1, LM75, 1)
    nobody = pi.i2c_open(1, 0x11)
    refused("I2C read failed", pi.i2c_read_byte, nobody)
    refused("I2C write failed", pi.i2c_write_byte, nobody, 1)
    refused("I2C write failed", pi.i2c_write_quick, nobody, 0)
    refused("I2C write failed", pi.i2c_write_quick, nobody, 1)
    refused("I2C write failed", pi.i2c_write_device, nobody, [1])
    # The Pi's controller cannot read what the device tells the length of.
    equal(pi.i2c_read_block_data(nobody, 0)[0], pigpio.PI_BAD_SMBUS_CMD)
    equal(pi.i2c_block_process_call(nobody, 0, [1])[0], pigpio.PI_I2C_READ_FAILED)
    equal(pi.i2c_read_i2c_block_data(nobody, 0, 4)[0], pigpio.PI_I2C_READ_FAILED)
    pi.i2c_close(nobody)


@part
def spi():
    chip = pi.spi_open(0, 50_000, 0)
    count, (_, high, low) = pi.spi_xfer(chip, [1, 0x80, 0])
    equal((count, (high & 3) << 8 | low), (3, 512))
    equal(pi.spi_write(chip, [1, 0x80, 0]), 3)
    # Without a start bit the chip says nothing: MOSI is low while only reading.
    count, data = pi.spi_read(chip, 4)
    equal((count, len(data)), (4, 4))
    equal(pi.spi_close(chip), 0)
    refused("unknown handle", pi.spi_close, chip)
    refused("bad SPI channel", pi.spi_open, 2, 50_000, 0)
    refused("bad SPI speed", pi.spi_open, 0, 31_999, 0)


@part
def serial_ports():
    port = pi.serial_open("/dev/ttyAMA0", 115_200)
    equal(pi.serial_data_available(port), 0)
    equal(pi.serial_write(port, b"Hello"), 0)
    until(lambda: pi.serial_data_available(port) == 5)
    equal(pi.serial_read_byte(port), ord("H"))
    equal(pi.serial_read(port, 100), (4, bytearray(b"ello")))
    equal(pi.serial_write_byte(port, 0x41), 0)
    until(lambda: pi.serial_data_available(port) == 1)
    equal(pi.serial_read(port), (1, bytearray(b"A")))
    equal(pi.serial_close(port), 0)
    refused("unknown handle", pi.serial_close, port)
    refused("bad serial baud rate", pi.serial_open, "/dev/ttyAMA0", 1234)
    refused("bad serial device name", pi.serial_open, "/etc/passwd", 9600)


@part
def slave():
    # Enabled as I2C slave at 0x13: its two lines are those of the peripheral, its FIFOs empty.
    status, count, data = pi.bsc_i2c(0x13, b"Hello")
    equal((status >> 16, count, bytes(data)), (5, 0, b""))
    equal([pi.get_mode(18), pi.get_mode(19)], [pigpio.ALT3, pigpio.ALT3])
    status, count, data = pi.bsc_xfer(0x13 << 16 | 0x305, b"")
    equal((status >> 16, count), (0, 0))
    equal(pi.bsc_i2c(0)[0], 0)
    equal([pi.get_mode(18), pi.get_mode(19)], [pigpio.INPUT, pigpio.INPUT])
