import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BackupClient, ListBackupVaultsCommand } from "@aws-sdk/client-backup";
import { DescribeFileSystemsCommand as DescribeEfs, EFSClient } from "@aws-sdk/client-efs";
import { DescribeFileSystemsCommand as DescribeFsx, FSxClient } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";
import { listen } from "aws-backup-mock/http";
import { parse } from "yaml";
import { version } from "../../../package.json";
import { help } from "../../../src/cli/help";
import { readServeOptions } from "../../../src/cli/serve-options";
import { parsed, sendRaw } from "./support";

const credentials = { accessKeyId: "anything", secretAccessKey: "anything" };
const region = "us-east-1";

test("a client talks to the endpoint", async () => {
  const aws = mockAws();
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  const endpoint = await listen(aws, { port: 0 }); // any free port, at 127.0.0.1

  const backup = new BackupClient({ endpoint: endpoint.url, region, credentials });
  const { BackupVaultList } = await backup.send(new ListBackupVaultsCommand());

  await endpoint.close(); // closes open connections, too
  expect(BackupVaultList).toHaveLength(1);
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
    const { env } = process;
    process.env = { ...env, ...Object.fromEntries(urls.map(([name]) => [name, endpoint.url])) };
    await new BackupClient({ region, credentials }).send(new ListBackupVaultsCommand());
    await new EFSClient({ region, credentials }).send(new DescribeEfs());
    await new FSxClient({ region, credentials }).send(new DescribeFsx());
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
});
