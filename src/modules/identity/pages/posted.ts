import type { Body } from '#/platform/http/index.ts';

/** The last text that a form posted under a name; '' when nothing was. */
export function posted(body: Body, name: string): string {
  const value = Object.hasOwn(body, name) ? body[name] : undefined;
  return (Array.isArray(value) ? value.at(-1) : value) ?? '';
}
