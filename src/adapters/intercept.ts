import { MockError } from "../core/basics";
import { Hook } from "./hook";
import { isObject, isSdkClient, member } from "./sdk";
import { refuseStub } from "./stubbed";
import type { Client, ClientClass, Target } from "./target";

/** Lets one client talk to a mock. The function returned takes it out again; calling it again does nothing. */
export function attach(target: Target, client: Client): () => void {
  const candidate: unknown = client;
  if (!isSdkClient(candidate)) {
    const hint =
      typeof candidate === "function"
        ? "it is a class; pass an instance, or the class to aws.intercept"
        : "it has no config, middlewareStack and send; pass a client such as new BackupClient({})";
    throw new MockError("NotAClient", `Cannot attach ${describe(candidate)}: ${hint}.`);
  }
  const what = `this ${nameOf(candidate)}`;
  refuseStub(candidate.send, what);
  const hook = new Hook(target, candidate, what);
  hook.connectionOf(candidate);
  return () => hook.remove();
}

/** Lets every client of these classes talk to a mock, made before or after. All of them or none. */
export function intercept(target: Target, ...classes: readonly ClientClass[]): () => void {
  for (const Class of classes) {
    const prototype = prototypeOf(Class);
    refuseStub(member(prototype, "send"), Class.name);
    Hook.refuseHeld(target, prototype, Class.name);
  }
  const hooks = classes.map(Class => new Hook(target, prototypeOf(Class), Class.name));
  return () => {
    for (const hook of hooks) hook.remove();
  };
}

function prototypeOf(candidate: unknown): object {
  const prototype = typeof candidate === "function" ? candidate.prototype : undefined;
  if (isObject(prototype) && typeof member(prototype, "send") === "function") return prototype;
  const hint = isSdkClient(candidate)
    ? "it is a client, not its class; pass the class, or the client to aws.attach"
    : "it is no class with a send method; pass client classes such as BackupClient";
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
