import { BackupClient } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { FSxClient } from "@aws-sdk/client-fsx";
import { type MockAws, mockAws } from "aws-backup-mock";
import type { Connect, EvidenceAnswer, EvidenceCall } from "aws-backup-mock/evidence";
import { type Endpoint, listen, type ServedMock } from "aws-backup-mock/http";
import { refusalOf } from "../../src/evidence/refusal";
import { type AnyClients, hasCommand, send } from "./any-command";
import { sendByWire, type WireClient } from "./wire-client";

/** The clients of one Region and account. */
interface ClientsOfPlace {
  readonly sdk: AnyClients;
  readonly wire: WireClient;
}

/** One endpoint for many mocks, one after the other, and clients for each place. */
export class OverHttp {
  readonly #clients = new Map<string, ClientsOfPlace>();
  readonly #withSdk: boolean;
  #endpoint: Endpoint | undefined;
  #aws: MockAws = mockAws();

  /** With the SDK's clients, as far as these have the operation, or with none of them. */
  constructor({ sdk = true }: { readonly sdk?: boolean } = {}) {
    this.#withSdk = sdk;
  }

  /** Makes the mock that the endpoint answers for from now on. */
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

  async #send(call: EvidenceCall, region: string): Promise<EvidenceAnswer> {
    const { service, operation, input, place } = call;
    const { sdk, wire } = this.#clientsAt(place.region ?? region, place.accountId);
    if (!this.#withSdk || !hasCommand(service, operation)) return sendByWire(wire, call);
    try {
      return { output: await send(sdk, service, operation, input) };
    } catch (thrown) {
      return { error: refusalOf(thrown) };
    }
  }

  #clientsAt(region: string, accountId: string | undefined): ClientsOfPlace {
    const key = `${region} ${accountId}`;
    const known = this.#clients.get(key);
    if (known) return known;
    const url = this.#endpoint?.url ?? "";
    const accessKeyId = accessKeyOf(accountId);
    const config = {
      region,
      endpoint: url,
      credentials: { accessKeyId, secretAccessKey: "secret" },
      maxAttempts: 1,
      cacheMiddleware: true,
    };
    const sdk = {
      backup: new BackupClient(config),
      efs: new EFSClient(config),
      fsx: new FSxClient(config),
    };
    const clients = { sdk, wire: { url, region, accessKeyId } };
    this.#clients.set(key, clients);
    return clients;
  }
}

const accessKeyOf = (accountId: string | undefined): string => `AKIA${accountId ?? "OFTHEMOCK"}`;
