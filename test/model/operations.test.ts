import * as backup from "@aws-sdk/client-backup";
import * as efs from "@aws-sdk/client-efs";
import * as fsx from "@aws-sdk/client-fsx";
import { readInput, type ServiceName, serviceModel } from "../../src/model";
import { minimalInput } from "../support/minimal-input";
import { allOperations } from "../support/model-walk";

const clients: readonly [ServiceName, object, number][] = [
  ["backup", backup, 109],
  ["efs", efs, 31],
  ["fsx", fsx, 48],
];

describe("operations of the models", () => {
  test.each(clients)("%s has exactly the operations of the installed client", (service, client, count) => {
    const commands = Object.keys(client).filter(
      name => /^[A-Z]\w+Command$/.test(name) && name !== "$Command",
    );
    const names = commands.map(name => name.replace(/Command$/, "")).sort();
    expect([...serviceModel(service).operationNames()].sort()).toEqual(names);
    expect(names).toHaveLength(count);
  });

  test.each(clients)("%s declares only errors that it has", service => {
    const model = serviceModel(service);
    for (const name of model.operationNames()) {
      for (const error of model.operation(name)?.errors ?? []) {
        expect(model.error(error)).toMatchObject({ name: error, status: expect.any(Number) });
      }
    }
  });

  test("every operation accepts its minimal input, and keeps all of it", () => {
    for (const operation of allOperations()) {
      const { violations, exact } = readInput(operation, minimalInput(operation));
      expect({ operation: operation.name, violations, exact }).toEqual({
        operation: operation.name,
        violations: [],
        exact: true,
      });
    }
  });

  test("a name that is no operation is none, whatever objects inherit", () => {
    const model = serviceModel("efs");
    for (const name of ["CreateBackupVault", "createFileSystem", "__proto__", "constructor", ""]) {
      expect(model.operation(name)).toBeUndefined();
      expect(model.error(name)).toBeUndefined();
    }
    expect(model.error("CreateFileSystemRequest")).toBeUndefined();
  });

  test("an operation tells how it pages, what it declares and how it travels", () => {
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

  test("using one service reads nothing of another, and of its own only what is used", async () => {
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

  test("a model is the same object each time, and its operations too", () => {
    const model = serviceModel("fsx");
    expect(serviceModel("fsx")).toBe(model);
    expect(model.operation("DescribeVolumes")).toBe(model.operation("DescribeVolumes"));
  });
});
