import { InvalidPolicyException, PolicyNotFound } from "@aws-sdk/client-efs";
import { account, availableFileSystem, efsError, refusal } from "./support";

const denyInsecure = {
  Version: "2012-10-17",
  Id: "secure",
  Statement: [
    {
      Sid: "tls",
      Effect: "Deny",
      Principal: { AWS: "*" },
      Action: "*",
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
    {
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::123456789012:root" },
      Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
    },
  ],
};

test("a policy is returned as it was sent, and described in the format of EFS", async () => {
  const { efs } = account();
  const { FileSystemId, FileSystemArn } = await availableFileSystem(efs);
  const Policy = JSON.stringify(denyInsecure);
  const put = await efs.putFileSystemPolicy({ FileSystemId: FileSystemArn, Policy });
  expect(put).toMatchObject({ FileSystemId, Policy });
  const described = await efs.describeFileSystemPolicy({ FileSystemId });
  expect(described.Policy).toBe(`{
  "Version" : "2012-10-17",
  "Id" : "secure",
  "Statement" : [ {
    "Sid" : "tls",
    "Effect" : "Deny",
    "Principal" : {
      "AWS" : "*"
    },
    "Action" : "*",
    "Condition" : {
      "Bool" : {
        "aws:SecureTransport" : "false"
      }
    }
  }, {
    "Effect" : "Allow",
    "Principal" : {
      "AWS" : "arn:aws:iam::123456789012:root"
    },
    "Action" : [ "elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite" ]
  } ]
}`);
});

test("a deleted policy is not found, and deleting it again succeeds", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  await efs.putFileSystemPolicy({ FileSystemId, Policy: JSON.stringify(denyInsecure) });
  for (let time = 0; time < 2; time++) {
    const deleted = await efs.deleteFileSystemPolicy({ FileSystemId });
    expect(deleted.$metadata.httpStatusCode).toBe(200);
    const error = await refusal(efs.describeFileSystemPolicy({ FileSystemId }));
    expect(error).toBeInstanceOf(PolicyNotFound);
    expect(error).toEqual(efsError("PolicyNotFound", 404));
  }
});

const statement = { Effect: "Allow", Principal: "*", Action: "elasticfilesystem:ClientMount" };

test.each([
  ["text that is not JSON", "not JSON"],
  ["a list instead of an object", "[]"],
  ["no statements", JSON.stringify({ Version: "2012-10-17", Statement: [] })],
  ["an unknown version", JSON.stringify({ Version: "2020-01-01", Statement: [statement] })],
  ["excessive nesting", `{"Statement":${"[".repeat(9_000)}${"]".repeat(9_000)}}`],
  ["a statement without an effect", JSON.stringify({ Statement: [{ ...statement, Effect: undefined }] })],
  [
    "a statement without a principal",
    JSON.stringify({ Statement: [{ ...statement, Principal: undefined }] }),
  ],
  ["a statement without an action", JSON.stringify({ Statement: [{ ...statement, Action: undefined }] })],
  [
    "a principal without a type",
    JSON.stringify({ Statement: [{ ...statement, Principal: "123456789012" }] }),
  ],
  ["an empty list of actions", JSON.stringify({ Statement: [{ ...statement, Action: [] }] })],
])("a policy with %s is invalid", async (_, Policy) => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const error = await refusal(efs.putFileSystemPolicy({ FileSystemId, Policy }));
  expect(error).toBeInstanceOf(InvalidPolicyException);
  expect(error).toEqual(efsError("InvalidPolicyException", 400));
});

test.each([
  ["everything to everyone", { Principal: "*", Action: "*" }],
  ["the service to the account", { Principal: { AWS: "123456789012" }, Action: ["elasticfilesystem:*"] }],
  [
    "changing the policy to the account",
    {
      Principal: { AWS: ["arn:aws:iam::123456789012:root"] },
      Action: "elasticfilesystem:PutFileSystemPolicy",
    },
  ],
  ["by a pattern to everyone", { Principal: "*", Action: "elastic*:Put*System?olicy" }],
  ["all but mounting to everyone", { Principal: { AWS: "*" }, NotAction: "elasticfilesystem:ClientMount" }],
])("a policy that denies %s locks the caller out, unless that is wanted", async (_, deny) => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const Policy = JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Deny", ...deny } });
  expect(await refusal(efs.putFileSystemPolicy({ FileSystemId, Policy }))).toEqual(
    efsError("InvalidPolicyException", 400, {
      message:
        "This policy would prevent future FileSystemPolicy updates. Retry the request with the BypassPolicyLockoutSafetyCheck parameter to apply this policy.",
    }),
  );
  await efs.putFileSystemPolicy({ FileSystemId, Policy, BypassPolicyLockoutSafetyCheck: true });
  expect((await efs.describeFileSystemPolicy({ FileSystemId })).FileSystemId).toBe(FileSystemId);
});

test("a policy that denies other actions, or other accounts, is accepted", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const slow = "*?".repeat(2_000);
  for (const deny of [
    { Principal: "*", Action: ["elasticfilesystem:Client*", "s3:*", slow] },
    { Principal: { AWS: "arn:aws:iam::222222222222:root" }, Action: "*" },
    { Principal: { Service: "ec2.amazonaws.com" }, Action: "*" },
    { Principal: "*", NotAction: "elasticfilesystem:*" },
  ]) {
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", ...deny }] });
    expect((await efs.putFileSystemPolicy({ FileSystemId, Policy })).Policy).toBe(Policy);
  }
});

test("an unknown file system has no policy", async () => {
  const { efs } = account();
  const FileSystemId = "fs-00000000";
  const notFound = efsError("FileSystemNotFound", 404);
  const Policy = JSON.stringify(denyInsecure);
  expect(await refusal(efs.putFileSystemPolicy({ FileSystemId, Policy }))).toEqual(notFound);
  expect(await refusal(efs.describeFileSystemPolicy({ FileSystemId }))).toEqual(notFound);
  expect(await refusal(efs.deleteFileSystemPolicy({ FileSystemId }))).toEqual(notFound);
});

describe("the principal of a policy", () => {
  const principals: readonly [string, unknown, valid: boolean][] = [
    ["everyone", "*", true],
    ["everyone, as AWS principal", { AWS: "*" }, true],
    ["an account", { AWS: "123456789012" }, true],
    ["the root of an account", { AWS: "arn:aws:iam::123456789012:root" }, true],
    [
      "a role and a user",
      { AWS: ["arn:aws:iam::123456789012:role/a/b", "arn:aws:iam::123456789012:user/c"] },
      true,
    ],
    ["a service", { Service: "backup.amazonaws.com" }, true],
    ["a bare name", { AWS: "nobody" }, false],
    ["a list with a bare name", { AWS: ["*", "nobody"] }, false],
    ["an ARN of another service", { AWS: "arn:aws:s3:::bucket" }, false],
    ["a role with a wildcard", { AWS: "arn:aws:iam::123456789012:role/*" }, false],
    ["a principal of an unknown kind", { User: "someone" }, false],
    ["a service that is none", { Service: "backup" }, false],
  ];
  test.each(principals)("can be %s: %j is valid: %s", async (_what, Principal, isValid) => {
    const { efs } = account();
    const { FileSystemId } = await availableFileSystem(efs);
    const statement = { Effect: "Allow", Principal, Action: "elasticfilesystem:ClientMount", Resource: "*" };
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
    const put = efs.putFileSystemPolicy({ FileSystemId, Policy });
    if (isValid) await put;
    else {
      expect(await refusal(put)).toEqual(
        efsError("InvalidPolicyException", 400, { message: "Policy contains invalid Principal block" }),
      );
    }
  });
});
