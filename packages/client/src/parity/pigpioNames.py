"""Prints as JSON what the pigpio module of Python offers: names, values, defaults of arguments, error texts."""

import inspect
import json

import pigpio


def public(owner):
    return [name for name in dir(owner) if not name.startswith("_") and not inspect.ismodule(getattr(owner, name))]


def defaults(owner, names):
    found = {}
    for name in names:
        parameters = inspect.signature(getattr(owner, name)).parameters.values()
        given = [p.default for p in parameters if p.default is not inspect.Parameter.empty]
        if given:
            found[name] = given
    return found


numbers = {name: getattr(pigpio, name) for name in public(pigpio) if isinstance(getattr(pigpio, name), int)}
methods = public(pigpio.pi)
print(
    json.dumps(
        {
            "module": public(pigpio),
            "pi": methods,
            "callback": public(pigpio._callback),
            "event": public(pigpio._event),
            "numbers": numbers,
            "defaults": defaults(pigpio.pi, methods),
            "errors": {code: pigpio.error_text(code) for code in range(-1, -150, -1)},
        }
    )
)
