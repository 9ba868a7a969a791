import type { InputGenerator } from "./context";
import { backupInputs } from "./operations/backup";
import { efsInputs } from "./operations/efs";
import { fsxInputs } from "./operations/fsx";
import { planInputs } from "./operations/plans";

/** By operation (`service.Name`), its own generator, which overrides members that were generated from the model. */
export const inputGenerators: Readonly<Record<string, InputGenerator>> = {
  ...backupInputs,
  ...planInputs,
  ...efsInputs,
  ...fsxInputs,
};
