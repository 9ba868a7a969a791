import type {
  WindowsAuditLogConfiguration,
  WindowsAuditLogCreateConfiguration,
  WindowsFsrmConfiguration,
} from "@aws-sdk/client-fsx";
import { arn, type Place } from "../../../core/basics";
import type { Stored } from "../../../core/world";
import { checkLogDestination, shownLogDestination } from "./log-destinations";
import { refuseUnless } from "./rules";

type AuditLog = Stored<WindowsAuditLogConfiguration>;

const isDisabled = ({
  FileAccessAuditLogLevel: files,
  FileShareAccessAuditLogLevel: shares,
}: AuditLog): boolean => files === "DISABLED" && shares === "DISABLED";

/** The levels and the destination of audit logs. Disabled by default. */
export function auditLog(
  asked: Stored<WindowsAuditLogCreateConfiguration> | undefined,
  place: Place,
  id: string,
): AuditLog {
  const { FileAccessAuditLogLevel = "DISABLED", FileShareAccessAuditLogLevel = "DISABLED" } = asked ?? {};
  const levels = { FileAccessAuditLogLevel, FileShareAccessAuditLogLevel };
  const given = asked?.AuditLogDestination;
  if (isDisabled(levels)) {
    refuseUnless(given === undefined, "AuditLogDestination must not be provided when auditing is disabled");
    return levels;
  }
  if (given !== undefined) checkLogDestination("AuditLogDestination", given, place, ["logs", "firehose"]);
  const destination = given ?? arn("logs", place, "log-group:/aws/fsx/windows");
  return { ...levels, AuditLogDestination: shownLogDestination(destination, `auditlog_${id}`) };
}

const minAuditThroughput = 32;

/** Refuses auditing on a file system with too little throughput. */
export function checkAuditThroughput(log: AuditLog | undefined, throughput = 0): void {
  refuseUnless(
    log === undefined || isDisabled(log) || throughput >= minAuditThroughput,
    `File access auditing requires at least ${minAuditThroughput} MB/s of throughput capacity.`,
  );
}

/** Checks the settings of the File Server Resource Manager. */
export function checkFsrm({ EventLogDestination }: Stored<WindowsFsrmConfiguration>, place: Place): void {
  if (EventLogDestination === undefined) return;
  checkLogDestination("EventLogDestination", EventLogDestination, place, ["logs", "firehose"]);
}
