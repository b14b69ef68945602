#!/usr/bin/env python3
"""The surface of the C API, read from its headers, and everything that is made of it.

    capi/surface.py            writes what is out of date
    capi/surface.py --check    says what is out of date, and fails if anything is

The headers are the description: one declaration a function, with its documentation above it and with
SKM_NULLABLE, SKM_OWNED and SKM_BORROWED behind the stars that they are about. Anything that this file
does not understand is an error, so nothing is left out.
"""
import argparse
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

CAPI = Path(__file__).resolve().parent
ROOT = CAPI.parent
HEADERS = CAPI / "include/skillmatrix"
NODE = "SKILLMATRIX_1.0"

PLAIN_TYPES = {"void", "char", "size_t", "int32_t", "uint8_t", "uint16_t", "uint32_t", "uint64_t",
               "int64_t", "double"}
# Structs of others, which Python sees as addresses.
FOREIGN_TYPES = {"ArrowArray", "ArrowArrayStream", "ArrowSchema"}
MARKS = {"SKM_NULLABLE": "nullable", "SKM_OWNED": "owned", "SKM_BORROWED": "borrowed"}
# What a function's documentation has to have, and an argument's.
SECTIONS = ("@par Thread class", "@par Complexity", "@since ", "@ingroup ")


class SurfaceError(Exception):
    """The headers do not have the form that is expected."""


@dataclass
class Type:
    base: str
    const: bool = False
    stars: int = 0
    nullable: bool = False
    owned: bool = False
    borrowed: bool = False

    def text(self):
        return f"{'const ' * self.const}{self.base}{' ' + '*' * self.stars if self.stars else ''}"


@dataclass
class Value:
    """An argument, or a member of a struct."""
    name: str
    type: Type


@dataclass
class Function:
    name: str
    returns: Type
    arguments: list
    doc: str
    header: str

    @property
    def brief(self):
        return self.doc.split("\n\n", 1)[0].replace("\n", " ")

    def section(self, name):
        found = re.search(rf"^@{name}[^\n]*\n?([^@]*)", self.doc, re.M)
        return " ".join(found.group(1).split()) if found else ""

    @property
    def since(self):
        return re.search(r"@since (\S+)", self.doc).group(1)

    @property
    def group(self):
        return re.search(r"@ingroup (\S+)", self.doc).group(1)


@dataclass
class Struct:
    name: str
    members: list


@dataclass
class Surface:
    constants: dict = field(default_factory=dict)  # Name -> number.
    aliases: dict = field(default_factory=dict)  # typedef of a number.
    handles: list = field(default_factory=list)
    structs: list = field(default_factory=list)
    callbacks: list = field(default_factory=list)  # Functions, as types.
    functions: list = field(default_factory=list)

    def struct(self, name):
        return next((each for each in self.structs if each.name == name), None)


# --- Reading ------------------------------------------------------------------------------------

def doc_text(comment):
    lines = [re.sub(r"^\s*\*? ?", "", line) for line in comment.strip("/*").splitlines()]
    return "\n".join(lines).strip()


def parse_type(text, where):
    words = re.findall(r"\w+|\*", text)
    kind = Type("")
    for word in words:
        if word == "*":
            kind.stars += 1
        elif word == "const":
            kind.const = True
        elif word in MARKS:
            setattr(kind, MARKS[word], True)
        elif word == "struct":
            continue
        elif not kind.base:
            kind.base = word
        else:
            raise SurfaceError(f"{where}: what is '{word}' in '{text}'?")
    return kind


def parse_value(text, where):
    found = re.fullmatch(r"(.*?)(\w+)", text.strip(), re.S)
    if not found or not found.group(1).strip():
        raise SurfaceError(f"{where}: no name in '{text}'")
    return Value(found.group(2), parse_type(found.group(1), where))


def parse_arguments(text, where):
    text = " ".join(text.split())
    return [] if text == "void" else [parse_value(each, where) for each in text.split(",")]


def parse_number(text, constants):
    text = text.strip().strip("()")
    known = {"SIZE_MAX": 2**64 - 1, "UINT32_MAX": 2**32 - 1, "UINT64_MAX": 2**64 - 1}
    if text in known:
        return known[text]
    if text in constants:
        return constants[text]
    found = re.fullmatch(r"(-?\d+|0x[0-9a-fA-F]+)[uUlL]*", text)
    return int(found.group(1), 0) if found else None


def read_header(path, surface):
    text = path.read_text(encoding="ascii")
    where = path.name
    for name, value in re.findall(r"^#define (SKM_\w+) (.+)$", text, re.M):
        number = parse_number(value, surface.constants)
        if number is not None:
            surface.constants[name] = number
    code = re.sub(r"^#define .*?[^\\]\n", "", text, flags=re.M)
    for base, name in re.findall(r"^typedef (\w+) (skm_\w+);", code, re.M):
        surface.aliases[name] = base
    for tag, name in re.findall(r"^typedef struct (skm_\w+) (skm_\w+);", code, re.M):
        if tag != name:
            raise SurfaceError(f"{where}: struct {tag} is {name}")
        surface.handles.append(name)
    for name, body in re.findall(r"^typedef struct (skm_\w+) \{(.*?)\n\} \1;", code, re.M | re.S):
        body = re.sub(r"/\*.*?\*/", "", body, flags=re.S)
        members = [parse_value(each, f"{where}: {name}") for each in body.split(";") if each.strip()]
        surface.structs.append(Struct(name, members))
    for returns, name, arguments in re.findall(
            r"^typedef ([\w *]+?)\s*\(\*(skm_\w+)\)\((.*?)\);", code, re.M | re.S):
        surface.callbacks.append(Function(name, parse_type(returns, where),
                                          parse_arguments(arguments, f"{where}: {name}"), "", where))
    count = 0
    for comment, declaration in re.findall(
            r"(/\*\*(?:(?!\*/).)*\*/)\nSKM_API (.*?) SKM_NOEXCEPT;",
            re.sub(r"\s+SKM_NOEXCEPT", " SKM_NOEXCEPT", code), re.S):
        found = re.fullmatch(r"(.*?)\b(skm_\w+)\((.*)\)", declaration, re.S)
        if not found:
            raise SurfaceError(f"{where}: what is '{declaration}'?")
        returns, name, arguments = found.groups()
        surface.functions.append(Function(name, parse_type(returns, f"{where}: {name}"),
                                          parse_arguments(arguments, f"{where}: {name}"),
                                          doc_text(comment), where))
        count += 1
    if count != len(re.findall(r"^SKM_API", code, re.M)):
        raise SurfaceError(f"{where}: a function has no documentation above it, or no SKM_NOEXCEPT")


def read_surface():
    surface = Surface()
    umbrella = (HEADERS / "skillmatrix.h").read_text(encoding="ascii")
    names = re.findall(r'#include "skillmatrix/(\w+\.h)"', umbrella)
    if sorted(names) != sorted(path.name for path in HEADERS.glob("*.h") if path.name != "skillmatrix.h"):
        raise SurfaceError("skillmatrix.h does not include every header")
    for name in names:
        read_header(HEADERS / name, surface)
    surface.functions.sort(key=lambda each: each.name)
    surface.handles.sort()
    check_surface(surface)
    return surface


def check_surface(surface):
    """The rules that a machine can see."""
    known = PLAIN_TYPES | FOREIGN_TYPES | set(surface.aliases) | set(surface.handles) | {
        each.name for each in surface.structs + surface.callbacks}
    wrong = []
    for function in surface.functions:
        for value in [*function.arguments, Value("the return value", function.returns)]:
            if value.type.base not in known:
                wrong.append(f"{function.name}: {value.name}: unknown type {value.type.base}")
        wrong += [f"{function.name}: no '{each.strip()}'" for each in SECTIONS
                  if each not in function.doc]
        documented = re.findall(r"^@param\[\w+(?:,\w+)?\] (\w+)", function.doc, re.M)
        documented += ["out_error"] * function.doc.count("@out_error")
        if documented != [each.name for each in function.arguments]:
            wrong.append(f"{function.name}: documents {documented}")
        if function.returns.base != "void" and "@return" not in function.doc:
            wrong.append(f"{function.name}: no '@return'")
        names = [each.name for each in function.arguments]
        if "out_error" in names and names[-1] != "out_error":
            wrong.append(f"{function.name}: out_error is not the last argument")
    for handle in surface.handles:
        if not any(each.name == f"{handle}_destroy" for each in surface.functions):
            wrong.append(f"{handle} has no destructor")
    if wrong:
        raise SurfaceError("\n".join(wrong))


# --- Making -------------------------------------------------------------------------------------

def version_script(surface):
    yield f"/* Written by capi/surface.py. */\n{NODE} {{\n  global:\n"
    yield from (f"    {each.name};\n" for each in surface.functions)
    yield "  local:\n    *;\n};\n"


def symbols(surface):
    yield from (f"{each.name}@@{NODE}\n" for each in surface.functions)
    yield f"{NODE}\n"


def python_type(kind, surface):
    plain = {"size_t": "c_size_t", "int32_t": "c_int32", "uint8_t": "c_uint8",
             "uint16_t": "c_uint16", "uint32_t": "c_uint32", "uint64_t": "c_uint64",
             "int64_t": "c_int64", "double": "c_double"}
    if kind.base == "void" or kind.base in FOREIGN_TYPES:
        result = None if kind.stars == 0 else "c_void_p"
        stars = max(0, kind.stars - 1)
    elif kind.base == "char" and kind.stars == 1:
        return "c_void_p"  # Never c_char_p, which forgets the size.
    else:
        base = surface.aliases.get(kind.base, kind.base)
        result, stars = plain.get(base, base), kind.stars
    for _ in range(stars):
        result = f"POINTER({result})"
    return result


def python_declarations(surface):
    yield ('"""The C API as ctypes sees it. Written by capi/surface.py: do not edit."""\n'
           "from ctypes import (CFUNCTYPE, POINTER, Structure, c_double, c_int32, c_int64, c_size_t,\n"
           "                    c_uint8, c_uint16, c_uint32, c_uint64, c_void_p)\n"
           "from typing import Any, Dict, List, Tuple\n\n")
    yield from (f"{name} = {number}\n" for name, number in surface.constants.items())
    for handle in surface.handles:
        yield f"\n\nclass {handle}(Structure):\n    \"\"\"Opaque.\"\"\"\n"
    for callback in surface.callbacks:
        types = [callback.returns, *(each.type for each in callback.arguments)]
        yield f"\n\n{callback.name} = CFUNCTYPE({', '.join(str(python_type(t, surface)) for t in types)})\n"
    for struct in surface.structs:
        yield f"\n\nclass {struct.name}(Structure):\n    _fields_ = [\n"
        for member in struct.members:
            yield f"        (\"{member.name}\", {python_type(member.type, surface)}),\n"
        yield "    ]\n"
    yield "\n"
    yield ("\n# Name, result, arguments, and the version of the API that it came with.\n"
           "FUNCTIONS: List[Tuple[str, Any, List[Any], str]] = [\n")
    for each in surface.functions:
        arguments = ", ".join(str(python_type(a.type, surface)) for a in each.arguments)
        yield (f"    (\"{each.name}\", {python_type(each.returns, surface)}, [{arguments}], "
               f"\"{each.since}\"),\n")
    yield "]\n\n# Members of each struct that the C compiler has, by name, with their offsets and sizes.\n"
    yield "STATUS_NAMES: Dict[int, str] = {\n"
    yield from (f"    {number}: \"{name}\",\n" for name, number in surface.constants.items()
                if name == "SKM_OK" or name.startswith("SKM_ERR_"))
    yield "}\n"


def reference_table(surface):
    yield ("# The functions of the C API\n\n"
           "Written by `capi/surface.py` from the headers in `capi/include/skillmatrix/`, which say more.\n")
    groups = {}
    for function in surface.functions:
        groups.setdefault(function.group, []).append(function)
    for group in sorted(groups):
        yield f"\n## {group}.h\n\n| function | what it does | complexity | since |\n|---|---|---|---|\n"
        for each in groups[group]:
            arguments = ", ".join(argument.name for argument in each.arguments)
            complexity = each.section("par Complexity")
            yield f"| `{each.name}({arguments})` | {each.brief} | {complexity} | {each.since} |\n"


C_INTRODUCTION = """/* Written by capi/surface.py. */
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "skillmatrix/skillmatrix.h"
"""


def layout_test(surface):
    """Constants and layouts, which must not change: as they were when this was written."""
    yield C_INTRODUCTION
    yield "\n#define EXPECT(name, condition) typedef char expect_##name[(condition) ? 1 : -1]\n\n"
    for name, number in surface.constants.items():
        if name in ("SKM_STRLEN",) or name.startswith("SKM_VERSION"):
            continue
        yield f"EXPECT({name}, {name} == {number}{'u' if number > 2**31 else ''});\n"
    sizes = {"size_t": 8, "int32_t": 4, "uint8_t": 1, "uint16_t": 2, "uint32_t": 4, "uint64_t": 8,
             "int64_t": 8, "double": 8}
    yield "#if UINTPTR_MAX == 0xffffffffffffffffu\n"
    alignments = dict(sizes)
    for struct in surface.structs:
        offset = 0
        alignment = 1
        for member in struct.members:
            base = surface.aliases.get(member.type.base, member.type.base)
            is_address = member.type.stars or any(base == each.name for each in surface.callbacks)
            least = 8 if is_address else alignments[base]
            alignment = max(alignment, least)
            if offset % least:
                raise SurfaceError(f"{struct.name}.{member.name}: padding before it")
            yield (f"EXPECT({struct.name}_{member.name}, "
                   f"offsetof({struct.name}, {member.name}) == {offset});\n")
            offset += 8 if is_address else sizes[base]
        if offset % alignment:
            raise SurfaceError(f"{struct.name}: padding at the end")
        yield f"EXPECT({struct.name}, sizeof({struct.name}) == {offset});\n"
        # For structs that have it as a member.
        sizes[struct.name] = offset
        alignments[struct.name] = alignment
    yield "#endif\n\nint main(void) { return 0; }\n"


def zero_of(value, surface):
    kind = value.type
    if kind.stars or any(kind.base == each.name for each in surface.callbacks):
        return "NULL"
    return f"zero_{kind.base}" if surface.struct(kind.base) else "0"


def is_handle(value, surface):
    return value.type.base in surface.handles and value.type.stars == 1


# Calls to which nothing is an argument as any other.
ANSWERS_TO_NOTHING = {"skm_status_name", "skm_text_is_blank"}


def nothing_test(surface):
    """Every call with nothing, and with handles of another kind: it has to say so, or do nothing."""
    yield C_INTRODUCTION
    yield "\nstatic int failures = 0;\n\n"
    yield ("static void expect(int is_right, const char *call) {\n"
           "  if (is_right) return;\n"
           "  printf(\"%s\\n\", call);\n  ++failures;\n}\n\n")
    yield "int main(void) {\n"
    by_value = sorted({a.type.base for f in surface.functions for a in f.arguments
                       if not a.type.stars and surface.struct(a.type.base)})
    for name in by_value:
        yield f"  {name} zero_{name};\n"
    yield "  skm_buffer *buffer = NULL;\n  skm_error *error = NULL;\n"
    for name in by_value:
        yield f"  memset(&zero_{name}, 0, sizeof(zero_{name}));\n"
    yield ("  if (skm_build_info(&buffer, NULL) != SKM_OK) return 1;\n"
           "  if (skm_build_info(NULL, &error) == SKM_OK || error == NULL) return 1;\n\n")
    for function in surface.functions:
        if not function.arguments or function.name in ANSWERS_TO_NOTHING:
            continue
        nothing = [zero_of(each, surface) for each in function.arguments]
        yield from expectation(function, nothing, surface, "SKM_OK")
        for at, argument in enumerate(function.arguments):
            if not is_handle(argument, surface):
                continue
            other = "error" if argument.type.base == "skm_buffer" else "buffer"
            given = list(nothing)
            given[at] = f"({argument.type.text()})(void *){other}"
            yield from expectation(function, given, surface, "SKM_OK")
    yield ("\n  skm_buffer_destroy(buffer);\n  skm_error_destroy(error);\n"
           "  if (failures != 0) printf(\"%d calls took nothing for something\\n\", failures);\n"
           "  return failures != 0;\n}\n")


def expectation(function, arguments, surface, fine):
    call = f"{function.name}({', '.join(arguments)})"
    told = call.replace('"', '\\"')
    kind = function.returns
    if kind.base == "void" and not kind.stars:
        yield f"  {call};\n"
    elif kind.base == "skm_status" and function.name != "skm_error_status":
        yield f"  expect({call} != {fine}, \"{told}\");\n"
    elif kind.stars:
        yield f"  expect({call} == NULL, \"{told}\");\n"
    elif surface.struct(kind.base):
        yield f"  expect({call}.size == 0, \"{told}\");\n"
    else:
        nothing = "== 0" if kind.base != "uint32_t" else "+ 1u <= 1u"  # 0, or SKM_NONE.
        yield f"  expect({call} {nothing}, \"{told}\");\n"


def sized_structs(surface):
    """Structs that begin with their size, so that they may grow."""
    return [each for each in surface.structs if each.members[0].name == "struct_size"]


def options_list(surface):
    """What options_test.cpp goes through: every struct that may grow, and every call that takes one."""
    yield ("// Written by capi/surface.py.\n#pragma once\n\n#include <cstddef>\n\n"
           "#include \"skillmatrix/skillmatrix.h\"\n\n")
    structs = sized_structs(surface)
    for title, const in (("OPTIONS", True), ("FILLED", False)):
        yield f"// Each call, and the struct that it {'reads' if const else 'fills in'}.\n"
        yield f"#define SKM_EVERY_{title}(call)"
        yield from (f" \\\n  call({function.name}, {argument.type.base})"
                    for function in surface.functions for argument in function.arguments
                    if argument.type.const == const
                    and any(argument.type.base == each.name for each in structs))
        yield "\n\n"
    yield ("namespace skillmatrix::capi_tests {\n\n"
           "/// A struct: what its INIT macro makes, and where its members end.\n"
           "template <class Struct>\nstruct Sized;\n")
    for struct in structs:
        yield (f"\ntemplate <>\nstruct Sized<{struct.name}> {{\n"
               f"  static constexpr {struct.name} initial = {struct.name.upper()}_INIT;\n"
               f"  static constexpr std::size_t ends[] = {{\n")
        yield from (f"      offsetof({struct.name}, {each.name}) + sizeof({struct.name}::{each.name}),\n"
                    for each in struct.members)
        yield "  };\n};\n"
    yield "\n}  // namespace skillmatrix::capi_tests\n"


OUTPUTS = {
    CAPI / "abi/skillmatrix.map": version_script,
    CAPI / "abi/symbols.txt": symbols,
    CAPI / "python/skillmatrix/_abi.py": python_declarations,
    CAPI / "tests/layout_test.c": layout_test,
    CAPI / "tests/nothing_test.c": nothing_test,
    CAPI / "tests/options_list.hpp": options_list,
    ROOT / "docs/c-reference.md": reference_table,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    try:
        surface = read_surface()
        made = {path: "".join(make(surface)) for path, make in OUTPUTS.items()}
    except SurfaceError as error:
        sys.exit(str(error))
    old = [path for path, text in made.items()
           if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in old:
        print(f"{path.relative_to(ROOT)}: {'out of date, run capi/surface.py' if check else 'written'}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made[path], encoding="utf-8")
    print(f"{len(surface.functions)} functions, {len(surface.handles)} handles, "
          f"{len(surface.structs)} structs, {len(surface.constants)} constants")
    return 1 if check and old else 0


if __name__ == "__main__":
    sys.exit(main())
