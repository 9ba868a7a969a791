import { MockError } from "../core/basics";
import { isOfOtherService } from "./client-names";
import { refuseStub } from "./foreign-stubs";
import { refuseIfTaken, takeOver, takeOverClient } from "./hook";
import { isObject, isSdkClient, member } from "./sdk";
import type { Client, ClientClass, Target } from "./target";

/** Connects one client to a mock. The returned function disconnects it; calling it again does nothing. */
export function attach(target: Target, client: Client): () => void {
  const candidate: unknown = client;
  if (!isSdkClient(candidate)) {
    const hint =
      typeof candidate === "function"
        ? "it is a class; pass an instance, or the class to aws.intercept"
        : "it has no config, middlewareStack and send; pass a client such as new BackupClient({})";
    throw new MockError("NotAClient", `Cannot attach ${describe(candidate)}: ${hint}.`);
  }
  const serviceId = member(candidate.config, "serviceId");
  if (isOfOtherService(serviceId)) {
    throw new MockError(
      "NotAClient",
      `Cannot attach ${describe(candidate)}: it is a client of ${serviceId}, and this mock stands for AWS Backup, EFS and FSx only; mock that service with another library.`,
    );
  }
  const name = `this ${nameOf(candidate)}`;
  refuseStub(candidate.send, name);
  return takeOverClient(target, candidate, name);
}

/** Refuses to attach several clients at once, which types do not allow. */
export function refuseFurther(clients: readonly unknown[]): void {
  if (clients.length === 0) return;
  throw new MockError(
    "NotAClient",
    `Cannot attach ${clients.length + 1} clients at once: attach takes one client and returns it; call it for each of them.`,
  );
}

/** Connects every client of these classes to a mock, also clients made earlier. All classes or none. */
export function intercept(target: Target, ...classes: readonly ClientClass[]): () => void {
  for (const Class of classes) {
    const prototype = prototypeOf(Class);
    refuseStub(member(prototype, "send"), Class.name);
    refuseIfTaken(target, prototype, Class.name);
  }
  const givesBack = classes.map(Class => takeOver(target, prototypeOf(Class), Class.name));
  return () => {
    for (const giveBack of givesBack) giveBack();
  };
}

function prototypeOf(candidate: unknown): object {
  const prototype = typeof candidate === "function" ? candidate.prototype : undefined;
  if (isObject(prototype) && typeof member(prototype, "send") === "function") return prototype;
  const hint = isSdkClient(candidate)
    ? "it is a client, not its class; pass the class, or the client to aws.attach"
    : "it is not a class with a send method; pass client classes such as BackupClient";
  throw new MockError("NotAClient", `Cannot intercept ${describe(candidate)}: ${hint}.`);
}

const nameOf = (client: object): string => client.constructor?.name || "client";

function describe(value: unknown): string {
  if (typeof value === "function") return value.name || "a function";
  if (typeof value === "object" && value !== null) {
    const name = nameOf(value);
    return name === "Object" ? "an object" : `an object of ${name}`;
  }
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
