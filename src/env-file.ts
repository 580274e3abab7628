import { codeOf } from "./store/errors.ts";

/**
 * Reads the variables of the file `.env` in the working folder, where there is one; those already set stand. To be
 * imported before the program (`node --import`): Node's own option says on the terminal that the file is not there.
 */
try {
  process.loadEnvFile();
} catch (error) {
  if (codeOf(error) !== "ENOENT") throw error;
}
