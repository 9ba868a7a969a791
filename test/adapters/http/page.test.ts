import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { pageModule } from "../../../scripts/build-page";
import { closeAll, sendRaw, served } from "./support";

afterEach(closeAll);

const file = join(__dirname, "../../../src/adapters/http/page/page-file.ts");

test("the page is up to date; npm run page builds it", () => {
  expect(readFileSync(file, "utf8")).toBe(pageModule());
});

test("the page is one document of at most 150 kB, with nothing from elsewhere", async () => {
  const { endpoint } = await served();
  const response = await fetch(endpoint.url);
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(Buffer.byteLength(html)).toBeLessThan(150_000);
  expect(/<(?:script|link|img|iframe)[^>]+(?:src|href)=/.exec(html)?.[0]).toBeUndefined();
  const policy = response.headers.get("content-security-policy") ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain("unsafe");
});

test("the page never turns a text into markup", () => {
  const folder = join(__dirname, "../../../page");
  const sources = readdirSync(folder).filter(name => /\.tsx?$/.test(name));
  expect(sources.length).toBeGreaterThan(5);
  const risky = /innerHTML|outerHTML|insertAdjacent|document\.write|eval\(/i;
  expect(sources.filter(name => risky.test(readFileSync(join(folder, name), "utf8")))).toEqual([]);
});

test("only pages of the endpoint and its own names get the page", async () => {
  const { endpoint } = await served();
  const get = (headers: string) =>
    sendRaw(endpoint.port, `GET / HTTP/1.1\r\n${headers}\r\nConnection: close\r\n\r\n`);
  expect(await get("Host: evil.example")).toMatch(/^HTTP\/1.1 403 .*ForbiddenHost/s);
  expect(await get("Host: localhost\r\nSec-Fetch-Site: cross-site")).toMatch(
    /^HTTP\/1.1 403 .*ForbiddenOrigin/s,
  );
  expect(await get("Host: localhost\r\nSec-Fetch-Site: none")).toMatch(/^HTTP\/1.1 200 .*<!doctype html>/s);
});

test("a signed request is for a service, not for the page", async () => {
  const { ask } = await served();
  const authorization =
    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/backup/aws4_request, SignedHeaders=host, Signature=0";
  expect((await ask("GET", "/", undefined, { authorization })).status).toBe(404);
});

/** Listens to changes. Resolves `next` with the next event, as `{ name: data }`, and `ended` when the connection closes. */
function listener(url: string) {
  const events: string[] = [];
  const waiting: ((data: string) => void)[] = [];
  const call = request(`${url}/_mock/live`);
  const status = new Promise<number>((resolve, reject) => {
    call.on("response", response => {
      resolve(response.statusCode ?? 0);
      response.setEncoding("utf8").on("data", (text: string) => {
        for (const [, name, data] of text.matchAll(/^event: (.*)\ndata: (.*)$/gm)) {
          const event = `{"${name}":${data}}`;
          const wanted = waiting.shift();
          if (wanted) wanted(event);
          else events.push(event);
        }
      });
      response.on("error", () => {});
    });
    call.on("error", reject);
    call.end();
  });
  const ended = new Promise(resolve => call.on("close", resolve));
  const next = (): Promise<unknown> =>
    new Promise<string>(resolve => {
      const event = events.shift();
      if (event === undefined) waiting.push(resolve);
      else resolve(event);
    }).then(data => JSON.parse(data));
  return { status, next, ended, stop: () => call.destroy() };
}

const at = (time: string) => ({ now: `2026-01-01T${time}:00.000Z` });

test("a listener is told when something changes or is called, in the process and over HTTP", async () => {
  const { aws, ask, endpoint } = await served({ clock: "manual" });
  const { next, ended } = listener(endpoint.url);
  expect(await next()).toEqual({ changed: at("00:00") });
  await aws.clock.advance("1 hour");
  expect(await next()).toEqual({ time: at("01:00") });
  aws.seed({ backup: { vaults: [{ BackupVaultName: "nightly" }] } });
  expect(await next()).toEqual({ changed: at("01:00") });
  await ask("GET", "/backup-vaults/");
  expect(await next()).toEqual({ changed: at("01:00") });
  await endpoint.close();
  await ended;
});

test("with the clock of the system, a listener is told the time", async () => {
  const { endpoint } = await served({ clock: "system" });
  const { next } = listener(endpoint.url);
  expect(await next()).toHaveProperty("changed");
  expect(await next()).toHaveProperty("time");
  expect(await next()).toHaveProperty("time");
});

test("listeners are bounded, and one that goes makes room", async () => {
  const { endpoint } = await served();
  const listeners = Array.from({ length: 32 }, () => listener(endpoint.url));
  expect(new Set(await Promise.all(listeners.map(({ status }) => status)))).toEqual(new Set([200]));
  expect((await fetch(`${endpoint.url}/_mock/live`)).status).toBe(503);
  listeners[0]?.stop();
  await listeners[0]?.ended;
  let status = 503;
  for (let attempt = 0; attempt < 20 && status === 503; attempt++) {
    const another = listener(endpoint.url);
    status = await another.status;
  }
  expect(status).toBe(200);
});

test("a page that looks writes no lines in the log of requests, but its moves do", async () => {
  const lines: string[] = [];
  const { endpoint } = await served({ clock: "manual" }, { log: line => lines.push(line) });
  const ask = (path: string, body: object) =>
    fetch(`${endpoint.url}${path}`, {
      method: "POST",
      headers: { "sec-fetch-site": "same-origin" },
      body: JSON.stringify(body),
    });
  await ask("/_mock/records", { kind: "backup.vaults" });
  expect(lines).toEqual([]);
  await ask("/_mock/clock", { advance: "1 day" });
  expect(lines).toEqual([expect.stringContaining("→"), expect.stringContaining("POST /_mock/clock → 200")]);
});
