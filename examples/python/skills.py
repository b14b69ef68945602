# %% [markdown]
# # A team and its skills
#
# A notebook as a script: editors and Jupytext show the cells, `python3 skills.py` runs all of them. It needs
# the package `skillmatrix` alone; where matplotlib, pyarrow, pandas or polars are there, it uses them, and where
# not it says so and prints text.

# %%
from __future__ import annotations

import datetime
import importlib
import math
import textwrap
from pathlib import Path

import skillmatrix as skm

DATA = Path("../data")
PLOTS = Path("plots")  # Where the plots go.
LANGUAGES = "en"  # Of the reader, best first: "de-AT, de, en".
AS_OF = datetime.date(2026, 6, 1)  # What has expired by this day does not count.


def optional(name):
    """A module, or None, which is said."""
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"({name} is not there: text, or nothing, in its place)")
        return None


pyplot = optional("matplotlib.pyplot")

# %% [markdown]
# ## Load
#
# A framework is checked as a whole: what is wrong with it comes as one exception with all findings. Of people, bad
# lines are set aside and reported.

# %%
try:
    matrix = skm.Matrix(skm.Framework.load(DATA / "ai-engineering.json"))
except skm.InputError as error:
    raise SystemExit("\n".join(map(str, error.diagnostics)))
reader = skm.Reader(matrix, LANGUAGES)
language = reader.language
people = skm.Profiles.load(DATA / "people.ndjson")
roster = skm.Roster(matrix, people, skm.RosterOptions(as_of=AS_OF))
for finding in people.diagnostics + roster.diagnostics:
    print(finding)
print(f"{matrix.id} {matrix.version}: {len(matrix.skills)} skills, {len(matrix.role_levels)} role levels,"
      f" {len(roster.people)} people")


def title(thing):
    return str(reader.title(thing))


def role_level_title(level):
    return language.message("role_level.title", level=title(level), role=title(level.role))


def level_title(skill, rank):
    """What a rank of a skill is called; None is not known."""
    if rank is None:
        return language.message("level.unknown")
    return str(reader.level_text(matrix.scale(skill), rank)) if rank else language.message("level.none")


def verdict_text(scored):
    return language.message(f"verdict.{scored.verdict}")


# %% [markdown]
# ## One person against a role level

# %%
person = people[0]
gap = matrix.gap(person, matrix.role_level(person.role, person.level), as_of=AS_OF, threshold="4/5")
lower, upper = (f"{language.percent(score)} ({score})" for score in (gap.lower, gap.upper))
print(language.message("gap.title", person=person.name, target=role_level_title(gap.role_level)))
print(f"{verdict_text(gap)}: {lower} – {upper}")
for each in gap.raises:
    print("  " + language.message("gap.raise", skill=title(each.skill), to=level_title(each.skill, each.to_rank),
                                  **{"from": level_title(each.skill, each.from_rank)}))
print(language.message("gap.cover_threshold", score=language.percent(gap.threshold.threshold)))
print("  " + language.message("gap.threshold_levels", count=gap.threshold.levels, fraction=str(gap.threshold.lower),
                              score=language.percent(gap.threshold.lower)))
gap.page(reader)  # In a notebook, a table.

# %% [markdown]
# ## The role levels that suit them best

# %%
for match in matrix.match(person, as_of=AS_OF, limit=3):
    print(f"{role_level_title(match.role_level):30} {verdict_text(match):13} {language.percent(match.lower):>7}"
          f" – {language.percent(match.upper)}")

# %% [markdown]
# ## A radar of the gap
#
# What is expected is a line, what is held an area. A skill that nobody assessed, or whose rating has expired, is no
# zero: it has a mark of its own, and the area leaves it out. The colours are those of Okabe and Ito, which can be told
# apart by people who see few colours; the shapes say the same.

# %%
BLUE, ORANGE, GREY = "#0072B2", "#D55E00", "#666666"
STATES = {  # What the states of cells look like: a marker, a colour.
    "met": ("o", BLUE), "exceeded": ("^", BLUE), "gap": ("v", ORANGE), "unknown": ("X", GREY), "expired": ("P", GREY)}


def wrapped(text, width=16):
    return "\n".join(textwrap.wrap(text, width, break_long_words=False))


def save(figure, name):
    PLOTS.mkdir(exist_ok=True)
    figure.savefig(PLOTS / name, dpi=150)
    print(f"{PLOTS / name} is there")


def plot_radar(gap):
    cells = sorted(gap, key=lambda cell: language.sort_key(title(cell.skill)))
    scale = matrix.scale(cells[0].skill)  # All skills of the sample are on one.
    angles = [2 * math.pi * place / len(cells) for place in range(len(cells))]
    figure, axes = pyplot.subplots(figsize=(9.5, 8), subplot_kw={"projection": "polar"}, layout="constrained")
    axes.set_theta_zero_location("N")
    axes.set_theta_direction(-1)
    axes.set_ylim(0, len(scale.levels))
    axes.set_yticks(range(1, len(scale.levels) + 1), [])
    axes.set_xticks(angles, [])
    for angle, cell in zip(angles, cells):  # Names stand outside, to their side of the circle.
        side = math.sin(angle)
        axes.text(angle, len(scale.levels) + 0.25, wrapped(title(cell.skill)), fontsize=11, va="center",
                  ha="center" if abs(side) < 0.1 else "left" if side > 0 else "right")
    axes.grid(color="#D0D0D0")
    axes.set_axisbelow(True)
    axes.spines["polar"].set_visible(False)

    for place in range(len(cells)):  # The area between two neighbours of which both are known.
        pair = [place, (place + 1) % len(cells)]
        if all(cells[at].held is not None for at in pair):
            corners = [angles[at] for at in pair], [cells[at].held for at in pair]
            axes.fill([0, *corners[0]], [0, *corners[1]], color=BLUE, alpha=0.18, linewidth=0)
            axes.plot(*corners, color=BLUE, linewidth=2)
    expected = [max(cell.expected, 1) for cell in cells]  # At no stated level: any will do.
    axes.plot([*angles, angles[0]], [*expected, expected[0]], color="black", linestyle=(0, (4, 2)), linewidth=1.6,
              label=language.message("column.expected"))
    for state, (marker, colour) in STATES.items():
        places = [place for place, cell in enumerate(cells) if cell.state == state]
        if places:
            axes.scatter([angles[at] for at in places], [cells[at].held or 0.22 for at in places], s=110, zorder=3,
                         marker=marker, color=colour, edgecolor="white", label=language.message(f"state.{state}"))
    between = -math.pi / len(cells)  # Names of levels stand on a ray that no skill has, below all lines.
    for level in range(1, len(scale.levels) + 1):
        axes.text(between, level, str(reader.level_text(scale, level)), fontsize=9, color=GREY, ha="center", va="center",
                  zorder=1.5, bbox={"facecolor": "white", "edgecolor": "none", "pad": 1})
    axes.set_title(f"{gap.person.name}: {role_level_title(gap.role_level)}", fontsize=15, pad=36)
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.06), ncol=6, frameon=False, fontsize=11)
    return figure


def print_radar(gap):
    for cell in gap:
        held = "?" if cell.held is None else "#" * cell.held
        bar = f"{held:.<{len(matrix.scale(cell.skill).levels)}}"
        bar = bar[:max(cell.expected, 1)] + "|" + bar[max(cell.expected, 1):]
        print(f"  {title(cell.skill):30} {bar}  {language.message('state.' + cell.state)}")


if pyplot:
    save(plot_radar(gap), "radar.png")
else:
    print("Held (#), and what is expected (|):")
    print_radar(gap)

# %% [markdown]
# ## A heat map of the team
#
# Who holds which skill at which level. Where nothing is known the cell is grey, which is no colour of a level. A frame
# is where a person's own role level requires more than that.

# %%


def short_of(person):
    """The skills that the person's own role level requires and that are missing, or not known."""
    level = roster.own_role_level(person)
    return {each.skill for each in matrix.gap(person, level, roster).raises} if level else set()


def team():
    """The skills that anybody was assessed for or needs, by title; and who is short of them."""
    short = {person: short_of(person) for person in roster.people}
    seen = {skill for skill in matrix.skills
            for person in roster.people if roster.rank(person, skill) is not None or skill in short[person]}
    return sorted(seen, key=lambda skill: language.sort_key(title(skill))), short


def plot_heat_map(skills, short):
    scale = matrix.scale(skills[0])
    names = {each.id: each.name for each in people}
    ranks = [[roster.rank(person, skill) for person in roster.people] for skill in skills]
    levels = range(1, len(scale.levels) + 1)
    colours = pyplot.get_cmap("YlGnBu", len(levels) + 1)
    figure, axes = pyplot.subplots(figsize=(9.5, 0.3 * len(skills) + 2.6), layout="constrained")
    axes.set_facecolor("#F2F2F2")
    image = axes.imshow([[math.nan if rank is None else rank for rank in row] for row in ranks], cmap=colours,
                        vmin=-0.5, vmax=len(levels) + 0.5, aspect="auto")
    axes.set_xticks(range(len(roster.people)), [wrapped(names[person.id], 10) for person in roster.people])
    axes.xaxis.tick_top()
    axes.set_yticks(range(len(skills)), [title(skill) for skill in skills])
    axes.set_xticks([at - 0.5 for at in range(1, len(roster.people))], minor=True)
    axes.set_yticks([at - 0.5 for at in range(1, len(skills))], minor=True)
    axes.grid(which="minor", color="white", linewidth=2)
    axes.tick_params(which="both", length=0)
    axes.spines[:].set_visible(False)
    for row, skill in enumerate(skills):
        for column, person in enumerate(roster.people):
            rank = ranks[row][column]
            if rank:
                axes.text(column, row, str(reader.level_text(scale, rank, "label")), fontsize=9, ha="center", va="center",
                          color="white" if rank > len(levels) / 2 else "black")
            if skill in short[person]:
                axes.add_patch(pyplot.Rectangle((column - 0.46, row - 0.42), 0.92, 0.84, fill=False, edgecolor=ORANGE,
                                                linewidth=2.2))
    bar = figure.colorbar(image, ticks=range(len(levels) + 1), shrink=0.4, anchor=(0, 1))
    bar.ax.set_yticklabels([language.message("level.none"),
                            *(f"{reader.level_text(scale, level, 'label')}  {reader.level_text(scale, level)}"
                              for level in levels)])
    bar.ax.tick_params(length=0)
    bar.outline.set_visible(False)
    frame = pyplot.Rectangle((0, 0), 1, 1, fill=False, edgecolor=ORANGE, linewidth=2.2)
    unknown = pyplot.Rectangle((0, 0), 1, 1, facecolor="#F2F2F2")
    axes.legend([frame, unknown], [language.message("gap.cover"), language.message("level.unknown")], frameon=False,
                ncol=2, loc="upper center", bbox_to_anchor=(0.5, 0))
    return figure


def print_heat_map(skills, short):
    print(" " * 33 + "  ".join(person.id for person in roster.people))
    for skill in skills:
        ranks = [(roster.rank(person, skill), "!" if skill in short[person] else " ") for person in roster.people]
        print(f"  {title(skill):30} " + "".join(f"{'.' if rank is None else rank:>5}{mark} " for rank, mark in ranks))


if pyplot:
    save(plot_heat_map(*team()), "heat-map.png")
else:
    print("Ranks held; . is not known, ! is short of what the own role level requires:")
    print_heat_map(*team())

# %% [markdown]
# ## Everybody at once
#
# A batch gives columns, which Arrow, pandas and polars take without a copy of the scores. Scores are whole numbers of
# units, so that they stay exact: divide by the column `total` at the end.

# %%
plan = skm.Plan(matrix)
target = matrix.role_level("nlp-engineer", "junior")
scores = skm.Scores(plan, roster, target, threads=2)
print(f"{role_level_title(target)}, the best first:")
pyarrow, pandas, polars = map(optional, ("pyarrow", "pandas", "polars"))
if pyarrow:
    batch = pyarrow.record_batch(scores)
    print(f"Arrow: {batch.num_rows} rows of {', '.join(batch.schema.names)}")
if pyarrow and pandas:
    frame = batch.to_pandas().assign(person=[person.id for person in roster.people])
    frame["percent"] = (frame["lower"] / frame["total"] * 100).round(1)  # Divide first: columns are as narrow as can be.
    print(frame.sort_values("percent", ascending=False)[["person", "percent", "gaps"]].to_string(index=False))
if polars:
    frame = polars.DataFrame(scores).with_columns(person=polars.Series([person.id for person in roster.people]))
    shares = frame.with_columns(polars.col("lower", "upper") / polars.col("total"))
    print(shares.sort("lower", descending=True).select("person", "lower", "upper"))
for person, score in sorted(zip(roster.people, scores), key=lambda each: each[1].lower, reverse=True):
    print(f"  {person.id}  {verdict_text(score):13} {language.percent(score.lower):>7} ({score.lower})")

# %% [markdown]
# ## What the organisation lacks

# %%
counts = skm.Counts(roster)
for skill in matrix.skills:
    for level in range(1, len(matrix.scale(skill).levels) + 1):
        found = counts.at(skill, level)
        if found.coverage < 1:
            print(f"  {title(skill):30} {level_title(skill, level):10} {found.required_met} of {found.required}")
