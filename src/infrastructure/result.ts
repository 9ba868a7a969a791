import type { Fixture } from "../seeding/seed";

/** Something that a reader left out. */
export interface SkippedResource {
  /** Its own name: the logical id, the address in a plan, or the file. */
  readonly name: string;
  /** Its type in the words of its source, such as `AWS::Lambda::Function` or `aws_iam_role`. */
  readonly type: string;
  /** Why it was left out. */
  readonly reason: string;
}

/** Something that a reader assumed, or that a test may want to add. */
export interface Warning {
  /** What it is about: the logical id, address or file, with the path of a property. */
  readonly where: string;
  /** What was assumed, and what to do if it is wrong. */
  readonly text: string;
}

/** What a reader made of a template, plan, dump or account. */
export interface Infrastructure {
  /** The resources, for `aws.seed`. A plain document, which may be saved as JSON. It is complete and valid. */
  readonly fixture: Fixture;
  /** What is not in the fixture, and why. */
  readonly skipped: readonly SkippedResource[];
  /** What was assumed. */
  readonly warnings: readonly Warning[];
}
