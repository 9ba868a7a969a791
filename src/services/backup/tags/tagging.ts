import { parseArn } from "../../../core/basics";
import { type BackupView, read, write } from "../account/account";
import { invalidParameter, notFound } from "../account/errors";
import { pageOfComputed } from "../account/paging";
import { putTags, tagsOf } from "./tags";

/**
 * Only what has an ARN of AWS Backup itself carries tags here; a recovery point that is a snapshot of another
 * service, as of EBS or FSx, is tagged through that service.
 */
function checkTaggable({ backup }: BackupView, arn: string): void {
  const parts = parseArn(arn);
  if (!parts) throw invalidParameter(`Invalid ARN: ${arn}`);
  if (parts.service !== "backup") throw invalidParameter(`Unsupported resource type: ${arn}`);
  const [kind = ""] = parts.resource.split(":");
  const name = parts.resource.slice(kind.length + 1);
  const there = kind === "recovery-point" ? backup.recoveryPoints.has(arn) : byKind(backup, kind, name, arn);
  if (!there) throw notFound(`Cannot find resource with ARN: ${arn}`);
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
  const { items, token } = pageOfComputed(Object.entries(tagsOf(account, input.ResourceArn)), input);
  return { Tags: Object.fromEntries(items), NextToken: token };
});

export const tagResource = write<"TagResource">(({ ResourceArn, Tags }, account) => {
  checkTaggable(account, ResourceArn);
  putTags(account, ResourceArn, Tags);
  return {};
});

export const untagResource = write<"UntagResource">(({ ResourceArn, TagKeyList }, account) => {
  checkTaggable(account, ResourceArn);
  const { backup } = account;
  const kept = Object.entries(tagsOf(account, ResourceArn)).filter(([key]) => !TagKeyList.includes(key));
  if (kept.length === 0) backup.tags.remove(ResourceArn);
  else backup.tags.put({ ResourceArn, Tags: Object.fromEntries(kept) });
  return {};
});
