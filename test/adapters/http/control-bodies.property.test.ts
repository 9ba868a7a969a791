import fc from "fast-check";
import { allControls, pathOf } from "../../../src/adapters/http/controls/all-controls";
import { methodsOf } from "../../../src/adapters/http/controls/control";
import { atDepth } from "../../support/depth";
import { closeAll, served } from "./support";

afterEach(closeAll);

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
const id = "fs-0123456789abcdef0";

/** Values that mean something, by the names of members. */
const plausible: Readonly<Record<string, readonly unknown[]>> = {
  name: ["before"],
  since: ["before"],
  id: [id],
  key: [id],
  kind: ["efs.fileSystems", "efs.mountTargets", "backup.backupJobs"],
  patch: [
    { Tags: [{ Key: "a", Value: "b" }] },
    { ProvisionedThroughputInMibps: null },
    { LifeCycleState: "error" },
  ],
  operation: ["StartBackupJob", "DescribeFileSystems"],
  service: ["backup", "efs"],
  input: [{ BackupVaultName: "Default" }],
  resolves: [{ BackupJobId: "job-1" }, {}],
  rejects: ["ThrottlingException", { name: "ThrottlingException", message: "Later" }],
  once: [true],
  delays: ["1 minute", 5],
  fails: ["no space left"],
  state: ["FAILED", "PARTIAL"],
  takes: ["1 hour", { hours: 2 }],
  transfers: [0, 5],
  match: [{}, { ResourceType: "DynamoDB" }],
  type: ["DynamoDB", "backup"],
  resourceArn: [table],
  advance: ["1 hour"],
  next: [true],
  settle: [true],
  until: [{ event: "Backup Job State Change" }],
  within: ["1 day"],
  for: ["3 days"],
  first: [3],
  newest: [3],
  countBy: [["State"]],
};

/** A value of a member: mostly one that means something. */
const valueOfMember = (name: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...(plausible[name] ?? [5])) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(0, "x", true, [], {}, null, { Tags: null }) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  );

/** A body with some of a control's members, and sometimes others. */
const requests = fc
  .constantFrom(...allControls.filter(each => methodsOf(each).includes("POST")))
  .chain(control => {
    const members = Object.entries(control.members).map(([name, { required }]) => {
      const freq = required ? 20 : 1;
      return [name, fc.option(valueOfMember(name), { nil: undefined, freq })] as const;
    });
    return fc.record({
      path: fc.constant(pathOf(control)),
      body: fc.record(Object.fromEntries(members)),
      others: fc.oneof(
        { weight: 9, arbitrary: fc.constant({}) },
        { weight: 1, arbitrary: fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 }) },
      ),
    });
  });

test("whatever a body holds, it is done or refused with a reason, and a refusal changes nothing", async () => {
  const { aws, ask } = await served({ clock: "manual" });
  aws.seed({ resources: [{ arn: table }], efs: { fileSystems: [{ FileSystemId: id }] } });
  await ask("POST", "/_mock/snapshot", { name: "before" });
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requests, async ({ path, body, others }) => {
      const before = aws.state;
      const pending = aws.pending();
      const { status, content } = await ask("POST", path, { ...others, ...body });
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      expect([200, 400, 409]).toContain(status);
      if (status !== 400) return;
      expect(content).toEqual({ code: expect.any(String), message: expect.stringMatching(/.{10}/) });
      expect(aws.state).toBe(before);
      expect(aws.pending()).toEqual(pending);
    }),
    { numRuns: atDepth({ quick: 300, deep: 10_000 }), seed: 20_260_101 },
  );
  // The bodies reach what they are for, and do not only fail to be read.
  expect(statuses.get(200)).toBeGreaterThan(60);
});
