import { BackupClient, CreateBackupVaultCommand } from "@aws-sdk/client-backup";
import { type MockAws, mockAws } from "aws-backup-mock";

const create = () => new CreateBackupVaultCommand({ BackupVaultName: "nightly" });

let aws: MockAws;
let client: BackupClient;
beforeEach(() => {
  aws = mockAws({ clock: "manual" });
  client = new BackupClient();
});
afterEach(() => {
  aws.restore();
});

describe.each<[string, () => void]>([
  ["attached", () => aws.attach(client)],
  ["intercepted", () => aws.intercept(BackupClient)],
  ["by hand", () => client.middlewareStack.use(aws.plugin)],
])("with the client %s", (_way, letIn) => {
  beforeEach(letIn);

  test("an aborted call is not made", async () => {
    const abortSignal = AbortSignal.abort();
    await expect(client.send(create(), { abortSignal })).rejects.toMatchObject({
      name: "AbortError",
      message: "Request aborted",
    });
    expect(aws.calls()).toHaveLength(0);
  });

  test("a callback gets the error as well", async () => {
    const error = await new Promise(resolve => {
      client.send(create(), { abortSignal: AbortSignal.abort() }, resolve);
    });
    expect(error).toMatchObject({ name: "AbortError" });
  });

  test("a call that waits for its answer can be aborted", async () => {
    aws.on(CreateBackupVaultCommand).resolves({}).delays("1 hour");
    const controller = new AbortController();
    const answer = client.send(create(), { abortSignal: controller.signal });
    setTimeout(() => controller.abort());
    await expect(answer).rejects.toMatchObject({ name: "AbortError" });
  });

  test("a fake can abort the call that it answers, also after the first call", async () => {
    await client.send(new CreateBackupVaultCommand({ BackupVaultName: "weekly" }));
    const controller = new AbortController();
    aws.on(CreateBackupVaultCommand).callsFake((_input, proceed) => {
      controller.abort();
      return proceed();
    });
    await expect(client.send(create(), { abortSignal: controller.signal })).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  test("a signal counts for one send of a command, not for the next", async () => {
    const controller = new AbortController();
    const command = create();
    await client.send(command, { abortSignal: controller.signal });
    controller.abort();
    await expect(client.send(command)).rejects.toMatchObject({ name: "AlreadyExistsException" });
  });

  test("a signal that is never used changes nothing", async () => {
    const { signal } = new AbortController();
    await expect(client.send(create(), { abortSignal: signal })).resolves.toMatchObject({
      BackupVaultName: "nightly",
    });
  });
});

test("the reason is reported as by the SDK", async () => {
  aws.attach(client);
  const error = new Error("the user left");
  const aborted = (reason: unknown) => client.send(create(), { abortSignal: AbortSignal.abort(reason) });
  await expect(aborted("too late")).rejects.toMatchObject({ name: "AbortError", message: "too late" });
  await expect(aborted(error)).rejects.toMatchObject({ message: "Request aborted", cause: error });
});

test("the signals of older SDKs work", async () => {
  aws.attach(client);
  aws.on(CreateBackupVaultCommand).resolves({}).delays("1 hour");
  const signal: { aborted: boolean; onabort: (() => void) | null } = { aborted: false, onabort: null };
  const answer = client.send(create(), { abortSignal: signal });
  setTimeout(() => signal.onabort?.());
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
});
