import { type BackupView, read, write } from "../account/account";
import { checkIsHere, readArn } from "../account/arns";
import { invalidParameter, notFound, pointNotFound } from "../account/errors";
import { pageOfComputed } from "../account/paging";
import { putTags, tagsOf } from "./tags";

/**
 * Refuses an ARN that cannot be tagged here. Only ARNs of AWS Backup itself can. A recovery point that is a snapshot
 * of another service, such as EBS or FSx, is tagged through that service.
 */
function checkTaggable({ backup, place }: BackupView, text: string): void {
  const arn = readArn(text);
  if (arn.service !== "backup") throw invalidParameter(`Unsupported resource type: ${text}`);
  checkIsHere(place, text, arn);
  if (arn.resource.startsWith("accesspoint/") && backup.accessPoints.has(text)) return;
  const [kind = ""] = arn.resource.split(":");
  const name = arn.resource.slice(kind.length + 1);
  if (kind === "recovery-point" && !backup.recoveryPoints.has(text)) throw pointNotFound();
  if (kind !== "recovery-point" && !byKind(backup, kind, name, text))
    throw notFound(`Cannot find resource with ARN: ${text}`);
}

function byKind(backup: BackupView["backup"], kind: string, name: string, arn: string): boolean {
  if (kind === "backup-vault") return backup.vaults.has(name);
  if (kind === "framework") return backup.frameworks.by("arn", arn).size > 0;
  if (kind === "report-plan") return backup.reportPlans.by("arn", arn).size > 0;
  if (kind === "restore-testing-plan") return backup.restoreTestingPlans.by("arn", arn).size > 0;
  if (kind === "legal-hold") return backup.legalHolds.has(name);
  if (kind === "tiering-configuration") return backup.tieringConfigurations.by("arn", arn).size > 0;
  if (kind !== "backup-plan") return false;
  const plan = backup.plans.get(name);
  return plan !== undefined && plan.DeletionDate === undefined;
}

export const listTags = read<"ListTags">((input, account) => {
  checkTaggable(account, input.ResourceArn);
  const { items, token } = pageOfComputed(
    Object.entries(tagsOf(account, input.ResourceArn)),
    input,
    ([key]) => key,
  );
  return { Tags: Object.fromEntries(items), NextToken: token };
});

export const tagResource = write<"TagResource">(({ ResourceArn, Tags }, account) => {
  checkTaggable(account, ResourceArn);
  putTags(account, ResourceArn, Tags);
  return {};
});

export const untagResource = write<"UntagResource">(({ ResourceArn, TagKeyList }, account) => {
  checkTaggable(account, ResourceArn);
  const { tags } = account.backup;
  const remaining = Object.entries(tagsOf(account, ResourceArn)).filter(([key]) => !TagKeyList.includes(key));
  if (remaining.length === 0) tags.remove(ResourceArn);
  else tags.put({ ResourceArn, Tags: Object.fromEntries(remaining) });
  return {};
});
