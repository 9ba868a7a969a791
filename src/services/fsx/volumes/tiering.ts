import type { TieringPolicy } from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { refuseUnless } from "../file-systems/rules";

type Tiering = Stored<TieringPolicy>;

/** The default number of days after which data is cold, for the policies that use it. */
const coolingPeriods: Readonly<Record<string, number>> = { SNAPSHOT_ONLY: 2, AUTO: 31 };

/** The policy by which data of a volume moves to the capacity pool. */
export function tiering(asked: Tiering | undefined, before?: Tiering): Tiering {
  const Name = asked?.Name ?? before?.Name ?? "SNAPSHOT_ONLY";
  const defaultPeriod = coolingPeriods[Name];
  refuseUnless(
    asked?.CoolingPeriod === undefined || defaultPeriod !== undefined,
    `CoolingPeriod is not supported for the tiering policy ${Name}.`,
  );
  if (defaultPeriod === undefined) return { Name };
  const kept = before?.Name === Name ? before.CoolingPeriod : undefined;
  return { CoolingPeriod: asked?.CoolingPeriod ?? kept ?? defaultPeriod, Name };
}
