import { account, availableFileSystem, efsError, refusal } from "./support";

test("a lifecycle configuration is applied at once, replaced and cleared", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const described = async () =>
    (await efs.describeLifecycleConfiguration({ FileSystemId })).LifecyclePolicies;
  expect(await described()).toEqual([]);
  const LifecyclePolicies = [
    { TransitionToIA: "AFTER_30_DAYS" as const },
    { TransitionToPrimaryStorageClass: "AFTER_1_ACCESS" as const },
  ];
  const put = await efs.putLifecycleConfiguration({ FileSystemId, LifecyclePolicies });
  expect(put.LifecyclePolicies).toEqual(LifecyclePolicies);
  expect(await described()).toEqual(LifecyclePolicies);
  await efs.putLifecycleConfiguration({ FileSystemId, LifecyclePolicies: [] });
  expect(await described()).toEqual([]);
});

test("TransitionToArchive requires elastic throughput, and must follow TransitionToIA", async () => {
  const { efs } = account();
  const put = (FileSystemId: string, archive: "AFTER_30_DAYS" | "AFTER_90_DAYS", ia?: "AFTER_30_DAYS") =>
    efs.putLifecycleConfiguration({
      FileSystemId,
      LifecyclePolicies: [{ TransitionToArchive: archive }, ...(ia ? [{ TransitionToIA: ia }] : [])],
    });
  const bursting = await availableFileSystem(efs);
  const elastic = await availableFileSystem(efs, { ThroughputMode: "elastic" });
  const bad = efsError("BadRequest", 400);
  expect(await refusal(put(bursting.FileSystemId, "AFTER_90_DAYS", "AFTER_30_DAYS"))).toEqual(bad);
  expect(await refusal(put(elastic.FileSystemId, "AFTER_90_DAYS"))).toEqual(bad);
  expect(await refusal(put(elastic.FileSystemId, "AFTER_30_DAYS", "AFTER_30_DAYS"))).toEqual(bad);
  await put(elastic.FileSystemId, "AFTER_90_DAYS", "AFTER_30_DAYS");
});

test("each policy has exactly one transition, and no transition occurs twice", async () => {
  const { efs } = account();
  const { FileSystemId } = await availableFileSystem(efs);
  const bad = efsError("BadRequest", 400);
  for (const LifecyclePolicies of [
    [{}],
    [{ TransitionToIA: "AFTER_7_DAYS", TransitionToPrimaryStorageClass: "AFTER_1_ACCESS" } as const],
    [{ TransitionToIA: "AFTER_7_DAYS" } as const, { TransitionToIA: "AFTER_14_DAYS" } as const],
  ]) {
    expect(await refusal(efs.putLifecycleConfiguration({ FileSystemId, LifecyclePolicies }))).toEqual(bad);
  }
});

test("an unknown file system has no lifecycle configuration", async () => {
  const { efs } = account();
  const FileSystemId = "fs-00000000";
  const notFound = efsError("FileSystemNotFound", 404);
  expect(await refusal(efs.describeLifecycleConfiguration({ FileSystemId }))).toEqual(notFound);
  expect(await refusal(efs.putLifecycleConfiguration({ FileSystemId, LifecyclePolicies: [] }))).toEqual(
    notFound,
  );
});
