import type { CreateFileSystemCommandInput } from "@aws-sdk/client-fsx";
import { account, otherSubnet, refusal, requests, subnet } from "./account";

const unknown = "subnet-0000000000000000f";
const group = "sg-0123456789abcdef0";

const here = { VpcId: "vpc-11111111", AvailabilityZoneName: "us-east-1a", AvailabilityZoneId: "use1-az1" };
const otherZone = { ...here, AvailabilityZoneName: "us-east-1b", AvailabilityZoneId: "use1-az2" };

/** An account with two subnets; `otherSubnet` has the given members. */
function knownNetwork(other = otherZone) {
  const fixture = account();
  fixture.aws.seed({
    efs: {
      subnets: [
        { SubnetId: subnet, ...here, SecurityGroups: [group] },
        { SubnetId: otherSubnet, ...other },
      ],
    },
  });
  return fixture;
}

const multiAz: Partial<CreateFileSystemCommandInput> = {
  SubnetIds: [subnet, otherSubnet],
  WindowsConfiguration: {
    ...requests.windows.WindowsConfiguration,
    DeploymentType: "MULTI_AZ_1",
    PreferredSubnetId: subnet,
  },
};

test("a file system is in the VPC of its subnets and accepts its security groups", async () => {
  const { create } = knownNetwork();
  const { VpcId } = await create("windows", { ...multiAz, SecurityGroupIds: [group] });
  expect(VpcId).toBe(here.VpcId);
});

test.each([
  ["ontap", "OntapConfiguration", { DeploymentType: "MULTI_AZ_1", ThroughputCapacity: 128 }],
  ["openzfs", "OpenZFSConfiguration", { DeploymentType: "MULTI_AZ_1", ThroughputCapacity: 160 }],
] as const)(
  "a Multi-AZ %s file system of the network type DUAL has an IPv6 range",
  async (kind, block, settings) => {
    const { available } = account();
    const both = { SubnetIds: [subnet, otherSubnet], [block]: { ...settings, PreferredSubnetId: subnet } };
    const dual = (await available(kind, { ...both, NetworkType: "DUAL" }))[block];
    expect(dual?.EndpointIpv6AddressRange).toMatch(/^[0-9a-f:]+\/118$/);
    expect(JSON.stringify(dual)).toMatch(/"2600:1f18:0:ff00::[0-9a-f]+"/);
    expect((await available(kind, both))[block]).not.toHaveProperty("EndpointIpv6AddressRange");
  },
);

test("unknown subnets and security groups are refused if any were seeded", async () => {
  const { create } = knownNetwork();
  expect(await refusal(create("lustre", { SubnetIds: [unknown] }))).toMatchObject({
    name: "InvalidNetworkSettings",
    InvalidSubnetId: unknown,
  });
  expect(await refusal(create("openzfs", { SecurityGroupIds: ["sg-99999999"] }))).toMatchObject({
    name: "InvalidNetworkSettings",
    InvalidSecurityGroupId: "sg-99999999",
  });
  const { create: createAnywhere } = account();
  const { VpcId } = await createAnywhere("lustre", { SubnetIds: [unknown] });
  expect(VpcId).toMatch(/^vpc-[0-9a-f]{17}$/);
});

test.each([
  ["one zone", here],
  ["two VPCs", { ...otherZone, VpcId: "vpc-22222222" }],
])("a file system in two zones cannot be in two subnets of %s", async (_what, other) => {
  const { create } = knownNetwork(other);
  expect(await refusal(create("windows", multiAz))).toMatchObject({
    name: "InvalidNetworkSettings",
    InvalidSubnetId: otherSubnet,
  });
});
