import type { HtmlForm } from './html-form.ts';
import type { Person } from './person.ts';
import { photoOfPaper } from './photo.ts';

/** What somebody types into an application, by the names of its boxes. */
export type Typing = Readonly<Record<string, string>>;

/** How an application is handed in. */
export interface HandingIn {
  /** Names the draft, when the person has begun another of the same procedure. */
  readonly subject?: string;
  readonly delivery?: 'ONLINE' | 'COUNTER' | 'POST';
  readonly deliveryAddress?: string;
}

/** Applies from the first page to the receipt and gives the code of the dossier. */
export async function apply(
  person: Person,
  slug: string,
  typing: Typing,
  how: HandingIn = {},
): Promise<string> {
  await begin(person, slug, how.subject);
  await answer(person, typing);
  await bringPapers(person);
  return handIn(person, how);
}

/** Begins an application. */
export async function begin(person: Person, slug: string, subject?: string): Promise<void> {
  await person.open(`/nop/${slug}`);
  await person.fill(
    subject === undefined || !person.form(`/nop/${slug}`).names.has('subject') ? {} : { subject },
    `/nop/${slug}`,
  );
}

/** Answers page after page until the papers. @throws Error with the page's words when it does not go on. */
export async function answer(person: Person, typing: Typing): Promise<void> {
  while (person.path.includes('/trang/')) {
    const page = person.path;
    await answerPage(person, typing);
    if (person.path === page)
      throw new Error(`${page} does not go on (${person.status}): ${person.words}`);
  }
}

/** Answers one page; it may come again with questions that an answer brought up. */
export async function answerPage(person: Person, typing: Typing): Promise<void> {
  const page = person.path;
  for (
    let round = 0;
    round < 8 && person.path === page && (round === 0 || person.status === 200);
    round++
  ) {
    const form = person.form();
    const deed = wantedDeed(form, typing);
    const asked = Object.entries(typing).filter(
      ([name, value]) => form.names.has(name) && isOffered(form, name, value),
    );
    await person.fill({
      ...Object.fromEntries(asked),
      ...(deed === undefined ? {} : { _do: deed }),
    });
  }
}

/** A button to press before the page is complete: one more row of a table, the communes of another province. */
function wantedDeed(form: HtmlForm, typing: Typing): string | undefined {
  return form.deeds.find((deed) => {
    if (deed === 'refresh')
      return Object.entries(typing).some(
        ([name, value]) => form.names.has(name) && !isOffered(form, name, value),
      );
    const table = /^add:(.+)$/.exec(deed)?.[1];
    if (table === undefined) return false;
    const rows = new Set(
      Object.keys(typing).flatMap((name) =>
        name.startsWith(`${table}.`) ? name.slice(table.length + 1).split('.', 1) : [],
      ),
    );
    return [...rows].some((row) => !form.names.has(`${table}.${row}.row`));
  });
}

function isOffered(form: HtmlForm, name: string, value: string): boolean {
  return form.choices.get(name)?.has(value) ?? true;
}

/** Takes a photo of every paper that is still missing, and goes on to the review. */
export async function bringPapers(person: Person): Promise<void> {
  for (const paper of missingPapers(person))
    await person.upload(`/${paper}?`, [await photoOfPaper(paper)]);
  await person.fill({}, '/giay-to');
}

/** Codes of the papers that the page names as missing. */
export function missingPapers(person: Person): string[] {
  const cards = person.html.matchAll(
    /<section class="card[^"]*" id="giay-to-([^"]+)"[\s\S]*?<\/section>/g,
  );
  return [...cards].filter(([card]) => card.includes('Chưa có')).map(([, code = '']) => code);
}

/** Declares and submits on the review page; gives the code that the receipt names. */
export async function handIn(
  person: Person,
  { delivery = 'ONLINE', deliveryAddress = '' }: HandingIn = {},
): Promise<string> {
  await person.fill({ delivery, deliveryAddress, declared: 'on' }, '/nop');
  return codeOn(person);
}

/** The code of the dossier whose page is open. */
export function codeOn(person: Person): string {
  const code = /^\/ho-so\/([^/]+)/.exec(person.path)?.[1];
  if (code === undefined)
    throw new Error(`no dossier at ${person.path} (${person.status}): ${person.words}`);
  return code;
}
