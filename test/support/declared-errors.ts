import { type MockAws, type MockOptions, mockAws, type Snapshot } from "aws-backup-mock";
import { type ServiceName, serviceModel } from "../../src/model/index";
import { operationNamed } from "./model-walk";

/** Does what leads to a refusal; the refused call comes last. */
type Provoke<World> = (world: World) => Promise<unknown>;

/** How an error is provoked that says more than a message, or that takes other limits than AWS's own. */
interface Provocation<World> {
  readonly by: Provoke<World>;
  /** The typed members that the error then has. */
  readonly members?: object;
  readonly quotas?: MockOptions["quotas"];
}

/** By operation and declared error, how state or input provokes it. */
export type Provocations<World> = Readonly<
  Record<string, Readonly<Record<string, Provoke<World> | Provocation<World>>>>
>;

/** Declared errors that nothing here can provoke, `Operation Error`, by the reason why. */
export type NeverAnswered = Readonly<Record<string, readonly string[]>>;

interface AnyWorld {
  readonly aws: MockAws;
}

/** Makes a world once, and gives every test a mock of its own that starts from there, with clients of its own. */
export function openedAnew<Facts extends object, Clients extends object>(
  attach: (aws: MockAws) => Clients,
  make: (world: Clients & AnyWorld) => Promise<Facts>,
): (options: MockOptions) => Promise<Facts & Clients & AnyWorld> {
  let made: Promise<{ readonly facts: Facts; readonly start: Snapshot }> | undefined;
  const begin = async () => {
    const aws = mockAws();
    const facts = await make({ ...attach(aws), aws });
    return { facts, start: aws.snapshot() };
  };
  return async options => {
    made ??= begin();
    const { facts, start } = await made;
    const aws = mockAws({ ...options, snapshot: start });
    return { ...facts, ...attach(aws), aws };
  };
}

/** What an operation declares, but for faults of the service's own. */
function declaredBy(service: ServiceName, operation: string): string[] {
  const { errors } = operationNamed(service, operation);
  return errors.filter(name => serviceModel(service).error(name)?.fault === "client");
}

const pairs = (table: Readonly<Record<string, object>>): string[] =>
  Object.entries(table).flatMap(([operation, errors]) =>
    Object.keys(errors).map(error => `${operation} ${error}`),
  );

/** What every error of this name has, and the names of what it cannot be without. */
function expected(service: ServiceName, error: string): { common: object; required: string[] } {
  const { members = [] } = serviceModel(service).error(error)?.shape ?? {};
  const hasCode = members.some(({ name }) => name === "ErrorCode");
  const required = members.filter(member => member.required).map(({ name }) => name);
  return { common: hasCode ? { ErrorCode: error } : {}, required };
}

/** Provokes every error that the operations of a service declare, and prints how many there are. */
export function testDeclaredErrors<World extends AnyWorld>(
  service: ServiceName,
  provocations: Provocations<World>,
  never: NeverAnswered,
  open: (options: MockOptions) => Promise<World>,
): void {
  const cases = Object.entries(provocations).flatMap(([operation, errors]) =>
    Object.entries(errors).map(([error, how]) => ({ operation, error, how })),
  );

  test("every declared error is here, or among those that cannot be provoked", () => {
    const operations = serviceModel(service).operationNames();
    const declared = operations.flatMap(name => declaredBy(service, name).map(error => `${name} ${error}`));
    const here = [...pairs(provocations), ...Object.values(never).flat()];
    expect(here.sort()).toEqual(declared.sort());
  });

  test.each(cases)("$operation: $error", async ({ operation, error, how }) => {
    const { by, members = {}, quotas = {} } = typeof how === "function" ? { by: how } : how;
    const { common, required } = expected(service, error);
    expect(Object.keys({ ...common, ...members })).toEqual(expect.arrayContaining(required));
    const world = await open({ quotas });
    const refused: unknown = await by(world).catch((thrown: unknown) => thrown);
    const last = world.aws.calls().at(-1);
    expect({ operation: last?.operation, refused }).toEqual({
      operation,
      refused: expect.objectContaining({ name: error, $fault: "client", ...common, ...members }),
    });
    expect(last?.answeredBy).toBe("model");
  });

  afterAll(() => {
    const without = Object.values(never).flat().length;
    process.stdout.write(
      `declared errors of ${service}: ${cases.length} provoked, ${without} that cannot be\n`,
    );
  });
}
