import { BackupClient } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { FSxClient } from "@aws-sdk/client-fsx";
import type { MockAws } from "aws-backup-mock";
import { type ImportOptions, importAccount } from "aws-backup-mock/infrastructure";

/** Clients that reach a mock as they would reach AWS: through the whole pipeline of the SDK. */
export function clientsOf(aws: MockAws) {
  const { region, accountId } = aws.state;
  const config = {
    region,
    credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret", accountId },
    requestHandler: aws.requestHandler,
    cacheMiddleware: true,
    maxAttempts: 1,
  };
  return { backup: new BackupClient(config), efs: new EFSClient(config), fsx: new FSxClient(config) };
}

/** Imports the account of a mock at the mock's time. */
export const importMock = (aws: MockAws, options: ImportOptions = {}) =>
  importAccount(clientsOf(aws), {
    callsPerSecond: Number.POSITIVE_INFINITY,
    now: new Date(aws.clock.now()),
    ...options,
  });
