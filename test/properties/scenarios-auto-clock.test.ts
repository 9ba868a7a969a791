import { testRandomScenarios } from "./scenarios/random-scenarios";

testRandomScenarios("auto");
