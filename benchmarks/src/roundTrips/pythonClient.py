# Round trips of python3-pigpio. Each line of standard input, "read SECONDS" or "write SECONDS", is answered
# with the number of round trips in a second.
import sys
import time

import pigpio

pi = pigpio.pi("127.0.0.1", int(sys.argv[1]))
if not pi.connected:
    sys.exit("could not connect")
print("ready", flush=True)

for line in sys.stdin:
    what, seconds = line.split()
    end = time.perf_counter() + float(seconds)
    begin = now = time.perf_counter()
    count = 0
    while now < end:
        for i in range(50):
            if what == "read":
                pi.read(4)
            else:
                pi.write(4, i & 1)
        count += 50
        now = time.perf_counter()
    print(count / (now - begin), flush=True)
pi.stop()
