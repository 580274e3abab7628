import pg from "pg";

/** How often each figure stands in the database, by "indicator period", the period as it is kept: "2025-T4". */
export async function figuresIn(databaseUrl: string): Promise<ReadonlyMap<string, number>> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<{ figure: string; times: number }>(
      "select indicator || ' ' || period as figure, count(*)::int as times from entry group by 1",
    );
    return new Map(rows.map(({ figure, times }) => [figure, times]));
  } finally {
    await client.end();
  }
}

/** The receipts whose figure is not there, and those that stand more than once. */
export async function checkReceipts(
  databaseUrl: string,
  receipts: readonly string[],
): Promise<{ readonly figures: number; readonly lost: number; readonly doubled: number }> {
  const figures = await figuresIn(databaseUrl);
  const lost = receipts.filter((figure) => !figures.has(figure)).length;
  const doubled = [...figures.values()].filter((times) => times > 1).length;
  return { figures: figures.size, lost, doubled };
}
