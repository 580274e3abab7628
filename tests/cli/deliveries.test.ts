import { describe, expect, it, onTestFinished } from "vitest";
import { cairn, type Where } from "../support/command.ts";
import { freshPostgresDatabase } from "../support/databases.ts";

async function freshDatabase(): Promise<Where> {
  const { url, drop } = await freshPostgresDatabase("migrated");
  onTestFinished(drop);
  return { DATABASE_URL: url };
}

describe("cairn deliveries", () => {
  it("lists what waits, and tells the story of one message", async () => {
    const where = await freshDatabase();
    await cairn(where, "remind", "--at", "2026-10-01T07:30:00Z", "--json");
    const { deliveries } = JSON.parse(
      (await cairn(where, "deliveries", "--state", "planned", "--json")).stdout,
    );
    expect(deliveries).toHaveLength(8);
    const [first] = deliveries;
    expect(first).toMatchObject({
      ...{ kind: "reminder", day: "2026-10-01", platform: null, state: "planned", cause: "recorded" },
      ...{ attempts: 0, repeats: 0, period: null },
    });
    const { delivery, changes } = JSON.parse((await cairn(where, "deliveries", first.id, "--json")).stdout);
    expect(delivery).toEqual(first);
    expect(changes).toMatchObject([{ state: "planned", cause: "recorded", detail: null }]);
    const listed = await cairn(where, "deliveries", "--state", "dead");
    expect(listed.stdout).toBe("Aucun envoi à regarder : tout est arrivé ou suit son cours.\n");
  });

  it("an unknown number is refused", async () => {
    const ran = await cairn(await freshDatabase(), "deliveries", "12", "--json");
    expect(ran.status).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      ok: false,
      error: { code: "not_found", data: { id: "12" } },
    });
  });
});
