import {
  BackupClient,
  CreateBackupVaultCommand,
  DescribeBackupVaultCommand,
  DescribeRecoveryPointCommand,
  ListBackupVaultsCommand,
  ListRecoveryPointsByBackupVaultCommand,
  ResourceNotFoundException,
} from "@aws-sdk/client-backup";
import { CreateAccessPointCommand, DeleteAccessPointCommand, EFSClient } from "@aws-sdk/client-efs";
import { mockAws } from "aws-backup-mock";
import "aws-backup-mock/jest";
import { addTenant, ensureVault, removeTenant, unencryptedPoints, vaultNames } from "./inventory";

const [backupMock, efsMock] = [mockAws(), mockAws()];
backupMock.intercept(BackupClient);
efsMock.intercept(EFSClient);
for (const mock of [backupMock, efsMock]) mock.onUnstubbed("error"); // stubs alone, no modelled account

beforeEach(() => {
  backupMock.reset();
  efsMock.reset();
});

// The rest is the same in both files.

const vaultArn = "arn:aws:backup:us-east-1:123456789012:backup-vault:audit";
const encrypted = { EncryptionKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1" };

describe("vaultNames", () => {
  it("reads all pages, and sorts", async () => {
    backupMock
      .on(ListBackupVaultsCommand)
      .resolves({ BackupVaultList: [{ BackupVaultName: "alpha" }] })
      .on(ListBackupVaultsCommand, { NextToken: undefined }, true)
      .resolves({ BackupVaultList: [{ BackupVaultName: "zeta" }], NextToken: "page-2" });

    expect(await vaultNames()).toEqual(["alpha", "zeta"]);
    expect(backupMock).toReceiveCommandTimes(ListBackupVaultsCommand, 2);
    expect(backupMock).toReceiveNthCommandWith(2, ListBackupVaultsCommand, { NextToken: "page-2" });
  });

  it("is empty without vaults", async () => {
    backupMock.on(ListBackupVaultsCommand).resolves({ $metadata: { httpStatusCode: 200 } });
    expect(await vaultNames()).toEqual([]);
    expect(backupMock.calls()).toHaveLength(1);
  });

  it("passes errors on", async () => {
    backupMock.on(ListBackupVaultsCommand).rejects("no network today");
    await expect(vaultNames()).rejects.toThrow("no network today");
  });
});

describe("unencryptedPoints", () => {
  it("finds points without a key", async () => {
    backupMock
      .on(ListBackupVaultsCommand)
      .resolves({ BackupVaultList: [{ BackupVaultName: "audit" }] })
      .on(ListRecoveryPointsByBackupVaultCommand)
      .resolves({ RecoveryPoints: [{ RecoveryPointArn: "point-1" }, { RecoveryPointArn: "point-2" }] })
      .on(DescribeRecoveryPointCommand, { RecoveryPointArn: "point-1" })
      .resolves(encrypted)
      .on(DescribeRecoveryPointCommand, { RecoveryPointArn: "point-2" })
      .resolves({});

    expect(await unencryptedPoints()).toEqual(["point-2"]);
    const [first] = backupMock.commandCalls(DescribeRecoveryPointCommand);
    expect(first?.args[0].input).toEqual({ BackupVaultName: "audit", RecoveryPointArn: "point-1" });
    expect(
      backupMock.commandCalls(DescribeRecoveryPointCommand, { RecoveryPointArn: "point-2" }),
    ).toHaveLength(1);
  });
});

describe("ensureVault", () => {
  it("returns a vault that exists", async () => {
    backupMock.onAnyCommand().rejects("not expected");
    backupMock.on(DescribeBackupVaultCommand).resolves({ BackupVaultArn: vaultArn });

    expect(await ensureVault("audit")).toBe(vaultArn);
    expect(backupMock).not.toReceiveCommand(CreateBackupVaultCommand);
  });

  it("creates a vault that is missing", async () => {
    const missing = new ResourceNotFoundException({ message: "There is none.", $metadata: {} });
    backupMock.on(DescribeBackupVaultCommand).rejects(missing);
    backupMock.on(CreateBackupVaultCommand).resolvesOnce({ BackupVaultArn: vaultArn });

    expect(await ensureVault("audit")).toBe(vaultArn);
    expect(backupMock).toReceiveNthCommandWith(2, CreateBackupVaultCommand, {
      BackupVaultTags: { managed: "yes" },
    });
    expect(backupMock.call(0).args[0].input).toEqual({ BackupVaultName: "audit" });

    backupMock.resetHistory();
    expect(backupMock.calls()).toHaveLength(0);
  });
});

describe("tenants", () => {
  it("asks for a folder of the tenant's own", async () => {
    efsMock.on(CreateAccessPointCommand).resolves({ AccessPointId: "fsap-1" });

    expect(await addTenant("fs-1", "alice")).toBe("fsap-1");
    const [call] = efsMock.commandCalls(CreateAccessPointCommand);
    expect(call?.args[0].input.FileSystemId).toBe("fs-1");
    expect(call?.args[0].input.RootDirectory?.Path).toBe("/alice");
  });

  it("takes an access point that is gone as removed", async () => {
    efsMock.on(DeleteAccessPointCommand).callsFake(({ AccessPointId }) => {
      throw Object.assign(new Error(`${AccessPointId} is gone`), { name: "AccessPointNotFound" });
    });
    expect(await removeTenant("fsap-1")).toBe(false);
  });

  it("removes an access point by its id", async () => {
    efsMock.on(DeleteAccessPointCommand, { AccessPointId: "fsap-1" }).resolves({});
    expect(await removeTenant("fsap-1")).toBe(true);
    expect(efsMock).toReceiveCommandWith(DeleteAccessPointCommand, { AccessPointId: "fsap-1" });
    expect(efsMock).toReceiveNthSpecificCommandWith(1, DeleteAccessPointCommand, { AccessPointId: "fsap-1" });
  });
});
