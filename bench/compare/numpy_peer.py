"""NumPy and SciPy: the same work, on the columns that compare_batch wrote, the answers compared first.

usage: numpy_peer.py ROUNDS FOLDER
"""
import statistics
import sys
import time
from pathlib import Path

import numpy as np

try:
    import scipy
    from scipy import sparse
except ImportError:
    sparse = None

ROUNDS = int(sys.argv[1])
FOLDER = Path(sys.argv[2])
SKILLS, RATINGS, REQUIREMENTS, RANKS, BEST = 13_900, 40, 30, 8, 10


def column(name, kind, width=None):
    numbers = np.fromfile(FOLDER / name, kind)
    return numbers if width is None else numbers.reshape(-1, width)


def measure(work, who, run, scale=1, samples=1):
    """Medians of the time that passes and of the processor's, in milliseconds."""
    elapsed, processor = [], []
    for call in range(ROUNDS * samples):
        start, processor_start = time.perf_counter(), time.process_time()
        run(call)
        processor.append((time.process_time() - processor_start) * 1e3 * scale)
        elapsed.append((time.perf_counter() - start) * 1e3 * scale)
    print("time", work, who, 1, scale, statistics.median(elapsed), statistics.median(processor),
          ROUNDS * samples, sep="\t", flush=True)


def check(is_right, who):
    if not is_right:
        sys.exit(f"numpy_peer: {who} differs")


own = column("own", np.uint32)
skill = column("skill", np.uint16, RATINGS)
rank = column("rank", np.uint8, RATINGS)
required_skill = column("required_skill", np.uint16, REQUIREMENTS)
target = column("target", np.uint8, REQUIREMENTS)
total = column("total", np.uint16).astype(np.int64)
required_count = column("required_count", np.uint8)
people, role_levels = len(own), len(total)

# What a person's answer is made of, packed into one number, by requirement and rank held; see
# `Sums` in peers.hpp. Rank 0 stands for unknown here.
ranks = np.arange(RANKS)
parts = [column(name, np.float64)[:, None] for name in ("base", "by_rank", "if_below")]
flat_target = target.reshape(-1, 1)
packed = (parts[0] + parts[1] * np.minimum(ranks, flat_target) + parts[2] * (ranks < flat_target))
packed = packed.astype(np.int64)
packed[:, 0] = 0
packed = packed.reshape(role_levels, REQUIREMENTS, RANKS)


def verdicts(sums, levels):
    is_undetermined = (sums >> 40) < required_count[levels]
    return np.where((sums >> 34) & 63, 2, is_undetermined.astype(np.int64))


def answers(sums, levels):
    """As compare_batch writes them: lower, upper, gaps and verdict. Not timed."""
    upper = total[levels] - ((sums >> 14) & 0x3FFF)
    gaps = (sums >> 28) & 63
    return (sums & 0x3FFF) | upper << 16 | gaps << 32 | verdicts(sums, levels) << 40


# --- A: everybody against one role level --------------------------------------------------------

asked = [7, 100, 2_000, 9_999, 14_000]
expected = [column(f"level_{level}", np.int64) for level in asked]
code = skill.astype(np.int32) * RANKS + rank


def scan(call):
    level = asked[call % 5]
    table = np.zeros(SKILLS * RANKS, np.int64)
    for each, row in zip(required_skill[level].tolist(), packed[level]):
        table[each * RANKS:(each + 1) * RANKS] = row
    return table[code].sum(axis=1)


by_skill = np.argsort(skill.ravel(), kind="stable")
posting_person = (by_skill // RATINGS).astype(np.int32)
posting_rank = rank.ravel()[by_skill]
first = np.searchsorted(skill.ravel()[by_skill], np.arange(SKILLS + 1)).tolist()
del by_skill


def inverted(call):
    level = asked[call % 5]
    sums = np.zeros(people, np.int64)
    for each, row in zip(required_skill[level].tolist(), packed[level]):
        held = slice(first[each], first[each + 1])
        sums[posting_person[held]] += row[posting_rank[held]]
    return sums


for who, run, samples in (("NumPy, scan by table", scan, 1),
                          ("NumPy, inverted index", inverted, 20)):
    for call in range(5):
        check(np.array_equal(answers(run(call), asked[call]), expected[call]), who)
    measure("A", who, run, samples=samples)
del code, expected

# --- B: each against their own role level -------------------------------------------------------

# A byte for each role level and skill says which of the few different requirements there is.
kinds, kind = np.unique(packed.reshape(-1, RANKS), axis=0, return_inverse=True)
kinds = np.concatenate([np.zeros((1, RANKS), np.int64), kinds]).ravel()
dense = np.zeros((role_levels, SKILLS), np.uint8)
np.put_along_axis(dense, required_skill.astype(np.int64),
                  (kind.reshape(role_levels, REQUIREMENTS) + 1).astype(np.uint8), axis=1)
dense = dense.ravel()


def own_dense(_):
    found = dense[own[:, None] * np.uint32(SKILLS) + skill]
    return kinds[found * np.uint16(RANKS) + rank].sum(axis=1)


check(np.array_equal(answers(own_dense(0), own), column("own_level", np.int64)), "B")
measure("B", "NumPy, dense table of requirements", own_dense)

# --- C: the best role levels of each ------------------------------------------------------------

ranked = 10_000
best = column("ranking", np.uint32, BEST)


def best_of(sums, levels):
    """By verdict, then score, then gaps, then number: all in one number each."""
    score = (sums & 0x3FFF) / total[levels]
    key = verdicts(sums, levels) - score * 0.5  # Scores of different value differ by 1e-8 or more.
    if len(key) > 4 * BEST:
        few = np.flatnonzero(key <= np.partition(key, BEST)[BEST])
        sums, levels, key = sums[few], levels[few], key[few]
    return levels[np.lexsort((levels, (sums >> 28) & 63, key))[:BEST]]


if sparse is None:
    print("fact", "SciPy", "not installed, left out", sep="\t")
else:
    # A column for each skill and rank: a row of a person has ones, a row of skill and rank what each
    # role level gives for it. So the product has all the sums, exactly.
    ones = np.ones(ranked * RATINGS, np.int64)
    held = (skill[:ranked].astype(np.int64) * RANKS + rank[:ranked]).ravel()
    person_rows = sparse.csr_matrix((ones, held, np.arange(0, len(held) + 1, RATINGS)),
                                    shape=(ranked, SKILLS * RANKS))
    rows = (required_skill.astype(np.int64)[:, :, None] * RANKS + ranks)[:, :, 1:6].ravel()
    levels = np.repeat(np.arange(role_levels), REQUIREMENTS * 5)
    given = sparse.csr_matrix((packed[:, :, 1:6].ravel(), (rows, levels)),
                              shape=(SKILLS * RANKS, role_levels))

    def product(_, count=ranked):
        found = np.empty((count, BEST), np.int64)
        for begin in range(0, count, 500):
            sums = person_rows[begin:min(begin + 500, count)] @ given
            for row in range(sums.shape[0]):
                cells = slice(sums.indptr[row], sums.indptr[row + 1])
                found[begin + row] = best_of(sums.data[cells], sums.indices[cells])
        return found

    def product_only(_):
        for begin in range(0, ranked, 500):
            person_rows[begin:begin + 500] @ given

    check(np.array_equal(product(0), best), "C")
    measure("C", "SciPy, sparse product, then the best", product)
    measure("C", "SciPy, the sparse product alone", product_only)
    print("fact", "SciPy", scipy.__version__, sep="\t")
print("fact", "NumPy", f"{np.__version__}, Python {sys.version.split()[0]}", sep="\t")
