import { FileSystemNotFound } from "@aws-sdk/client-fsx";
import { account, refusal, requests } from "./account";

describe("a client request token", () => {
  test("repeated with the same parameters returns the existing file system", async () => {
    const { aws, fsx } = account();
    const input = { ...requests.windows, ClientRequestToken: "first" };
    const { FileSystem: first } = await fsx.createFileSystem(input);
    await aws.settle();
    const { FileSystem: again } = await fsx.createFileSystem(input);
    expect(again?.FileSystemId).toBe(first?.FileSystemId);
    expect(again?.Lifecycle).toBe("AVAILABLE");
    expect((await fsx.describeFileSystems({})).FileSystems).toHaveLength(1);
  });

  test("repeated with other parameters is refused, naming the parameter", async () => {
    const { fsx } = account();
    await fsx.createFileSystem({ ...requests.windows, ClientRequestToken: "first" });
    const call = fsx.createFileSystem({
      ...requests.windows,
      ClientRequestToken: "first",
      StorageCapacity: 400,
    });
    expect(await refusal(call)).toMatchObject({
      name: "IncompatibleParameterError",
      Parameter: "StorageCapacity",
    });
  });
});

describe("describing file systems", () => {
  test("returns pages with base64 tokens, and refuses an invalid token", async () => {
    const { fsx, create } = account();
    for (const kind of ["windows", "lustre", "ontap", "openzfs"] as const) await create(kind);
    const first = await fsx.describeFileSystems({ MaxResults: 3 });
    expect(first.FileSystems?.map(({ FileSystemType }) => FileSystemType)).toEqual([
      "WINDOWS",
      "LUSTRE",
      "ONTAP",
    ]);
    const rest = await fsx.describeFileSystems({ MaxResults: 3, NextToken: first.NextToken });
    expect(rest.FileSystems?.map(({ FileSystemType }) => FileSystemType)).toEqual(["OPENZFS"]);
    expect(rest.NextToken).toBeUndefined();
    expect((await refusal(fsx.describeFileSystems({ NextToken: btoa("page 7") }))).name).toBe("BadRequest");
  });

  test("with an unknown id is refused with that id", async () => {
    const { fsx } = account();
    const call = fsx.describeFileSystems({ FileSystemIds: ["fs-0123456789abcdef0"] });
    await expect(call).rejects.toThrow(FileSystemNotFound);
    await expect(call).rejects.toThrow("fs-0123456789abcdef0");
  });

  test("returns only the file systems of one Region", async () => {
    const { aws, create } = account();
    await create("lustre");
    expect(aws.in({ region: "eu-west-1" }).state.fsx.fileSystems.size).toBe(0);
    expect(aws.state.fsx.fileSystems.size).toBe(1);
  });
});
