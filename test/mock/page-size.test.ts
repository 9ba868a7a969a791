import { Backup, BackupClient, paginateListRecoveryPointsByBackupVault } from "@aws-sdk/client-backup";
import { EFS } from "@aws-sdk/client-efs";
import { FSx } from "@aws-sdk/client-fsx";
import { mockAws } from "aws-backup-mock";
import { answerPage } from "../../src/core/calls";
import { serviceModel, serviceNames } from "../../src/model";

const table = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";

test("no list gives more a page, so that paging is tested without a thousand records", async () => {
  const aws = mockAws({ pageSize: 2 });
  const client = aws.attach(new BackupClient());
  aws.seed({
    backup: {
      vaults: [{ BackupVaultName: "nightly" }],
      recoveryPoints: Array.from({ length: 5 }, (_, index) => ({
        BackupVaultName: "nightly",
        ResourceArn: table,
        CreationDate: `${index + 1} days ago`,
      })),
    },
  });
  const pages: number[] = [];
  for await (const { RecoveryPoints } of paginateListRecoveryPointsByBackupVault(
    { client },
    { BackupVaultName: "nightly" },
  )) {
    pages.push(RecoveryPoints?.length ?? 0);
  }
  expect(pages).toEqual([2, 2, 1]);
});

test("a smaller page is given if it is asked for", async () => {
  const aws = mockAws({ pageSize: 2 });
  const backup = aws.attach(new Backup());
  aws.seed({ backup: { vaults: ["a", "b", "c"].map(name => ({ BackupVaultName: `vault-${name}` })) } });
  const sizes = [undefined, 1, 1000].map(async MaxResults => {
    const { BackupVaultList } = await backup.listBackupVaults({ ...(MaxResults && { MaxResults }) });
    return BackupVaultList?.length;
  });
  expect(await Promise.all(sizes)).toEqual([2, 1, 2]);
});

test("lists of EFS that ignore the size that is asked for are cut, too, and so are those of FSx", async () => {
  const aws = mockAws({ pageSize: 1 });
  const efs = aws.attach(new EFS());
  const fsx = aws.attach(new FSx());
  const tags = [
    { Key: "team", Value: "storage" },
    { Key: "stage", Value: "prod" },
  ];
  const lustre = {
    FileSystemType: "LUSTRE",
    StorageCapacity: 1200,
    SubnetIds: ["subnet-0123456789abcdef0"],
    LustreConfiguration: { DeploymentType: "SCRATCH_2" },
  } as const;
  const seeded = aws.seed({
    efs: { fileSystems: [{ Tags: tags }] },
    fsx: { fileSystems: [lustre, lustre] },
  });
  const [{ FileSystemId = "" } = {}] = seeded.efs.fileSystems;
  for (const SubnetId of ["subnet-0000000000000000a", "subnet-0000000000000000b"]) {
    await efs.createMountTarget({ FileSystemId, SubnetId });
  }
  const targets = await efs.describeMountTargets({ FileSystemId });
  expect(targets.MountTargets).toHaveLength(1);
  const rest = await efs.describeMountTargets({ FileSystemId, Marker: targets.NextMarker });
  expect(rest.MountTargets).toHaveLength(1);
  expect(rest).not.toHaveProperty("NextMarker");
  expect((await efs.listTagsForResource({ ResourceId: FileSystemId })).Tags).toHaveLength(1);
  expect((await efs.describeTags({ FileSystemId })).Tags).toHaveLength(1);
  expect((await fsx.describeFileSystems({})).FileSystems).toHaveLength(1);
});

/** Every list of the three services, by its model. */
const lists = serviceNames.flatMap(service =>
  serviceModel(service)
    .operationNames()
    .flatMap(name => {
      const model = serviceModel(service).operation(name);
      return model?.pagination ? [[`${service} ${name}`, model, model.pagination.pageSize] as const] : [];
    }),
);

test.each(lists)("%s is asked for no more", (_, model, member) => {
  const place = { region: "us-east-1", accountId: "123456789012" };
  const asked = (mostPerPage: number | undefined, input: Record<string, number>) => {
    let given: unknown;
    answerPage({ model, place, mostPerPage }, input, seen => {
      given = seen[member];
      return {};
    });
    return given;
  };
  expect(model.input.member(member)).toBeDefined();
  expect([asked(3, {}), asked(3, { [member]: 5 }), asked(3, { [member]: 2 })]).toEqual([3, 3, 2]);
  expect([asked(undefined, {}), asked(undefined, { [member]: 5 })]).toEqual([undefined, 5]);
});
