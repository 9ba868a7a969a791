/** What a client says whose calls are not answered by a mock. */
export const ownWay = "the request handler was asked";

/** The configuration of a client that would reach a service, but asks this handler. */
export const config = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
  maxAttempts: 1,
  requestHandler: { handle: () => Promise.reject(new Error(ownWay)) },
};
