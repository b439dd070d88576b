/** Money that came for a demand and is not used yet. */
export interface HeldMoney {
  readonly arrivalId: string;
  readonly left: number;
}

/** Part of money that came, used for a demand. */
export interface Share {
  readonly arrivalId: string;
  readonly amount: number;
}

/**
 * Which money pays a demand: the oldest first, and not a đồng more than is owed. Null while it does not suffice; then
 * all of it stays held, so that a second transfer can make up for what the first one lacked.
 */
export function allot(total: number, held: readonly HeldMoney[]): Share[] | null {
  let missing = total;
  const shares: Share[] = [];
  for (const { arrivalId, left } of held) {
    const amount = Math.min(left, missing);
    if (amount > 0) shares.push({ arrivalId, amount });
    missing -= amount;
  }
  return missing > 0 ? null : shares;
}
