import { Temporal } from "temporal-polyfill";
import { cairnOn } from "../../src/commands/cairn.ts";
import { isMonth } from "../../src/domain/month.ts";
import { postDigest } from "../../src/jobs/digest.ts";
import { openStore } from "../../src/store/database.ts";

/**
 * Another process that posts the digest of a month on the PostgreSQL database of a URL, at an instant, once its
 * standard input ends. It says "open" when it is ready, then "posted" or "already".
 */
const [url = "", month = "", at = ""] = process.argv.slice(2);
const opened = await openStore({ databaseUrl: url, dataFolder: "" });
if (!opened.ok || !isMonth(month)) throw new Error("a PostgreSQL address and a month are expected");
const { db, close } = opened.value;
const cairn = cairnOn(db, "fr");
await cairn.plan();
process.stdin
  .on("end", async () => {
    const { isNew } = await postDigest(cairn, month, Temporal.Instant.from(at), {
      draw: ({ title }) => title,
      enqueue: async () => undefined,
    });
    console.log(isNew ? "posted" : "already");
    await close();
  })
  .resume();
console.log("open");
