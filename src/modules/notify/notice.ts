import type { Text } from '#/values/text.ts';

/** A message as its reader sees it. */
export interface Notice {
  readonly id: string;
  readonly event: string;
  readonly title: Text;
  readonly body: Text;
  readonly link: string;
  readonly toldAt: Date;
  /** When it was seen first; null before that. */
  readonly seenAt: Date | null;
}
