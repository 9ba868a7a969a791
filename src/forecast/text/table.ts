/** How wide a text may be. */
export const widest = 100;

/** A text cut to a width. */
export const cut = (text: string, width: number): string =>
  text.length <= width ? text : `${text.slice(0, width - 1)}…`;

/** A rule as `plan / rule`, in which the name of the plan is cut first: it is the same for all its rules. */
export function cutRule(name: string, width: number): string {
  const slash = name.indexOf(" / ");
  const room = width - (name.length - slash);
  return name.length <= width || slash === -1 || room < 4
    ? cut(name, width)
    : `${cut(name.slice(0, slash), room)}${name.slice(slash)}`;
}

/** Rows of a label and cells that are aligned to the right, each with this width. */
export const row = (label: string, labelWidth: number, cells: readonly string[], width: number): string =>
  `${cutRule(label, labelWidth - 1).padEnd(labelWidth)}${cells.map(cell => cell.padStart(width)).join("")}`.trimEnd();

/** A paragraph in lines of at most the given width, those after the first indented. */
export function wrapped(text: string, indent: string, width = widest): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).flatMap(each => pieces(each, width - indent.length))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= width - (lines.length > 0 ? indent.length : 0)) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  lines.push(line);
  return lines.map((each, index) => (index > 0 ? `${indent}${each}` : each));
}

/** A word that is too long for a line, such as an ARN, in pieces. */
function pieces(word: string, width: number): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < word.length; at += width) found.push(word.slice(at, at + width));
  return found;
}
