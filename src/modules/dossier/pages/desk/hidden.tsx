import type { Visit } from '#/platform/http/index.ts';
import { Csrf } from '#/ui/index.ts';

interface HiddenProps {
  readonly visit: Visit;
  /** The list from which one came. */
  readonly from: string;
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

/** What every small form of a dossier sends along. */
export function Hidden({ visit, from, fields = {} }: HiddenProps) {
  return (
    <>
      <Csrf token={visit.csrf} />
      <input type="hidden" name="tu" value={from} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
    </>
  );
}
