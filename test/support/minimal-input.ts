import type { OperationModel, ScalarShape, Shape } from "../../src/model/index";
import { sampleOf } from "./pattern-samples";

/** The smallest valid input of an operation, in the SDK's form: its required members, each with a valid value. */
export function minimalInput(operation: OperationModel): Record<string, unknown> {
  const required = operation.input.members.filter(member => member.required && !member.idempotencyToken);
  return Object.fromEntries(required.map(({ name, target }) => [name, minimalValue(target)]));
}

/** The smallest valid value of a shape. */
export function minimalValue(shape: Shape): unknown {
  switch (shape.type) {
    case "structure": {
      const required = shape.members.filter(member => member.required);
      return Object.fromEntries(required.map(({ name, target }) => [name, minimalValue(target)]));
    }
    case "list":
      return Array.from({ length: shape.min ?? 0 }, () => minimalValue(shape.item));
    case "map":
      return Object.fromEntries(
        Array.from({ length: shape.min ?? 0 }, (_, index) => [
          minimalKey(shape.key, index),
          minimalValue(shape.value),
        ]),
      );
    case "enum":
      return shape.values[0];
    case "string":
      return minimalText(shape);
    case "boolean":
      return false;
    case "timestamp":
      return new Date("2025-01-01T00:00:00Z");
    default:
      return Math.max(shape.min ?? 0, Math.min(shape.max ?? 1, 1));
  }
}

/** Distinct valid map keys. */
export function minimalKey(shape: Shape, index: number): string {
  const key = String(minimalValue(shape));
  return index === 0 ? key : `${key}${index}`;
}

function minimalText({ name, min = 1, pattern }: ScalarShape): string {
  if (pattern === undefined) return "x".repeat(Math.max(min, 1));
  const sample = sampleOf(pattern);
  if (sample === undefined) throw new Error(`Failed to make a ${name}: no sample for ${pattern}`);
  return sample.padEnd(min, sample.at(-1));
}
