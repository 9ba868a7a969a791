import * as backupSdk from "@aws-sdk/client-backup";
import type { MetadataBearer, Pluggable } from "@smithy/types";
import { mockAws } from "aws-backup-mock";
import { type ServiceName, serviceNames, type ViolationKind } from "../../src/model/index";
import { clientsOf, sdkClass, send } from "../support/any-command";
import { brokenInputs } from "../support/broken-inputs";
import { failure } from "../support/failure";
import { minimalInput } from "../support/minimal-input";
import { allOperations } from "../support/model-walk";

/** The exception with which a service refuses an input that breaks its model. */
const refusedWith: Readonly<Record<ServiceName, (kinds: ReadonlySet<ViolationKind>) => string>> = {
  backup: kinds =>
    [...kinds].every(kind => kind === "required")
      ? "MissingParameterValueException"
      : "InvalidParameterValueException",
  efs: () => "ValidationException",
  fsx: () => "BadRequest",
};

const isValidation = /^\d+ validation errors? detected: /;

/** AWS's own check of a plan's rules answers about their vaults; `plans.test.ts` tests it. */
const isOfRules = (error: Error): boolean =>
  /^Error in some rules due to ?: Backup vault name /.test(error.message);

const refusal = (call: Promise<unknown>): Promise<Error> =>
  call.then(
    () => new Error("The call was not refused."),
    (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown))),
  );

describe.each(serviceNames)("through a client of %s", service => {
  const operations = allOperations().filter(operation => operation.service === service);

  test("every input that breaks one constraint is refused with the service's exception and changes nothing", async () => {
    const aws = mockAws({ recordCalls: false });
    const clients = clientsOf(aws);
    const world = aws.state;
    for (const operation of operations) {
      for (const { what, kind, path, input } of brokenInputs(operation)) {
        const error = await refusal(send(clients, service, operation.name, input));
        if (isOfRules(error)) continue;
        const name = refusedWith[service](new Set([kind]));
        const Exception = sdkClass(service, name);
        if (
          !(error instanceof Exception) ||
          error.name !== name ||
          !isValidation.test(error.message) ||
          !error.message.includes(`'${path}'`)
        ) {
          throw new Error(`${what}: expected ${name} at ${path}, got ${error.name}: ${error.message}`);
        }
        if (aws.state !== world) throw new Error(`${what}: the refusal changed the state`);
      }
    }
  });

  test("every operation accepts its minimal input", async () => {
    const aws = mockAws({ recordCalls: false });
    const clients = clientsOf(aws);
    const pristine = aws.snapshot();
    for (const operation of operations) {
      aws.rollback(pristine);
      const message = await send(clients, service, operation.name, minimalInput(operation)).then(
        () => "",
        (error: Error) => error.message,
      );
      if (isValidation.test(message)) throw new Error(`${operation.name}: ${message}`);
    }
  });
});

test("one message reports several broken constraints; MissingParameterValueException is for missing members only", async () => {
  const aws = mockAws();
  const clients = clientsOf(aws);
  const world = aws.state;
  const both = await refusal(
    send(clients, "backup", "StartBackupJob", { BackupVaultName: "!", StartWindowMinutes: "soon" }),
  );
  expect(both).toMatchObject({
    name: "InvalidParameterValueException",
    message: expect.stringMatching(/^4 validation errors detected: .*'backupVaultName'.*; .*'resourceArn'/),
  });
  const missing = await refusal(send(clients, "backup", "StartBackupJob", {}));
  expect(missing).toMatchObject({
    name: "MissingParameterValueException",
    message: expect.stringMatching(/^3 validation errors detected: /),
  });
  expect(aws.state).toBe(world);
});

// Operations of a newer client

interface CreateBackupBlueprintInput {
  readonly Name?: string;
}

/** The middleware of every command, which other middleware is added next to. */
const endpointPlugin: Pluggable<object, object> = {
  applyToStack: stack =>
    stack.addRelativeTo(<Next>(next: Next) => next, {
      relation: "before",
      toMiddleware: "serializerMiddleware",
      name: "endpointV2Middleware",
    }),
};

/** A command of a newer client, made as the SDK makes its own. */
const CreateBackupBlueprintCommand = backupSdk.$Command
  .classBuilder<
    CreateBackupBlueprintInput,
    { BlueprintArn?: string } & MetadataBearer,
    backupSdk.BackupClientResolvedConfig,
    backupSdk.ServiceInputTypes,
    backupSdk.ServiceOutputTypes
  >()
  .m(() => [endpointPlugin])
  .s("CryoControllerUserManager", "CreateBackupBlueprint", {})
  .n("BackupClient", "CreateBackupBlueprintCommand")
  .f()
  .build();

describe("an operation that only a newer client knows", () => {
  const made = () => {
    const aws = mockAws();
    const client = aws.attach(new backupSdk.BackupClient());
    return {
      aws,
      create: () => client.send(new CreateBackupBlueprintCommand({ Name: "nightly" }) as never),
    };
  };

  test("is refused by name and listed among the unhandled calls", async () => {
    const { aws, create } = made();
    const before = aws.state;
    const error = await refusal(create());
    expect(error).toMatchObject({
      name: "MockError",
      code: "UnsupportedOperation",
      message: expect.stringMatching(
        /^Cannot answer CreateBackupBlueprintCommand: .* not known .* stub it with/,
      ),
    });
    expect(aws.state).toBe(before);
    expect(aws.unhandledCalls()).toMatchObject([
      { service: "backup", operation: "CreateBackupBlueprint", input: { Name: "nightly" } },
    ]);
    expect(failure(() => aws.assertNoUnhandledCalls())).toContain("backup CreateBackupBlueprint");
  });

  test("can be stubbed with an output, an error or a fake", async () => {
    const { aws, create } = made();
    const Command = CreateBackupBlueprintCommand;
    aws
      .on(Command, { Name: "nightly" })
      .resolvesOnce({ BlueprintArn: "arn:one" })
      .rejectsOnce("ThrottlingException")
      .callsFake(({ Name }) => ({ BlueprintArn: `arn:${Name}` }));
    await expect(create()).resolves.toMatchObject({ BlueprintArn: "arn:one" });
    await expect(create()).rejects.toMatchObject({ name: "ThrottlingException" });
    await expect(create()).resolves.toMatchObject({ BlueprintArn: "arn:nightly" });
    expect(aws.calls(Command)).toHaveLength(3);
    aws.assertNoUnhandledCalls();
  });
});

describe("a stubbed output", () => {
  test("that the service could not return is refused by resolves(), for every operation", () => {
    const aws = mockAws();
    for (const { service, name, output } of allOperations()) {
      const stub = aws.on(sdkClass(service, `${name}Command`) as never);
      const refused = failure(() => stub.resolves({ NoSuchMember: 1 }));
      expect(refused).toContain(
        `Cannot answer ${name}Command with this output: NoSuchMember is not a member`,
      );
      for (const member of output.members) {
        const wrong = { [member.name]: Symbol("of no type") };
        expect(failure(() => stub.resolvesOnce(wrong))).toContain(`: ${member.name} must be `);
      }
    }
  });

  test("of a fake is refused when the call is made, with what is wrong", async () => {
    const aws = mockAws();
    const client = aws.attach(new backupSdk.BackupClient());
    aws
      .on(backupSdk.DescribeBackupVaultCommand)
      // @ts-expect-error: the name must be a string.
      .callsFake(() => ({ BackupVaultName: 5 }));
    await expect(
      client.send(new backupSdk.DescribeBackupVaultCommand({ BackupVaultName: "Default" })),
    ).rejects.toMatchObject({
      code: "InvalidStub",
      message: expect.stringContaining("BackupVaultName must be a string"),
    });
  });
});
