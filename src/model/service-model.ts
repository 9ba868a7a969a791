import type { ServiceName } from "./names";
import { patternExceptions } from "./pattern-exceptions";
import { ShapeReader } from "./shape-reader";
import type { StructureShape } from "./shapes";
import { readTable, type Table } from "./table";
import type { OperationRow, ServiceRow } from "./table-format";
import { backupTable } from "./tables/backup";
import { efsTable } from "./tables/efs";
import { fsxTable } from "./tables/fsx";

/** The operations, shapes and errors of one service, as AWS's own model declares them. Read-only. */
export interface ServiceModel {
  readonly name: ServiceName;
  readonly metadata: ServiceMetadata;
  operation(name: string): OperationModel | undefined;
  /** Sorted. */
  operationNames(): readonly string[];
  error(name: string): ErrorModel | undefined;
}

/** What identifies a service on the wire. */
export type ServiceMetadata = ServiceRow;

export interface OperationModel {
  readonly name: string;
  readonly service: ServiceName;
  readonly http: HttpBinding;
  /** An operation without input has the empty structure `Unit`. */
  readonly input: StructureShape;
  /** An operation without output has the empty structure `Unit`. */
  readonly output: StructureShape;
  /** Names of the errors that the operation declares. Common errors, such as throttling, are not declared. */
  readonly errors: readonly string[];
  readonly pagination: Pagination | undefined;
  /** The input member that the client fills with a UUID when the caller leaves it out. */
  readonly idempotencyToken: string | undefined;
}

export interface HttpBinding {
  readonly method: string;
  /** Labels are in braces; the query, if any, is literal: `/backup-vaults/{BackupVaultName}/mpaApprovalTeam?delete`. */
  readonly uri: string;
  /** The status of a successful response. */
  readonly status: number;
}

/** Names of members of the input (`inputToken`, `pageSize`) and of the output (`outputToken`, `items`). */
export interface Pagination {
  readonly inputToken: string;
  readonly outputToken: string;
  readonly pageSize: string;
  readonly items: string;
}

export interface ErrorModel {
  readonly name: string;
  readonly fault: "client" | "server";
  readonly status: number;
  readonly shape: StructureShape;
}

const tables: Readonly<Record<ServiceName, string>> = { backup: backupTable, efs: efsTable, fsx: fsxTable };
const models = new Map<ServiceName, ServiceModel>();

/** The model of a service: the same object at each call. Operations and shapes are parsed on first use. */
export function serviceModel(service: ServiceName): ServiceModel {
  let model = models.get(service);
  if (!model) {
    model = new TableModel(service, readTable(tables[service]));
    models.set(service, model);
  }
  return model;
}

class TableModel implements ServiceModel {
  readonly name: ServiceName;
  readonly #table: Table;
  readonly #shapes: ShapeReader;
  readonly #operations = new Map<string, OperationModel>();
  readonly #errors = new Map<string, ErrorModel>();

  constructor(name: ServiceName, table: Table) {
    this.name = name;
    this.#table = table;
    this.#shapes = new ShapeReader(table.shapes, patternExceptions(name));
  }

  get metadata(): ServiceMetadata {
    return this.#table.service;
  }

  operationNames(): readonly string[] {
    return this.#table.operations.names();
  }

  operation(name: string): OperationModel | undefined {
    const known = this.#operations.get(name);
    if (known) return known;
    const row = this.#table.operations.get(name);
    if (!row) return undefined;
    const operation = this.#parse(name, row);
    this.#operations.set(name, operation);
    return operation;
  }

  error(name: string): ErrorModel | undefined {
    const known = this.#errors.get(name);
    if (known) return known;
    const row = this.#table.shapes.get(name);
    if (!row || !("members" in row) || !row.error) return undefined;
    const [fault, status] = row.error;
    const error: ErrorModel = Object.freeze({ name, fault, status, shape: this.#shapes.structure(name) });
    this.#errors.set(name, error);
    return error;
  }

  #parse(name: string, [http, inputName, outputName, errors, pages]: OperationRow): OperationModel {
    const [method = "", uri = "", status] = http.split(" ");
    const input = this.#shapes.structure(inputName);
    return Object.freeze({
      name,
      service: this.name,
      http: { method, uri, status: Number(status) },
      input,
      output: this.#shapes.structure(outputName),
      errors: errors === "" ? [] : errors.split(" "),
      pagination: pages && {
        inputToken: pages[0],
        outputToken: pages[1],
        pageSize: pages[2],
        items: pages[3],
      },
      idempotencyToken: input.members.find(member => member.idempotencyToken)?.name,
    });
  }
}
