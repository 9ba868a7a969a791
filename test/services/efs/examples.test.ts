import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as sdk from "@aws-sdk/client-efs";
import { account, availableFileSystem, refusal } from "./support";

interface Example {
  readonly operation: string;
  readonly title: string;
  readonly input: object;
  readonly output: object | null;
  /** False if the documented example violates AWS's own model. */
  readonly valid: boolean;
}

/** The examples of AWS's documentation. */
const examples: readonly Example[] = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "examples.json"), "utf8"),
);

/** Creates the resources that the examples use. */
async function exampleWorld(withMountTarget: boolean) {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs, {
    Tags: [{ Key: "Name", Value: "MyFileSystem" }],
  });
  await efs.putLifecycleConfiguration({
    FileSystemId,
    LifecyclePolicies: [{ TransitionToIA: "AFTER_30_DAYS" }],
  });
  const ids = new Map([["fs-01234567", FileSystemId]]);
  if (withMountTarget) {
    const { MountTargetId = "" } = await efs.createMountTarget({
      FileSystemId,
      SubnetId: "subnet-1234abcd",
      IpAddress: "192.0.0.20",
      SecurityGroups: ["sg-4567abcd"],
    });
    ids.set("fsmt-12340abc", MountTargetId).set("fsmt-f9a14450", MountTargetId);
    await aws.settle();
  }
  return { efs, ids };
}

const generated: ReadonlySet<string> = new Set([
  "CreationTime",
  "FileSystemId",
  "IpAddress",
  "MountTargetId",
  "NetworkInterfaceId",
  "OwnerId",
]);

const patterns: Readonly<Record<string, RegExp>> = {
  FileSystemId: /^fs-[0-9a-f]{17}$/,
  MountTargetId: /^fsmt-[0-9a-f]{17}$/,
  NetworkInterfaceId: /^eni-[0-9a-f]{17}$/,
  IpAddress: /^192\.0\.0\.\d+$/,
  OwnerId: /^\d{12}$/,
};

/** The example's output, with generated values left open. */
function expected(value: unknown, name = ""): unknown {
  if (name === "CreationTime") return expect.any(Date);
  if (generated.has(name)) return expect.stringMatching(patterns[name] ?? /./);
  if (Array.isArray(value)) return value.map(item => expected(item));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, expected(member, key)]);
  // The example predates the tag that EFS adds for automatic backups.
  const { Tags, ...rest } = Object.fromEntries(members);
  return expect.objectContaining(Tags ? { ...rest, Tags: expect.arrayContaining(Tags) } : rest);
}

/** The example's command, with its ids replaced by those of this world. */
function commandOf({ operation, input }: Example, ids: ReadonlyMap<string, string>) {
  const Command: unknown = Reflect.get(sdk, `${operation}Command`);
  if (typeof Command !== "function") throw new Error(`There is no ${operation}Command.`);
  let text = JSON.stringify(input);
  for (const [example, own] of ids) text = text.replaceAll(example, own);
  return Reflect.construct(Command, [JSON.parse(text)]);
}

const needsMountTarget = (operation: string): boolean =>
  operation.includes("MountTarget") && operation !== "CreateMountTarget";

test.each(
  examples.filter(({ valid }) => valid).map(example => [example.operation, example.title, example] as const),
)("%s: %s", async (operation, _, example) => {
  const { efs, ids } = await exampleWorld(needsMountTarget(operation));
  if (operation === "CreateMountTarget") {
    // The address in the example determines the range of its subnet.
    const other = await availableFileSystem(efs);
    await efs.createMountTarget({ ...other, SubnetId: "subnet-1234abcd", IpAddress: "192.0.0.9" });
  }
  const output = await efs.send(commandOf(example, ids));
  expect(output).toEqual(expected(example.output ?? {}));
});

test.each(examples.filter(({ valid }) => !valid).map(example => [example.operation, example] as const))(
  "%s: documented ids that violate the model are refused",
  async (_, example) => {
    const { efs, ids } = await exampleWorld(false);
    expect(await refusal(efs.send(commandOf(example, ids)))).toMatchObject({ name: "ValidationException" });
  },
);
