import type { Fixture, PlanProblem } from "aws-backup-mock";
import { account, accountId, orders, type rule } from "./support";

export const volume = `arn:aws:ec2:us-east-1:${accountId}:volume/vol-0123456789abcdef0`;
export const database = `arn:aws:rds:us-east-1:${accountId}:db:orders`;
export const cluster = `arn:aws:rds:us-east-1:${accountId}:cluster:books`;
export const automatic = "aws/efs/automatic-backup-vault";

export type Rule = ReturnType<typeof rule>;

/** A world in which little is missing. */
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

/** What is said of a plan of one rule, or of several. */
export async function explained(rules: Rule | readonly Rule[], selection?: object, fixture = world) {
  const made = account({ now: "2026-03-01T00:00:00Z" }, fixture);
  const BackupPlanId = await made.plan([rules].flat(), selection);
  const { problems, rules: told } = made.aws.explain(BackupPlanId);
  return { ...made, BackupPlanId, problems, rules: told, first: told[0] };
}

/** What is said of a plan, for people. */
export const problem = (code: PlanProblem["code"], ...texts: string[]) => ({
  code,
  message: texts.join(""),
});
