import { serviceNames } from "../../src/model/names";
import { compilePattern } from "../../src/model/patterns";
import { type OperationModel, type ServiceModel, serviceModel } from "../../src/model/service-model";
import type { Shape } from "../../src/model/shapes";
import type { SourcePattern } from "./source-patterns";

/** The regular expressions that the patterns of the models are compiled to, each once. */
export function modelPatterns(): readonly SourcePattern[] {
  const patterns = new Map<string, SourcePattern>();
  for (const service of serviceNames) {
    for (const { name, pattern } of patternedShapes(serviceModel(service))) {
      const matcher = compilePattern(pattern);
      if (!(matcher instanceof RegExp)) continue; // matched by code, whose time a test measures
      const { source, flags } = matcher;
      patterns.set(`${source} ${flags}`, { where: `${service} ${name}`, source, flags });
    }
  }
  return [...patterns.values()];
}

/** Outputs are not checked against their patterns, so only inputs count. */
function patternedShapes(model: ServiceModel): readonly { name: string; pattern: string }[] {
  const seen = new Set<Shape>();
  const found: { name: string; pattern: string }[] = [];
  const visit = (shape: Shape): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    if (shape.type === "structure") for (const { target } of shape.members) visit(target);
    else if (shape.type === "list") visit(shape.item);
    else if (shape.type === "map") [shape.key, shape.value].forEach(visit);
    else if (shape.type !== "enum" && shape.pattern !== undefined)
      found.push({ name: shape.name, pattern: shape.pattern });
  };
  const operations = model.operationNames().map(name => model.operation(name));
  for (const operation of operations.filter((each): each is OperationModel => each !== undefined))
    visit(operation.input);
  return found;
}
