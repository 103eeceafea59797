"""Calls every function of Debian's pigpio module on a pigpiod and prints as JSON what went wrong.

Environment: PIGPIO_PORT, and PI_FILES, the folder that is the root of that Pi's files.
"""

import json

import recorder
import harness
import gpios
import signals
import notifications
import waves
import scripts
import bitbang
import buses
import files
import ending

outcome = harness.check_all()
outcome["functions"] = sorted(recorder.public_functions())
outcome["uncalled"] = recorder.uncalled()
print(json.dumps(outcome))
