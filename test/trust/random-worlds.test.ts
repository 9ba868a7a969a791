import { tellRandomWorlds } from "./worlds/stories";

tellRandomWorlds("manual");
