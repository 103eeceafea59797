"""Scripts that the daemon stores and runs."""

import pigpio
from harness import Edges, equal, part, pi, refused, until

BLINK = b"ld p9 p0 tag 1 w 23 1 mics 300 w 23 0 mics 300 dcr p9 jz 2 jmp 1 tag 2"


def ready(script):
    until(lambda: pi.script_status(script)[0] != pigpio.PI_SCRIPT_INITING)
    return script


def halted(script):
    until(lambda: pi.script_status(script)[0] == pigpio.PI_SCRIPT_HALTED)


@part
def running():
    pi.write(23, 0)
    script = ready(pi.store_script(BLINK))
    edges = Edges(23)
    equal(pi.run_script(script, [4]), 0)
    edges.wait(8)
    halted(script)
    equal(edges.levels(), [1, 0] * 4)
    state, params = pi.script_status(script)
    equal((state, params[0], params[9], len(params)), (pigpio.PI_SCRIPT_HALTED, 4, 0, 10))
    # Parameters persist.
    edges = Edges(23)
    equal(pi.run_script(script), 0)
    equal(edges.wait(8).levels(), [1, 0] * 4)
    halted(script)
    equal(pi.delete_script(script), 0)


@part
def changing_parameters():
    script = ready(pi.store_script(b"tag 1 mils 1 jmp 1"))
    pi.run_script(script, [1, 2, 3])
    equal(pi.script_status(script)[0], pigpio.PI_SCRIPT_RUNNING)
    equal(pi.update_script(script, [7, 8]), 0)
    equal(pi.script_status(script)[1][:4], (7, 8, 3, 0))
    equal(pi.stop_script(script), 0)
    halted(script)
    pi.delete_script(script)
    for call in (pi.run_script, pi.update_script, pi.stop_script, pi.delete_script):
        refused("unknown script id", call, script)
    equal(pi.script_status(script)[0], pigpio.PI_BAD_SCRIPT_ID)


@part
def waiting():
    script = ready(pi.store_script(b"wait p0 sta p1"))
    pi.write(23, 0)
    pi.run_script(script, [1 << 23])
    until(lambda: pi.script_status(script)[0] == pigpio.PI_SCRIPT_WAITING)
    pi.write(23, 1)
    halted(script)
    equal(pi.script_status(script)[1][1], 1 << 23)
    pi.write(23, 0)
    pi.delete_script(script)


@part
def mistakes():
    refused("illegal script command", pi.store_script, b"nonsense")
    refused("script has duplicate tag", pi.store_script, b"tag 1 tag 1")
    refused("script has unresolved tag", pi.store_script, b"jmp 5")
    scripts = [pi.store_script(b"halt") for _ in range(32)]
    equal(scripts, list(range(32)))
    refused("no more room for scripts", pi.store_script, b"halt")
    for script in scripts:
        pi.delete_script(ready(script))
