import { MountTargetConflict, MountTargetNotFound } from "@aws-sdk/client-efs";
import {
  account,
  accountWithSubnets,
  availableFileSystem,
  efsError,
  fileSystemOf,
  refusal,
  subnetA,
  subnetB,
} from "./support";

const inSubnet = (letter: string) => `subnet-${letter.repeat(8)}`;

test("a new mount target has its addresses and its network interface at once", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const target = await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") });
  expect(target).toEqual({
    OwnerId: "123456789012",
    MountTargetId: expect.stringMatching(/^fsmt-[0-9a-f]{17}$/),
    FileSystemId,
    SubnetId: inSubnet("a"),
    LifeCycleState: "creating",
    IpAddress: expect.stringMatching(/^10\.0\.0\.\d+$/),
    NetworkInterfaceId: expect.stringMatching(/^eni-[0-9a-f]{17}$/),
    AvailabilityZoneId: "use1-az1",
    AvailabilityZoneName: "us-east-1a",
    VpcId: expect.stringMatching(/^vpc-[0-9a-f]{17}$/),
    $metadata: expect.objectContaining({ httpStatusCode: 200 }),
  });
});

test("a poll loop by id sees a mount target become available, then disappear", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const { MountTargetId } = await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") });
  const state = async () =>
    (await efs.describeMountTargets({ MountTargetId })).MountTargets?.[0]?.LifeCycleState;
  expect([await state(), await state()]).toEqual(["creating", "available"]);
  await efs.deleteMountTarget({ MountTargetId });
  expect(await state()).toBe("deleting");
  const error = await refusal(state());
  expect(error).toBeInstanceOf(MountTargetNotFound);
  expect(error).toEqual(efsError("MountTargetNotFound", 404, { message: "Mount target does not exist." }));
});

test("poll loops by file system, and by NumberOfMountTargets, end too", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const targets = async () => (await efs.describeMountTargets({ FileSystemId })).MountTargets ?? [];
  await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") });
  const { MountTargetId } = await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("b") });
  while ((await targets()).some(({ LifeCycleState }) => LifeCycleState !== "available"));
  expect((await fileSystemOf(efs, FileSystemId)).NumberOfMountTargets).toBe(2);
  await efs.deleteMountTarget({ MountTargetId });
  while ((await targets()).length > 1);
  for (const target of await targets()) await efs.deleteMountTarget(target);
  while ((await fileSystemOf(efs, FileSystemId)).NumberOfMountTargets);
  expect(await targets()).toEqual([]);
});

test("unknown subnets are in one VPC, each in another zone", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const create = (letter: string) => efs.createMountTarget({ FileSystemId, SubnetId: inSubnet(letter) });
  const [a, b, c] = [await create("a"), await create("b"), await create("c")];
  expect([a, b, c].map(target => target.AvailabilityZoneName)).toEqual([
    "us-east-1a",
    "us-east-1b",
    "us-east-1c",
  ]);
  expect(new Set([a, b, c].map(target => target.VpcId)).size).toBe(1);
  expect(new Set([a, b, c].map(target => target.IpAddress)).size).toBe(3);
  const other = await availableFileSystem(efs);
  const again = await efs.createMountTarget({ FileSystemId: other.FileSystemId, SubnetId: inSubnet("b") });
  expect(again).toMatchObject({ AvailabilityZoneName: "us-east-1b", VpcId: a.VpcId });
  expect(again.IpAddress).not.toBe(b.IpAddress);
});

test("a file system has at most one mount target in a zone", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") });
  const before = aws.state;
  const error = await refusal(efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") }));
  expect(error).toBeInstanceOf(MountTargetConflict);
  expect(error).toEqual(
    efsError("MountTargetConflict", 409, { message: "mount target already exists in this AZ" }),
  );
  expect(aws.state).toBe(before);
});

test("all mount targets of a file system are in one VPC", async () => {
  const elsewhere = { ...subnetB, VpcId: "vpc-99999999" };
  const { efs } = accountWithSubnets(subnetA, elsewhere);
  const { FileSystemId } = await availableFileSystem(efs);
  await efs.createMountTarget({ FileSystemId, SubnetId: subnetA.SubnetId });
  expect(await refusal(efs.createMountTarget({ FileSystemId, SubnetId: elsewhere.SubnetId }))).toEqual(
    efsError("MountTargetConflict", 409, {
      message: "requested subnet for new mount target is not in the same VPC as existing mount targets",
    }),
  );
});

test("a One Zone file system has one mount target, in its own zone", async () => {
  const { efs } = accountWithSubnets(subnetA, subnetB);
  const { FileSystemId } = await availableFileSystem(efs, { AvailabilityZoneName: "us-east-1b" });
  expect(await refusal(efs.createMountTarget({ FileSystemId, SubnetId: subnetA.SubnetId }))).toEqual(
    efsError("AvailabilityZonesMismatch", 400),
  );
  await efs.createMountTarget({ FileSystemId, SubnetId: subnetB.SubnetId });
  expect(await refusal(efs.createMountTarget({ FileSystemId, SubnetId: subnetB.SubnetId }))).toEqual(
    efsError("MountTargetConflict", 409),
  );
});

test("an unknown subnet is assumed to be in the zone of a One Zone file system", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs, { AvailabilityZoneName: "us-east-1c" });
  const target = await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") });
  expect(target.AvailabilityZoneName).toBe("us-east-1c");
});

test("once subnets are seeded, unknown subnets and security groups are refused", async () => {
  const { efs } = accountWithSubnets(subnetA);
  const { FileSystemId } = await availableFileSystem(efs);
  const { SubnetId } = subnetA;
  expect(await refusal(efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("f") }))).toEqual(
    efsError("SubnetNotFound", 400),
  );
  const notFound = efsError("SecurityGroupNotFound", 400);
  expect(
    await refusal(efs.createMountTarget({ FileSystemId, SubnetId, SecurityGroups: ["sg-99999999"] })),
  ).toEqual(notFound);
  const { MountTargetId } = await efs.createMountTarget({
    FileSystemId,
    SubnetId,
    SecurityGroups: ["sg-11111111"],
  });
  expect(
    await refusal(efs.modifyMountTargetSecurityGroups({ MountTargetId, SecurityGroups: ["sg-99999999"] })),
  ).toEqual(notFound);
});

test("an address must be free, in the range of the subnet, and not reserved", async () => {
  const { efs } = accountWithSubnets(subnetA);
  const create = async (IpAddress?: string) => {
    const { FileSystemId } = await availableFileSystem(efs);
    return efs.createMountTarget({ FileSystemId, SubnetId: subnetA.SubnetId, IpAddress });
  };
  expect((await create("172.31.0.9")).IpAddress).toBe("172.31.0.9");
  expect(await refusal(create("172.31.0.9"))).toEqual(efsError("IpAddressInUse", 409));
  const outside = efsError("BadRequest", 400, {
    message: "Address does not fall within the subnet's address range",
  });
  for (const address of ["172.31.0.3", "172.31.0.15", "172.31.1.5", "172.31.0.300"]) {
    expect(await refusal(create(address))).toEqual(outside);
  }
  const free = new Set<string | undefined>();
  for (let index = 0; index < 10; index++) free.add((await create()).IpAddress);
  expect(free.size).toBe(10);
  expect(await refusal(create())).toEqual(efsError("NoFreeAddressesInSubnet", 409));
});

test("the requested address determines the range of an unknown subnet", async () => {
  const { efs } = account();
  const [first, second] = [await availableFileSystem(efs), await availableFileSystem(efs)];
  const SubnetId = inSubnet("a");
  await efs.createMountTarget({ FileSystemId: first.FileSystemId, SubnetId, IpAddress: "192.168.7.20" });
  const { IpAddress } = await efs.createMountTarget({ FileSystemId: second.FileSystemId, SubnetId });
  expect(IpAddress).toMatch(/^192\.168\.7\.\d+$/);
});

const ipv6Subnet = {
  ...subnetB,
  SubnetId: "subnet-66666666",
  CidrBlock: undefined,
  Ipv6CidrBlock: "2600:1f18:aa:6::/64",
  Ipv6Native: true,
};

test("a mount target has an IPv6 address if it is requested and the subnet has a range", async () => {
  const { efs } = accountWithSubnets(subnetA, subnetB, ipv6Subnet);
  const create = async (input: Partial<Parameters<typeof efs.createMountTarget>[0]>) => {
    const { FileSystemId } = await availableFileSystem(efs);
    return efs.createMountTarget({ FileSystemId, SubnetId: subnetB.SubnetId, ...input });
  };
  const both = await create({ IpAddressType: "DUAL_STACK" });
  expect(both).toMatchObject({ IpAddress: expect.any(String), Ipv6Address: "2600:1f18:aa:1::4" });
  const bad = efsError("BadRequest", 400);
  expect(await refusal(create({ IpAddressType: "DUAL_STACK", SubnetId: subnetA.SubnetId }))).toEqual(bad);
  expect(await refusal(create({ IpAddressType: "IPV6_ONLY", IpAddress: "172.31.16.9" }))).toEqual(bad);
  expect(await refusal(create({ Ipv6Address: "2600:1f18:aa:1::1" }))).toEqual(bad);
  expect(await refusal(create({ IpAddressType: "DUAL_STACK", Ipv6Address: "2600:1f18:aa:1::4" }))).toEqual(
    efsError("IpAddressInUse", 409),
  );
});

test("a mount target with an IPv6 address only needs an IPv6-only subnet", async () => {
  const { efs } = accountWithSubnets(subnetB, ipv6Subnet);
  const create = async (SubnetId: string, input: Partial<Parameters<typeof efs.createMountTarget>[0]>) => {
    const { FileSystemId } = await availableFileSystem(efs);
    return efs.createMountTarget({ FileSystemId, SubnetId, ...input });
  };
  const only = await create(ipv6Subnet.SubnetId, {
    IpAddressType: "IPV6_ONLY",
    Ipv6Address: "2600:1F18:00aa:6::beef",
  });
  expect(only.Ipv6Address).toBe("2600:1F18:00aa:6::beef");
  expect(only).not.toHaveProperty("IpAddress");
  const bad = efsError("BadRequest", 400);
  expect(await refusal(create(subnetB.SubnetId, { IpAddressType: "IPV6_ONLY" }))).toEqual(bad);
  expect(await refusal(create(ipv6Subnet.SubnetId, {}))).toEqual(bad);
  const outside = { IpAddressType: "IPV6_ONLY", Ipv6Address: "2600:1f18:aa:2::1" } as const;
  expect(await refusal(create(ipv6Subnet.SubnetId, outside))).toEqual(bad);
});

test("the zone and the zone id of a seeded subnet agree, whichever of them is given", async () => {
  const id = (last: string) => `subnet-0000000${last}`;
  const { efs } = accountWithSubnets(
    { SubnetId: id("1"), AvailabilityZoneName: "us-east-1b" },
    { SubnetId: id("2"), AvailabilityZoneId: "use1-az3" },
    { SubnetId: id("3"), AvailabilityZoneName: "us-east-1d", AvailabilityZoneId: "use1-az6" },
  );
  const { FileSystemId } = await availableFileSystem(efs);
  const zones = [];
  for (const SubnetId of [id("1"), id("2"), id("3")]) {
    const { AvailabilityZoneName, AvailabilityZoneId } = await efs.createMountTarget({
      FileSystemId,
      SubnetId,
    });
    zones.push([AvailabilityZoneName, AvailabilityZoneId]);
  }
  expect(zones).toEqual([
    ["us-east-1b", "use1-az2"],
    ["us-east-1c", "use1-az3"],
    ["us-east-1d", "use1-az6"],
  ]);
  const inZone = await efs.createFileSystem({ AvailabilityZoneName: "us-east-1d" });
  expect(inZone.AvailabilityZoneId).toBe("use1-az6");
});

test("security groups default to that of the VPC, and can be replaced", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const { MountTargetId } = await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") });
  const groups = async () => (await efs.describeMountTargetSecurityGroups({ MountTargetId })).SecurityGroups;
  expect(await groups()).toEqual([expect.stringMatching(/^sg-[0-9a-f]{17}$/)]);
  const SecurityGroups = ["sg-11111111", "sg-22222222"];
  const modified = await efs.modifyMountTargetSecurityGroups({ MountTargetId, SecurityGroups });
  expect(modified.$metadata.httpStatusCode).toBe(204);
  expect(await groups()).toEqual(SecurityGroups);
  expect(await refusal(efs.modifyMountTargetSecurityGroups({ MountTargetId }))).toEqual(
    efsError("BadRequest", 400),
  );
});

test("a mount target has at most five security groups", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const SecurityGroups = [1, 2, 3, 4, 5, 6].map(number => `sg-0000000${number}`);
  const tooMany = efsError("SecurityGroupLimitExceeded", 400, {
    message: "The maximum number of security groups per interface has been reached.",
  });
  expect(
    await refusal(efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a"), SecurityGroups })),
  ).toEqual(tooMany);
  const { MountTargetId } = await efs.createMountTarget({
    FileSystemId,
    SubnetId: inSubnet("a"),
    SecurityGroups: SecurityGroups.slice(1),
  });
  expect(await refusal(efs.modifyMountTargetSecurityGroups({ MountTargetId, SecurityGroups }))).toEqual(
    tooMany,
  );
});

test("the security groups of a mount target that is deleting can be neither described nor changed", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const { MountTargetId } = await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") });
  await efs.deleteMountTarget({ MountTargetId });
  const wrongState = efsError("IncorrectMountTargetState", 409);
  expect(await refusal(efs.describeMountTargetSecurityGroups({ MountTargetId }))).toEqual(wrongState);
  expect(
    await refusal(efs.modifyMountTargetSecurityGroups({ MountTargetId, SecurityGroups: ["sg-11111111"] })),
  ).toEqual(wrongState);
});

test("mount targets are described by exactly one of FileSystemId, MountTargetId and AccessPointId", async () => {
  const { aws, efs } = account();
  const { FileSystemId, FileSystemArn } = await availableFileSystem(efs);
  const { MountTargetId } = await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") });
  const { AccessPointId, AccessPointArn } = await efs.createAccessPoint({ FileSystemId });
  await aws.settle();
  const expected = (await efs.describeMountTargets({ MountTargetId })).MountTargets;
  for (const selector of [
    { FileSystemId },
    { FileSystemId: FileSystemArn },
    { AccessPointId },
    { AccessPointId: AccessPointArn },
  ]) {
    expect((await efs.describeMountTargets(selector)).MountTargets).toEqual(expected);
  }
  const exactlyOne = efsError("BadRequest", 400, {
    message: "Must specify exactly one mutually exclusive parameter.",
  });
  expect(await refusal(efs.describeMountTargets({}))).toEqual(exactlyOne);
  expect(await refusal(efs.describeMountTargets({ FileSystemId, MountTargetId }))).toEqual(exactlyOne);
});

test("unknown ids are not found", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const [MountTargetId, AccessPointId] = ["fsmt-00000000", "fsap-00000000"];
  const noTarget = efsError("MountTargetNotFound", 404);
  const noFileSystem = efsError("FileSystemNotFound", 404);
  expect(await refusal(efs.describeMountTargets({ MountTargetId }))).toEqual(noTarget);
  expect(await refusal(efs.deleteMountTarget({ MountTargetId }))).toEqual(noTarget);
  expect(await refusal(efs.describeMountTargetSecurityGroups({ MountTargetId }))).toEqual(noTarget);
  expect(await refusal(efs.modifyMountTargetSecurityGroups({ MountTargetId }))).toEqual(noTarget);
  expect(await refusal(efs.describeMountTargets({ FileSystemId: "fs-00000000" }))).toEqual(noFileSystem);
  expect(
    await refusal(efs.createMountTarget({ FileSystemId: "fs-00000000", SubnetId: inSubnet("a") })),
  ).toEqual(noFileSystem);
  expect(await refusal(efs.describeMountTargets({ AccessPointId }))).toEqual(
    efsError("AccessPointNotFound", 404),
  );
  expect((await efs.describeMountTargets({ FileSystemId })).MountTargets).toEqual([]);
});

test("the number of mount targets in a VPC is limited", async () => {
  const { efs } = account({ quotas: { efsMountTargetsPerVpc: 1 } });
  const { FileSystemId } = await availableFileSystem(efs);
  await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") });
  expect(await refusal(efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("b") }))).toEqual(
    efsError("NetworkInterfaceLimitExceeded", 409),
  );
});

test("a mount target can be held while creating", async () => {
  const { aws, efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const { MountTargetId = "" } = await efs.createMountTarget({ FileSystemId, SubnetId: inSubnet("a") });
  aws.hold(MountTargetId);
  await aws.clock.advance("1 day");
  const { MountTargets } = await efs.describeMountTargets({ MountTargetId });
  expect(MountTargets).toMatchObject([{ LifeCycleState: "creating" }]);
});
