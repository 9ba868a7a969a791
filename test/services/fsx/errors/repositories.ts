import type { Provocations } from "../../../support/declared-errors";
import { NextToken, reusesToken, unknownIds, type World } from "./world";

const bucket = "s3://bucket";
const exporting = { Type: "EXPORT_TO_REPOSITORY", Report: { Enabled: false } } as const;
const releasing = { ...exporting, Type: "RELEASE_DATA_FROM_FILESYSTEM" } as const;

/** A task that has ended. */
async function endedTask({ aws, fsx, linked }: World) {
  const { DataRepositoryTask } = await fsx.createDataRepositoryTask({ FileSystemId: linked, ...exporting });
  await aws.settle();
  return { TaskId: DataRepositoryTask?.TaskId };
}

export const repositories: Provocations<World> = {
  CancelDataRepositoryTask: {
    BadRequest: ({ fsx }) => fsx.cancelDataRepositoryTask({ TaskId: "the last one" }),
    DataRepositoryTaskEnded: async world => world.fsx.cancelDataRepositoryTask(await endedTask(world)),
    DataRepositoryTaskNotFound: ({ fsx }) => fsx.cancelDataRepositoryTask(unknownIds),
  },
  CreateDataRepositoryAssociation: {
    BadRequest: ({ fsx, linked }) =>
      fsx.createDataRepositoryAssociation({
        FileSystemId: linked,
        FileSystemPath: "/data/more",
        DataRepositoryPath: bucket,
      }),
    FileSystemNotFound: ({ fsx }) =>
      fsx.createDataRepositoryAssociation({ ...unknownIds, DataRepositoryPath: bucket }),
    IncompatibleParameterError: {
      by: ({ fsx, lustre: FileSystemId }) =>
        reusesToken(
          input => fsx.createDataRepositoryAssociation(input),
          { FileSystemId, DataRepositoryPath: bucket },
          { FileSystemId, DataRepositoryPath: `${bucket}/more` },
        ),
      members: { Parameter: "DataRepositoryPath" },
    },
    UnsupportedOperation: ({ fsx, windows }) =>
      fsx.createDataRepositoryAssociation({ FileSystemId: windows, DataRepositoryPath: bucket }),
  },
  CreateDataRepositoryTask: {
    BadRequest: ({ fsx, lustre }) => fsx.createDataRepositoryTask({ FileSystemId: lustre, ...exporting }),
    DataRepositoryTaskExecuting: async ({ fsx, linked }) => {
      await fsx.createDataRepositoryTask({ FileSystemId: linked, ...exporting });
      await fsx.createDataRepositoryTask({ FileSystemId: linked, ...releasing });
    },
    FileSystemNotFound: ({ fsx }) =>
      fsx.createDataRepositoryTask({ FileSystemId: unknownIds.FileSystemId, ...exporting }),
    IncompatibleParameterError: {
      by: ({ fsx, linked: FileSystemId }) =>
        reusesToken(
          input => fsx.createDataRepositoryTask({ FileSystemId, ...exporting, ...input }),
          { Paths: ["/data"] },
          { Paths: ["/data/more"] },
        ),
      members: { Parameter: "Paths" },
    },
    UnsupportedOperation: ({ fsx, openzfs }) =>
      fsx.createDataRepositoryTask({ FileSystemId: openzfs, ...exporting }),
  },
  DeleteDataRepositoryAssociation: {
    BadRequest: async ({ fsx, AssociationId }) => {
      await fsx.deleteDataRepositoryAssociation({ AssociationId });
      await fsx.deleteDataRepositoryAssociation({ AssociationId });
    },
    DataRepositoryAssociationNotFound: ({ fsx }) => fsx.deleteDataRepositoryAssociation(unknownIds),
    IncompatibleParameterError: {
      by: ({ fsx, AssociationId }) =>
        reusesToken(
          input => fsx.deleteDataRepositoryAssociation(input),
          { AssociationId, DeleteDataInFileSystem: false },
          { AssociationId, DeleteDataInFileSystem: true },
        ),
      members: { Parameter: "DeleteDataInFileSystem" },
    },
  },
  DescribeDataRepositoryAssociations: {
    BadRequest: ({ fsx }) => fsx.describeDataRepositoryAssociations({ NextToken }),
    DataRepositoryAssociationNotFound: ({ fsx }) =>
      fsx.describeDataRepositoryAssociations({ AssociationIds: [unknownIds.AssociationId] }),
    FileSystemNotFound: ({ fsx }) =>
      fsx.describeDataRepositoryAssociations({
        Filters: [{ Name: "file-system-id", Values: [unknownIds.FileSystemId] }],
      }),
    InvalidDataRepositoryType: ({ fsx }) =>
      fsx.describeDataRepositoryAssociations({
        Filters: [{ Name: "data-repository-type", Values: ["FTP"] }],
      }),
  },
  DescribeDataRepositoryTasks: {
    BadRequest: ({ fsx }) => fsx.describeDataRepositoryTasks({ NextToken }),
    DataRepositoryTaskNotFound: ({ fsx }) =>
      fsx.describeDataRepositoryTasks({ TaskIds: [unknownIds.TaskId] }),
    FileSystemNotFound: ({ fsx }) =>
      fsx.describeDataRepositoryTasks({
        Filters: [{ Name: "file-system-id", Values: [unknownIds.FileSystemId] }],
      }),
  },
  UpdateDataRepositoryAssociation: {
    BadRequest: async ({ fsx, AssociationId }) => {
      await fsx.deleteDataRepositoryAssociation({ AssociationId });
      await fsx.updateDataRepositoryAssociation({ AssociationId, ImportedFileChunkSize: 2_048 });
    },
    DataRepositoryAssociationNotFound: ({ fsx }) => fsx.updateDataRepositoryAssociation(unknownIds),
    IncompatibleParameterError: {
      by: ({ fsx, AssociationId }) =>
        reusesToken(
          input => fsx.updateDataRepositoryAssociation(input),
          { AssociationId, ImportedFileChunkSize: 2_048 },
          { AssociationId, ImportedFileChunkSize: 4_096 },
        ),
      members: { Parameter: "ImportedFileChunkSize" },
    },
  },
};
