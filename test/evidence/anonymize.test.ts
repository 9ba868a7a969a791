import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Backup } from "@aws-sdk/client-backup";
import { FSx } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";
import { type CallStep, compare, readRecords, record } from "aws-backup-mock/evidence";
import type { OperationModel, Shape } from "../../src/model/index";
import { PlainClient } from "../adapters/plain-client";
import { allOperations, operationNamed } from "../support/model-walk";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aws-backup-mock-anonymize-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const clientNames = { backup: "BackupClient", efs: "EFSClient", fsx: "FSxClient" };

/** What a service answers a call with: an output, or an error that is thrown. */
type Service = (input: object) => Promise<object>;

/** What the file of a recording holds after one call of an operation. */
async function recorded({ service, name }: OperationModel, input: object, answer: Service): Promise<string> {
  const client = new PlainClient(
    { clientName: clientNames[service], commandName: `${name}Command` },
    { region: "eu-west-1" },
  );
  // Innermost, in the place of the service.
  const behind = () => async (args: object) => ({
    output: await answer(Reflect.get(args, "input")),
    response: {},
  });
  client.middlewareStack.add(behind, {});
  const file = join(folder, "recording.json");
  const recording = record(client, file);
  await client.send({ input }).catch(() => {});
  await recording.stop();
  return readFileSync(file, "utf8");
}

/** Texts that are different all through, each with the member that it was given to. */
class Canaries {
  readonly #members = new Map<string, string>();

  /** A text with small and capital letters, digits and a hyphen. */
  text(member: string): string {
    const text = `Acme-Corp${this.#members.size}Zq`;
    this.#members.set(text, member);
    return text;
  }

  /** Fills every text of a shape. */
  fill(shape: Shape, member: string, around: readonly Shape[] = []): unknown {
    if (around.includes(shape)) return undefined;
    const within = [...around, shape];
    switch (shape.type) {
      case "structure":
        return Object.fromEntries(
          shape.members.map(({ name, target }) => [name, this.fill(target, name, within)]),
        );
      case "list":
        return [this.fill(shape.item, member, within)];
      case "map":
        return { [String(this.fill(shape.key, `${member}{key}`))]: this.fill(shape.value, member, within) };
      case "enum":
        return shape.values[0];
      case "string":
        return this.text(member);
      case "timestamp":
        return new Date("2026-01-01T00:00:00Z");
      case "boolean":
        return true;
      default:
        return 1;
    }
  }

  /** The members whose texts are found in a file. */
  foundIn(file: string): readonly string[] {
    return [...this.#members].flatMap(([text, member]) => (file.includes(text) ? [member] : []));
  }

  memberOf(text: string): string {
    return this.#members.get(text) ?? "";
  }

  get all(): readonly string[] {
    return [...this.#members.keys()];
  }
}

const asObject = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});

/** Members that hold AWS's own words: what AWS would refuse there says nothing about anybody. */
const vocabulary = `
  AccessPointMetadata{key}
  Aggregates AggregationPeriod AvailabilityZoneId AvailabilityZoneName BackupOptions BackupPlanTemplateId BackupOptions{key} BackupRuleCron
  BackupRuleTimezone BackupType ByMessageCategory ByResourceType ByStatus ComplianceResourceTypes ControlName
  DailyAutomaticBackupStartTime DeploymentStatus DestinationVaultLockState DestinationVaultType
  EnableFsxRouteTableUpdatesFromParticipantAccounts FileCacheTypeVersion FileSystemTypeVersion Formats FrameworkStatus
  GlobalSettings GlobalSettings{key} InferredMetadata{key} MessageCategory Metadata{key} Options ParameterName
  Permissions ProtectedResourceType Region Regions ReportTemplate ResourceType ResourceTypeManagementPreference{key}
  ResourceTypeOptInPreference{key} ResourceTypes RestoreMetadataOverrides{key} RestoreMetadata{key} RootSquash
  ScheduleExpression ScheduleExpressionTimezone SourceBackupRegion SourceFileSystemRegion SourceRegion Status
  VaultLockState VaultType WeeklyMaintenanceStartTime`;

/** Members that hold sentences of AWS's. */
const sentences = "DeletionStatusMessage IndexStatusMessage Message StatusMessage ValidationStatusMessage";

const words = (text: string): readonly string[] => text.trim().split(/\s+/).sort();

describe("what a user chose, or a service made up, does not reach the file", () => {
  /** The members whose texts reach the file, of all operations. */
  async function reaching(side: "input" | "output"): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const operation of allOperations()) {
      const canaries = new Canaries();
      const filled = asObject(canaries.fill(operation[side], side));
      const [input, output] = side === "input" ? [filled, {}] : [{}, filled];
      const text = await recorded(operation, input, async () => output);
      for (const member of canaries.foundIn(text)) found.add(member);
    }
    return [...found];
  }

  test("whatever member of whatever operation it is", async () => {
    const inInputs = await reaching("input");
    const inOutputs = await reaching("output");
    expect(inInputs.filter(name => !words(vocabulary).includes(name))).toEqual([]);
    expect([...new Set([...inInputs, ...inOutputs])].sort()).toEqual(words(`${vocabulary} ${sentences}`));
  });

  test("when an error repeats it, in its message or in its members", async () => {
    const operation = operationNamed("fsx", "CreateFileSystem");
    const canaries = new Canaries();
    const input = asObject(canaries.fill(operation.input, "input"));
    const known = canaries.all.filter(text => !words(vocabulary).includes(canaries.memberOf(text)));
    const file = await recorded(operation, input, () => {
      const error = Object.assign(new Error(`Cannot use ${known.join(", ")} (${known[0]?.toUpperCase()}).`), {
        name: "BadRequest",
        $metadata: { httpStatusCode: 400 },
        ActiveDirectoryId: known[1],
      });
      return Promise.reject(error);
    });
    expect(file).toContain("Cannot use ");
    for (const text of known) expect(file.toLowerCase()).not.toContain(text.toLowerCase());
  });
});

const file = (): string => join(folder, "recording.json");

/** A mock as the service of a client of Backup, and what the recorded file holds after some calls. */
async function calling(
  work: (clients: { backup: Backup; fsx: FSx }) => Promise<unknown>,
): Promise<{ readonly text: string; readonly steps: readonly CallStep[] }> {
  const { requestHandler } = mockAws({ accountId: "987654321098", region: "eu-west-1" });
  const credentials = { accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI" };
  const config = { region: "eu-west-1", credentials, requestHandler };
  const clients = { backup: new Backup(config), fsx: new FSx(config) };
  await using recording = record([clients.backup, clients.fsx], file());
  await work(clients);
  await recording.stop();
  const text = readFileSync(file(), "utf8");
  const [made] = readRecords(JSON.parse(text));
  return { text, steps: made?.steps.flatMap(step => ("call" in step ? [step] : [])) ?? [] };
}

describe("secrets", () => {
  const password = "Tr0ub4dor&3";

  test("passwords are replaced by one text that does not show how long they are", async () => {
    const { text } = await calling(async ({ fsx }) => {
      await fsx.createFileSystem({
        FileSystemType: "WINDOWS",
        StorageCapacity: 32,
        SubnetIds: ["subnet-0123456789abcdef0"],
        WindowsConfiguration: {
          ThroughputCapacity: 32,
          SelfManagedActiveDirectoryConfiguration: {
            DomainName: "corp.acme.example",
            UserName: "svc-joiner",
            Password: password,
            DnsIps: ["10.42.1.2", "10.42.7.9"],
            OrganizationalUnitDistinguishedName: "OU=FSx,DC=acme,DC=example",
          },
        },
      });
      await fsx
        .createStorageVirtualMachine({
          FileSystemId: "fs-0123456789abcdef0",
          Name: "svm",
          SvmAdminPassword: `${password}-longer`,
        })
        .catch(() => {});
    });
    expect(text.match(/Replaced-Pa55word/g)).toHaveLength(2);
    expect(text).not.toMatch(/Tr0ub4dor|acme|joiner|10\.42\./);
    // The two addresses stay in one network.
    expect(text.match(/"10\.\d+\.[17]\.[29]"/g)?.map(ip => ip.split(".")[1])).toEqual(
      expect.arrayContaining(["0", "0"]),
    );
    expect(await compare(file())).toEqual([]);
  });

  test("a password that AWS repeats in a message", async () => {
    const input = { FileSystemId: "fs-0123456789abcdef0", SvmAdminPassword: password };
    const text = await recorded(operationNamed("fsx", "CreateStorageVirtualMachine"), input, () =>
      Promise.reject(
        Object.assign(new Error(`The password '${password}' is too easy.`), {
          name: "BadRequest",
          $metadata: { httpStatusCode: 400 },
        }),
      ),
    );
    expect(text).toContain("The password 'Replaced-Pa55word' is too easy.");
    expect(text).not.toContain(password);
  });

  test("passwords and keys in maps that know no members", async () => {
    const Metadata = {
      MasterUserPassword: password,
      aws_secret_access_key: "wJalrXUtnFEMI",
      DBInstanceIdentifier: "acme-prod",
      MultiAZ: "true",
      KmsKeyId: "arn:aws:kms:eu-west-1:987654321098:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      VpcSecurityGroupIds: '["sg-0a1b2c3d4e5f60718"]',
    };
    const { text, steps } = await calling(async ({ backup }) => {
      await backup
        .startRestoreJob({ RecoveryPointArn: "arn:aws:rds:eu-west-1:987654321098:snapshot:acme", Metadata })
        .catch(() => {});
    });
    expect(text).not.toMatch(/Tr0ub4dor|wJalrXUtnFEMI|acme|1234abcd|0a1b2c3d4e5f60718/);
    expect(steps[0]?.input?.["Metadata"]).toMatchObject({
      MultiAZ: "true",
      VpcSecurityGroupIds: expect.stringMatching(/^\["sg-0{10,}\d+"\]$/),
    });
  });

  test("accounts, principals and conditions of policies, whose form stays", async () => {
    const Policy = `{
  "Version": "2012-10-17",
  "Statement": [{
    "Sid": "AcmeDeny", "Effect": "Deny", "Action": ["backup:DeleteRecoveryPoint", "backup:*"], "Resource": "*",
    "Principal": {"AWS": ["444455556666", "arn:aws:iam::987654321098:user/jane", "*"], "Service": "backup.amazonaws.com"},
    "Condition": {"StringNotLike": {"aws:PrincipalOrgID": "o-a1b2c3d4e5", "aws:PrincipalTag/team": "acme*"},
      "Bool": {"aws:SecureTransport": "false"}}
  }]
}`;
    const { steps } = await calling(async ({ backup }) => {
      await backup.createBackupVault({ BackupVaultName: "acme" });
      await backup.putBackupVaultAccessPolicy({ BackupVaultName: "acme", Policy });
      await backup.getBackupVaultAccessPolicy({ BackupVaultName: "acme" });
    });
    const written = String(steps[1]?.input?.["Policy"]);
    expect(written).not.toMatch(/acme|jane|444455556666|987654321098|a1b2c3d4e5|team/i);
    expect(written.split("\n").map(line => line.length)).toEqual(Policy.split("\n").map(line => line.length));
    expect(JSON.parse(written)).toMatchObject({
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Deny",
          Action: ["backup:DeleteRecoveryPoint", "backup:*"],
          Principal: {
            AWS: ["222222222222", expect.stringMatching(/^arn:aws:iam::123456789012:user\/\w{4}$/), "*"],
            Service: "backup.amazonaws.com",
          },
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        },
      ],
    });
    expect(await compare(file())).toEqual([]);
  });
});

test.each([
  "my-vault-1",
  "AWSAcmePayroll",
  "acme.s3.amazonaws.com",
  "acme://host/share",
  "aws/acme",
  "arn:aws:acme:eu-west-1:123456789012:thing/acme",
  "arn:aws:s3:::acme-bucket/acme/file",
  "arn:acme:backup:acme:acme:backup-vault:acme",
  "arn:aws:logs:eu-west-1:987654321098:log-group:/aws/fsx/acme:*",
  "42 acmes",
  "987654321098",
  "10.20.30.40",
  "AKIAIOSFODNN7EXAMPLE",
  "fs-0a1b2c3d4e5f60718.acme.example",
  "o-a1b2c3d4e5",
  "äcme übung",
  "${acme}",
  '{"acme": ["acme", {"Owner": "acme"}]}',
])("%s is replaced wherever it comes from", async text => {
  const told =
    text.match(/acme[-\w]*|AWSAcme\w+|äcme|my-vault-1|9876\w+|10\.20|AKIA\w+|0a1b\w+|a1b2\w+/gi) ?? [];
  expect(told.length).toBeGreaterThan(0);
  const operation = operationNamed("backup", "CreateBackupVault");
  const refuse = () =>
    Promise.reject(
      Object.assign(new Error(`No: ${text}`), { name: "No", $metadata: { httpStatusCode: 400 } }),
    );
  const files = [
    await recorded(operation, { BackupVaultName: text, BackupVaultTags: { Owner: text } }, async () => ({})),
    await recorded(operation, { BackupVaultName: text }, refuse),
    await recorded(operation, {}, async () => ({ BackupVaultName: text, BackupVaultArn: text })),
  ];
  for (const file of files) {
    expect(readRecords(JSON.parse(file))).toHaveLength(1);
    for (const part of told) expect(file).not.toContain(part);
  }
});

describe("what is replaced stays what it was to the service", () => {
  test("names that are refused are refused in their new form", async () => {
    const { steps } = await calling(async ({ backup }) => {
      for (const BackupVaultName of ["acme corp!", "a", `acme-${"x".repeat(60)}`, "Acme_Corp-1"]) {
        await backup.createBackupVault({ BackupVaultName }).catch(() => {});
      }
    });
    expect(steps.map(({ error }) => error?.name)).toEqual([
      "InvalidParameterValueException",
      "InvalidParameterValueException",
      "InvalidParameterValueException",
      undefined,
    ]);
    expect(steps[3]?.input?.["BackupVaultName"]).toMatch(/^[A-Z][a-z]{3}_[A-Z][a-z]{3}-\d$/);
    expect(await compare(file())).toEqual([]);
  });

  test("what AWS itself has made keeps its name", async () => {
    const { steps } = await calling(async ({ backup }) => {
      await backup
        .createBackupPlan({
          BackupPlan: {
            BackupPlanName: "acme",
            Rules: [
              {
                RuleName: "acme-rule",
                TargetBackupVaultName: "Default",
                ScheduleExpression: "cron(0 5 ? * * *)",
              },
            ],
          },
        })
        .catch(() => {});
      await backup
        .startBackupJob({
          BackupVaultName: "Default",
          IamRoleArn: "arn:aws:iam::987654321098:role/service-role/AWSBackupDefaultServiceRole",
          ResourceArn: "arn:aws:dynamodb:eu-west-1:987654321098:table/acme-orders",
        })
        .catch(() => {});
    });
    expect(steps[0]?.input).toMatchObject({
      BackupPlan: { Rules: [{ TargetBackupVaultName: "Default", ScheduleExpression: "cron(0 5 ? * * *)" }] },
    });
    expect(steps[1]?.input).toEqual({
      BackupVaultName: "Default",
      IamRoleArn: "arn:aws:iam::123456789012:role/service-role/AWSBackupDefaultServiceRole",
      ResourceArn: expect.stringMatching(
        /^arn:aws:dynamodb:eu-west-1:123456789012:table\/[a-z]{4}-[a-z]{6}$/,
      ),
    });
  });

  test("one text is replaced by one other text, wherever it stands", async () => {
    const { text, steps } = await calling(async ({ backup }) => {
      await backup.createBackupVault({
        BackupVaultName: "acme-vault",
        BackupVaultTags: { vault: "acme-vault" },
      });
      await backup.describeBackupVault({ BackupVaultName: "acme-vault" });
      await backup.describeBackupVault({ BackupVaultName: "acme-other" }).catch(() => {});
    });
    const name = steps[0]?.input?.["BackupVaultName"];
    expect(steps[0]?.input).toEqual({ BackupVaultName: name, BackupVaultTags: { vault: name } });
    expect(steps[1]).toMatchObject({
      input: { BackupVaultName: name },
      output: { BackupVaultArn: `arn:aws:backup:eu-west-1:123456789012:backup-vault:${name}` },
    });
    expect(steps[2]?.input?.["BackupVaultName"]).not.toBe(name);
    expect(text).not.toContain("acme");
  });

  test("references are not to be mistaken for names", async () => {
    const { text } = await calling(async ({ backup }) => {
      await backup
        .createBackupVault({ BackupVaultName: "acme", BackupVaultTags: { note: "${acme}" } })
        .catch(() => {});
    });
    expect(text).toContain("#{");
    expect(await compare(file())).toEqual([]);
  });
});
