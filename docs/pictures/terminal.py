"""terminal.py COLUMNS: reads what commands wrote to a terminal of that width, and prints the screen as SVG.

The text stays text: it can be selected and searched, and a change shows in a diff.
"""

import re
import sys
from io import StringIO
from itertools import groupby

import pyte
from rich.console import Console
from rich.style import Style
from rich.text import Text

COLUMNS = int(sys.argv[1])
ROWS = 200
# A dark screen of its own, so that it can be read on a light page and on a dark one. No font is fetched.
PAGE = """<svg width="WIDTH" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: {char_height}px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace }}
{styles}
</style>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def rich_colour(name):
    """pyte says `brown` and `brightblack` where rich says `yellow` and `bright_black`."""
    return name.replace("brown", "yellow").replace("bright", "bright_") if name != "default" else None


def style(char):
    return Style(color=rich_colour(char.fg), bold=char.bold)


def screen(output):
    """Follows the cursor: lines that a command wrote over are not there any more."""
    terminal = pyte.Screen(COLUMNS, ROWS)
    # pyte knows no faint text; grey stands for it.
    pyte.Stream(terminal).feed(output.replace("\x1b[2m", "\x1b[90m"))
    for row in range(ROWS):
        chars = [terminal.buffer[row][column] for column in range(COLUMNS)]
        line = Text.assemble(*(("".join(c.data for c in run), look) for look, run in groupby(chars, style)))
        line.rstrip()
        yield line


lines = list(screen(sys.stdin.read()))
while lines and not lines[-1].plain:
    lines.pop()
console = Console(record=True, width=COLUMNS, file=StringIO())
console.print(Text("\n").join(lines))
svg = console.export_svg(title="", code_format=PAGE, unique_id="screen", font_aspect_ratio=0.6)
# Letters of one size in all pictures; one element a line, and none for the ends of lines, which rich draws too.
svg = svg.replace("WIDTH", str(COLUMNS * 8 + 12))
svg = re.sub(r' clip-path="[^"]*"', "", svg)
svg = re.sub(r"<text [^>]*>\n</text>", "", svg).replace("</text><text", "</text>\n<text")
sys.stdout.write("".join(line.strip() + "\n" for line in svg.splitlines() if line.strip()))
