import { readFileSync } from "node:fs";
import { join } from "node:path";
import { mockAws } from "aws-backup-mock";
import { fromCloudFormation } from "aws-backup-mock/infrastructure";
import { failure } from "../support/failure";

const folder = join(__dirname, "../infrastructure/cloudformation/templates");
const text = readFileSync(join(folder, "parameters-and-conditions.yaml"), "utf8");

test("a template in YAML is deployed with parameters, in its Region", () => {
  const { fixture, skipped, warnings } = fromCloudFormation(text, {
    parameters: { Stage: "prod", RetentionInDays: 35 },
    imports: { "network-files-group": "sg-0123456789abcdef0" },
    region: "eu-west-1",
  });
  const aws = mockAws({ region: "eu-west-1" });
  aws.seed(fixture);

  expect(aws.state.backup.vaults.get("backups-prod")).toMatchObject({ Locked: false });
  expect(skipped).toEqual([]);
  expect(warnings.map(({ where }) => where)).toEqual([
    "Parameters.Subnet",
    "Plan.BackupPlan.BackupPlanRule[0].CopyActions",
  ]);
});

test("what AWS would refuse is listed by logical id and property", () => {
  const wrong = {
    Resources: {
      Vault: {
        Type: "AWS::Backup::BackupVault",
        Properties: {
          BackupVaultName: "nightly",
          LockConfiguration: { MinRetentionDays: 7, ChangeableForDays: 1 },
        },
      },
      Files: { Type: "AWS::EFS::FileSystem", Properties: { KmsKeyId: { Ref: "Kee" } } },
      Key: { Type: "AWS::KMS::Key" },
    },
  };

  expect(failure(() => fromCloudFormation(wrong))).toBe(
    [
      "Cannot read the template (2 problems); correct it:",
      '  Files.KmsKeyId: "Kee" does not exist in the template; did you mean "Key"?',
      "  Vault.LockConfiguration.ChangeableForDays: ChangeableForDays must be between 3 and 36500 days.",
    ].join("\n"),
  );
});
