import { type Place, parseArn } from "../../core/basics";
import { isObject } from "../../seeding/members";
import type { ResourceSeed } from "../../seeding/resources";
import type { Fixture } from "../../seeding/seed";
import { arnOf, isNamed, type NamedResource } from "./resource-option";

type FileSystemSeed = NonNullable<NonNullable<Fixture["efs"]>["fileSystems"]>[number];

/** A fixture with the resources that the command names: those it has get their size, the others are added. */
export const withResources = (fixture: Fixture, named: readonly NamedResource[], home: Place): Fixture =>
  named.reduce(
    (changed, resource) =>
      resource.type === "EFS"
        ? withFileSystem(changed, resource, home)
        : withResource(changed, resource, home),
    fixture,
  );

function withResource(fixture: Fixture, named: NamedResource, home: Place): Fixture {
  const resources = fixture.resources ?? [];
  const index = resources.findIndex(resource => isNamed(named.name, resource));
  const { type, sizeInBytes, growth, tags } = named;
  const known: Partial<ResourceSeed> = resources[index] ?? { name: nameOf(named) };
  const changed: ResourceSeed = {
    type,
    ...known,
    arn: known.arn ?? arnOf(named, home),
    sizeInBytes,
    growth: growth ?? known.growth,
    tags: { ...known.tags, ...tags },
  };
  return {
    ...fixture,
    resources: index === -1 ? [...resources, changed] : resources.with(index, changed),
  };
}

/** The name of a resource; an ARN says enough. */
const nameOf = ({ name }: NamedResource): string | undefined => (name.startsWith("arn:") ? undefined : name);

function withFileSystem(fixture: Fixture, named: NamedResource, home: Place): Fixture {
  const fileSystems = fixture.efs?.fileSystems ?? [];
  const index = fileSystems.findIndex(fileSystem => isFileSystem(named.name, fileSystem));
  const arn = arnOf(named, home);
  const known: FileSystemSeed = fileSystems[index] ?? { CreationToken: named.name };
  const FileSystemId = known.FileSystemId ?? parseArn(arn)?.resource.replace("file-system/", "");
  const Tags = [
    ...(known.Tags ?? (named.name.startsWith("arn:") ? [] : [{ Key: "Name", Value: named.name }])),
    ...Object.entries(named.tags).map(([Key, Value]) => ({ Key, Value })),
  ];
  const changed = { ...known, FileSystemId, Tags, SizeInBytes: { Value: named.sizeInBytes } };
  const ownArn = arnOf({ ...named, name: `${FileSystemId}` }, home);
  return {
    ...fixture,
    efs: {
      ...fixture.efs,
      fileSystems: index === -1 ? [...fileSystems, changed] : fileSystems.with(index, changed),
    },
    ...(named.growth !== undefined && {
      resources: [...(fixture.resources ?? []), { arn: ownArn, growth: named.growth }],
    }),
  };
}

function isFileSystem(
  name: string,
  { FileSystemId, CreationToken, Name, FileSystemArn, Tags }: FileSystemSeed,
): boolean {
  const tags: readonly unknown[] = Array.isArray(Tags) ? Tags : [];
  const tagged = tags.some(tag => isObject(tag) && tag["Key"] === "Name" && tag["Value"] === name);
  return tagged || [FileSystemId, CreationToken, Name, FileSystemArn].includes(name);
}
