/**
 * Measures the built package and prints each figure with its target, as a ratio within this run where possible. Run by
 * `npm run bench`; `npm run bench time` runs one benchmark.
 */
import { execFileSync } from "node:child_process";
import { forecastFigures } from "./forecast";
import { type Figure, print } from "./harness";
import { httpFigures } from "./http";
import { importFigures } from "./imports";
import { infrastructureFigures } from "./infrastructure";
import { memoryFigures } from "./memory";
import { requestHandlerFigures } from "./request-handler";
import { sendFigures } from "./send";
import { sizeFigures } from "./size";
import { firstAdvanceFigures, timeFigures } from "./time";

const benches: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  send: sendFigures,
  handler: requestHandlerFigures,
  size: sizeFigures,
  memory: memoryFigures,
  import: importFigures,
  time: timeFigures,
  forecast: forecastFigures,
  infrastructure: infrastructureFigures,
  http: httpFigures,
};

/** Parts of others, which need a process of their own. */
const parts: typeof benches = { "first-advance": firstAdvanceFigures };

const [requested] = process.argv.slice(2);
const figures = requested === undefined ? undefined : (benches[requested] ?? parts[requested]);
if (figures) print(await figures());
else for (const name of Object.keys(benches)) inFreshProcess(name);

/** A used heap would slow down the next benchmark. */
function inFreshProcess(name: string): void {
  const [node = process.execPath, script = ""] = process.argv;
  execFileSync(node, [...process.execArgv, script, name], { stdio: "inherit" });
}
