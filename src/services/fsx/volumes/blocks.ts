import { refuseUnless } from "../file-systems/rules";
import type { Volume } from "../records/volumes";

const foreignBlocks = { ONTAP: "OpenZFSConfiguration", OPENZFS: "OntapConfiguration" } as const;

interface Request {
  readonly OntapConfiguration?: object | undefined;
  readonly OpenZFSConfiguration?: object | undefined;
}

/** Refuses the configuration block of the other volume type. */
export function checkVolumeBlocks(
  type: Volume["VolumeType"],
  request: Request,
  doing: "create" | "update" | "delete",
): void {
  const foreign = foreignBlocks[type];
  refuseUnless(request[foreign] === undefined, `${foreign} cannot be applied to ${doing} a ${type} volume.`);
}
