export { type Endpoint, type ListenOptions, listen } from "./adapters/http/listen";
export type { ServedMock, ServedPlace, ServedState } from "./adapters/http/served-mock";
