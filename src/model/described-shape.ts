import type { ServiceModel } from "./service-model";
import type { Shape, StructureShape } from "./shapes";

/** The shape at a path in the output of an operation, in the items of the lists on its way: `DescribeVolumes.Volumes`. */
export function shapeAt(model: ServiceModel, path: string): Shape {
  const [operation = "", ...members] = path.split(".");
  let shape: Shape | undefined = model.operation(operation)?.output;
  for (const name of members) {
    const structure: Shape | undefined = shape?.type === "list" ? shape.item : shape;
    shape = structure?.type === "structure" ? structure.member(name)?.target : undefined;
  }
  if (!shape) throw new Error(`No shape ${path} in the model.`);
  return shape;
}

/** The structure at a path, or that of the items of the list there. */
export function describedShape(model: ServiceModel, path: string): StructureShape {
  const shape = shapeAt(model, path);
  const structure = shape.type === "list" ? shape.item : shape;
  if (structure.type !== "structure") throw new Error(`${path} is no structure.`);
  return structure;
}
