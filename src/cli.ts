#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// A short command spends a third of its time compiling what it compiled last time: kept beside the packages.
enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/cairn", import.meta.url)));
const { runProgram } = await import("./cli/program.ts");
await runProgram();
