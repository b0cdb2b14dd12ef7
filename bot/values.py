"""Dataclasses whose methods are written when they are first used.

The library compiles up to six functions for each class as the class is made. A program of six hundred such
classes pays for all of them at every start, more than a third of its own part of it, and uses some of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(
        cls=None, /, *, frozen=False, slots=False, eq=True, repr=True, kw_only=False
    ):  # a type checker reads the library's own signature
        """What `dataclasses.dataclass` makes, with its fields, `replace`, `match` and errors."""

        def made(cls):
            return _made(cls, frozen=frozen, slots=slots, eq=eq, shown=repr, kw_only=kw_only)

        return made if cls is None else made(cls)

    def _made(cls, *, frozen, slots, eq, shown, kw_only):
        own = cls.__dict__
        late = {"__init__": _init if not frozen else _frozen_init}
        if eq:
            late["__eq__"] = _eq
        if eq and frozen:
            late["__hash__"] = _hash
        given = {"__repr__": _repr} if shown else {}
        if eq and not frozen:
            given["__hash__"] = None
        if frozen:
            given |= {"__setattr__": _setattr, "__delattr__": _delattr}
        if frozen and slots:
            given |= {"__getstate__": _getstate, "__setstate__": _setstate}
        late = {name: write for name, write in late.items() if own.get(name) is None}
        given = {name: method for name, method in given.items() if name not in own}
        if not cls.__doc__:
            cls.__doc__ = cls.__name__  # else the library writes a signature there
        cls = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots, kw_only=kw_only)(cls)
        for name, method in given.items():
            setattr(cls, name, method)
        for name, write in late.items():
            setattr(cls, name, _late(cls, name, write))
        return cls

    def _late(cls, name, write):
        """Stands in for a method until it is called, also where somebody has taken it as it is."""
        method = None

        def stand_in(self, *args, **kwargs):
            nonlocal method
            if method is None:
                method = write(cls)
                if cls.__dict__[name] is stand_in:
                    setattr(cls, name, method)
            return method(self, *args, **kwargs)

        return stand_in

    def _init(cls, assigned="self.{0} = {1}"):
        known, taken, named, body = {"_object": object, "_unset": _UNSET}, [], [], []
        for one in dataclasses.fields(cls):
            value = one.name
            if one.default_factory is not dataclasses.MISSING:
                known[f"_make_{one.name}"] = one.default_factory
                value = f"_make_{one.name}()"
                if one.init:
                    value += f" if {one.name} is _unset else {one.name}"
            elif not one.init:
                if one.default is dataclasses.MISSING:
                    continue
                known[value := f"_default_{one.name}"] = one.default
            body.append(assigned.format(one.name, value))
            if one.init:
                (named if one.kw_only else taken).append(_parameter(one, known))
        if hasattr(cls, "__post_init__"):
            body.append("self.__post_init__()")
        parameters = ", ".join(("self", *taken, *(("*", *named) if named else ())))
        return _compiled(cls, "__init__", parameters, body or ["pass"], known)

    def _frozen_init(cls):
        return _init(cls, "_object.__setattr__(self, {0!r}, {1})")

    def _parameter(one, known):
        if one.default_factory is not dataclasses.MISSING:
            return f"{one.name}=_unset"
        if one.default is dataclasses.MISSING:
            return one.name
        known[f"_default_{one.name}"] = one.default
        return f"{one.name}=_default_{one.name}"

    def _eq(cls):
        compared = [one.name for one in dataclasses.fields(cls) if one.compare]
        mine, other = _listed("self", compared), _listed("other", compared)
        body = [f"return {mine} == {other} if other.__class__ is self.__class__ else NotImplemented"]
        return _compiled(cls, "__eq__", "self, other", body, {})

    def _hash(cls):
        fields = dataclasses.fields(cls)
        hashed = [one.name for one in fields if (one.compare if one.hash is None else one.hash)]
        return _compiled(cls, "__hash__", "self", [f"return hash({_listed('self', hashed)})"], {})

    def _listed(of, names):
        return "(" + "".join(f"{of}.{name}, " for name in names) + ")"

    def _compiled(cls, name, parameters, body, known):
        exec(f"def {name}({parameters}):\n " + "\n ".join(body), known)  # noqa: S102  # of field names alone
        method = known[name]
        method.__qualname__, method.__module__ = f"{cls.__qualname__}.{name}", cls.__module__
        return method

    def _repr(self):
        shown = (one.name for one in dataclasses.fields(self) if one.repr)
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in shown)})"

    def _setattr(self, name, value):
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _delattr(self, name):
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def _getstate(self):
        return [getattr(self, one.name) for one in dataclasses.fields(self)]

    def _setstate(self, state):
        for one, value in zip(dataclasses.fields(self), state, strict=True):
            object.__setattr__(self, one.name, value)

    _UNSET = object()
