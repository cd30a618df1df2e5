"""How deep the parts of an update lie in each other, those that were taken out too."""

from bisect import bisect_right

from editorial.document.validate import MAX_DEPTH, InvalidDocument

# What two people moved around at once may lie deeper for a moment than a text does.
DEEPEST = 4 * MAX_DEPTH

Id = tuple[int, int]


class Nesting:
    """A part says what it lies in, or beside which part, with which it shares that."""

    def __init__(self) -> None:
        self._starts: dict[int, list[int]] = {}
        self._refs: dict[int, list[tuple[Id, int] | None]] = {}
        self._deeper = 0

    def note(self, client: int, clock: int, within: Id | None, beside: Id | None) -> None:
        """The part that begins there."""
        self._starts.setdefault(client, []).append(clock)
        ref = None if beside is None else (beside, 0)
        if within is not None:
            self._deeper += 1
            ref = (within, 1)
        self._refs.setdefault(client, []).append(ref)

    def judge(self) -> None:
        """Raises InvalidDocument for a chain that no text has."""
        if self._deeper <= DEEPEST:
            return
        depths: dict[Id, int] = {}
        for client, starts in self._starts.items():
            for index in range(len(starts)):
                self._measure((client, index), depths)

    def _measure(self, part: Id, depths: dict[Id, int]) -> None:
        """Follows the chain to what is known, then counts on the way back."""
        way: list[tuple[Id, int]] = []
        here: Id | None = part
        while here is not None and here not in depths:
            # A ring, which nobody can write honestly, ends here.
            depths[here] = 0
            ref = self._refs[here[0]][here[1]]
            way.append((here, 0 if ref is None else ref[1]))
            here = None if ref is None else self._part(ref[0])
        depth = 0 if here is None else depths[here]
        for one, step in reversed(way):
            depth += step
            depths[one] = depth
            if depth > DEEPEST:
                raise InvalidDocument("The text is nested too deeply.")

    def _part(self, at: Id) -> Id | None:
        """The part that holds it; None for one that is at the desk already."""
        starts = self._starts.get(at[0], [])
        index = bisect_right(starts, at[1]) - 1
        return (at[0], index) if index >= 0 else None
