import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BackupClient, ListBackupVaultsCommand } from "@aws-sdk/client-backup";
import { DescribeFileSystemsCommand as DescribeEfs, EFSClient } from "@aws-sdk/client-efs";
import { DescribeFileSystemsCommand as DescribeFsx, FSxClient } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";
import { type ListenOptions, listen } from "aws-backup-mock/http";
import { parse } from "yaml";
import { version } from "../../../package.json";
import { help } from "../../../src/cli/help";
import { serve } from "../../../src/cli/serve";
import { readServeOptions } from "../../../src/cli/serve-options";
import { closeAll, parsed, sendRaw, served } from "./support";

afterEach(closeAll);

/** What a raw request with these headers is answered; the port of the endpoint takes the place of PORT. */
async function send(
  listening: ListenOptions,
  headers: Readonly<Record<string, string>>,
  [method, path, body]: readonly [string, string, string] = ["PUT", "/backup-vaults/nightly", "{}"],
) {
  const { aws, endpoint } = await served({}, listening);
  const before = aws.state;
  const lines = Object.entries({ "Content-Length": String(body.length), Connection: "close", ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value.replace("PORT", String(endpoint.port))}\r\n`);
  const answer = await sendRaw(endpoint.port, `${method} ${path} HTTP/1.1\r\n${head.join("")}\r\n${body}`);
  return { ...parsed(answer), changed: aws.state !== before };
}

test.each<[string, ListenOptions, Record<string, string>]>([
  ["the address with its port", {}, { Host: "127.0.0.1:PORT" }],
  ["another loopback address", {}, { Host: "127.8.8.8" }],
  ["IPv6", {}, { Host: "[::1]:PORT" }],
  ["localhost, however it is written", {}, { Host: "LocalHost.:PORT" }],
  ["a name of localhost", {}, { Host: "mock.localhost:PORT" }],
  ["an allowed name", { allowedHosts: ["Backup-Mock"] }, { Host: "backup-mock:PORT" }],
  ["the name it listens on", { host: "localhost" }, { Host: "localhost" }],
  ["AWS's own name", {}, { Host: "backup.eu-west-1.amazonaws.com" }],
  [
    "its own page",
    {},
    { Host: "localhost:PORT", Origin: "http://localhost:PORT", "Sec-Fetch-Site": "same-origin" },
  ],
  ["an address typed into a browser", {}, { Host: "localhost:PORT", "Sec-Fetch-Site": "none" }],
])("requests are taken from %s", async (_, listening, headers) => {
  expect(await send(listening, headers)).toMatchObject({ status: 200, changed: true });
});

test.each<[string, string, Record<string, string>]>([
  ["a name that was pointed here", "ForbiddenHost", { Host: "attacker.example:PORT" }],
  ["a name that looks like a loopback one", "ForbiddenHost", { Host: "localhost.attacker.example" }],
  ["a name that looks like an address", "ForbiddenHost", { Host: "127.0.0.1.attacker.example" }],
  [
    "a name that looks like AWS's",
    "ForbiddenHost",
    { Host: "backup.us-east-1.amazonaws.com.attacker.example" },
  ],
  ["an address of others", "ForbiddenHost", { Host: "192.0.2.1:PORT" }],
  ["an empty name", "ForbiddenHost", { Host: "" }],
  ["broken brackets", "ForbiddenHost", { Host: "[::1" }],
  [
    "a page of another site",
    "ForbiddenOrigin",
    { Host: "127.0.0.1:PORT", Origin: "https://attacker.example" },
  ],
  ["a page without an origin", "ForbiddenOrigin", { Host: "127.0.0.1:PORT", Origin: "null" }],
  ["a page of another port", "ForbiddenOrigin", { Host: "localhost:PORT", Origin: "http://localhost:3000" }],
  ["a form of another site", "ForbiddenOrigin", { Host: "127.0.0.1:PORT", "Sec-Fetch-Site": "cross-site" }],
  [
    "a page of another port, told by the browser",
    "ForbiddenOrigin",
    { Host: "127.0.0.1", "Sec-Fetch-Site": "same-site" },
  ],
])("requests from %s are refused and change nothing", async (_, code, headers) => {
  expect(await send({}, headers)).toMatchObject({
    status: 403,
    content: { __type: code, message: expect.any(String) },
    head: expect.stringContaining(`x-amzn-errortype: ${code}`),
    changed: false,
  });
});

test.each<[string, string, string]>([
  ["POST", "/_mock/reset", ""],
  ["POST", "/_mock/seed", '{"resources":[{"arn":"arn:aws:dynamodb:us-east-1:123456789012:table/orders"}]}'],
  ["POST", "/_mock/clock", '{"advance":"1 day"}'],
  ["GET", "/_mock/state", ""],
])("%s %s is refused to other sites in the mock's own form", async (method, path, body) => {
  const foreign = await send({}, { Host: "attacker.example" }, [method, path, body]);
  expect(foreign).toMatchObject({ status: 403, content: { code: "ForbiddenHost" }, changed: false });
  const headers = { Host: "127.0.0.1", Origin: "https://attacker.example" };
  const page = await send({}, headers, [method, path, body]);
  expect(page).toMatchObject({ status: 403, content: { code: "ForbiddenOrigin" }, changed: false });
});

test("a whole address of another host is refused, whatever the Host header says", async () => {
  const target = ["PUT", "http://attacker.example/backup-vaults/nightly", "{}"] as const;
  expect(await send({}, { Host: "127.0.0.1" }, target)).toMatchObject({ status: 403, changed: false });
});

test("a refused request does not end its connection", async () => {
  const { endpoint } = await served();
  const body = "x".repeat(100_000);
  const answer = await sendRaw(
    endpoint.port,
    `PUT /backup-vaults/nightly HTTP/1.1\r\nHost: attacker.example\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    "GET /backup-vaults HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
  );
  expect(answer.match(/HTTP\/1\.1 \d{3}/g)).toEqual(["HTTP/1.1 403", "HTTP/1.1 200"]);
});

test("listening on all addresses, it answers by the address that a client has reached", async () => {
  const warn = jest.spyOn(process, "emitWarning").mockImplementation(() => {});
  expect(await send({ host: "::" }, { Host: "127.0.0.1:PORT" })).toMatchObject({ status: 200 });
  expect(await send({ host: "0.0.0.0" }, { Host: "attacker.example" })).toMatchObject({ status: 403 });
  warn.mockRestore();
});

describe("in a container", () => {
  const read = (path: string) => readFileSync(join(__dirname, "../../..", path), "utf8");
  const folder = "examples/docker";
  const dockerfile = read(`${folder}/Dockerfile`);
  const compose = parse(read(`${folder}/compose.yaml`));

  /** The instructions of the Dockerfile: one a line, because no line of it is continued. */
  const instructions = dockerfile
    .trimEnd()
    .split("\n")
    .map(line => {
      const [, name = "", value = ""] = /^([A-Z]+) (.+[^\\\s])$/.exec(line) ?? [];
      return { name, value };
    });
  const argumentsOf = (wanted: string) => {
    const found = instructions.filter(({ name }) => name === wanted);
    expect(found).toHaveLength(1);
    return found[0]?.value ?? "";
  };
  /** A command in exec form, which gets the signals of `docker stop`; a shell would keep them. */
  const execForm = (text: string): readonly string[] => {
    const command: unknown = JSON.parse(text);
    if (!Array.isArray(command) || !command.every(part => typeof part === "string")) throw new Error(text);
    return command;
  };
  const entrypoint = execForm(argumentsOf("ENTRYPOINT"));
  const [program, subcommand, ...fixed] = entrypoint;

  test("the page shows the files as they are", () => {
    const page = read("docs/http.md");
    expect(page).toContain(`\`\`\`dockerfile\n${dockerfile}\`\`\``);
    expect(page).toContain(`\`\`\`yaml\n${read(`${folder}/compose.yaml`)}\`\`\``);
  });

  test("the Dockerfile has a base image of one version, no root, and what the command needs, in order", () => {
    expect(instructions.map(({ name }) => name)).toEqual([
      "FROM",
      "ARG",
      "RUN",
      "USER",
      "WORKDIR",
      "EXPOSE",
      "HEALTHCHECK",
      "ENTRYPOINT",
      "CMD",
    ]);
    expect(argumentsOf("FROM")).toMatch(/^node:(2\d)-alpine$/);
    expect(argumentsOf("ARG")).toBe(`VERSION=${version}`);
    expect(argumentsOf("RUN")).toMatch(/^npm install --global .*aws-backup-mock@\$\{VERSION\}$/);
    expect(argumentsOf("USER")).toBe("node");
    expect(argumentsOf("WORKDIR")).toBe("/home/node");
  });

  test("it runs a command that there is, on the port that it exposes", () => {
    expect(Object.keys(JSON.parse(read("package.json")).bin)).toContain(program);
    expect(help).toMatch(new RegExp(`${program} ${subcommand} \\[options\\]`));
    const { port, host } = readServeOptions([...fixed, ...execForm(argumentsOf("CMD"))]);
    expect({ port: String(port), host }).toEqual({ port: argumentsOf("EXPOSE"), host: "0.0.0.0" });
    expect(argumentsOf("HEALTHCHECK")).toContain(`http://127.0.0.1:${port}/_mock/clock`);
  });

  test("the app of the compose file reaches it by the name of its service, and nobody by another", async () => {
    const { "backup-mock": service, app } = compose.services;
    expect(Object.keys(app.depends_on)).toEqual(["backup-mock"]);
    const { mock, allowedHosts, seed } = readServeOptions([...fixed, ...service.command]);
    const aws = mockAws(mock);
    aws.seed(JSON.parse(read(`${folder}/${seed}`)));
    const endpoint = await listen(aws, { host: "127.0.0.1", allowedHosts });
    const ask = async (host: string) =>
      parsed(
        await sendRaw(
          endpoint.port,
          `GET /backup-vaults HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
        ),
      );
    const urls = Object.entries<string>(app.environment).filter(([name]) =>
      name.startsWith("AWS_ENDPOINT_URL"),
    );
    expect(urls.map(([name]) => name.slice("AWS_ENDPOINT_URL_".length))).toEqual(["BACKUP", "EFS", "FSX"]);
    for (const [, url] of urls) {
      const { host, port } = new URL(url);
      expect(port).toBe(argumentsOf("EXPOSE"));
      const answer = await ask(host);
      expect(answer).toMatchObject({
        status: 200,
        content: { BackupVaultList: [{ BackupVaultName: "nightly" }] },
      });
    }
    const clientConfig = {
      region: "us-east-1",
      credentials: { accessKeyId: "anything", secretAccessKey: "anything" },
    };
    const { env } = process;
    process.env = { ...env, ...Object.fromEntries(urls.map(([name]) => [name, endpoint.url])) };
    await new BackupClient(clientConfig).send(new ListBackupVaultsCommand());
    await new EFSClient(clientConfig).send(new DescribeEfs());
    await new FSxClient(clientConfig).send(new DescribeFsx());
    process.env = env;
    expect(aws.calls()).toHaveLength(urls.length * 2);
    expect(await ask("another-container:4577")).toMatchObject({ status: 403 });
    expect(await ask("localhost:32768")).toMatchObject({ status: 200 });
    await endpoint.close();
  });

  test("its health check asks what the endpoint answers", async () => {
    const [, check = ""] = / CMD (\[.+\])$/.exec(argumentsOf("HEALTHCHECK")) ?? [];
    const [node, flag, script = ""] = execForm(check);
    expect([node, flag]).toEqual(["node", "-e"]);
    const endpoint = await listen(mockAws());
    const codes: unknown[] = [];
    const exit = (code: unknown) => codes.push(code);
    const run = new Function("fetch", "process", `return ${script.replace("4577", String(endpoint.port))}`);
    await run(fetch, { exit });
    expect(codes).toEqual([0]);
    await endpoint.close();
    await expect(run(fetch, { exit })).rejects.toThrow("fetch failed");
  });

  test("Testcontainers waits for a line that the command prints, and reaches it at localhost", async () => {
    // In a container, everyone is to reach it.
    const warned = jest.spyOn(process, "emitWarning").mockImplementation(() => {});
    const { GenericContainer, Wait } = standInFor([...fixed, ...execForm(argumentsOf("CMD"))]);
    const region = "us-east-1";
    const credentials = { accessKeyId: "anything", secretAccessKey: "anything" };

    const image = await GenericContainer.fromDockerfile("examples/docker").build("aws-backup-mock");
    const container = await image
      .withExposedPorts(4577)
      .withWaitStrategy(Wait.forLogMessage(/Listening at/))
      .start();
    const endpoint = `http://${container.getHost()}:${container.getMappedPort(4577)}`;

    const backup = new BackupClient({ endpoint, region, credentials });

    await expect(backup.send(new ListBackupVaultsCommand())).resolves.toMatchObject({ BackupVaultList: [] });

    await container.stop();
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });

  /** What the recipe uses of Testcontainers, with the container's command in this process, on a free port. */
  function standInFor(command: readonly string[]) {
    const started = { url: "", ended: Promise.resolve() };
    const container = {
      getHost: () => "localhost",
      getMappedPort: (exposed: number) => {
        expect(String(exposed)).toBe(argumentsOf("EXPOSE"));
        return new URL(started.url).port;
      },
      stop: () => {
        process.emit("SIGTERM", "SIGTERM");
        return started.ended;
      },
    };
    const start = (line: RegExp) =>
      new Promise<typeof container>(resolve => {
        started.ended = serve(readServeOptions([...command, "--port", "0"]), said => {
          if (!line.test(said)) return;
          started.url = /http:[^\s]+\d/.exec(said)?.[0] ?? "";
          resolve(container);
        });
      });
    const image = {
      withExposedPorts: (port: number) => {
        expect(String(port)).toBe(argumentsOf("EXPOSE"));
        return { withWaitStrategy: (line: RegExp) => ({ start: () => start(line) }) };
      },
    };
    const fromDockerfile = (context: string) => {
      expect(context).toBe(folder);
      return { build: async (_name: string) => image };
    };
    return { GenericContainer: { fromDockerfile }, Wait: { forLogMessage: (line: RegExp) => line } };
  }
});
