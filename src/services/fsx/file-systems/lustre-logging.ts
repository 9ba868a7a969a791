import type { LustreLogConfiguration, LustreLogCreateConfiguration } from "@aws-sdk/client-fsx";
import { arn, type Place } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { checkLogDestination, shownLogDestination } from "./log-destinations";
import { refuseUnless } from "./rules";

/** The log level and destination. Only PERSISTENT_2 file systems log by default. */
export function logging(
  asked: Stored<LustreLogCreateConfiguration> | undefined,
  deployment: string,
  place: Place,
  id: string,
): Stored<LustreLogConfiguration> {
  const Level = asked?.Level ?? (deployment === "PERSISTENT_2" ? "WARN_ERROR" : "DISABLED");
  const given = asked?.Destination;
  if (Level === "DISABLED") {
    refuseUnless(given === undefined, "Destination cannot be specified when the log level is DISABLED.");
    return { Level };
  }
  if (given !== undefined) checkLogDestination("Destination", given, place, ["logs"]);
  const group = given ?? arn("logs", place, "log-group:/aws/fsx/lustre");
  return { Level, Destination: shownLogDestination(group, `datarepo_${id}`) };
}
