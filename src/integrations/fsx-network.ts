import { viewOf } from "../core/world";
import { efs } from "../services/efs";
import { groupsOfVpc } from "../services/efs/mount-targets/subnets";
import type { FsxLinks } from "../services/fsx/account/account";

/** FSx and EFS share the subnets of an account, once a test has seeded any. */
export const fsxNetwork: Pick<FsxLinks, "network"> = {
  network(account) {
    const view = viewOf(account, efs);
    const { subnets } = view.efs;
    if (subnets.by("seeded", "yes").size === 0) return undefined;
    return { subnet: id => subnets.get(id), securityGroupsOf: vpcId => groupsOfVpc(view, vpcId) };
  },
};
