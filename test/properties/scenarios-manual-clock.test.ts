import { testRandomScenarios } from "./scenarios/random-scenarios";

testRandomScenarios("manual");
