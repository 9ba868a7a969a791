import type { CreateAndAttachS3AccessPointS3Configuration } from "@aws-sdk/client-fsx";
import { account, refusal } from "./account";

/** An account with a volume, and a function that attaches access points to it. */
async function openzfs() {
  const fixture = account();
  const { OpenZFSConfiguration } = await fixture.available("openzfs", {
    OpenZFSConfiguration: { DeploymentType: "SINGLE_AZ_HA_1", ThroughputCapacity: 64 },
  });
  const VolumeId = OpenZFSConfiguration?.RootVolumeId;
  const FileSystemIdentity = { Type: "POSIX" as const, PosixUser: { Uid: 0, Gid: 0 } };
  const attach = async (Name: string, S3AccessPoint?: CreateAndAttachS3AccessPointS3Configuration) =>
    (
      await fixture.fsx.createAndAttachS3AccessPoint({
        Name,
        Type: "OPENZFS",
        OpenZFSConfiguration: { VolumeId, FileSystemIdentity },
        S3AccessPoint,
      })
    ).S3AccessPointAttachment;
  return { ...fixture, attach };
}

test("a long name gives an alias of the maximum length", async () => {
  const { attach } = await openzfs();
  const name = "n".repeat(49);
  expect((await attach(name))?.S3AccessPoint?.Alias).toHaveLength(63);
});

test("a policy must be JSON", async () => {
  const { attach } = await openzfs();
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });
  expect((await attach("good", { Policy: policy }))?.Lifecycle).toBe("CREATING");
  for (const Policy of ["{nope", "[]", "1"]) {
    expect(await refusal(attach("bad", { Policy }))).toMatchObject({
      name: "InvalidRequest",
      ErrorCode: "InvalidRequest",
    });
  }
});

test("names cannot end with the suffix of aliases", async () => {
  const { attach } = await openzfs();
  expect((await refusal(attach("my-ext-s3alias"))).name).toBe("InvalidRequest");
});

test("an access point is found by its name only if it passes the filters", async () => {
  const { attach, fsx } = await openzfs();
  await attach("numbers");
  const found = async (type: string) =>
    (
      await fsx.describeS3AccessPointAttachments({
        Names: ["numbers"],
        Filters: [{ Name: "type", Values: [type] }],
      })
    ).S3AccessPointAttachments?.length;
  expect([await found("ONTAP"), await found("OPENZFS")]).toEqual([0, 1]);
});

test("an ONTAP volume cannot be deleted while an access point is attached to it", async () => {
  const { aws, fsx, available } = account();
  const { FileSystemId } = await available("ontap");
  const { StorageVirtualMachine } = await fsx.createStorageVirtualMachine({ FileSystemId, Name: "svm" });
  await aws.settle();
  const { StorageVirtualMachineId } = StorageVirtualMachine ?? {};
  const { Volume } = await fsx.createVolume({
    VolumeType: "ONTAP",
    Name: "data",
    OntapConfiguration: {
      StorageVirtualMachineId,
      SizeInMegabytes: 1_024,
      JunctionPath: "/data",
      StorageEfficiencyEnabled: true,
    },
  });
  await aws.settle();
  const { VolumeId } = Volume ?? {};
  const FileSystemIdentity = { Type: "UNIX" as const, UnixUser: { Name: "root" } };
  const OntapConfiguration = { VolumeId, FileSystemIdentity };
  await fsx.createAndAttachS3AccessPoint({ Name: "numbers", Type: "ONTAP", OntapConfiguration });
  await aws.settle();
  const away = { VolumeId, OntapConfiguration: { SkipFinalBackup: true } };
  expect((await refusal(fsx.deleteVolume(away))).name).toBe("BadRequest");
  await fsx.detachAndDeleteS3AccessPoint({ Name: "numbers" });
  await aws.settle();
  expect((await fsx.deleteVolume(away)).Lifecycle).toBe("DELETING");
});

test("lists other than that of access points have at most 50 resources on a page", async () => {
  const { fsx, create } = account();
  for (let count = 0; count < 51; count++) await create("lustre");
  const { FileSystems, NextToken } = await fsx.describeFileSystems({});
  expect(FileSystems).toHaveLength(50);
  expect((await fsx.describeFileSystems({ NextToken })).FileSystems).toHaveLength(1);
});
