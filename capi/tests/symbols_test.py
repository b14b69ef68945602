#!/usr/bin/env python3
"""Compares what the shared library, or the isolated static one, exports with the list that is kept, and
looks for functions that a library inside of a host has no business with.

    symbols_test.py LIBRARY LIST
"""
import re
import subprocess
import sys
from pathlib import Path


# What ends the process, writes to its streams, or looks at or changes what is the host's.
FORBIDDEN = re.compile(r"""
    (_|quick_)?[eE]?xit | abort
    | std(in|out|err) | (__)?v?(f|d)?printf(_chk)? | f?put[cs] | putchar | perror | fwrite
    | _ZSt4c(in|out|err) | _ZSt4clog
    | (secure_)?getenv | (un)?setenv | putenv | (set|use|new)locale | _ZNSt6locale6globalERKS_
    | signal | sigaction | fork | system | chdir | umask
    | u_(init|cleanup|setDataDirectory|setMemoryFunctions)_\d+ | uloc_setDefault_\d+
    """, re.X)


def symbols(library, *options):
    output = subprocess.run(["nm", *options, library], text=True, check=True,
                            capture_output=True).stdout
    return {line.split()[-1] for line in output.splitlines() if line and not line.endswith(":")}


def forbidden(library):
    dynamic = [] if library.endswith(".a") else ["-D"]
    asked = {name.split("@")[0] for name in symbols(library, *dynamic, "--undefined-only")}
    return sorted(name for name in asked if FORBIDDEN.fullmatch(name))


def main(library, expected):
    banned = forbidden(library)
    if banned:
        print(f"no business of a library: {', '.join(banned)}")
        return 1
    wanted = set(Path(expected).read_text(encoding="ascii").split())
    if library.endswith(".a"):
        exported = symbols(library, "--extern-only", "--defined-only")
        wanted = {name.split("@@")[0] for name in wanted if "@@" in name}
        # What it asks for is from elsewhere, not from a Boost or a core of the host.
        ours = re.compile(r"skm_|_Z.*(5boost|11skillmatrix)")
        for name in sorted(symbols(library, "--undefined-only")):
            if ours.match(name):
                print(f"asked of the host: {name}")
                return 1
    else:
        # Some versions of nm write the node of versions with its own version.
        exported = {re.sub(r"^(.+)@@\1$", r"\1", name)
                    for name in symbols(library, "-D", "--defined-only")}
    for name in sorted(exported - wanted):
        print(f"exported, but not in the list: {name}")
    for name in sorted(wanted - exported):
        print(f"in the list, but not exported: {name}")
    print(f"{len(exported)} symbols")
    return 1 if exported != wanted else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
