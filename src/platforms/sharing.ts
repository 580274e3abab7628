/** A total shared out: who needs less than an equal share gets what it needs, and the others share what it leaves. */
export function shareOut(needs: readonly number[], total: number): number[] {
  const shares = needs.map(() => 0);
  const smallestFirst = needs.map((need, index) => ({ need, index })).sort((a, b) => a.need - b.need);
  let left = total;
  for (const [rank, { need, index }] of smallestFirst.entries()) {
    const share = Math.min(need, Math.floor(left / (needs.length - rank)));
    shares[index] = share;
    left -= share;
  }
  return shares;
}
