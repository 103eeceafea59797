"""Files, shell scripts and customised functions."""

import os

import pigpio
from harness import FILES, equal, part, pi, refused

NAME = "/home/pi/note.txt"


@part
def files():
    mode = pigpio.FILE_RW | pigpio.FILE_CREATE | pigpio.FILE_TRUNC
    handle = pi.file_open(NAME, mode)
    equal(pi.file_write(handle, b"Hello, Pi"), 0)
    equal(pi.file_seek(handle, 0, pigpio.FROM_START), 0)
    equal(pi.file_read(handle, 5), (5, bytearray(b"Hello")))
    equal(pi.file_seek(handle, 2, pigpio.FROM_CURRENT), 7)
    # The module packs offsets as unsigned words.
    equal(pi.file_seek(handle, -2 & 0xFFFFFFFF, pigpio.FROM_END), 7)
    equal(pi.file_read(handle, 100), (2, bytearray(b"Pi")))
    equal(pi.file_read(handle, 100)[0], 0)
    refused("bad file seek", pi.file_seek, handle, -100 & 0xFFFFFFFF, pigpio.FROM_END)
    equal(pi.file_close(handle), 0)
    with open(FILES + NAME, encoding="ascii") as written:
        equal(written.read(), "Hello, Pi")
    handle = pi.file_open(NAME, pigpio.FILE_WRITE | pigpio.FILE_APPEND)
    equal(pi.file_write(handle, "!"), 0)
    equal(pi.file_read(handle, 1)[0], pigpio.PI_FILE_NOT_ROPEN)
    pi.file_close(handle)
    equal(os.path.getsize(FILES + NAME), 10)
    refused("unknown handle", pi.file_close, handle)
    refused("unknown handle", pi.file_write, handle, b"x")
    refused("unknown handle", pi.file_seek, handle, 0, 0)


@part
def file_rights():
    refused("no permission to access file", pi.file_open, "/etc/passwd", pigpio.FILE_READ)
    refused("no permission to access file", pi.file_open, "/home/pi/../../etc/passwd", pigpio.FILE_READ)
    refused("bad file mode", pi.file_open, NAME, pigpio.FILE_APPEND)
    refused("file open failed", pi.file_open, "/home/pi/none.txt", pigpio.FILE_READ)
    refused("file is a directory", pi.file_open, "/home/pi/folder", pigpio.FILE_READ)


@part
def lists():
    count, names = pi.file_list("/home/pi/f*")
    equal((count, bytes(names)), (17, b"/home/pi/folder/\n"))
    equal(pi.file_list("/home/pi/z*")[0], pigpio.PI_NO_FILE_MATCH)
    equal(pi.file_list("/etc/p*")[0], pigpio.PI_NO_FILE_ACCESS)


@part
def shell():
    equal(pi.shell("sum", "3 4"), 7 * 256)
    equal(pi.shell("sum", "'3' \"4\""), 7 * 256)
    equal(pi.shell("none"), 32512)
    refused("bad script name", pi.shell, "../sum")


@part
def custom():
    # The daemon's samples: the largest of all, and the bytes in reverse.
    equal(pi.custom_1(3, 5, [1, 9]), 9)
    equal(pi.custom_2(0, b"hello", 10), (5, bytearray(b"olleh")))
