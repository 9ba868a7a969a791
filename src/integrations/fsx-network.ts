import { viewOf } from "../core/world";
import { efs } from "../services/efs";
import { groupsOfVpc } from "../services/efs/mount-targets/subnets";
import type { FsxLinks } from "../services/fsx/account/account";

/** File systems of FSx are in the same subnets as mount targets of EFS, once a test has said which there are. */
export const fsxNetwork: Pick<FsxLinks, "network"> = {
  network(account) {
    const view = viewOf(account, efs);
    const { subnets } = view.efs;
    if (subnets.by("seeded", "yes").size === 0) return undefined;
    return { subnet: id => subnets.get(id), securityGroupsOf: vpcId => groupsOfVpc(view, vpcId) };
  },
};
