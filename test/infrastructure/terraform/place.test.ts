import { fromTerraformPlan } from "aws-backup-mock/infrastructure";
import { constant, type Given, providerIn, ref, terraformPlan, terraformState } from "./terraform-document";

const vault = (name: string, more: Partial<Given> = {}, values: Given["values"] = {}): Given => ({
  address: `aws_backup_vault.${name}`,
  values: { name, ...values },
  ...more,
});
const vaultsOf = (plan: object, options?: Parameters<typeof fromTerraformPlan>[1]) =>
  fromTerraformPlan(plan, options).fixture.backup?.vaults?.map(({ BackupVaultName }) => BackupVaultName);

test("the Region is that of the provider, as a constant or a variable", () => {
  const variable = { providers: { aws: providerIn(ref("var.region")) }, variables: { region: "sa-east-1" } };
  expect(fromTerraformPlan(terraformPlan([vault("main")])).place.region).toBe("eu-west-1");
  expect(fromTerraformPlan(terraformPlan([vault("main")], variable)).place.region).toBe("sa-east-1");
});

test("the Region is that of resources, ARNs or zones, where the provider does not tell", () => {
  const providers = { aws: { name: "aws" } };
  const regionOf = (values: Given["values"]) =>
    fromTerraformPlan(terraformPlan([vault("main", {}, values)], { providers })).place.region;
  expect(regionOf({ region: "eu-north-1" })).toBe("eu-north-1");
  expect(
    regionOf({ kms_key_arn: "arn:aws:kms:ap-south-1:111122223333:key/1111abcd-2222-4333-8444-555566667777" }),
  ).toBe("ap-south-1");
  const volume = { address: "aws_ebs_volume.v", values: { size: 8, availability_zone: "ca-central-1b" } };
  expect(fromTerraformPlan(terraformPlan([volume], { providers })).place.region).toBe("ca-central-1");
});

test("a Region and account that nothing names are assumed, with a warning each", () => {
  const { place, warnings } = fromTerraformPlan(terraformPlan([vault("main")], { providers: {} }));
  expect(place).toEqual({ region: "us-east-1", accountId: "123456789012" });
  expect(warnings.map(({ where }) => where)).toEqual(["region", "accountId"]);
  expect(fromTerraformPlan(terraformPlan([vault("main")]), { accountId: "222233334444" }).warnings).toEqual(
    [],
  );
});

test("the account is that of the caller, rather than of other accounts' ARNs", () => {
  const caller: Given = {
    address: "data.aws_caller_identity.current",
    values: { account_id: "999988887777" },
  };
  const key = "arn:aws:kms:eu-west-1:111122223333:key/1111abcd-2222-4333-8444-555566667777";
  const shared = vault("main", {}, { kms_key_arn: key });
  expect(fromTerraformPlan(terraformPlan([shared, caller])).place.accountId).toBe("999988887777");
  expect(fromTerraformPlan(terraformState([shared, caller])).place.accountId).toBe("999988887777");
});

test("the option region chooses among the Regions of a plan", () => {
  const plan = terraformPlan(
    [vault("here"), vault("there", { provider: "aws.dr" }), vault("own", {}, { region: "eu-west-3" })],
    {
      providers: { aws: providerIn(constant("eu-west-1")), "aws.dr": providerIn(constant("eu-central-1")) },
    },
  );
  expect(vaultsOf(plan)).toEqual(["here"]);
  expect(vaultsOf(plan, { region: "eu-central-1" })).toEqual(["there"]);
  expect(vaultsOf(plan, { region: "eu-west-3" })).toEqual(["own"]);
  expect(fromTerraformPlan(plan).skipped).toEqual([
    {
      name: "aws_backup_vault.there",
      type: "aws_backup_vault",
      reason:
        'it is in eu-central-1; read the plan again with { region: "eu-central-1" }, and seed that fixture with aws.in({ region: "eu-central-1" }).seed',
    },
    expect.objectContaining({ name: "aws_backup_vault.own" }),
  ]);
});

test("resources of a provider that assumes a role of another account are in that account", () => {
  const roleIn = (account: string) => [{ role_arn: constant(`arn:aws:iam::${account}:role/deploy`) }];
  const plan = terraformPlan([vault("main"), vault("vault", { provider: "aws.central" })], {
    providers: {
      aws: {
        name: "aws",
        expressions: { region: constant("eu-west-1"), assume_role: roleIn("111122223333") },
      },
      "aws.central": {
        name: "aws",
        alias: "central",
        expressions: { region: constant("eu-west-1"), assume_role: roleIn("444455556666") },
      },
    },
  });
  expect(fromTerraformPlan(plan).place).toEqual({ region: "eu-west-1", accountId: "111122223333" });
  expect(vaultsOf(plan)).toEqual(["main"]);
  expect(vaultsOf(plan, { accountId: "444455556666" })).toEqual(["vault"]);
  expect(fromTerraformPlan(plan).skipped[0]?.reason).toMatch(
    /^it is in account 444455556666, eu-west-1; read the plan/,
  );
});

test("the option region moves a plan of one Region to another one", () => {
  expect(vaultsOf(terraformPlan([vault("here")]), { region: "us-west-2" })).toEqual(["here"]);
});

test("wrong options are refused", () => {
  const plan = terraformPlan([]);
  expect(() => fromTerraformPlan(plan, { regoin: "eu-west-1" } as object)).toThrow(
    'Cannot read the Terraform plan: unknown option "regoin"; did you mean "region"?',
  );
  expect(() => fromTerraformPlan(plan, { accountId: "12" })).toThrow("not an account id");
});
