import type {
  CreateAndAttachS3AccessPointCommandInput,
  S3AccessPointAttachmentsFilter,
} from "@aws-sdk/client-fsx";
import { account, type Fixture, poll, refusal } from "./account";

const FileSystemIdentity = { Type: "POSIX", PosixUser: { Uid: 1_001, Gid: 1_001 } } as const;
const unknownVolume = "fsvol-0123456789abcdef0";

/** An OpenZFS file system that supports S3 access points. */
async function withVolume(fixture: Fixture = account()) {
  const { fsx, available } = fixture;
  const { FileSystemId, OpenZFSConfiguration } = await available("openzfs", {
    OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_HA_2", ThroughputCapacity: 160 },
  });
  const VolumeId = OpenZFSConfiguration?.RootVolumeId ?? "";
  const attach = async (Name: string, change: Partial<CreateAndAttachS3AccessPointCommandInput> = {}) =>
    (
      await fsx.createAndAttachS3AccessPoint({
        Name,
        Type: "OPENZFS",
        OpenZFSConfiguration: { VolumeId, FileSystemIdentity },
        ...change,
      })
    ).S3AccessPointAttachment;
  return { ...fixture, FileSystemId, VolumeId, attach };
}

test("an access point is CREATING, then AVAILABLE, and has an ARN and an alias", async () => {
  const { fsx, attach, VolumeId } = await withVolume();
  const VpcConfiguration = { VpcId: "vpc-0123456789abcdef0" };
  const made = await attach("reports", { S3AccessPoint: { VpcConfiguration, Policy: "{}" } });
  expect(made).toMatchObject({
    Lifecycle: "CREATING",
    Name: "reports",
    Type: "OPENZFS",
    OpenZFSConfiguration: { VolumeId, FileSystemIdentity },
    S3AccessPoint: {
      ResourceARN: "arn:aws:s3:us-east-1:123456789012:accesspoint/reports",
      Alias: expect.stringMatching(/^reports-[a-z0-9]{34}-ext-s3alias$/),
      VpcConfiguration,
    },
  });
  const describe = async () =>
    (await fsx.describeS3AccessPointAttachments({ Names: ["reports"] })).S3AccessPointAttachments?.[0];
  expect(await describe()).toEqual(made);
  expect(await poll(async () => (await describe())?.Lifecycle, ["AVAILABLE"])).toEqual(["AVAILABLE"]);
});

test("a file system with an access point cannot be deleted until the access point is detached", async () => {
  const { aws, fsx, attach, FileSystemId } = await withVolume();
  await attach("reports");
  await aws.settle();
  expect(await refusal(fsx.deleteFileSystem({ FileSystemId }))).toMatchObject({
    name: "BadRequest",
    message:
      "Amazon FSx is unable to delete the file system because it has one or more S3 access points attached. Detach and delete the S3 access points attached to this file system, and try again.",
  });
  expect(await fsx.detachAndDeleteS3AccessPoint({ Name: "reports" })).toMatchObject({
    Lifecycle: "DELETING",
    Name: "reports",
  });
  await aws.settle();
  expect((await fsx.describeS3AccessPointAttachments({})).S3AccessPointAttachments).toEqual([]);
  await fsx.deleteFileSystem({ FileSystemId });
});

test("a volume with an access point cannot be deleted", async () => {
  const { aws, fsx, attach, VolumeId } = await withVolume();
  const { Volume } = await fsx.createVolume({
    VolumeType: "OPENZFS",
    Name: "child",
    OpenZFSConfiguration: { ParentVolumeId: VolumeId },
  });
  await aws.settle();
  await attach("child", { OpenZFSConfiguration: { VolumeId: Volume?.VolumeId, FileSystemIdentity } });
  expect((await refusal(fsx.deleteVolume({ VolumeId: Volume?.VolumeId }))).name).toBe("BadRequest");
});

test("access points are listed by file system, volume and type, page by page", async () => {
  const { fsx, attach, FileSystemId, VolumeId } = await withVolume();
  for (const name of ["one", "two"]) await attach(name);
  const found = async (...Filters: S3AccessPointAttachmentsFilter[]) =>
    (await fsx.describeS3AccessPointAttachments({ Filters })).S3AccessPointAttachments?.map(
      ({ Name }) => Name,
    );
  expect(await found({ Name: "file-system-id", Values: [FileSystemId ?? ""] })).toEqual(["one", "two"]);
  expect(await found({ Name: "volume-id", Values: [VolumeId] })).toEqual(["one", "two"]);
  expect(await found({ Name: "type", Values: ["ONTAP"] })).toEqual([]);
  const first = await fsx.describeS3AccessPointAttachments({ MaxResults: 1 });
  const second = await fsx.describeS3AccessPointAttachments({ NextToken: first.NextToken });
  expect(second.S3AccessPointAttachments?.map(({ Name }) => Name)).toEqual(["two"]);
});

test("an ONTAP volume can have an access point with a UNIX user", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("ontap");
  await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm" });
  await aws.settle();
  const [root] = (await fsx.describeVolumes({})).Volumes ?? [];
  const identity = { Type: "UNIX", UnixUser: { Name: "reader" } } as const;
  const { S3AccessPointAttachment } = await fsx.createAndAttachS3AccessPoint({
    Name: "reports",
    Type: "ONTAP",
    OntapConfiguration: { VolumeId: root?.VolumeId, FileSystemIdentity: identity },
  });
  expect(S3AccessPointAttachment?.OntapConfiguration?.FileSystemIdentity).toEqual(identity);
});

test("a file system has as many access points as its throughput allows", async () => {
  const { attach } = await withVolume();
  for (const name of ["one", "two", "three", "four"]) await attach(`point-${name}`);
  expect((await refusal(attach("point-five"))).name).toBe("TooManyAccessPoints");
});

describe("the service refuses with an error code", () => {
  test("a name in use, and more access points than the quota", async () => {
    const { attach } = await withVolume(account({ quotas: { fsxS3AccessPoints: 1 } }));
    await attach("reports");
    expect(await refusal(attach("reports"))).toMatchObject({
      name: "AccessPointAlreadyOwnedByYou",
      ErrorCode: "AccessPointAlreadyOwnedByYou",
    });
    expect(await refusal(attach("more"))).toMatchObject({
      name: "TooManyAccessPoints",
      ErrorCode: "TooManyAccessPoints",
    });
  });

  test("a missing configuration, or one of another type", async () => {
    const { attach } = await withVolume();
    const none = attach("reports", { OpenZFSConfiguration: undefined });
    expect(await refusal(none)).toMatchObject({ name: "InvalidRequest", ErrorCode: "InvalidRequest" });
  });
});

describe("the service refuses", () => {
  test("unknown volumes, and volumes of file systems without a standby server", async () => {
    const { fsx, available, attach } = await withVolume();
    const on = (VolumeId: string | undefined) =>
      refusal(attach("reports", { OpenZFSConfiguration: { VolumeId, FileSystemIdentity } }));
    expect((await on(unknownVolume)).name).toBe("VolumeNotFound");
    const { OpenZFSConfiguration } = await available("openzfs");
    expect((await on(OpenZFSConfiguration?.RootVolumeId)).name).toBe("UnsupportedOperation");
    const described = fsx.describeS3AccessPointAttachments({ Names: ["nothing"] });
    expect((await refusal(described)).name).toBe("S3AccessPointAttachmentNotFound");
    const detached = fsx.detachAndDeleteS3AccessPoint({ Name: "nothing" });
    expect((await refusal(detached)).name).toBe("S3AccessPointAttachmentNotFound");
  });

  test("an identity without a user", async () => {
    const { attach, VolumeId } = await withVolume();
    const OpenZFSConfiguration = { VolumeId, FileSystemIdentity: { Type: "POSIX" } as const };
    expect((await refusal(attach("reports", { OpenZFSConfiguration }))).name).toBe("BadRequest");
  });

  test("a repeated token with other parameters", async () => {
    const { attach } = await withVolume();
    const first = await attach("reports", { ClientRequestToken: "t" });
    expect(await attach("reports", { ClientRequestToken: "t" })).toEqual(first);
    expect(await refusal(attach("other", { ClientRequestToken: "t" }))).toMatchObject({ Parameter: "Name" });
  });
});
