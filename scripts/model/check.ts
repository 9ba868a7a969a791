import { isScalarType, type ShapeRow } from "../../src/model/table-format";
import type { Table } from "./table";

/** A description of the same API from another source. It is flat: a member repeats the constraints of its target. */
export interface Facts {
  readonly protocol: string;
  readonly namespace: string;
  readonly sdkId: string;
  readonly apiVersion: string;
  readonly endpointPrefix: string;
  readonly signingName: string;
  readonly targetPrefix?: string;
  readonly operations: Readonly<Record<string, OperationFacts>>;
  readonly shapes: Readonly<Record<string, ShapeFacts>>;
}

interface OperationFacts {
  readonly http: { readonly method: string; readonly uri: string; readonly code: number };
  readonly input: string | null;
  readonly output: string | null;
  readonly errors: readonly string[];
  readonly paginated: { inputToken: string; outputToken: string; pageSize: string; items: string } | null;
}

interface ShapeFacts extends Constraints {
  readonly type: string;
  readonly values?: readonly string[];
  readonly member?: string;
  readonly key?: string;
  readonly value?: string;
  readonly error?: { readonly code: string; readonly fault: string; readonly httpStatus: number };
  readonly members?: Readonly<Record<string, MemberFacts>>;
}

interface MemberFacts extends Constraints {
  readonly target: string;
  readonly type: string;
  readonly required: boolean;
  readonly httpLabel?: boolean;
  readonly httpQuery?: string;
  readonly idempotencyToken?: boolean;
}

interface Constraints {
  readonly min?: number;
  readonly max?: number;
  readonly pattern?: string;
  readonly sensitive?: boolean;
  readonly enum?: readonly string[];
}

/** All facts in which the table and the other source differ, one line each. */
export function differences(table: Table, facts: Facts): string[] {
  const found: string[] = [];
  const compare = (where: string, ours: unknown, theirs: unknown) => {
    const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
    if (a !== b) found.push(`${where}: ${a} in the model, ${b} in the other source`);
  };
  const { protocol, namespace, sdkId, apiVersion, endpointPrefix, signingName, targetPrefix } = facts;
  const service = { sdkId, apiVersion, namespace, endpointPrefix, signingName, protocol, targetPrefix };
  compare("service", table.service, service);
  compare("operations", Object.keys(table.operations), Object.keys(facts.operations).sort());
  for (const [name, theirs] of Object.entries(facts.operations)) {
    const [http, input, output, errors, pages] = table.operations[name] ?? [];
    const { method, uri, code } = theirs.http;
    compare(`${name} http`, http, `${method} ${uri} ${code}`);
    compare(`${name} input`, input, theirs.input ?? "");
    compare(`${name} output`, output, theirs.output ?? "");
    compare(`${name} errors`, errors, theirs.errors.join(" "));
    const { inputToken, outputToken, pageSize, items } = theirs.paginated ?? {};
    compare(
      `${name} pages`,
      pages,
      theirs.paginated ? [inputToken, outputToken, pageSize, items] : undefined,
    );
  }
  for (const name of Object.keys(table.shapes))
    if (!facts.shapes[name]) found.push(`${name}: only in the model`);
  for (const [name, theirs] of Object.entries(facts.shapes)) {
    const ours = rowNamed(table, name);
    if (ours) compareShape(name, table, facts, ours, theirs, compare);
    else if (!isUnconstrained(theirs)) found.push(`${name}: only in the other source`);
  }
  return found;
}

function compareShape(
  name: string,
  table: Table,
  facts: Facts,
  ours: ShapeRow,
  theirs: ShapeFacts,
  compare: (where: string, ours: unknown, theirs: unknown) => void,
): void {
  compare(`${name} constraints`, constraintsOf(ours), constraintsOf({ ...theirs, enum: theirs.values }));
  const typeOf = (target = "") => facts.shapes[target]?.type ?? target.toLowerCase();
  if ("list" in ours) compare(`${name} member`, typeNamed(table, ours.list), typeOf(theirs.member));
  if ("key" in ours) {
    compare(`${name} key`, typeNamed(table, ours.key), typeOf(theirs.key));
    compare(`${name} value`, typeNamed(table, ours.value), typeOf(theirs.value));
  }
  if (!("members" in ours)) return;
  const error = theirs.error && [theirs.error.fault, theirs.error.httpStatus];
  compare(`${name} error`, ours.error, error);
  compare(`${name} code`, ours.error && name, theirs.error?.code);
  compare(`${name} members`, Object.keys(ours.members).sort(), Object.keys(theirs.members ?? {}));
  for (const [memberName, member] of Object.entries(theirs.members ?? {})) {
    const [target = "", flags = "", query] = (ours.members[memberName] ?? "").split(" ");
    const ourMember = [typeNamed(table, target), flags, query, constraintsOf(rowNamed(table, target) ?? {})];
    const theirFlags =
      (member.required ? "r" : "") +
      (member.idempotencyToken ? "t" : "") +
      (member.httpLabel ? "l" : "") +
      (member.httpQuery ? "q" : "");
    const theirMember = [member.type, theirFlags, member.httpQuery, constraintsOf(member)];
    compare(`${name}.${memberName}`, ourMember, theirMember);
  }
}

function constraintsOf(of: Constraints | ShapeRow): unknown {
  const { min, max, pattern, sensitive, enum: values }: Constraints = of;
  return { min, max, pattern, sensitive, enum: values && [...values].sort() };
}

function isUnconstrained(shape: ShapeFacts): boolean {
  return isScalarType(shape.type) && JSON.stringify(constraintsOf(shape)) === "{}";
}

function rowNamed(table: Table, name: string): ShapeRow | undefined {
  return Object.hasOwn(table.shapes, name) ? table.shapes[name] : undefined;
}

function typeNamed(table: Table, name: string): string {
  const row = rowNamed(table, name);
  if (!row) return name;
  if ("members" in row) return "structure";
  if ("list" in row) return "list";
  if ("key" in row) return "map";
  return "enum" in row ? "enum" : row.type;
}
