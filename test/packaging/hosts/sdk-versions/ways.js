import { BackupClient } from "@aws-sdk/client-backup";
import { EFSClient } from "@aws-sdk/client-efs";
import { FSxClient } from "@aws-sdk/client-fsx";
import { listen } from "aws-backup-mock/http";

const config = {
  region: "us-east-1",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
};

const clients = more => ({
  backup: new BackupClient({ ...config, ...more }),
  efs: new EFSClient({ ...config, ...more }),
  fsx: new FSxClient({ ...config, ...more }),
});

/** The options of the mock that a way needs. */
export const optionsOf = name => (name === "intercepted requests" ? { interceptAt: "request" } : {});

/** Clients that talk to a mock in each of the ways; a test ends what a way has begun. */
export const ways = {
  "attached clients": async aws => {
    const { backup, efs, fsx } = clients({});
    return { backup: aws.attach(backup), efs: aws.attach(efs), fsx: aws.attach(fsx) };
  },
  "intercepted classes": async (aws, t) => {
    aws.intercept(BackupClient, EFSClient, FSxClient);
    t.after(() => aws.restore());
    return clients({});
  },
  "intercepted requests": async (aws, t) => {
    aws.intercept(BackupClient, EFSClient, FSxClient);
    t.after(() => aws.restore());
    // Made by a library: the mock lends them a Region and credentials.
    return { backup: new BackupClient({}), efs: new EFSClient({}), fsx: new FSxClient({}) };
  },
  "a requestHandler": async aws => clients({ requestHandler: aws.requestHandler }),
  "an HTTP endpoint": async (aws, t) => {
    const endpoint = await listen(aws);
    t.after(() => endpoint.close());
    return clients({ endpoint: endpoint.url });
  },
};
