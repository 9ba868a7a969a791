import { account, poll, refusal, requests } from "./account";

const own = {
  DomainName: "ad.example.org",
  UserName: "joiner",
  Password: "a-password",
  DnsIps: ["10.0.0.2"],
};

/** A request for a Windows file system that joins a self-managed directory. */
const joining = (change: object = {}) => ({
  WindowsConfiguration: {
    ThroughputCapacity: 32,
    SelfManagedActiveDirectoryConfiguration: { ...own, ...change },
  },
});

const managed = (ActiveDirectoryId: string) => ({
  WindowsConfiguration: { ...requests.windows.WindowsConfiguration, ActiveDirectoryId },
});

/** An account with seeded directories: a self-managed one, and one managed by AWS. */
function companyAccount() {
  const fixture = account();
  fixture.aws.seed({
    fsx: {
      activeDirectories: [
        { DomainName: "ad.example.org", DnsIps: ["10.0.0.2", "10.0.0.3"], UserName: "joiner" },
        { DomainName: "managed.example.org", ActiveDirectoryId: "d-1111111111", NetworkType: "IPV4" },
      ],
    },
  });
  return fixture;
}

describe("a directory managed by AWS", () => {
  test("gives file systems its domain if it was seeded", async () => {
    const { create } = companyAccount();
    const { FileSystemId, DNSName } = await create("windows", managed("d-1111111111"));
    expect(DNSName).toBe(`${FileSystemId}.managed.example.org`);
    const { DNSName: assumed } = await account().create("windows");
    expect(assumed).toMatch(/^fs-[0-9a-f]{17}\.corp\.example\.com$/);
  });

  test("is refused if it is unknown, of another type, not active, or on another network type", async () => {
    const { aws, create } = companyAccount();
    aws.seed({
      fsx: {
        activeDirectories: [
          { DomainName: "simple.example.org", ActiveDirectoryId: "d-2222222222", Type: "SimpleAD" },
          { DomainName: "broken.example.org", ActiveDirectoryId: "d-3333333333", Stage: "Inoperable" },
        ],
      },
    });
    const join = (ActiveDirectoryId: string, change: object = {}) =>
      refusal(create("windows", { ...managed(ActiveDirectoryId), ...change }));
    const faults = [
      await join("d-9999999999"),
      await join("d-2222222222"),
      await join("d-3333333333"),
      await join("d-1111111111", { NetworkType: "DUAL" }),
    ];
    expect(faults.map(({ name, ActiveDirectoryId, Type }) => [name, ActiveDirectoryId, Type])).toEqual([
      ["ActiveDirectoryError", "d-9999999999", "DOMAIN_NOT_FOUND"],
      ["ActiveDirectoryError", "d-2222222222", "INCOMPATIBLE_DOMAIN_MODE"],
      ["ActiveDirectoryError", "d-3333333333", "INVALID_DOMAIN_STAGE"],
      ["ActiveDirectoryError", "d-1111111111", "INVALID_NETWORK_TYPE"],
    ]);
  });
});

describe("a file system in a self-managed directory", () => {
  test("becomes available if the directory answers and knows the service account", async () => {
    const { available } = companyAccount();
    const { Lifecycle, DNSName } = await available("windows", joining());
    expect(Lifecycle).toBe("AVAILABLE");
    expect(DNSName).toMatch(/\.ad\.example\.org$/);
  });

  test.each([
    ["wrong DNS servers", { DnsIps: ["10.9.9.9"] }, "can't reach the DNS servers provided"],
    ["an unknown domain", { DomainName: "no.example.org" }, "can't reach the DNS servers provided"],
    ["a wrong service account", { UserName: "nobody" }, "service account credentials provided are invalid"],
  ])("fails to be created with %s, as a poll loop sees", async (_why, change, message) => {
    const { fsx, create, describe } = companyAccount();
    const { FileSystemId } = await create("windows", joining(change));
    const seen = await poll(async () => (await describe(FileSystemId)).Lifecycle, ["AVAILABLE", "FAILED"]);
    expect(seen).toEqual(["CREATING", "FAILED"]);
    expect((await describe(FileSystemId)).FailureDetails?.Message).toContain(message);
    expect((await refusal(fsx.createBackup({ FileSystemId }))).name).toBe("BadRequest");
    await fsx.deleteFileSystem({ FileSystemId, WindowsConfiguration: { SkipFinalBackup: true } });
    expect((await describe(FileSystemId)).Lifecycle).toBe("DELETING");
  });

  test("becomes misconfigured after a wrong update, and available after a right one", async () => {
    const { aws, fsx, available, describe } = companyAccount();
    const { FileSystemId } = await available("windows", joining());
    const update = (change: object) =>
      fsx.updateFileSystem({
        FileSystemId,
        WindowsConfiguration: { SelfManagedActiveDirectoryConfiguration: change },
      });
    await update({ UserName: "nobody", Password: "guessed" });
    await aws.settle();
    const message = expect.stringContaining("service account credentials provided are invalid");
    expect(await describe(FileSystemId)).toMatchObject({
      Lifecycle: "MISCONFIGURED",
      FailureDetails: { Message: message },
      AdministrativeActions: [{ Status: "FAILED", FailureDetails: { Message: message } }],
    });
    await fsx.startMisconfiguredStateRecovery({ FileSystemId });
    await aws.settle();
    expect(await describe(FileSystemId)).toMatchObject({
      Lifecycle: "MISCONFIGURED",
      AdministrativeActions: [{ Status: "FAILED" }, { Status: "FAILED" }],
    });
    await update({ UserName: "joiner", Password: "right" });
    await aws.settle();
    const repaired = await describe(FileSystemId);
    expect(repaired.Lifecycle).toBe("AVAILABLE");
    expect(repaired).not.toHaveProperty("FailureDetails");
  });

  test("recovers when the directory matches the settings of the file system", async () => {
    const { aws, fsx, available, describe } = companyAccount();
    const { FileSystemId } = await available("windows", joining());
    await fsx.updateFileSystem({
      FileSystemId,
      WindowsConfiguration: { SelfManagedActiveDirectoryConfiguration: { DnsIps: ["10.9.9.9"] } },
    });
    await aws.settle();
    // The domain controllers move to the address that the file system already uses.
    aws.seed({ fsx: { activeDirectories: [{ DomainName: "ad.example.org", DnsIps: ["10.9.9.9"] }] } });
    await fsx.startMisconfiguredStateRecovery({ FileSystemId });
    await aws.settle();
    expect((await describe(FileSystemId)).Lifecycle).toBe("AVAILABLE");
  });
});

describe("a storage virtual machine in a self-managed directory", () => {
  async function machineJoining(change: object) {
    const fixture = companyAccount();
    const { FileSystemId } = await fixture.available("ontap");
    const { StorageVirtualMachine } = await fixture.fsx.createStorageVirtualMachine({
      FileSystemId,
      Name: "svm",
      ActiveDirectoryConfiguration: {
        NetBiosName: "SVM",
        SelfManagedActiveDirectoryConfiguration: { ...own, ...change },
      },
    });
    const StorageVirtualMachineId = StorageVirtualMachine?.StorageVirtualMachineId;
    await fixture.aws.settle();
    const machine = async () =>
      (await fixture.fsx.describeStorageVirtualMachines({})).StorageVirtualMachines?.[0];
    const update = (directory: object) =>
      fixture.fsx.updateStorageVirtualMachine({
        StorageVirtualMachineId,
        ActiveDirectoryConfiguration: { SelfManagedActiveDirectoryConfiguration: directory },
      });
    return { ...fixture, machine, update };
  }

  test("is misconfigured if no server answers, and joins after an update with the right servers", async () => {
    const { machine, update } = await machineJoining({ DnsIps: ["10.9.9.9"] });
    expect(await machine()).toMatchObject({
      Lifecycle: "MISCONFIGURED",
      LifecycleTransitionReason: { Message: expect.stringContaining("can't reach the DNS servers") },
    });
    await update({ DnsIps: ["10.0.0.3"] });
    const joined = await machine();
    expect(joined?.Lifecycle).toBe("CREATED");
    expect(joined).not.toHaveProperty("LifecycleTransitionReason");
  });

  test("cannot move to another domain", async () => {
    const { machine, update } = await machineJoining({});
    expect(await refusal(update({ DomainName: "other.example.org" }))).toMatchObject({
      name: "UnsupportedOperation",
      message: expect.stringContaining("the SVM is already joined to a domain"),
    });
    await update({ UserName: "nobody" });
    expect((await machine())?.Lifecycle).toBe("MISCONFIGURED");
  });

  test("joins a directory managed by AWS by its domain, and only while that directory is active", async () => {
    const { aws, fsx, available } = companyAccount();
    const { FileSystemId } = await available("ontap");
    const join = (Name: string) =>
      fsx.createStorageVirtualMachine({
        FileSystemId,
        Name,
        ActiveDirectoryConfiguration: {
          NetBiosName: "SVM",
          SelfManagedActiveDirectoryConfiguration: { ...own, DomainName: "managed.example.org" },
        },
      });
    await join("first");
    aws.seed({
      fsx: {
        activeDirectories: [
          { DomainName: "managed.example.org", ActiveDirectoryId: "d-1111111111", Stage: "Impaired" },
        ],
      },
    });
    expect(await refusal(join("second"))).toMatchObject({
      name: "ActiveDirectoryError",
      ActiveDirectoryId: "d-1111111111",
      Type: "INVALID_DOMAIN_STAGE",
    });
  });
});
