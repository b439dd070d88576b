/** A form of a page as a browser without scripts would send it. */
export interface HtmlForm {
  readonly action: string;
  readonly method: string;
  /** Successful controls with their values: hidden, typed, checked, selected. */
  readonly fields: ReadonlyMap<string, string>;
  /** The checked boxes that share their name with an earlier one; `fields` holds the earlier. */
  readonly repeated: readonly (readonly [name: string, value: string])[];
  /** Names of all controls, filled in or not. */
  readonly names: ReadonlySet<string>;
  /** Words of its buttons. */
  readonly buttons: readonly string[];
  /** Other addresses that its buttons post to. */
  readonly formActions: readonly string[];
  /** What its buttons post as `_do`: another row, the communes of a province. */
  readonly deeds: readonly string[];
  /** The values that a list or a row of radio buttons offers. */
  readonly choices: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The forms of a page, read from the markup that our renderer writes. */
export function formsOf(html: string): HtmlForm[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(
    ([, head = '', inside = '']) => {
      const fields = new Map<string, string>();
      const repeated: [string, string][] = [];
      const names = new Set<string>();
      const choices = new Map<string, Set<string>>();
      for (const [, attributes = ''] of inside.matchAll(/<input\b((?:[^>"]|"[^"]*")*?)\/?>/g))
        addInput(attributes, { fields, repeated, names, choices });
      for (const [, attributes = '', words = ''] of inside.matchAll(
        /<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g,
      )) {
        set(attribute(attributes, 'name'), unescaped(words), fields, names);
      }
      for (const [, attributes = '', options = ''] of inside.matchAll(
        /<select\b([^>]*)>([\s\S]*?)<\/select>/g,
      )) {
        const offered = [...options.matchAll(/<option\b([^>]*)>/g)].map(
          ([, option = '']) => option,
        );
        const chosen = offered.find((option) => /\bselected\b/.test(option)) ?? offered[0] ?? '';
        const name = attribute(attributes, 'name');
        set(name, attribute(chosen, 'value') ?? '', fields, names);
        for (const option of offered) offer(choices, name, attribute(option, 'value'));
      }
      return {
        action: attribute(head, 'action') ?? '',
        method: attribute(head, 'method') ?? 'get',
        fields,
        repeated,
        names,
        buttons: [...inside.matchAll(/<button\b[^>]*>([\s\S]*?)<\/button>/g)].map(
          ([, words = '']) => wordsOf(words),
        ),
        deeds: [...inside.matchAll(/<button\b[^>]*\bname="_do"[^>]*>/g)].map(
          ([button]) => attribute(button, 'value') ?? '',
        ),
        formActions: [...inside.matchAll(/<button\b([^>]*\bformaction=[^>]*)>/g)].map(
          ([, button = '']) => attribute(button, 'formaction') ?? '',
        ),
        choices,
      };
    },
  );
}

type Choices = Map<string, Set<string>>;

interface Controls {
  readonly fields: Map<string, string>;
  readonly repeated: [string, string][];
  readonly names: Set<string>;
  readonly choices: Choices;
}

function addInput(attributes: string, { fields, repeated, names, choices }: Controls): void {
  const name = attribute(attributes, 'name');
  if (name === undefined) return;
  names.add(name);
  const type = attribute(attributes, 'type') ?? 'text';
  if (type === 'file') return;
  if (type === 'radio') offer(choices, name, attribute(attributes, 'value'));
  const isChecked = /\bchecked\b/.test(attributes);
  if ((type === 'radio' || type === 'checkbox') && !isChecked) return;
  const value = attribute(attributes, 'value') ?? (type === 'checkbox' ? 'on' : '');
  if (type === 'checkbox' && fields.has(name)) repeated.push([name, value]);
  else fields.set(name, value);
}

function offer(choices: Choices, name: string | undefined, value: string | undefined): void {
  if (name === undefined || value === undefined) return;
  choices.set(name, (choices.get(name) ?? new Set()).add(value));
}

function set(
  name: string | undefined,
  value: string,
  fields: Map<string, string>,
  names: Set<string>,
): void {
  if (name === undefined) return;
  names.add(name);
  fields.set(name, value);
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : unescaped(found);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The words of markup, without tags and in one line. */
export function wordsOf(html: string): string {
  return unescaped(
    html.replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' '),
  )
    .replace(/\s+/g, ' ')
    .trim();
}
