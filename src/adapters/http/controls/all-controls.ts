import { type Control, methodsOf } from "./control";
import { faultControls } from "./faults";
import { forecastControls } from "./forecast";
import { historyControls } from "./history";
import { recordControls } from "./records";
import { timeControls } from "./time";
import { worldControls } from "./worlds";

/** All controls, in the order in which messages list them. */
export const allControls: readonly Control[] = [
  ...timeControls,
  ...worldControls,
  ...faultControls,
  ...historyControls,
  ...forecastControls,
  ...recordControls,
];

/** The path of a control. */
export const pathOf = ({ path }: Pick<Control, "path">): string => `/_mock/${path}`;

/** The controls by method and path: `POST /_mock/clock`. */
export const controlsByName: ReadonlyMap<string, Control> = new Map(
  allControls.flatMap(each => methodsOf(each).map(method => [`${method} ${pathOf(each)}`, each] as const)),
);
