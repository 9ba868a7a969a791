import { join } from "node:path";

export const modules = join(import.meta.dirname, "node_modules");

/** The clients that are installed, and the packages that stand for them. */
export const clientSets = {
  "all clients": { backup: "@aws-sdk/client-backup", efs: "@aws-sdk/client-efs", fsx: "@aws-sdk/client-fsx" },
  "AWS Backup alone": { backup: "@aws-sdk/client-backup" },
  "EFS alone": { efs: "@aws-sdk/client-efs" },
  "FSx alone": { fsx: "@aws-sdk/client-fsx" },
  "AWS Backup 3.245 alone": { backup: "client-backup-3.245" },
};

/** TypeScript 7 has no node10 any more; 6 is the newest that has. */
const node16 = { module: "node16", moduleResolution: "node16" };
const bundler = { module: "esnext", moduleResolution: "bundler" };
const node10 = { module: "commonjs", moduleResolution: "node10" };
export const compilers = {
  "typescript-5.4": { node16, bundler, node10 },
  "typescript-6": { node10: { ...node10, ignoreDeprecations: "6.0" } },
  "typescript-7": { node16, bundler },
};

const compilerOptions = {
  target: "es2022",
  lib: ["es2023", "esnext.disposable"],
  types: ["node", "jest"],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  skipDefaultLibCheck: true,
  noEmit: true,
};

export const programs = ["esm.mts", "commonjs.cts"];

/** The folder of the project that has a set of clients. It is beside the host's, whose modules it would find. */
export const folderOf = title => `${import.meta.dirname}, ${title}`;

/** What one compiler has to compile: the projects, each with each of its module resolutions. */
export const cellsOf = compiler =>
  Object.entries(compilers[compiler]).flatMap(([resolution, options]) =>
    Object.keys(clientSets).map(title => ({
      name: `${title}, ${compiler}, ${resolution}`,
      folder: folderOf(title),
      configFile: join(folderOf(title), `tsconfig.${compiler}.${resolution}.json`),
      config: { compilerOptions: { ...compilerOptions, ...options }, files: programs },
    })),
  );
