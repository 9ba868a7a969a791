import { readFileSync } from "node:fs";

const read = path => JSON.parse(readFileSync(path, "utf8"));

const { devDependencies } = read("package.json");

/** What this host asked for, beside what it got: `["@aws-sdk/client-efs", "3.245.0", "3.245.0"]`. */
export const asked = Object.entries(devDependencies).map(([name, wanted]) => [
  name,
  wanted,
  name === "node" ? process.versions.node : read(`node_modules/${name}/package.json`).version,
]);

const minorOf = ([name, , version]) => (name === "node" ? [] : [Number(version.split(".")[1])]);

/**
 * Clients since 3.943 read answers by the schemas they come with, and keep what these do not know. Earlier ones keep what
 * they know, and some fill in the rest with `undefined`.
 */
export const keepsAll = asked.flatMap(minorOf).every(minor => minor >= 943);
