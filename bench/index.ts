/**
 * Prints every figure the project holds itself to, measured on the built package, each as a ratio within this run where
 * it can be one. Run by `npm run bench`; `npm run bench time` measures only that.
 */
import { execFileSync } from "node:child_process";
import { type Figure, print } from "./harness";
import { httpFigures } from "./http";
import { importFigures } from "./imports";
import { memoryFigures } from "./memory";
import { requestHandlerFigures } from "./request-handler";
import { sendFigures } from "./send";
import { sizeFigures } from "./size";
import { timeFigures } from "./time";

const benches: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  send: sendFigures,
  handler: requestHandlerFigures,
  size: sizeFigures,
  memory: memoryFigures,
  import: importFigures,
  time: timeFigures,
  http: httpFigures,
};

const [asked] = process.argv.slice(2);
const figures = asked === undefined ? undefined : benches[asked];
if (figures) print(await figures());
else for (const name of Object.keys(benches)) inFreshProcess(name);

/** What one leaves on the heap would slow the next down. */
function inFreshProcess(name: string): void {
  const [node = process.execPath, script = ""] = process.argv;
  execFileSync(node, [...process.execArgv, script, name], { stdio: "inherit" });
}
