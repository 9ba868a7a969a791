export { checkOutput, checkStored, type OutputProblem } from "./check-output";
export { describedShape, shapeAt } from "./described-shape";
export { commonErrorNames, type DeclaredErrorName, type ErrorName } from "./error-names";
export type { Seen } from "./layouts";
export { isServiceName, type ServiceName, serviceNames } from "./names";
export { nearest, suggestion } from "./nearest";
export { projectOutput } from "./project-output";
export { type ReadInput, readInput } from "./read-input";
export {
  type ErrorModel,
  type HttpBinding,
  type OperationModel,
  type Pagination,
  type ServiceMetadata,
  type ServiceModel,
  serviceModel,
} from "./service-model";
export type { EnumShape, ListShape, MapShape, Member, ScalarShape, Shape, StructureShape } from "./shapes";
export type { Protocol, ScalarType } from "./table-format";
export { dateAt, isLiteral, isObject, isRecord, type StateRecord, type StateValue } from "./values";
export { type Violation, type ViolationKind, violationMessage } from "./violations";
