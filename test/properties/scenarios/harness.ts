import { type MockAws, type MockAwsPlace, type MockOptions, mockAws } from "aws-backup-mock";
import type { OperationModel } from "../../../src/model/index";
import { type AnyClients, clientsOf, send } from "../../support/any-command";
import { operationNamed } from "../../support/model-walk";
import type { Context } from "../generators/context";
import { isComplete, randomInput } from "../generators/inputs";
import type { Random } from "../generators/random";
import { operations } from "../model/operations";
import { createRareResources, misconfigured, resources } from "./initial-state";

const places = [
  { region: "us-east-1", accountId: "123456789012" },
  { region: "eu-west-1", accountId: "123456789012" },
  { region: "us-east-1", accountId: "222222222222" },
] as const;

export type ClockMode = "auto" | "manual";

/** The outcome of a call. */
export interface CallResult {
  readonly output?: object;
  readonly error?: Error;
}

const resultOf = (call: Promise<object>): Promise<CallResult> =>
  call.then(
    output => ({ output }),
    (error: unknown) => ({ error: error instanceof Error ? error : new Error(String(error)) }),
  );

const textOf = (subject: object, member: string): string => String(Reflect.get(subject, member));

/** Approval requests that time out: half of those for access, and the other half of those to revoke it. */
const timesOut = (vault: object): boolean =>
  (textOf(vault, "VaultState") === "AVAILABLE" ? /[024]$/ : /[135]$/).test(textOf(vault, "BackupVaultName"));

/** Some jobs and approvals take longer than their time limits. */
const durations: NonNullable<MockOptions["durations"]> = {
  approvalSession: vault => (timesOut(vault) ? "25 hours" : "5 min"),
  backupJob: job => (/[0-3]$/.test(textOf(job, "BackupJobId")) ? "3 hours" : "20 s"),
  fsxDataRepositoryTask: "12 hours",
};

/** A mock with clients of every service in three accounts and Regions; scenarios share it and roll it back. */
export class Harness {
  readonly aws: MockAws;
  readonly views: readonly MockAwsPlace[];
  readonly clients: readonly AnyClients[];

  constructor(clock: ClockMode, attachClients: (aws: MockAwsPlace) => AnyClients = clientsOf) {
    this.aws = mockAws({ clock, recordCalls: 3, recordEvents: 200, idSeed: "properties", durations });
    this.views = places.map(place => this.aws.in(place));
    this.clients = this.views.map(attachClients);
    this.seed();
  }

  /** Seeds a vault and the resources that can be backed up. */
  seed(): void {
    this.aws.seed({ backup: { vaults: [{ BackupVaultName: "Default" }] }, resources });
  }

  /** Sends any input to an operation, from the account and Region with this index. */
  send(at: number, { service, name }: OperationModel, input: object): Promise<CallResult> {
    const clients = this.clients[at];
    if (!clients) throw new Error(`Failed to send ${name}: no account and Region with index ${at}.`);
    return resultOf(send(clients, service, name, input));
  }

  /** What inputs for the account and Region with this index are generated from. */
  context(at: number, random: Random): Context {
    const everywhere = this.views.map(view => view.state);
    const here = everywhere[at];
    if (!here) throw new Error(`Failed to read the state: no account and Region with index ${at}.`);
    return { random, here, everywhere };
  }

  /** Creates records of every kind. */
  async populate(random: Random): Promise<void> {
    // Without locks and legal holds: they would prevent most changes in the scenarios.
    const creating = operations.filter(({ model }) =>
      /^(Create|Start|Put|Associate)(?!.*(Lock|LegalHold))/.test(model.name),
    );
    await createRareResources(this.aws, (service, name, input) =>
      this.send(0, operationNamed(service, name), input),
    );
    for (let round = 0; round < 8; round++) {
      for (const { model } of creating) {
        const input = randomInput(model, this.context(0, random));
        if (isComplete(model, input)) await this.send(0, model, input);
      }
      await this.aws.clock.advance("5 hours");
    }
    this.aws.seed(misconfigured);
  }
}
