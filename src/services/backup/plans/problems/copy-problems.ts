import { parseArn } from "../../../../core/basics";
import { targetOfCopy } from "../../copy-jobs/faults";
import type { CopyObstacle, Fault } from "../../records/job-messages";
import type { Lifecycle } from "../../records/lifecycle";
import type { RecoveryPoint } from "../../records/recovery-points";
import { vaultOfArn } from "../../records/vaults";
import { keptLifecycle } from "../../recovery-points/lifecycle";
import { can, type ResourceType } from "../../resources/resource-types";
import { typeOfSource } from "../../resources/sources";
import { type PlanProblem, type RuleContext, typesOf } from "./problem";
import { coldStorageProblems } from "./type-problems";

/** Problem codes by what stands in the way of the copy. */
const codes: Readonly<Record<CopyObstacle, PlanProblem["code"]>> = {
  VaultMissing: "CopyVaultMissing",
  Denied: "CopyVaultDenied",
  NotEnabled: "CopyNotEnabled",
  RetentionOutsideLock: "CopyRetentionOutsideLock",
  Unsupported: "CopyUnsupported",
  KeyUnsuitable: "CopyKeyUnsuitable",
};

/** Copies of a rule that cannot be made, or not as specified. */
export const copyProblems = (context: RuleContext): readonly PlanProblem[] =>
  (context.rule.CopyActions ?? []).flatMap(({ DestinationBackupVaultArn, Lifecycle }) =>
    problemsOf(context, DestinationBackupVaultArn, Lifecycle),
  );

function problemsOf(
  context: RuleContext,
  destinationArn: string,
  lifecycle: Lifecycle | undefined,
): readonly PlanProblem[] {
  const { account, sources } = context;
  const allTypes = typesOf(sources);
  const consequence = (types: ReadonlySet<string>): string =>
    types.size < allTypes.length
      ? `Backups of ${[...types].join(", ")} will not be copied`
      : "Nothing will be copied";
  const destination = vaultOfArn(parseArn(destinationArn));
  if (!destination) return [];
  const faults = new Map<string, Fault & { readonly types: Set<string> }>();
  for (const point of pointsOf(context)) {
    const target = targetOfCopy(account, point, {
      destination,
      lifecycle: keptLifecycle(lifecycle),
      IamRoleArn: undefined,
    });
    if (!("fault" in target)) continue;
    const { fault } = target;
    const known = faults.get(fault.message) ?? { ...target, types: new Set() };
    faults.set(fault.message, known);
    known.types.add(point.ResourceType);
  }
  const problems: PlanProblem[] = [...faults.values()].map(({ fault, obstacle, types }) => ({
    code: obstacle ? codes[obstacle] : "CopyRefused",
    message: `${consequence(types)} to ${destinationArn}: ${fault.message}`,
  }));
  const warm = `the copies in ${destinationArn} stay warm`;
  return [...problems, ...coldStorageProblems(allTypes, lifecycle, warm)];
}

/** The points that a run of the rule would make. Without selected resources, one example that can be copied. */
function pointsOf({ account, rule, sources }: RuleContext): readonly RecoveryPoint[] {
  const pointOf = (
    ResourceArn: string,
    ResourceType: string,
    type?: ResourceType,
    EncryptionKeyArn?: string,
  ): RecoveryPoint => ({
    EncryptionKeyArn,
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
  return sources.map(source =>
    pointOf(source.arn, source.type, typeOfSource(source), source.encryptionKeyArn),
  );
}
