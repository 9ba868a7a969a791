import { isObject, isServiceName } from "../model";
import { formOf, formProblem, isInstant, patternProblem } from "./forms";
import type { Found } from "./problems";
import { referencesIn, variableForm } from "./variables";

/** What is known from the record and from earlier steps. */
interface Before {
  readonly saved: Set<string>;
  readonly services: readonly unknown[];
}

type Members = Readonly<Record<string, unknown>>;

/** Checks one step of a record. */
export function readStep(step: unknown, found: Found, before: Before): void {
  if (!isObject(step)) {
    found.add("", "must be an object");
    return;
  }
  if ("call" in step) readCall(step, found, before);
  else readMove(step, found);
}

function readMove(step: Members, found: Found): void {
  const [[name, value] = [], ...others] = Object.entries(step);
  if (others.length > 0 || (name !== "advance" && name !== "settle")) {
    found.add("", "must have a call, or be an advance or a settle and nothing else");
  } else if (name === "settle" && value !== true) found.add("settle", "must be true");
  else if (name === "advance" && !isDuration(value)) {
    found.add("advance", 'must be a duration such as "35 days"');
  }
}

const isDuration = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "number" || isObject(value);

const callForm = /^([a-z]+)\.([A-Z][A-Za-z0-9]+)$/;

function readCall(step: Members, found: Found, before: Before): void {
  const { call, input, output, error, save, in: place, poll, ...others } = step;
  for (const name of Object.keys(others)) found.add(name, "is no member of a call");
  readCallName(call, found, before.services);
  if (input !== undefined && !isObject(input)) found.add("input", "must be an object");
  else checkInput(input, found, "input");
  if (poll !== undefined && typeof poll !== "boolean") found.add("poll", "must be true or false");
  if (place !== undefined) readPlace(place, found);
  checkReferences({ input, place }, before.saved, found);
  if (output !== undefined && error !== undefined) found.add("", "has both an output and an error");
  if (save !== undefined) readSaves(save, error, found, before.saved);
  if (output !== undefined) readOutput(output, found);
  if (error !== undefined) readError(error, found);
  checkReferences({ output, error }, before.saved, found);
}

function readCallName(call: unknown, found: Found, services: readonly unknown[]): void {
  const [, service = ""] = (typeof call === "string" && callForm.exec(call)) || [];
  if (!isServiceName(service)) {
    found.add("call", "must be service and operation, such as backup.CreateBackupVault");
  } else if (!services.includes(service)) {
    found.add("call", `is of ${service}, which is not among the services of the record`);
  }
}

/** Inputs have one special form: `$date`, for values that JSON cannot hold. */
function checkInput(value: unknown, found: Found, path: string): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkInput(item, found, `${path}.${index}`);
  }
  if (!isObject(value)) return;
  if ("$date" in value) {
    if (Object.keys(value).length > 1 || !isInstantOrReference(value["$date"])) {
      found.add(path, "must have $date alone, with an instant in ISO 8601 form");
    }
    return;
  }
  for (const [name, member] of Object.entries(value)) {
    if (name.startsWith("$")) found.add(`${path}.${name}`, "is no special form of an input; there is $date");
    checkInput(member, found, `${path}.${name}`);
  }
}

const isInstantOrReference = (value: unknown): boolean => isInstant(value) || referencesIn(value).size > 0;

function readPlace(place: unknown, found: Found): void {
  if (!isObject(place)) {
    found.add("in", "must be an object with a region, an accountId or both");
    return;
  }
  for (const [name, value] of Object.entries(place)) {
    if (name !== "region" && name !== "accountId") found.add(`in.${name}`, "is neither region nor accountId");
    else if (typeof value !== "string") found.add(`in.${name}`, "must be a text");
  }
}

function readSaves(saves: unknown, error: unknown, found: Found, saved: Set<string>): void {
  if (error !== undefined) found.add("save", "needs an output, and the call has an error");
  if (!isObject(saves)) {
    found.add("save", "must be an object of paths into the output by name");
    return;
  }
  for (const [name, save] of Object.entries(saves)) {
    if (!variableForm.test(name)) found.add(`save.${name}`, "must have a name of letters, digits and _");
    const problem = saveProblem(save);
    if (problem !== undefined) found.add(`save.${name}`, problem);
    saved.add(name);
  }
}

function saveProblem(save: unknown): string | undefined {
  if (typeof save === "string") return save === "" ? "must be a path into the output" : undefined;
  if (!isObject(save) || typeof save["path"] !== "string" || Object.keys(save).length !== 2) {
    return "must be a path into the output, or a path and a part";
  }
  const problem = patternProblem(save["part"]);
  return problem && `part ${problem}`;
}

function readOutput(output: unknown, found: Found): void {
  if (!isObject(output)) found.add("output", "must be an object");
  else if (formOf(output)) found.add("output", "must name members; a special form stands for a member only");
  else checkExpected(output, found, "output");
}

/** Checks the special forms of an expected value. */
function checkExpected(value: unknown, found: Found, path: string): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) checkExpected(item, found, `${path}.${index}`);
  }
  if (!isObject(value)) return;
  const problem = formProblem(value);
  if (problem !== undefined) {
    found.add(path, problem);
    return;
  }
  const form = formOf(value);
  if (!form) {
    for (const [name, member] of Object.entries(value)) checkExpected(member, found, `${path}.${name}`);
  } else if (form.name === "$contains") checkExpected(form.value, found, `${path}.$contains`);
}

const statusForm = /^[1-5]\d\d$/;

function readError(error: unknown, found: Found): void {
  if (!isObject(error)) {
    found.add("error", "must be an object");
    return;
  }
  const { name, code, status, message, members, ...others } = error;
  for (const other of Object.keys(others)) {
    found.add(`error.${other}`, "is no member of an error; members of the service's own stand under members");
  }
  if (typeof name !== "string" || name === "") found.add("error.name", "must be the error's name");
  if (code !== undefined && typeof code !== "string") found.add("error.code", "must be a text");
  if (status !== undefined && !statusForm.test(String(status))) {
    found.add("error.status", "must be an HTTP status");
  }
  if (message !== undefined && typeof message !== "string" && formOf(message)?.name !== "$matches") {
    found.add("error.message", 'must be a text or { "$matches": "regex" }');
  } else checkExpected(message, found, "error.message");
  if (members === undefined) return;
  if (!isObject(members)) found.add("error.members", "must be an object");
  else checkExpected(members, found, "error.members");
}

function checkReferences(parts: Members, saved: ReadonlySet<string>, found: Found): void {
  for (const [path, part] of Object.entries(parts)) {
    for (const name of referencesIn(part)) {
      if (!saved.has(name)) found.add(path, `refers to \${${name}}, which no step before has saved`);
    }
  }
}
