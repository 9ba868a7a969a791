import type { CreateAndAttachS3AccessPointCommandInput } from "@aws-sdk/client-fsx";
import type { MockOptions } from "aws-backup-mock";
import { account, type Fixture, poll, refusal } from "./account";

type Request = CreateAndAttachS3AccessPointCommandInput;

const PosixUser = { Uid: 1_000, Gid: 1_000 };
const FileSystemIdentity = { Type: "POSIX" as const, PosixUser };
const unknownVolume = "fsvol-0123456789abcdef0";

const request = (VolumeId: string, Name = "numbers"): Request => ({
  Name,
  Type: "OPENZFS",
  OpenZFSConfiguration: { VolumeId, FileSystemIdentity },
});

/** An account with a highly available file system of OpenZFS. */
async function openzfs(options?: MockOptions) {
  const fixture = account(options);
  const { FileSystemId = "", OpenZFSConfiguration } = await fixture.available("openzfs", {
    OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_HA_1", ThroughputCapacity: 64 },
  });
  return { ...fixture, FileSystemId, VolumeId: OpenZFSConfiguration?.RootVolumeId ?? "" };
}

/** The same, with an access point attached to its root volume. */
async function attached(options?: MockOptions) {
  const fixture = await openzfs(options);
  await fixture.fsx.createAndAttachS3AccessPoint(request(fixture.VolumeId));
  await fixture.aws.settle();
  return fixture;
}

/** An account with a volume of ONTAP. */
async function ontap() {
  const fixture = account();
  const { FileSystemId = "" } = await fixture.available("ontap");
  const { StorageVirtualMachine } = await fixture.fsx.createStorageVirtualMachine({
    FileSystemId,
    Name: "svm",
  });
  await fixture.aws.settle();
  const { Volume } = await fixture.fsx.createVolume({
    VolumeType: "ONTAP",
    Name: "data",
    OntapConfiguration: {
      StorageVirtualMachineId: StorageVirtualMachine?.StorageVirtualMachineId,
      SizeInMegabytes: 1_024,
      JunctionPath: "/data",
      StorageEfficiencyEnabled: true,
    },
  });
  await fixture.aws.settle();
  return { ...fixture, FileSystemId, VolumeId: Volume?.VolumeId ?? "" };
}

const attachment = async ({ fsx }: Fixture, name = "numbers") =>
  (await fsx.describeS3AccessPointAttachments({ Names: [name] })).S3AccessPointAttachments?.[0];

test("an access point is created with its ARN and alias, and becomes available", async () => {
  const fixture = await openzfs();
  const { fsx, VolumeId } = fixture;
  const VpcConfiguration = { VpcId: "vpc-0123456789abcdef0" };
  const { S3AccessPointAttachment } = await fsx.createAndAttachS3AccessPoint({
    ...request(VolumeId),
    S3AccessPoint: { VpcConfiguration },
  });
  expect(S3AccessPointAttachment).toEqual({
    Lifecycle: "CREATING",
    CreationTime: expect.any(Date),
    Name: "numbers",
    Type: "OPENZFS",
    OpenZFSConfiguration: { VolumeId, FileSystemIdentity },
    S3AccessPoint: {
      ResourceARN: "arn:aws:s3:us-east-1:123456789012:accesspoint/numbers",
      Alias: expect.stringMatching(/^numbers-[a-z0-9]{34}-ext-s3alias$/),
      VpcConfiguration,
    },
  });
  const states = await poll(async () => (await attachment(fixture))?.Lifecycle, ["AVAILABLE"]);
  expect(states).toEqual(["CREATING", "AVAILABLE"]);
  const { S3AccessPointAttachments } = await fsx.describeS3AccessPointAttachments({});
  expect(S3AccessPointAttachments).toEqual([{ ...S3AccessPointAttachment, Lifecycle: "AVAILABLE" }]);
});

test("a volume of ONTAP is used as a user of UNIX or of Windows", async () => {
  const fixture = await ontap();
  const { fsx, aws, VolumeId } = fixture;
  const identities = [
    { Type: "UNIX" as const, UnixUser: { Name: "root" } },
    { Type: "WINDOWS" as const, WindowsUser: { Name: "Admin" } },
  ];
  for (const FileSystemIdentity of identities) {
    const Name = `as-${FileSystemIdentity.Type.toLowerCase()}`;
    const OntapConfiguration = { VolumeId, FileSystemIdentity };
    await fsx.createAndAttachS3AccessPoint({ Name, Type: "ONTAP", OntapConfiguration });
    await aws.settle();
    expect(await attachment(fixture, Name)).toMatchObject({
      Type: "ONTAP",
      Lifecycle: "AVAILABLE",
      OntapConfiguration,
    });
  }
});

test("a detached access point is shown as DELETING until it is gone, and its name is free again", async () => {
  const fixture = await attached({ clock: "manual" });
  const { fsx, aws, VolumeId } = fixture;
  const answer = await fsx.detachAndDeleteS3AccessPoint({ Name: "numbers" });
  expect(answer).toEqual({ $metadata: expect.anything(), Name: "numbers", Lifecycle: "DELETING" });
  expect((await attachment(fixture))?.Lifecycle).toBe("DELETING");
  expect((await refusal(fsx.detachAndDeleteS3AccessPoint({ Name: "numbers" }))).name).toBe("BadRequest");
  await aws.settle();
  expect((await refusal(attachment(fixture))).name).toBe("S3AccessPointAttachmentNotFound");
  expect((await refusal(fsx.detachAndDeleteS3AccessPoint({ Name: "numbers" }))).name).toBe(
    "S3AccessPointAttachmentNotFound",
  );
  const { S3AccessPointAttachment } = await fsx.createAndAttachS3AccessPoint(request(VolumeId));
  expect(S3AccessPointAttachment?.Lifecycle).toBe("CREATING");
});

test("a file system keeps for as long as an access point is attached to it", async () => {
  const { fsx, aws, FileSystemId } = await attached();
  const away = { FileSystemId, OpenZFSConfiguration: { SkipFinalBackup: true } };
  const before = aws.state;
  expect(await refusal(fsx.deleteFileSystem(away))).toMatchObject({
    name: "BadRequest",
    message:
      "Amazon FSx is unable to delete the file system because it has one or more S3 access points attached. Detach and delete the S3 access points attached to this file system, and try again.",
  });
  expect(aws.state).toBe(before);
  await fsx.detachAndDeleteS3AccessPoint({ Name: "numbers" });
  await aws.settle();
  expect((await fsx.deleteFileSystem(away)).Lifecycle).toBe("DELETING");
});

test("a volume of OpenZFS keeps for as long as an access point is attached to it", async () => {
  const { fsx, aws, VolumeId: ParentVolumeId } = await openzfs();
  const { Volume } = await fsx.createVolume({
    VolumeType: "OPENZFS",
    Name: "child",
    OpenZFSConfiguration: { ParentVolumeId },
  });
  const VolumeId = Volume?.VolumeId ?? "";
  await aws.settle();
  await fsx.createAndAttachS3AccessPoint(request(VolumeId));
  await aws.settle();
  expect((await refusal(fsx.deleteVolume({ VolumeId }))).name).toBe("BadRequest");
  await fsx.detachAndDeleteS3AccessPoint({ Name: "numbers" });
  await aws.settle();
  expect((await fsx.deleteVolume({ VolumeId })).Lifecycle).toBe("DELETING");
});

describe("attachments are listed", () => {
  const several = async () => {
    const fixture = await openzfs();
    const { fsx, aws, VolumeId } = fixture;
    const names = ["one", "two", "three"];
    for (const name of names) await fsx.createAndAttachS3AccessPoint(request(VolumeId, name));
    await aws.settle();
    return { ...fixture, names };
  };

  test("page by page", async () => {
    const { fsx, names } = await several();
    const first = await fsx.describeS3AccessPointAttachments({ MaxResults: 2 });
    const { NextToken } = first;
    const second = await fsx.describeS3AccessPointAttachments({ MaxResults: 2, NextToken });
    const listed = [...(first.S3AccessPointAttachments ?? []), ...(second.S3AccessPointAttachments ?? [])];
    expect(listed.map(({ Name }) => Name)).toEqual(names);
    expect(second.NextToken).toBeUndefined();
    const wrong = fsx.describeS3AccessPointAttachments({ NextToken: "bm90IG91cnM=" });
    expect((await refusal(wrong)).name).toBe("BadRequest");
  });

  test("by file system, volume and type", async () => {
    const { fsx, names, FileSystemId, VolumeId } = await several();
    const listed = async (Name: "file-system-id" | "volume-id" | "type", value: string) =>
      (
        await fsx.describeS3AccessPointAttachments({ Filters: [{ Name, Values: [value] }] })
      ).S3AccessPointAttachments?.map(point => point.Name);
    expect(await listed("file-system-id", FileSystemId)).toEqual(names);
    expect(await listed("volume-id", VolumeId)).toEqual(names);
    expect(await listed("volume-id", unknownVolume)).toEqual([]);
    expect(await listed("type", "OPENZFS")).toEqual(names);
    expect(await listed("type", "ONTAP")).toEqual([]);
  });

  test("by name, none of which may be unknown", async () => {
    const { fsx } = await several();
    const named = await fsx.describeS3AccessPointAttachments({ Names: ["two", "one"] });
    expect(named.S3AccessPointAttachments?.map(({ Name }) => Name)).toEqual(["two", "one"]);
    expect((await refusal(fsx.describeS3AccessPointAttachments({ Names: ["one", "four"] }))).name).toBe(
      "S3AccessPointAttachmentNotFound",
    );
  });
});

test("a repeated token attaches once, and is refused for another access point", async () => {
  const { fsx, VolumeId } = await openzfs();
  const input = { ...request(VolumeId), ClientRequestToken: "once" };
  const first = await fsx.createAndAttachS3AccessPoint(input);
  const again = await fsx.createAndAttachS3AccessPoint(input);
  expect(again.S3AccessPointAttachment?.S3AccessPoint).toEqual(first.S3AccessPointAttachment?.S3AccessPoint);
  expect(await refusal(fsx.createAndAttachS3AccessPoint({ ...input, Name: "other" }))).toMatchObject({
    name: "IncompatibleParameterError",
    Parameter: "Name",
  });
  const away = { Name: "numbers", ClientRequestToken: "away" };
  await fsx.detachAndDeleteS3AccessPoint(away);
  expect(await fsx.detachAndDeleteS3AccessPoint(away)).toMatchObject({ Lifecycle: "DELETING" });
  expect((await refusal(fsx.detachAndDeleteS3AccessPoint({ ...away, Name: "other" }))).name).toBe(
    "IncompatibleParameterError",
  );
});

describe("an access point is refused", () => {
  test("under a name that is taken", async () => {
    const { aws, fsx, VolumeId } = await attached();
    const before = aws.state;
    expect(await refusal(fsx.createAndAttachS3AccessPoint(request(VolumeId)))).toMatchObject({
      name: "AccessPointAlreadyOwnedByYou",
      ErrorCode: "AccessPointAlreadyOwnedByYou",
    });
    expect(aws.state).toBe(before);
  });

  test("when an account has as many as it can", async () => {
    const { fsx, VolumeId } = await attached({ quotas: { fsxS3AccessPoints: 1 } });
    expect(await refusal(fsx.createAndAttachS3AccessPoint(request(VolumeId, "more")))).toMatchObject({
      name: "TooManyAccessPoints",
      ErrorCode: "TooManyAccessPoints",
    });
  });

  test("on a volume that is not there, or that no second server stands by", async () => {
    const { fsx, available } = account();
    const { OpenZFSConfiguration } = await available("openzfs");
    const attach = async (id: string) => (await refusal(fsx.createAndAttachS3AccessPoint(request(id)))).name;
    expect(await attach(OpenZFSConfiguration?.RootVolumeId ?? "")).toBe("UnsupportedOperation");
    expect(await attach(unknownVolume)).toBe("VolumeNotFound");
  });

  test("on a volume of the other type, or without its configuration", async () => {
    const { fsx, VolumeId } = await openzfs();
    const FileSystemIdentity = { Type: "UNIX" as const, UnixUser: { Name: "root" } };
    const OntapConfiguration = { VolumeId, FileSystemIdentity };
    const bare = { Name: "numbers", Type: "ONTAP" as const };
    for (const input of [
      { ...bare, OntapConfiguration },
      bare,
      { ...request(VolumeId), OntapConfiguration },
    ]) {
      expect((await refusal(fsx.createAndAttachS3AccessPoint(input))).name).toBe("InvalidRequest");
    }
  });

  test("without the user of its identity", async () => {
    const { fsx, VolumeId } = await openzfs();
    const call = fsx.createAndAttachS3AccessPoint({
      ...request(VolumeId),
      OpenZFSConfiguration: { VolumeId, FileSystemIdentity: { Type: "POSIX" } },
    });
    expect((await refusal(call)).name).toBe("BadRequest");
  });
});
