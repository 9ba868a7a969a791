import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as sdk from "@aws-sdk/client-fsx";
import { account, requests } from "./account";

interface Example {
  readonly operation: string;
  readonly title: string;
  readonly input: object;
  readonly output: object | null;
}

/** The examples in AWS's documentation. */
const examples: readonly Example[] = JSON.parse(
  readFileSync(join(__dirname, "fixtures", "examples.json"), "utf8"),
);

const Tags = [{ Key: "Name", Value: "MyFileSystem" }];

/** The resources that the examples use: a Windows file system, and a backup of a Lustre one in another Region. */
async function exampleWorld() {
  const { aws, fsx, available } = account({ accountId: "012345678912" });
  const { FileSystemId = "" } = await available("windows", {
    Tags,
    WindowsConfiguration: {
      ActiveDirectoryId: "d-1234abcd12",
      ThroughputCapacity: 8,
      AutomaticBackupRetentionDays: 30,
      DailyAutomaticBackupStartTime: "05:00",
      WeeklyMaintenanceStartTime: "1:05:00",
    },
  });
  const ohio = aws.attach(new sdk.FSx({ region: "us-east-2" }));
  const { FileSystem } = await ohio.createFileSystem({
    ...requests.lustre,
    StorageCapacity: 2_400,
    LustreConfiguration: {
      DeploymentType: "PERSISTENT_1",
      PerUnitStorageThroughput: 50,
      WeeklyMaintenanceStartTime: "1:05:00",
    },
  });
  await aws.settle();
  const { Backup: here } = await fsx.createBackup({ FileSystemId });
  const { Backup: there } = await ohio.createBackup({ FileSystemId: FileSystem?.FileSystemId });
  await aws.settle();
  return { fsx, FileSystemId, here: here?.BackupId ?? "", there: there?.BackupId ?? "" };
}

const generated: ReadonlySet<string> = new Set([
  "BackupId",
  "CreationTime",
  "DNSName",
  "FileSystemId",
  "KmsKeyId",
  "NetworkInterfaceIds",
  "OwnerId",
  "ResourceARN",
  "SubnetIds",
  "VpcId",
]);

/** Matches the example's output. Generated values may differ, and later API versions may add members. */
function expected(value: unknown, name = ""): unknown {
  if (generated.has(name)) return expect.anything();
  if (Array.isArray(value)) return value.map(item => expected(item));
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).map(([key, member]) => [key, expected(member, key)]);
  return expect.objectContaining(Object.fromEntries(members));
}

test.each(examples.map(example => [example.operation, example.title, example] as const))(
  "%s: %s",
  async (operation, _title, { input, output }) => {
    const { fsx, FileSystemId, here, there } = await exampleWorld();
    const text = JSON.stringify({
      ...input,
      ...(operation === "CopyBackup" && { Tags: [{ Key: "Name", Value: "MyBackup" }] }),
    })
      .replaceAll("fs-0498eed5fe91001ec", FileSystemId)
      .replaceAll("backup-03e3c82e0183b7b6b", operation === "CopyBackup" ? there : here);
    const Command: unknown = Reflect.get(sdk, `${operation}Command`);
    if (typeof Command !== "function") throw new Error(`The client has no ${operation}Command.`);
    const answer = await fsx.send(Reflect.construct(Command, [JSON.parse(text)]));
    expect(answer).toEqual(expected(output ?? {}));
  },
);
