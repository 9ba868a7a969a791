import {
  type OperationModel,
  type ServiceName,
  type Shape,
  serviceModel,
  serviceNames,
} from "../../src/model/index";

/** The model of an operation; throws if there is none. */
export function operationNamed(service: ServiceName, name: string): OperationModel {
  const operation = serviceModel(service).operation(name);
  if (!operation) throw new Error(`Failed to find ${name} of ${service}`);
  return operation;
}

/** Every operation of every service. */
export function allOperations(): OperationModel[] {
  return serviceNames.flatMap(service =>
    serviceModel(service)
      .operationNames()
      .map(name => operationNamed(service, name)),
  );
}

/** Every shape that is used in inputs, outputs and errors, once each. */
export function allShapes(): Set<Shape> {
  const seen = new Set<Shape>();
  const visit = (shape: Shape): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    for (const inner of innerShapes(shape)) visit(inner);
  };
  for (const { service, input, output, errors } of allOperations()) {
    visit(input);
    visit(output);
    for (const name of errors) {
      const error = serviceModel(service).error(name);
      if (error) visit(error.shape);
    }
  }
  return seen;
}

export function innerShapes(shape: Shape): readonly Shape[] {
  if (shape.type === "structure") return shape.members.map(({ target }) => target);
  if (shape.type === "list") return [shape.item];
  return shape.type === "map" ? [shape.key, shape.value] : [];
}
