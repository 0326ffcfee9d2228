"""SOPs of every shape, made up for property tests."""

from typing import Any

from hypothesis import strategies as st

from sop_terbuka.data.model import Sop
from sop_terbuka.data.targets import ENDS

Wish = tuple[int, int, int, int]


@st.composite
def sops(draw_from: st.DrawFn) -> Sop:
    """SOPs of 3-10 actors and 1-40 steps with branches to anywhere."""
    lanes = draw_from(st.integers(3, 10))
    count = draw_from(st.integers(1, 40))
    return sop_of(lanes, draw_from(st.lists(_WISH, min_size=count, max_size=count)))


def sop_of(lanes: int, wishes: list[Wish]) -> Sop:
    """The SOP of so many actors whose steps are as wished."""
    actors = [f"p{n}" for n in range(lanes)]
    steps = [_step(n, wish, len(wishes), actors) for n, wish in enumerate(wishes)]
    return Sop.model_validate(
        {
            "id": "kota/acak",
            "nama": "Acak",
            "ringkasan": "Acak",
            "audiens": ["warga"],
            "topik": "acak",
            "status": "transkripsi",
            "biaya": {"tidak_disebut": "ya"},
            "pelaksana": [{"id": actor, "nama": actor, "pihak": "dalam"} for actor in actors],
            "langkah": steps,
            "sumber": {"berkas": "acak.txt", "baris": [1, 2]},
        }
    )


# What a step is to be: how many act, who, which kind of step, where its branches lead.
_WISH = st.tuples(
    st.sampled_from([1, 1, 1, 2, 3]), st.integers(0, 999), st.integers(0, 5), st.integers(0, 9999)
)


def _step(n: int, wish: Wish, count: int, actors: list[str]) -> dict[str, Any]:
    together, who, kind, where = wish
    chosen = [actors[(who // 7**k) % len(actors)] for k in range(together)]
    step: dict[str, Any] = {
        "id": f"l{n}",
        "kegiatan": "Kegiatan",
        "pelaksana": list(dict.fromkeys(chosen)),
    }
    following = f"l{n + 1}" if n + 1 < count else ENDS[0]
    targets = [f"l{other}" for other in range(count) if other != n] + list(ENDS)
    first, second = targets[where % 100 % len(targets)], targets[where // 100 % len(targets)]
    branches = [(following, first), (first, following), (first, second)]
    if kind < len(branches):
        yes, no = branches[kind]
        step["keputusan"] = {"pertanyaan": "Sesuai?", "ya": yes, "tidak": no}
    elif kind == len(branches):
        step["berikut"] = first
    return step
