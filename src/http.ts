/**
 * `aws-backup-mock/http`: an endpoint for SDKs of any language, the AWS CLI and `curl`. {@link listen} opens one.
 *
 * @packageDocumentation
 */
export { type Endpoint, type ListenOptions, listen } from "./adapters/http/listen";
export type {
  ServedError,
  ServedForecast,
  ServedForecastOptions,
  ServedMock,
  ServedOutcome,
  ServedPlace,
  ServedState,
  ServedStub,
} from "./adapters/http/served-mock";
