# What python3-pigpio does in a second. Each line of standard input is answered with one: "read SECONDS" and
# "write SECONDS" with the round trips, "callbacks SECONDS" with the edges told of GPIO 4 and the seconds of processor
# time that took.
import sys
import time

import pigpio

pi = pigpio.pi("127.0.0.1", int(sys.argv[1]))
if not pi.connected:
    sys.exit("could not connect")
print("ready", flush=True)

def callbacks(seconds):
    edges = pi.callback(4, pigpio.EITHER_EDGE)
    time.sleep(0.1)
    count, begin, cpu = edges.tally(), time.perf_counter(), time.process_time()
    time.sleep(seconds)
    taken = time.perf_counter() - begin
    count = edges.tally() - count
    cpu = time.process_time() - cpu
    edges.cancel()
    print(count / taken, cpu / taken, flush=True)


for line in sys.stdin:
    what, seconds = line.split()
    if what == "callbacks":
        callbacks(float(seconds))
        continue
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
