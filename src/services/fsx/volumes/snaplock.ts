import type {
  AutocommitPeriod,
  CreateSnaplockConfiguration,
  RetentionPeriod,
  SnaplockConfiguration,
  UpdateSnaplockConfiguration,
} from "@aws-sdk/client-fsx";
import type { Stored } from "../../../core/world";
import { refuseUnless, refuseUnlessWithin } from "../file-systems/rules";

type Snaplock = Stored<SnaplockConfiguration>;
type Period = Stored<RetentionPeriod>;
type Range = readonly [min: number, max: number, days: number];

/** By unit: the minimum, the maximum, and the days in one unit. */
const retentionRanges: Readonly<Record<string, Range>> = {
  SECONDS: [0, 65_535, 1 / 86_400],
  MINUTES: [0, 65_535, 1 / 1_440],
  HOURS: [0, 24, 1 / 24],
  DAYS: [0, 365, 1],
  MONTHS: [0, 12, 30],
  YEARS: [0, 100, 365],
};

const autocommitRanges: Readonly<Record<string, Range>> = {
  MINUTES: [5, 65_535, 1 / 1_440],
  HOURS: [1, 65_535, 1 / 24],
  DAYS: [1, 3_650, 1],
  MONTHS: [1, 120, 30],
  YEARS: [1, 10, 365],
};

/** The length of a period in days; infinity for an infinite one. */
function daysOf({ Type, Value }: Period, ranges: Readonly<Record<string, Range>>): number {
  const range = ranges[Type];
  if (!range) {
    refuseUnless(Value === undefined, `A value cannot be specified for a period of type ${Type}.`);
    return Type === "INFINITE" ? Number.POSITIVE_INFINITY : 0;
  }
  const [min, max, days] = range;
  refuseUnless(Value !== undefined, `A value is required for a period of type ${Type}.`);
  refuseUnlessWithin(`value for a period of type ${Type}`, Value, min, max);
  return Value * days;
}

const auditLogPath = "/snaplock_audit_log";
/** Six months: how long an audit log volume keeps its files at least. */
const minAuditDays = 180;

/** Refuses another junction path for an audit log volume than the one that ONTAP requires. */
export function checkAuditLogPath(settings: Snaplock | undefined, path: string | undefined): void {
  refuseUnless(
    settings?.AuditLogVolume !== true || path === auditLogPath,
    `SnapLock audit log volume can only be mounted at the junction path ${auditLogPath}`,
  );
}

/** How many days the files of an audit log volume are kept after its creation; 0 for all other volumes. */
export function daysOfAuditLog(settings: Snaplock | undefined): number {
  if (settings?.AuditLogVolume !== true) return 0;
  const min = settings.RetentionPeriod?.MinimumRetention;
  return Math.max(minAuditDays, min ? daysOf(min, retentionRanges) : 0);
}

function checkRetention({ RetentionPeriod: periods, AuditLogVolume }: Snaplock): void {
  if (!periods) return;
  const [min = 0, standard = 0, max = 0] = [
    periods.MinimumRetention,
    periods.DefaultRetention,
    periods.MaximumRetention,
  ].map(period => daysOf(period, retentionRanges));
  const isUnspecified = periods.DefaultRetention.Type === "UNSPECIFIED";
  refuseUnless(
    min <= max && (isUnspecified || (min <= standard && standard <= max)),
    "The default retention period must be between the minimum and the maximum one.",
  );
  refuseUnless(
    AuditLogVolume !== true || min >= minAuditDays,
    "The minimum retention period of an audit log volume is six months.",
  );
}

function checkAutocommit(period: Stored<AutocommitPeriod> | undefined): void {
  if (!period) return;
  const { Type, Value } = period;
  if (Type === "NONE") {
    refuseUnless(Value === undefined, "A value cannot be specified without an autocommit period.");
  } else {
    const [min, max] = autocommitRanges[Type] ?? [0, 0];
    refuseUnless(Value !== undefined, "A value is required for an autocommit period.");
    refuseUnlessWithin("autocommit period", Value, min, max);
  }
}

function checked(settings: Snaplock): Snaplock {
  checkRetention(settings);
  checkAutocommit(settings.AutocommitPeriod);
  refuseUnless(
    settings.SnaplockType === "ENTERPRISE" || settings.PrivilegedDelete !== "ENABLED",
    "Privileged delete is supported for SnapLock Enterprise volumes only.",
  );
  return settings;
}

const noYears: Period = { Type: "YEARS", Value: 0 };

/** The SnapLock configuration of a new volume. */
export const snaplock = (asked: Stored<CreateSnaplockConfiguration>): Snaplock => ({
  RetentionPeriod: {
    DefaultRetention: noYears,
    MinimumRetention: noYears,
    MaximumRetention: { Type: "YEARS", Value: 30 },
  },
  ...checked({
    AuditLogVolume: asked.AuditLogVolume ?? false,
    AutocommitPeriod: asked.AutocommitPeriod ?? { Type: "NONE" },
    PrivilegedDelete: asked.PrivilegedDelete ?? "DISABLED",
    ...(asked.RetentionPeriod && { RetentionPeriod: asked.RetentionPeriod }),
    SnaplockType: asked.SnaplockType,
    VolumeAppendModeEnabled: asked.VolumeAppendModeEnabled ?? false,
  }),
});

/** The SnapLock configuration after an update. Privileged delete that is permanently disabled stays so. */
export function changedSnaplock(
  before: Snaplock | undefined,
  asked: Stored<UpdateSnaplockConfiguration>,
): Snaplock {
  refuseUnless(before !== undefined, "SnaplockConfiguration is supported for SnapLock volumes only.");
  refuseUnless(
    before.PrivilegedDelete !== "PERMANENTLY_DISABLED" ||
      (asked.PrivilegedDelete ?? "PERMANENTLY_DISABLED") === "PERMANENTLY_DISABLED",
    "Privileged-delete is permanently disabled on this volume.",
  );
  const { RetentionPeriod, ...kept } = before;
  return { ...before, ...checked({ ...kept, ...asked }) };
}
