/** Prints every figure the project holds itself to, each as a ratio within this run. Run by `npm run bench`. */
import { print } from "./harness";
import { httpFigures } from "./http";
import { importFigures } from "./imports";
import { requestHandlerFigures } from "./request-handler";
import { sendFigures } from "./send";
import { sizeFigures } from "./size";

print([
  ...(await sendFigures()),
  ...(await requestHandlerFigures()),
  ...(await sizeFigures()),
  ...(await httpFigures()),
  ...importFigures(),
]);
