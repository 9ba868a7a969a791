import {
  type AdministrativeAction,
  type CreateFileSystemCommandInput,
  type FileSystem,
  FSx,
  FSxServiceException,
} from "@aws-sdk/client-fsx";
import { type MockAws, type MockOptions, mockAws } from "aws-backup-mock";

type Request = Partial<CreateFileSystemCommandInput>;

export const subnet = "subnet-0123456789abcdef0";
export const otherSubnet = "subnet-0fedcba9876543210";

/** A valid request for each type of file system. */
export const requests = {
  windows: {
    FileSystemType: "WINDOWS",
    StorageCapacity: 300,
    SubnetIds: [subnet],
    WindowsConfiguration: { ActiveDirectoryId: "d-9067141d9e", ThroughputCapacity: 32 },
  },
  lustre: {
    FileSystemType: "LUSTRE",
    StorageCapacity: 1_200,
    SubnetIds: [subnet],
    LustreConfiguration: { DeploymentType: "PERSISTENT_2", PerUnitStorageThroughput: 125 },
  },
  ontap: {
    FileSystemType: "ONTAP",
    StorageCapacity: 1_024,
    SubnetIds: [subnet],
    OntapConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 128 },
  },
  openzfs: {
    FileSystemType: "OPENZFS",
    StorageCapacity: 64,
    SubnetIds: [subnet],
    OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_1", ThroughputCapacity: 64 },
  },
} satisfies Record<string, CreateFileSystemCommandInput>;

export type Kind = keyof typeof requests;

/** A mock with a client of Amazon FSx, and helpers. */
export interface Fixture {
  readonly aws: MockAws;
  readonly fsx: FSx;
  /** Creates a file system and returns its description. */
  create(kind: Kind, change?: Request): Promise<FileSystem>;
  /** Creates a file system and waits until it is available. */
  available(kind: Kind, change?: Request): Promise<FileSystem>;
  describe(id: string | undefined): Promise<FileSystem>;
}

export const account = (options: MockOptions = {}): Fixture => {
  const aws = mockAws(options);
  // Jobs and plans of these tests store their backups there.
  aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] } });
  return fixtureOf(aws, options.region);
};

/** The same for an existing mock. */
export function fixtureOf(aws: MockAws, region = "us-east-1"): Fixture {
  const fsx = aws.attach(new FSx({ region }));
  const create = async (kind: Kind, change: Request = {}) =>
    (await fsx.createFileSystem({ ...requests[kind], ...change })).FileSystem ?? {};
  const describe = async (id: string | undefined) =>
    (await fsx.describeFileSystems({ FileSystemIds: [id ?? ""] })).FileSystems?.[0] ?? {};
  return {
    aws,
    fsx,
    create,
    describe,
    async available(kind, change) {
      const { FileSystemId } = await create(kind, change);
      await aws.settle();
      return describe(FileSystemId);
    },
  };
}

/** The name, the message and the other members of an exception. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
  readonly [member: string]: unknown;
}

export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof FSxServiceException)) throw error;
    const { $metadata: _, ...members } = error;
    return { ...members, name: error.name, message: error.message };
  }
  throw new Error("The call was not refused.");
}

/** An administrative action in short form: `FILE_SYSTEM_UPDATE PENDING`. */
export const short = ({ AdministrativeActionType, Status, ProgressPercent }: AdministrativeAction): string =>
  [AdministrativeActionType, Status, ProgressPercent].filter(value => value !== undefined).join(" ");

/** Polls, as scripts do, until the state is one of `ends`. Returns the states without repetitions. */
export async function poll(
  read: () => Promise<string | undefined>,
  ends: readonly string[],
): Promise<string[]> {
  const seen: string[] = [];
  for (let reads = 0; reads < 20; reads++) {
    const state = await read();
    if (state !== undefined && state !== seen.at(-1)) seen.push(state);
    if (state !== undefined && ends.includes(state)) return seen;
  }
  throw new Error(`No final state after 20 reads: ${seen.join(", ")}`);
}
