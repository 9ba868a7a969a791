import * as backup from "@aws-sdk/client-backup";
import * as efs from "@aws-sdk/client-efs";
import * as fsx from "@aws-sdk/client-fsx";
import { readInput, type ServiceName, serviceModel } from "../../src/model";
import { minimalInput } from "../support/minimal-input";
import { allOperations } from "../support/model-walk";
import { newerOperations } from "../support/newer-commands";

const clients: readonly [ServiceName, object, number][] = [
  ["backup", backup, 115],
  ["efs", efs, 31],
  ["fsx", fsx, 48],
];

describe("operations of the models", () => {
  test.each(clients)(
    "of %s are those of the installed client, and of newer ones",
    (service, client, count) => {
      const commands = Object.keys(client).filter(
        name => /^[A-Z]\w+Command$/.test(name) && name !== "$Command",
      );
      const newer = service === "backup" ? newerOperations : [];
      const own = commands.map(name => name.replace(/Command$/, ""));
      const names = [...new Set([...own, ...newer])].sort();
      expect([...serviceModel(service).operationNames()].sort()).toEqual(names);
      expect(names).toHaveLength(count);
    },
  );

  test.each(clients)("of %s declare only errors that the model has", service => {
    const model = serviceModel(service);
    for (const name of model.operationNames()) {
      for (const error of model.operation(name)?.errors ?? []) {
        expect(model.error(error)).toMatchObject({ name: error, status: expect.any(Number) });
      }
    }
  });

  test("accept their minimal input and keep all of it", () => {
    for (const operation of allOperations()) {
      const { violations, exact } = readInput(operation, minimalInput(operation));
      expect({ operation: operation.name, violations, exact }).toEqual({
        operation: operation.name,
        violations: [],
        exact: true,
      });
    }
  });

  test("are not found by other names, such as those of inherited properties", () => {
    const model = serviceModel("efs");
    for (const name of ["CreateBackupVault", "createFileSystem", "__proto__", "constructor", ""]) {
      expect(model.operation(name)).toBeUndefined();
      expect(model.error(name)).toBeUndefined();
    }
    expect(model.error("CreateFileSystemRequest")).toBeUndefined();
  });

  test("have pagination, declared errors and an HTTP binding", () => {
    const operation = serviceModel("backup").operation("ListBackupJobs");
    expect(operation).toMatchObject({
      service: "backup",
      http: { method: "GET", uri: "/backup-jobs", status: 200 },
      errors: ["InvalidParameterValueException", "ServiceUnavailableException"],
      pagination: {
        inputToken: "NextToken",
        outputToken: "NextToken",
        pageSize: "MaxResults",
        items: "BackupJobs",
      },
    });
    expect(operation?.input.member("ByCreatedAfter")).toMatchObject({ query: "createdAfter", label: false });
    expect(serviceModel("efs").operation("CreateFileSystem")?.idempotencyToken).toBe("CreationToken");
    expect(serviceModel("efs").error("FileSystemInUse")).toMatchObject({ fault: "client", status: 409 });
    expect(serviceModel("fsx").metadata).toEqual({
      sdkId: "FSx",
      apiVersion: "2018-03-01",
      namespace: "com.amazonaws.fsx",
      endpointPrefix: "fsx",
      signingName: "fsx",
      protocol: "awsJson1_1",
      targetPrefix: "AWSSimbaAPIService_v20180301",
    });
  });

  test("are parsed on first use, and no other service with them", async () => {
    const parse = jest.spyOn(JSON, "parse");
    await jest.isolateModulesAsync(async () => {
      const fresh = await import("../../src/model");
      expect(parse).not.toHaveBeenCalled();
      fresh.serviceModel("efs").operation("DescribeFileSystems");
    });
    const texts = parse.mock.calls.map(([text]) => text);
    parse.mockRestore();
    expect(texts.join("\n")).toContain("DescribeFileSystemsRequest");
    expect(texts.join("\n").length).toBeLessThan(2_000);
  });

  test("are the same objects at each call", () => {
    const model = serviceModel("fsx");
    expect(serviceModel("fsx")).toBe(model);
    expect(model.operation("DescribeVolumes")).toBe(model.operation("DescribeVolumes"));
  });
});
