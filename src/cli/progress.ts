const width = 40;

/** A bar for a terminal, which stays on one line. Returns what shows a part from 0 to 1, and what takes the bar away. */
export function progressBar(write: (text: string) => void) {
  let shown = "";
  return {
    /** `detail` is a word on what is done now. */
    show(done: number, detail = ""): void {
      const filled = Math.round(Math.min(1, done) * width);
      const bar = `[${"#".repeat(filled)}${" ".repeat(width - filled)}] ${Math.round(done * 100)} % ${detail}`;
      const line = bar.trimEnd();
      if (line === shown) return;
      write(`\r${line.padEnd(shown.length)}`);
      shown = line;
    },
    clear(): void {
      if (shown !== "") write(`\r${" ".repeat(shown.length)}\r`);
      shown = "";
    },
  };
}
