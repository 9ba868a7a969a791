import type { MockAws, Snapshot } from "aws-backup-mock";
import type { OperationName, OutputOf } from "../../src/core/world";
import { checkOutput, type ServiceName, serviceModel } from "../../src/model";
import { operationNamed } from "./model-walk";

/** A call of every operation of a client that succeeds after a short story; one that is missing does not compile. */
export type EveryOperation<Sdk, World> = {
  readonly [Name in OperationName<Sdk>]: (world: World) => Promise<OutputOf<Sdk, Name>>;
};

/** What calls are tried on. */
interface AnyWorld {
  readonly aws: MockAws;
}

/** A world that is made once; every test finds it as it was then. */
export function sameWorld<World extends AnyWorld>(make: () => Promise<World>): () => World {
  let made: World | undefined;
  let start: Snapshot | undefined;
  const world = (): World => {
    if (!made) throw new Error("The world is not made yet.");
    return made;
  };
  beforeAll(async () => {
    made = await make();
    start = made.aws.snapshot();
  });
  beforeEach(() => {
    const { aws } = world();
    if (start) aws.rollback(start);
    aws.clearCalls();
  });
  return world;
}

/** AWS itself answers a lifecycle in backups of volumes that its model does not have. */
const isOfAws = (message: string): boolean =>
  /Volume\.Lifecycle must be one of .* not "ACTIVE"$/.test(message);

/** Fails for an output that the service could not have answered, or that says nothing where there is something to say. */
export function checkAnswer(service: ServiceName, operation: string, answer: object): void {
  const { output } = operationNamed(service, operation);
  const problems = checkOutput(output, answer)
    .map(({ message }) => message)
    .filter(message => !isOfAws(message));
  expect({ operation, problems }).toEqual({ operation, problems: [] });
  const { $metadata, ...members } = { $metadata: undefined, ...answer };
  expect($metadata).toMatchObject({ httpStatusCode: expect.any(Number), requestId: expect.any(String) });
  const said = Object.values(members).some(value => value !== undefined);
  expect({ operation, said }).toEqual({ operation, said: output.members.length > 0 });
}

/** Tries every operation of a service, and prints how many succeeded. */
export function testEveryOperation<World extends AnyWorld>(
  service: ServiceName,
  calls: Readonly<Record<string, (world: World) => Promise<object>>>,
  world: () => World,
): void {
  let succeeded = 0;

  test("every operation of the service is here", () => {
    expect(Object.keys(calls).sort()).toEqual([...serviceModel(service).operationNames()].sort());
  });

  test.each(Object.entries(calls))("%s succeeds", async (operation, call) => {
    checkAnswer(service, operation, await call(world()));
    succeeded++;
  });

  afterAll(() => {
    process.stdout.write(`operations of ${service} that succeed: ${succeeded}\n`);
  });
}
