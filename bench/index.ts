/**
 * Prints every figure the project holds itself to, measured on the built package, each as a ratio within this run where
 * it can be one. Run by `npm run bench`; `npm run bench send time` measures only those.
 */
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

const asked = process.argv.slice(2);
for (const [name, figures] of Object.entries(benches)) {
  if (asked.length === 0 || asked.includes(name)) print(await figures());
}
