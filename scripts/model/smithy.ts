/** The parts of the Smithy JSON AST that the generator reads. */
export interface SmithyModel {
  readonly shapes: Readonly<Record<string, SmithyShape>>;
}

export interface SmithyShape {
  readonly type: string;
  readonly version?: string;
  readonly members?: Readonly<Record<string, SmithyReference>>;
  readonly member?: SmithyReference;
  readonly key?: SmithyReference;
  readonly value?: SmithyReference;
  readonly operations?: readonly SmithyReference[];
  readonly input?: SmithyReference;
  readonly output?: SmithyReference;
  readonly errors?: readonly SmithyReference[];
  readonly traits?: SmithyTraits;
}

export interface SmithyReference {
  readonly target: string;
  readonly traits?: SmithyTraits;
}

export interface SmithyTraits {
  readonly "smithy.api#required"?: object;
  readonly "smithy.api#idempotencyToken"?: object;
  readonly "smithy.api#sensitive"?: object;
  readonly "smithy.api#httpLabel"?: object;
  readonly "smithy.api#httpQuery"?: string;
  readonly "smithy.api#length"?: Bounds;
  readonly "smithy.api#range"?: Bounds;
  readonly "smithy.api#pattern"?: string;
  readonly "smithy.api#enumValue"?: string;
  readonly "smithy.api#error"?: "client" | "server";
  readonly "smithy.api#httpError"?: number;
  readonly "smithy.api#http"?: { readonly method: string; readonly uri: string; readonly code?: number };
  readonly "smithy.api#paginated"?: {
    readonly inputToken?: string;
    readonly outputToken?: string;
    readonly pageSize?: string;
    readonly items?: string;
  };
  readonly "aws.api#service"?: { readonly sdkId: string; readonly endpointPrefix: string };
  readonly "aws.auth#sigv4"?: { readonly name: string };
  readonly "aws.protocols#restJson1"?: object;
  readonly "aws.protocols#awsJson1_1"?: object;
}

export interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

/** The target of an operation without input or output. */
export const UNIT = "smithy.api#Unit";

/** `com.amazonaws.backup#BackupVaultName` → `BackupVaultName`. */
export function shortName(id: string): string {
  return id.slice(id.indexOf("#") + 1);
}

/** A model's only service, with its id. */
export function serviceOf(model: SmithyModel): { id: string; shape: SmithyShape } {
  for (const [id, shape] of Object.entries(model.shapes)) {
    if (shape.type === "service") return { id, shape };
  }
  throw new Error("Failed to read the model: no shape is a service");
}
