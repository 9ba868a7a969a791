import { BackupClient } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { FSxClient } from "@aws-sdk/client-fsx";
import { type MockAws, mockAws } from "aws-backup-mock";
import type { Connect, EvidenceAnswer, EvidenceCall } from "aws-backup-mock/evidence";
import { type Endpoint, listen, type ServedMock } from "aws-backup-mock/http";
import { refusalOf } from "../../src/evidence/refusal";
import { isServiceName } from "../../src/model/index";
import { type AnyClients, hasCommand, send } from "./any-command";

/** One endpoint for many mocks, one after the other, with SDK clients for each place. */
export class OverHttp {
  readonly #clients = new Map<string, AnyClients>();
  #endpoint: Endpoint | undefined;
  #aws: MockAws = mockAws();

  /** Makes the mock that the endpoint answers for from now on, and sends calls to it with the SDK. */
  readonly connect: Connect = (options, accountIds) => {
    const accounts = Object.fromEntries(accountIds.map(accountId => [accessKeyOf(accountId), accountId]));
    const aws = mockAws({ ...options, accounts });
    this.#aws = aws;
    return { aws, send: call => this.#send(call, options.region ?? "us-east-1") };
  };

  async open(): Promise<void> {
    this.#endpoint = await listen(this.#served());
  }

  async close(): Promise<void> {
    await this.#endpoint?.close();
  }

  /** The endpoint asks the present mock for everything. */
  #served(): ServedMock {
    const present = (): MockAws => this.#aws;
    return new Proxy(present(), { get: (_first, name) => Reflect.get(present(), name, present()) });
  }

  async #send({ service, operation, input, place }: EvidenceCall, region: string): Promise<EvidenceAnswer> {
    const clients = this.#clientsAt(place.region ?? region, place.accountId);
    try {
      return { output: await send(clients, service, operation, input) };
    } catch (thrown) {
      return { error: refusalOf(thrown) };
    }
  }

  #clientsAt(region: string, accountId: string | undefined): AnyClients {
    const key = `${region} ${accountId}`;
    const known = this.#clients.get(key);
    if (known) return known;
    const config = {
      region,
      endpoint: this.#endpoint?.url ?? "",
      credentials: { accessKeyId: accessKeyOf(accountId), secretAccessKey: "secret" },
      maxAttempts: 1,
      cacheMiddleware: true,
    };
    const clients = {
      backup: new BackupClient(config),
      efs: new EFSClient(config),
      fsx: new FSxClient(config),
    };
    this.#clients.set(key, clients);
    return clients;
  }
}

const accessKeyOf = (accountId: string | undefined): string => `AKIA${accountId ?? "OFTHEMOCK"}`;

/** Whether the installed clients have the operation of a call such as `backup.CreateBackupVault`. */
export function isInClients(call: string): boolean {
  const [service = "", operation = ""] = call.split(".");
  return isServiceName(service) && hasCommand(service, operation);
}
