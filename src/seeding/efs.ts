import type {
  AccessPointDescription,
  CreateAccessPointRequest,
  CreateFileSystemRequest,
  CreateMountTargetRequest,
  FileSystemDescription,
  MountTargetDescription,
  PutBackupPolicyRequest,
  PutFileSystemPolicyRequest,
  PutLifecycleConfigurationRequest,
} from "@aws-sdk/client-efs";
import type { AccessPoint } from "../services/efs/access-points/access-points";
import type { EfsShape } from "../services/efs/account";
import type { FileSystem } from "../services/efs/file-systems/file-systems";
import type { MountTarget } from "../services/efs/mount-targets/mount-targets";
import { replaysOf } from "./replay";

const replay = replaysOf<EfsShape>();

type FileSystemSeed = Omit<CreateFileSystemRequest, "CreationToken"> &
  Partial<FileSystemDescription> &
  Partial<PutBackupPolicyRequest & PutLifecycleConfigurationRequest & PutFileSystemPolicyRequest>;

/** The lists of Amazon EFS that a fixture can have, in the order in which they are made. */
export const efsCollections = {
  fileSystems: replay<FileSystemSeed, FileSystem>({
    by: "CreateFileSystem",
    table: "fileSystems",
    shownBy: "DescribeFileSystems.FileSystems",
    namedBy: "FileSystemId",
    also: ["PutBackupPolicy", "PutLifecycleConfiguration", "PutFileSystemPolicy"],
    computed: ["NumberOfMountTargets", "Name"],
  }),
  mountTargets: replay<CreateMountTargetRequest & Partial<MountTargetDescription>, MountTarget>({
    by: "CreateMountTarget",
    table: "mountTargets",
    shownBy: "DescribeMountTargets.MountTargets",
    namedBy: "MountTargetId",
  }),
  accessPoints: replay<CreateAccessPointRequest & AccessPointDescription, AccessPoint>({
    by: "CreateAccessPoint",
    table: "accessPoints",
    shownBy: "DescribeAccessPoints.AccessPoints",
    namedBy: "AccessPointId",
    computed: ["Name"],
  }),
};
