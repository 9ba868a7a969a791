import { type MockAws, type MockAwsPlace, type MockOptions, mockAws } from "aws-backup-mock";
import { type OperationModel, serviceModel, serviceNames } from "../../../src/model/index";
import { requests } from "../../services/fsx/account";
import { type AnyClients, clientsOf, send } from "../../support/any-command";
import { operationNamed } from "../../support/model-walk";
import { services } from "./consistency";
import type { Dice } from "./dice";
import { isComplete, randomInput, type Scene } from "./inputs";
import { role } from "./recipes";

/** An operation that the mock models. */
export interface Modelled {
  readonly model: OperationModel;
  readonly kind: "read" | "write";
  /** How often it is called, compared with others. */
  readonly weight: number;
}

const weightOf = (name: string): number => {
  if (/^(Start|Create)/.test(name)) return 6;
  if (/^(Delete|Cancel|Stop|Disassociate|Detach|Revoke)/.test(name)) return 2;
  return /^(Describe|List|Get)/.test(name) ? 2 : 3;
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

const home = "123456789012";

const bucket = "arn:aws:s3:::a-bucket";

/** What can be backed up without EFS or FSx. */
const resources = [
  `arn:aws:dynamodb:us-east-1:${home}:table/orders`,
  `arn:aws:ec2:us-east-1:${home}:volume/vol-0123456789abcdef0`,
  `arn:aws:rds:us-east-1:${home}:db:orders`,
  bucket,
].map((arn, index) => ({ arn, sizeInBytes: 1_000 * (index + 1), tags: { daily: index % 2 ? "yes" : "no" } }));

/** A resource that is made of the other ones. */
const stack = {
  arn: `arn:aws:cloudformation:us-east-1:${home}:stack/app/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0`,
  members: resources.slice(0, 2).map(({ arn }) => arn),
};

/** What random calls seldom come to: a composite recovery point, and a plan that keeps continuous backups. */
const beginnings: readonly (readonly [operation: string, input: object])[] = [
  ["StartBackupJob", { BackupVaultName: "Default", ResourceArn: stack.arn, IamRoleArn: role }],
  [
    "CreateBackupPlan",
    {
      BackupPlan: {
        BackupPlanName: "continuous",
        Rules: [
          {
            RuleName: "continuous",
            TargetBackupVaultName: "Default",
            ScheduleExpression: "cron(0 */6 * * ? *)",
            EnableContinuousBackup: true,
            Lifecycle: { DeleteAfterDays: 35 },
          },
        ],
      },
    },
  ],
];

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

/** Some things take so long that what depends on them gives up. */
const durations: NonNullable<MockOptions["durations"]> = {
  approvalSession: vault => (/[135]$/.test(textOf(vault, "BackupVaultName")) ? "25 hours" : "5 min"),
  backupJob: job => (/[0-3]$/.test(textOf(job, "BackupJobId")) ? "3 hours" : "20 s"),
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
    this.aws.seed({ resources: [...resources, stack] });
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
    const makers = modelled.filter(({ model }) => /^(Create|Start|Put|Associate)/.test(model.name));
    await this.send(0, operationNamed("backup", "UpdateGlobalSettings"), {
      GlobalSettings: { isMpaEnabled: "true" },
    });
    for (const request of Object.values(requests)) {
      await this.send(0, operationNamed("fsx", "CreateFileSystem"), request);
    }
    for (const [name, input] of beginnings) {
      await this.send(0, operationNamed("backup", name), input);
    }
    for (const { BackupPlanId } of this.aws.state.backup.plans) {
      await this.send(0, operationNamed("backup", "CreateBackupSelection"), {
        BackupPlanId,
        BackupSelection: { SelectionName: "bucket", IamRoleArn: role, Resources: [bucket] },
      });
    }
    await this.aws.settle();
    for (let round = 0; round < 8; round++) {
      for (const { model } of makers) {
        const input = randomInput(model, this.scene(0, dice));
        if (isComplete(model, input)) await this.send(0, model, input);
      }
      await this.aws.clock.advance("5 hours");
    }
  }
}

/** Every operation that is modelled, as the tally names it. */
export const modelledNames = modelled.map(({ model }) => `${model.service}.${model.name}`);

export const notModelled = serviceNames.flatMap(service =>
  serviceModel(service)
    .operationNames()
    .map(name => `${service}.${name}`)
    .filter(name => !modelledNames.includes(name)),
);
