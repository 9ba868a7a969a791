import { MockError, quoted, sentence, suggestion } from "../../../core/basics";
import type { Duration } from "../../../core/time";
import {
  isServiceName,
  type OperationModel,
  type StructureShape,
  serviceModel,
  serviceNames,
} from "../../../model";
import { commandOf } from "../../command";
import { structureFromBody } from "../../wire/decode";
import type { ServedMock, ServedStub } from "../served-mock";

/** A stub as a body describes it. */
interface StubBody {
  readonly operation: string;
  readonly service?: string | undefined;
  readonly input?: object | undefined;
  readonly resolves?: object | undefined;
  readonly rejects?: string | object | undefined;
  readonly once?: boolean | undefined;
  readonly delays?: Duration | undefined;
}

/** Stubs an operation, or its calls whose input matches. Throws a `MockError`, and stubs nothing, if that is impossible. */
export function setStub(aws: ServedMock, { service, operation: name, ...body }: StubBody): void {
  const operation = operationNamed(name, service);
  const input = body.input && objectFromBody(operation.input, body.input);
  const error = body.rejects === undefined ? undefined : readError(body.rejects);
  const stub = aws.on(commandOf(operation.service, operation.name), input);
  try {
    answer(stub, body.once === true, error, objectFromBody(operation.output, body.resolves ?? {}));
    if (body.delays !== undefined) stub.delays(body.delays);
  } catch (refusal) {
    stub.remove();
    throw refusal;
  }
}

function answer(stub: ServedStub, once: boolean, error: StubError | undefined, output: object): void {
  if (error !== undefined) {
    if (once) stub.rejectsOnce(error);
    else stub.rejects(error);
    return;
  }
  if (once) stub.resolvesOnce(output);
  else stub.resolves(output);
}

/** Members that the operation lacks stay, so that they are refused, or match nothing. */
const objectFromBody = (shape: StructureShape, given: object): object => ({
  ...given,
  ...structureFromBody(shape, given),
});

type StubError = Parameters<ServedStub["rejects"]>[0];

function readError(given: string | object): StubError {
  if (typeof given === "string") return given;
  const { name, message, ...members }: Readonly<Record<string, unknown>> = { ...given };
  if (typeof name === "string" && name !== "" && (message === undefined || typeof message === "string")) {
    return { ...members, name, ...(message !== undefined && { message }) };
  }
  throw refused(
    "an error",
    `rejects is ${quoted(given)}; give the name of the error, or an object with its name and message`,
  );
}

function operationNamed(name: string, service: string | undefined): OperationModel {
  if (service !== undefined && !isServiceName(service)) {
    throw refused(name, `unknown service ${quoted(service)}; ${suggestion(service, serviceNames)}`);
  }
  const models = (service === undefined ? serviceNames : [service]).map(each => serviceModel(each));
  const found = models.flatMap(model => model.operation(name) ?? []);
  const [operation, another] = found;
  if (operation && !another) return operation;
  if (operation) {
    throw refused(name, `${found.map(each => each.service).join(" and ")} have it; give the service`);
  }
  throw refused(
    name,
    `unknown operation; ${meant(
      name,
      models.flatMap(model => [...model.operationNames()]),
    )}`,
  );
}

/** All names would fill pages. */
const meant = (name: string, names: readonly string[]): string => {
  const text = suggestion(name, names);
  return text.startsWith("did you mean") ? text : "name one as the API does, such as StartBackupJob";
};

const refused = (what: string, why: string): MockError =>
  new MockError("InvalidStub", sentence(`Cannot stub ${what}: ${why}`));
