import { targetOfCopy } from "../../copy-jobs/faults";
import type { JobFault } from "../../records/job-messages";
import type { Lifecycle } from "../../records/lifecycle";
import type { RecoveryPoint } from "../../records/recovery-points";
import { keptLifecycle } from "../../recovery-points/lifecycle";
import { can, type ResourceType } from "../../resources/resource-types";
import { typeOfSource } from "../../resources/sources";
import { type PlanProblem, type Subject, typesOf } from "./problem";
import { coldStorageProblems } from "./type-problems";

/** By the message category of the job that would fail. */
const codes: Readonly<Record<string, PlanProblem["code"]>> = {
  RESOURCE_NOT_FOUND: "CopyVaultMissing",
  ACCESS_DENIED: "CopyVaultDenied",
  FEATURE_NOT_ENABLED: "CopyNotEnabled",
  INVALID_LIFECYCLE: "CopyRetentionOutsideLock",
  UNSUPPORTED_OPERATION: "CopyUnsupported",
  LOGICALLY_AIR_GAPPED_BACKUP_VAULT_NOT_SUPPORTED: "CopyUnsupported",
  KMS_KEY_ERROR: "CopyKeyUnsuitable",
};

/** Which copies of a rule can never be made, or not as they are meant. */
export const copyProblems = (subject: Subject): readonly PlanProblem[] =>
  (subject.rule.CopyActions ?? []).flatMap(({ DestinationBackupVaultArn, Lifecycle }) =>
    problemsOf(subject, DestinationBackupVaultArn, Lifecycle),
  );

function problemsOf(
  subject: Subject,
  destinationArn: string,
  lifecycle: Lifecycle | undefined,
): readonly PlanProblem[] {
  const { account, sources } = subject;
  const all = typesOf(sources);
  const what = (types: ReadonlySet<string>): string =>
    types.size < all.length
      ? `Backups of ${[...types].join(", ")} will not be copied`
      : "Nothing will be copied";
  const faults = new Map<string, { readonly fault: JobFault; readonly types: Set<string> }>();
  for (const point of pointsOf(subject)) {
    const target = targetOfCopy(account, point, destinationArn, keptLifecycle(lifecycle));
    if (!("fault" in target)) continue;
    const { fault } = target;
    const known = faults.get(fault.message) ?? { fault, types: new Set() };
    faults.set(fault.message, known);
    known.types.add(point.ResourceType);
  }
  const problems: PlanProblem[] = [...faults.values()].map(({ fault, types }) => ({
    code: codes[fault.category] ?? "CopyRefused",
    message: `${what(types)} to ${destinationArn}: ${fault.message}`,
  }));
  const warm = `the copies in ${destinationArn} stay warm`;
  return [...problems, ...coldStorageProblems(all, lifecycle, warm)];
}

/** The points as they would be when a run of the rule has made them; where nothing is selected, one that can be copied. */
function pointsOf({ account, rule, sources }: Subject): readonly RecoveryPoint[] {
  const pointOf = (ResourceArn: string, ResourceType: string, type?: ResourceType): RecoveryPoint => ({
    RecoveryPointArn:
      !type || can(type, "fullyManaged") ? "arn:aws:backup:::recovery-point:" : "arn:aws:ec2:::snapshot/",
    BackupVaultName: rule.TargetBackupVaultName,
    ResourceArn,
    ResourceType,
    CreationDate: account.now,
    Status: "COMPLETED",
    StorageClass: "WARM",
    IsEncrypted: true,
    Lifecycle: keptLifecycle(rule.Lifecycle),
  });
  if (sources.length === 0) return [pointOf("", "EFS")];
  return sources.map(source => pointOf(source.arn, source.type, typeOfSource(source)));
}
