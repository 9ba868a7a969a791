/** Prints every figure the project holds itself to, each as a ratio within this run. Run by `npm run bench`. */
import { print } from "./harness";
import { importFigures } from "./imports";
import { sendFigures } from "./send";
import { sizeFigures } from "./size";

print([...(await sendFigures()), ...(await sizeFigures()), ...importFigures()]);
