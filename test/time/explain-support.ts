import type { Fixture, PlanProblem } from "aws-backup-mock";
import { account, accountId, orders, type rule } from "./support";

export const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
export const database = `arn:aws:rds:us-east-1:${accountId}:db:orders`;
export const cluster = `arn:aws:rds:us-east-1:${accountId}:cluster:books`;
export const automatic = "aws/efs/automatic-backup-vault";

export type Rule = ReturnType<typeof rule>;

/** Vaults and resources for plans to use. */
export const world: Fixture = {
  backup: {
    vaults: [
      { BackupVaultName: "nightly" },
      { BackupVaultName: "locked", Locked: true, MinRetentionDays: 30, MaxRetentionDays: 365 },
      { BackupVaultName: "at-least", Locked: true, MinRetentionDays: 7 },
    ],
  },
  resources: [{ arn: orders, tags: { stage: "prod" } }, { arn: volume }, { arn: database }, { arn: cluster }],
};

/** Opts out of Aurora, creates a plan with one or more rules, and explains it. */
export async function explained(rules: Rule | readonly Rule[], selection?: object, fixture = world) {
  const story = account({ now: "2026-03-01T00:00:00Z" }, fixture);
  await story.backup.updateRegionSettings({ ResourceTypeOptInPreference: { Aurora: false } });
  const BackupPlanId = await story.plan([rules].flat(), selection);
  const { problems, rules: explanations } = story.aws.explain(BackupPlanId);
  return { ...story, BackupPlanId, problems, rules: explanations, first: explanations[0] };
}

/** An expected problem. */
export const problem = (code: PlanProblem["code"], ...texts: string[]) => ({
  code,
  message: texts.join(""),
});
