import type { AnyService } from "../../../src/core/world";
import { joinedServices } from "../../../src/integrations";
import { type OperationModel, serviceModel } from "../../../src/model/index";

export const services: readonly AnyService[] = joinedServices();

export interface ModelledOperation {
  readonly model: OperationModel;
  readonly kind: "read" | "write";
  /** How often the operation is called, relative to others. */
  readonly weight: number;
}

const weightOf = (name: string): number => {
  if (/^(Start|Create)/.test(name)) return 6;
  // Few records can be stopped at any time, so most of these calls fail.
  if (/^(Cancel|Stop)/.test(name)) return 6;
  return /^(Describe|List|Get|Delete|Disassociate|Detach|Revoke)/.test(name) ? 2 : 3;
};

/** Every operation that the mock implements. */
export const operations: readonly ModelledOperation[] = services.flatMap(({ name: service, operations }) =>
  serviceModel(service)
    .operationNames()
    .flatMap(name => {
      const handler = operations[name];
      const model = serviceModel(service).operation(name);
      return handler && model ? [{ model, kind: handler.kind, weight: weightOf(name) }] : [];
    }),
);

/** `service.Name`, as coverage reports it. */
export const qualifiedName = ({ service, name }: OperationModel): string => `${service}.${name}`;

export const operationNames: readonly string[] = operations.map(({ model }) => qualifiedName(model));

/** Each operation as often as its weight, to pick from. */
export const weightedOperations = operations.flatMap(operation =>
  Array.from({ length: operation.weight }, () => operation),
);

export const listOperations = operations.filter(({ model }) => model.pagination);
