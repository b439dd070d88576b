/** The one amount in đồng that words tell: "8.000 đồng/bản", "Không", "miễn phí"; null when they tell none, or several. */
export function dongIn(words: string): number | null {
  const found = [...words.matchAll(/(\d{1,3}(?:[.,]\d{3})+|\d{1,9})\s*(?:đồng|đ\b|vnđ|vnd)/giu)];
  const amounts = new Set(found.map(([, digits]) => Number(digits!.replace(/[.,]/g, ''))));
  if (amounts.size === 1) return [...amounts][0]!;
  const isFree =
    /^\s*(?:không(?: có| thu(?: phí| lệ phí|, nộp)?)?|miễn(?: phí| lệ phí)?|0)\s*[.;]?\s*$/i.test(
      words,
    );
  return amounts.size === 0 && isFree ? 0 : null;
}

/** Whether words tell of money that is taken: a sum, or who decides it. */
export function tellsFee(words: string): boolean {
  return (
    /\d\s*(?:đồng|đ\b|vnđ)|hội đồng nhân dân|hđnd|theo quy định|mức (?:thu|phí|lệ phí)/iu.test(
      words,
    ) && dongIn(words) !== 0
  );
}
