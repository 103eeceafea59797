"""Notes which public functions of the pigpio module are called; to be imported before anything that calls them."""

import inspect
import threading

import pigpio

called = set()
_depth = threading.local()


def _recorded(name, function):
    """The function, but noted in `called` when a check itself calls it."""

    def record(*args, **keywords):
        depth = getattr(_depth, "value", 0)
        if depth == 0:
            called.add(name)
        _depth.value = depth + 1
        try:
            return function(*args, **keywords)
        finally:
            _depth.value = depth

    return record


def public_functions():
    """Every public function the module has, its class pi and what callbacks offer, by name."""
    found = {name: (pigpio, name) for name, _ in inspect.getmembers(pigpio, inspect.isfunction)}
    for owner in (pigpio.pi, pigpio._callback, pigpio._event):
        for name, _ in inspect.getmembers(owner, inspect.isfunction):
            found[f"{owner.__name__.strip('_')}.{name}"] = (owner, name)
    return {label: place for label, place in found.items() if not place[1].startswith("_")}


for _label, (_owner, _name) in public_functions().items():
    setattr(_owner, _name, _recorded(_label, getattr(_owner, _name)))


def uncalled():
    """The public functions that no check called itself."""
    return sorted(name for name in public_functions() if name not in called)
