import {
  arn,
  arnMismatch,
  bucketArn,
  globalArn,
  locate,
  parseArn,
  placeOfArn,
} from "../../../src/core/basics";

const here = { region: "us-east-1", accountId: "123456789012" };
const beijing = { region: "cn-north-1", accountId: "123456789012" };

const parsed = (text: string) => {
  const value = parseArn(text);
  if (!value) throw new Error(`${text} is no ARN`);
  return value;
};

test("a parsed ARN has its parts and its text, and cannot change", () => {
  const text = "arn:aws:rds:us-east-1:123456789012:snapshot:awsbackup:job-1";
  const value = parsed(text);
  expect(value).toEqual({
    text,
    partition: "aws",
    service: "rds",
    region: "us-east-1",
    accountId: "123456789012",
    resource: "snapshot:awsbackup:job-1",
  });
  expect(Object.isFrozen(value)).toBe(true);
});

test.each([
  "",
  "orders",
  "arn",
  "arn:aws",
  "arn:aws:s3",
  "arn:aws:s3:::",
  "arn:aws:s3:us-east-1",
  " arn:aws:s3:::orders",
  "arn:aws:s3:::orders\n",
])("%j is no ARN", text => {
  expect(parseArn(text)).toBeUndefined();
});

test("ARNs are in the partition of the Region", () => {
  const gov = { region: "us-gov-west-1", accountId: "123456789012" };
  expect(arn("backup", here, "backup-vault:a")).toBe("arn:aws:backup:us-east-1:123456789012:backup-vault:a");
  expect(arn("backup", beijing, "x")).toBe("arn:aws-cn:backup:cn-north-1:123456789012:x");
  expect(globalArn("iam", gov, "root")).toBe("arn:aws-us-gov:iam::123456789012:root");
  expect(bucketArn(beijing, "orders")).toBe("arn:aws-cn:s3:::orders");
});

test.each([
  ["arn:aws:ec2:us-east-1:123456789012:volume/vol-1", "here", undefined],
  ["arn:aws:s3:::orders", "here", undefined],
  ["arn:aws:ec2:us-east-1::snapshot/snap-1", "here", undefined],
  ["arn:aws:iam::123456789012:role/backup", "here", undefined],
  [
    "arn:aws:ec2:eu-west-1:123456789012:volume/vol-1",
    "elsewhere",
    { part: "region", actual: "eu-west-1", expected: "us-east-1" },
  ],
  [
    "arn:aws:ec2:us-east-1:222222222222:volume/vol-1",
    "elsewhere",
    { part: "account", actual: "222222222222", expected: "123456789012" },
  ],
  [
    "arn:aws-cn:ec2:cn-north-1:123456789012:volume/vol-1",
    "foreign",
    { part: "partition", actual: "aws-cn", expected: "aws" },
  ],
  ["arn:aws-cn:s3:::orders", "foreign", { part: "partition", actual: "aws-cn", expected: "aws" }],
])("%s is %s, seen from us-east-1", (text, where, mismatch) => {
  expect(locate(parsed(text), here)).toBe(where);
  expect(arnMismatch(parsed(text), here)).toEqual(mismatch);
});

test.each([
  ["arn:aws:backup:us-east-1:123456789012:backup-vault:a", here],
  ["arn:aws-cn:backup:cn-north-1:123456789012:backup-vault:a", beijing],
  ["arn:aws-cn:backup:us-east-1:123456789012:backup-vault:a", undefined],
  ["arn:aws:s3:::orders", undefined],
  ["arn:aws:ec2:us-east-1::snapshot/snap-1", undefined],
  ["arn:aws:iam::123456789012:role/backup", undefined],
])("%s names the place %j", (text, place) => {
  expect(placeOfArn(parsed(text))).toEqual(place);
});
