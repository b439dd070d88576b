/**
 * The personal number on an identity card, as it is typed or as the QR code on the front says it: seven fields between
 * bars, the number first (card of Luật Căn cước 26/2023/QH15 and the citizen card before it). Nothing else is looked at.
 */
export function readCard(scanned: string): string | undefined {
  const [number = ''] = scanned.split('|', 1);
  return /^\d{12}$/.test(number) ? number : undefined;
}
