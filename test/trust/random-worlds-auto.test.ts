import { tellRandomWorlds } from "./worlds/stories";

tellRandomWorlds("auto");
