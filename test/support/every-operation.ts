import type { MockAws, Snapshot } from "aws-backup-mock";
import type { OperationName, OutputOf } from "../../src/core/world";
import { checkOutput, type ServiceName, serviceModel } from "../../src/model";
import { operationNamed } from "./model-walk";

/** A successful call of every operation of a client; a missing operation is a type error. */
export type EveryOperation<Sdk, Account> = {
  readonly [Name in OperationName<Sdk>]: (account: Account) => Promise<OutputOf<Sdk, Name>>;
};

interface AnyAccount {
  readonly aws: MockAws;
}

/** An account that is set up once, and rolled back to that state before each test. */
export function sharedAccount<Account extends AnyAccount>(setUp: () => Promise<Account>): () => Account {
  let shared: Account | undefined;
  let start: Snapshot | undefined;
  const account = (): Account => {
    if (!shared) throw new Error("Failed to read the shared account: beforeAll has not run yet.");
    return shared;
  };
  beforeAll(async () => {
    shared = await setUp();
    start = shared.aws.snapshot();
  });
  beforeEach(() => {
    const { aws } = account();
    if (start) aws.rollback(start);
    aws.clearCalls();
  });
  return account;
}

/** AWS itself returns a lifecycle in backups of volumes that its model does not have. */
const isKnownDeviation = (message: string): boolean =>
  /Volume\.Lifecycle must be one of .* not "ACTIVE"$/.test(message);

/** Expects an output that the service could have returned, and that is not empty unless the model has no members. */
export function checkAnswer(service: ServiceName, operation: string, answer: object): void {
  const { output } = operationNamed(service, operation);
  const problems = checkOutput(output, answer)
    .map(({ message }) => message)
    .filter(message => !isKnownDeviation(message));
  expect({ operation, problems }).toEqual({ operation, problems: [] });
  const { $metadata, ...members } = { $metadata: undefined, ...answer };
  expect($metadata).toMatchObject({ httpStatusCode: expect.any(Number), requestId: expect.any(String) });
  const hasMembers = Object.values(members).some(value => value !== undefined);
  expect({ operation, hasMembers }).toEqual({ operation, hasMembers: output.members.length > 0 });
}

/** Defines tests that call every operation of a service successfully. */
export function testEveryOperation<Account extends AnyAccount>(
  service: ServiceName,
  calls: Readonly<Record<string, (account: Account) => Promise<object>>>,
  account: () => Account,
): void {
  test("every operation of the service has a call", () => {
    expect(Object.keys(calls).sort()).toEqual([...serviceModel(service).operationNames()].sort());
  });

  test.each(Object.entries(calls))("%s succeeds", async (operation, call) => {
    checkAnswer(service, operation, await call(account()));
  });
}
