import { type MockAws, type MockOptions, mockAws, type Snapshot } from "aws-backup-mock";
import { type ServiceName, serviceModel } from "../../src/model/index";
import { operationNamed } from "./model-walk";

/** Makes calls of which the last one fails. */
type Provoke<Account> = (account: Account) => Promise<unknown>;

/** How to provoke an error that has more members than a message, or that needs other quotas than AWS's defaults. */
interface Provocation<Account> {
  readonly by: Provoke<Account>;
  /** The modelled members of the error. */
  readonly members?: object;
  readonly quotas?: MockOptions["quotas"];
}

/** How to provoke each declared error, by operation and error. */
export type Provocations<Account> = Readonly<
  Record<string, Readonly<Record<string, Provoke<Account> | Provocation<Account>>>>
>;

/** Declared errors that cannot be provoked, as `Operation Error`, by reason. */
export type NeverAnswered = Readonly<Record<string, readonly string[]>>;

interface AnyAccount {
  readonly aws: MockAws;
}

/** Sets an account up once, and gives every test its own mock and clients, which start from that state. */
export function accountFactory<Facts extends object, Clients extends object>(
  attach: (aws: MockAws) => Clients,
  setUp: (account: Clients & AnyAccount) => Promise<Facts>,
): (options: MockOptions) => Promise<Facts & Clients & AnyAccount> {
  let prepared: Promise<{ readonly facts: Facts; readonly start: Snapshot }> | undefined;
  const begin = async () => {
    const aws = mockAws();
    const facts = await setUp({ ...attach(aws), aws });
    return { facts, start: aws.snapshot() };
  };
  return async options => {
    prepared ??= begin();
    const { facts, start } = await prepared;
    const aws = mockAws({ ...options, snapshot: start });
    return { ...facts, ...attach(aws), aws };
  };
}

/** The errors that an operation declares, except server faults. */
function declaredBy(service: ServiceName, operation: string): string[] {
  const { errors } = operationNamed(service, operation);
  return errors.filter(name => serviceModel(service).error(name)?.fault === "client");
}

const pairs = (table: Readonly<Record<string, object>>): string[] =>
  Object.entries(table).flatMap(([operation, errors]) =>
    Object.keys(errors).map(error => `${operation} ${error}`),
  );

/** Errors that AWS was seen to answer without the error code that its model requires. */
const withoutCode: readonly string[] = ["efs CreateReplicationConfiguration BadRequest"];

/** Members that every error of this name has, and the names of its required members. */
function expectedMembers(
  service: ServiceName,
  operation: string,
  error: string,
): { common: object; required: string[] } {
  if (withoutCode.includes(`${service} ${operation} ${error}`)) return { common: {}, required: [] };
  const { members = [] } = serviceModel(service).error(error)?.shape ?? {};
  const hasCode = members.some(({ name }) => name === "ErrorCode");
  const required = members.filter(member => member.required).map(({ name }) => name);
  return { common: hasCode ? { ErrorCode: error } : {}, required };
}

/** Defines tests that provoke every error that the operations of a service declare. */
export function testDeclaredErrors<Account extends AnyAccount>(
  service: ServiceName,
  provocations: Provocations<Account>,
  never: NeverAnswered,
  open: (options: MockOptions) => Promise<Account>,
): void {
  const cases = Object.entries(provocations).flatMap(([operation, errors]) =>
    Object.entries(errors).map(([error, how]) => ({ operation, error, how })),
  );

  test("every declared error is provoked, or listed as impossible to provoke", () => {
    const operations = serviceModel(service).operationNames();
    const declared = operations.flatMap(name => declaredBy(service, name).map(error => `${name} ${error}`));
    const listed = [...pairs(provocations), ...Object.values(never).flat()];
    expect(listed.sort()).toEqual(declared.sort());
  });

  test.each(cases)("$operation: $error", async ({ operation, error, how }) => {
    const { by, members = {}, quotas = {} } = typeof how === "function" ? { by: how } : how;
    const { common, required } = expectedMembers(service, operation, error);
    expect(Object.keys({ ...common, ...members })).toEqual(expect.arrayContaining(required));
    const account = await open({ quotas });
    const refused: unknown = await by(account).catch((thrown: unknown) => thrown);
    const last = account.aws.calls().at(-1);
    expect({ operation: last?.operation, refused }).toEqual({
      operation,
      refused: expect.objectContaining({ name: error, $fault: "client", ...common, ...members }),
    });
    expect(last?.answeredBy).toBe("model");
  });
}
