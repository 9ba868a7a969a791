import { expect } from "bun:test";
import { type AwsMatchers, matchers } from "aws-backup-mock/matchers";

declare module "bun:test" {
  interface Matchers<T> extends AwsMatchers {}
}

expect.extend(matchers);
