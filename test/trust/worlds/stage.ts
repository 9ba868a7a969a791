import { type MockAws, type MockAwsPlace, type MockOptions, mockAws } from "aws-backup-mock";
import { type OperationModel, serviceModel } from "../../../src/model/index";
import { type AnyClients, clientsOf, send } from "../../support/any-command";
import { operationNamed } from "../../support/model-walk";
import { services } from "./consistency";
import type { Dice } from "./dice";
import { broken, furnish, resources } from "./furniture";
import { isComplete, randomInput, type Scene } from "./inputs";

/** An operation that the mock models. */
export interface Modelled {
  readonly model: OperationModel;
  readonly kind: "read" | "write";
  /** How often it is called, compared with others. */
  readonly weight: number;
}

const weightOf = (name: string): number => {
  if (/^(Start|Create)/.test(name)) return 6;
  // What can be stopped is seldom there.
  if (/^(Cancel|Stop)/.test(name)) return 6;
  return /^(Describe|List|Get|Delete|Disassociate|Detach|Revoke)/.test(name) ? 2 : 3;
};

export const modelled: readonly Modelled[] = services.flatMap(({ name: service, operations }) =>
  serviceModel(service)
    .operationNames()
    .flatMap(name => {
      const handler = operations[name];
      const model = serviceModel(service).operation(name);
      return handler && model ? [{ model, kind: handler.kind, weight: weightOf(name) }] : [];
    }),
);

/** Each operation as often as it weighs. */
export const weighed = modelled.flatMap(operation =>
  Array.from({ length: operation.weight }, () => operation),
);
export const lists = modelled.filter(({ model }) => model.pagination);

const places = [
  { region: "us-east-1", accountId: "123456789012" },
  { region: "eu-west-1", accountId: "123456789012" },
  { region: "us-east-1", accountId: "222222222222" },
] as const;

export type ClockOf = "auto" | "manual";

export interface Answer {
  readonly output?: object;
  readonly error?: Error;
}

const answerOf = (call: Promise<object>): Promise<Answer> =>
  call.then(
    output => ({ output }),
    (error: unknown) => ({ error: error instanceof Error ? error : new Error(String(error)) }),
  );

const textOf = (subject: object, member: string): string => String(Reflect.get(subject, member));

/** What approval teams do not answer in time: half of the requests for access, and the other half of those to end it. */
const unanswered = (vault: object): boolean =>
  (textOf(vault, "VaultState") === "AVAILABLE" ? /[024]$/ : /[135]$/).test(textOf(vault, "BackupVaultName"));

/** Some things take so long that what depends on them gives up. */
const durations: NonNullable<MockOptions["durations"]> = {
  approvalSession: vault => (unanswered(vault) ? "25 hours" : "5 min"),
  backupJob: job => (/[0-3]$/.test(textOf(job, "BackupJobId")) ? "3 hours" : "20 s"),
  fsxDataRepositoryTask: "12 hours",
};

/** A mock with a client of each service in each place, used for one story after another. */
export class Stage {
  readonly aws: MockAws;
  readonly views: readonly MockAwsPlace[];
  readonly clients: readonly AnyClients[];

  constructor(clock: ClockOf, letIn: (aws: MockAwsPlace) => AnyClients = clientsOf) {
    this.aws = mockAws({ clock, recordCalls: 3, recordEvents: 200, idSeed: "worlds", durations });
    this.views = places.map(place => this.aws.in(place));
    this.clients = this.views.map(letIn);
    this.seed();
  }

  /** Puts in place what can be backed up. */
  seed(): void {
    this.aws.seed({ resources });
  }

  /** Sends any input to an operation, from the place of that number. */
  send(at: number, { service, name }: OperationModel, input: object): Promise<Answer> {
    const ofPlace = this.clients[at];
    if (!ofPlace) throw new Error("There is no such place.");
    return answerOf(send(ofPlace, service, name, input));
  }

  /** What inputs for the place of that number are made from. */
  scene(at: number, dice: Dice): Scene {
    const everywhere = this.views.map(view => view.state);
    const here = everywhere[at];
    if (!here) throw new Error("There is no such place.");
    return { dice, here, everywhere };
  }

  /** Makes a world in which there is some of everything. */
  async populate(dice: Dice): Promise<void> {
    // A lock or a hold would keep everything as it is, story after story.
    const makers = modelled.filter(({ model }) =>
      /^(Create|Start|Put|Associate)(?!.*(Lock|LegalHold))/.test(model.name),
    );
    await furnish(this.aws, (service, name, input) => this.send(0, operationNamed(service, name), input));
    for (let round = 0; round < 8; round++) {
      for (const { model } of makers) {
        const input = randomInput(model, this.scene(0, dice));
        if (isComplete(model, input)) await this.send(0, model, input);
      }
      await this.aws.clock.advance("5 hours");
    }
    this.aws.seed(broken);
  }
}

/** Every operation that is modelled, as the tally names it. */
export const modelledNames = modelled.map(({ model }) => `${model.service}.${model.name}`);
