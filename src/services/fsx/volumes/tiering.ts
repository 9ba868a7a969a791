import type { TieringPolicy } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { refuseUnless } from "../file-systems/rules";

type Tiering = Stored<TieringPolicy>;

/** After how many days data counts as cold, where that matters. */
const coolingPeriods: Readonly<Record<string, number>> = { SNAPSHOT_ONLY: 2, AUTO: 31 };

/** Which data of a volume moves to the capacity pool. */
export function tiering(asked: Tiering | undefined, before?: Tiering): Tiering {
  const Name = asked?.Name ?? before?.Name ?? "SNAPSHOT_ONLY";
  const usual = coolingPeriods[Name];
  refuseUnless(
    asked?.CoolingPeriod === undefined || usual !== undefined,
    `CoolingPeriod is not supported for the tiering policy ${Name}.`,
  );
  if (usual === undefined) return { Name };
  const kept = before?.Name === Name ? before.CoolingPeriod : undefined;
  return { CoolingPeriod: asked?.CoolingPeriod ?? kept ?? usual, Name };
}
