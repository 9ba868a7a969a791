import type { LustreLogConfiguration, LustreLogCreateConfiguration } from "@aws-sdk/client-fsx";
import { arn, type Place } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { refuseUnless } from "./rules";

/** The log level and destination. Only PERSISTENT_2 file systems log by default. */
export function logging(
  asked: Stored<LustreLogCreateConfiguration> | undefined,
  deployment: string,
  place: Place,
  id: string,
): Stored<LustreLogConfiguration> {
  const Level = asked?.Level ?? (deployment === "PERSISTENT_2" ? "WARN_ERROR" : "DISABLED");
  if (Level === "DISABLED") {
    refuseUnless(
      asked?.Destination === undefined,
      "Destination cannot be specified when the log level is DISABLED.",
    );
    return { Level };
  }
  const stream = arn("logs", place, `log-group:/aws/fsx/lustre:log-stream:datarepo_${id}`);
  return { Level, Destination: asked?.Destination ?? stream };
}
