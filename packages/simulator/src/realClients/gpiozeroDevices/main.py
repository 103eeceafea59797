"""Drives gpiozero's devices with its pigpio pin factory and prints as JSON what went wrong."""

import json

import harness
import outputs
import inputs
import converters

print(json.dumps(harness.check_all()))
