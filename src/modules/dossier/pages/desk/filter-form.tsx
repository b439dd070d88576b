import { isRole, roles } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import type { Option } from '#/platform/form/index.ts';
import type { Visit } from '#/platform/http/index.ts';
import { Ask, Button, Details, Icon, Link } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { fill, say, text, type Text } from '#/values/text.ts';
import { colleaguesOf } from '../../colleagues.ts';
import type { Colleague } from '../../desk/colleague-store.ts';
import {
  channelSlugs,
  deadlineSlugs,
  listHref,
  sortsOf,
  writeFilter,
  type DeskFilter,
  type Sort,
} from '../../desk/filter.ts';
import { states } from '../../dossier.ts';
import { knownProcedures } from '../../known-procedures.ts';
import { stateWords } from '../../state-words.ts';
import { deskWords as words } from './desk-words.ts';

/** What the filters of the desk let one choose from. */
export interface FilterChoices {
  readonly procedures: readonly Option[];
  readonly colleagues: readonly Colleague[];
}

/** Reads the choices of an official: procedures in force, colleagues of the same posts. */
export async function filterChoices(tx: Tx, visit: Visit): Promise<FilterChoices> {
  const { actor, lang } = visit;
  const [known, colleagues] = await Promise.all([
    knownProcedures(tx, dayOf(visit.now)),
    colleaguesOf(tx, actor!.posts, visit.now),
  ]);
  return {
    procedures: known
      .map(({ procedureId, shortName }) => ({ value: procedureId, label: shortName }))
      .toSorted((a, b) => say(lang, a.label).localeCompare(say(lang, b.label), lang)),
    colleagues: colleagues.filter(({ accountId }) => accountId !== actor!.accountId),
  };
}

interface FilterFormProps {
  readonly visit: Visit;
  readonly filter: DeskFilter;
  readonly choices: FilterChoices;
  /** The list is a saved one: what it filters by is known, so its rows come first. */
  readonly isSaved: boolean;
}

/** Search, filters and order of a list. All of it lives in the address. */
export function FilterForm({ visit, filter, choices, isSaved }: FilterFormProps) {
  const { lang } = visit;
  const written = writeFilter(filter);
  const fields = fieldsOf(visit, filter, choices);
  const applied = fields.filter(({ name }) => written[name] !== undefined && name !== 'xep');
  return (
    <search>
      <form method="get" action="/can-bo" class="desk-find">
        <input type="hidden" name="hang" value={filter.queue} />
        <div class="search">
          <label class="unseen" for="q">
            {say(lang, words.search)}
          </label>
          <input
            class="input"
            type="search"
            id="q"
            name="q"
            value={filter.words}
            placeholder={say(lang, words.searchHint)}
            maxLength={100}
          />
          <Button icon="search">{say(lang, words.find)}</Button>
        </div>
        <Details
          summary={say(lang, words.filters)}
          open={!isSaved && (applied.length > 0 || filter.sort !== sortsOf(filter.queue)[0])}
        >
          <div class="filter-fields">
            {fields.map(({ name, label, options }) => (
              <Ask
                key={name}
                question={{ name, kind: 'select', label, required: true, options }}
                typed={{ [name]: written[name] ?? (name === 'xep' ? filter.sort : '') }}
                wrong={{}}
                unchosen={words.any}
                lang={lang}
              />
            ))}
          </div>
          <Button look="secondary" small>
            {say(lang, words.apply)}
          </Button>
        </Details>
      </form>
      <Chips visit={visit} filter={filter} fields={applied} />
    </search>
  );
}

interface Field {
  readonly name: string;
  readonly label: Text;
  readonly options: readonly Option[];
}

function fieldsOf(
  { actor }: Visit,
  { queue }: DeskFilter,
  { procedures, colleagues }: FilterChoices,
): Field[] {
  const mine = [...new Set(actor!.posts.map(({ role }) => role))].filter(isRole);
  return [
    { name: 'tt', label: words.procedure, options: procedures },
    {
      name: 'trang-thai',
      label: words.state,
      options: states.map((state) => ({ value: state, label: stateWords[state].name })),
    },
    {
      name: 'vai',
      label: words.role,
      options: (mine.length > 1 && queue !== 'tat-ca'
        ? mine
        : (Object.keys(roles) as (keyof typeof roles)[])
      ).map((role) => ({
        value: role,
        label: roles[role],
      })),
    },
    {
      name: 'ai',
      label: words.holder,
      options: [
        { value: 'toi', label: words.holderMe },
        { value: 'trong', label: words.holderNone },
        ...colleagues.map(({ accountId, name }) => ({ value: accountId, label: text(name, name) })),
      ],
    },
    {
      name: 'han',
      label: words.deadline,
      options: deadlineSlugs.map((value) => ({ value, label: deadlineWords[value] })),
    },
    {
      name: 'kenh',
      label: words.channel,
      options: channelSlugs.map((value) => ({ value, label: channelLabels[value] })),
    },
    {
      name: 'xep',
      label: words.sort,
      options: sortsOf(queue).map((value) => ({ value, label: sortWords[value] })),
    },
  ];
}

/** What is filtered by now, each with the address of the list without it. */
function Chips({
  visit,
  filter,
  fields,
}: Omit<FilterFormProps, 'choices' | 'isSaved'> & { readonly fields: readonly Field[] }) {
  const { lang } = visit;
  const written = writeFilter(filter);
  const without = (name: string) => {
    const { [name]: _, ...others } = written;
    return `/can-bo?${new URLSearchParams(others).toString()}`;
  };
  const chips = fields.map(({ name, label, options }) => {
    const chosen = options.find(({ value }) => value === written[name]);
    return {
      name,
      words: `${say(lang, label)}: ${chosen ? say(lang, chosen.label) : (written[name] ?? '')}`,
    };
  });
  if (filter.words !== undefined)
    chips.unshift({ name: 'q', words: say(lang, fill(words.words, { words: filter.words })) });
  if (chips.length === 0) return null;
  return (
    <ul class="chips">
      {chips.map((chip) => (
        <li key={chip.name}>
          <Link href={without(chip.name)} class="chip">
            {chip.words}
            <Icon name="x" />
          </Link>
        </li>
      ))}
      <li>
        <Link href={listHref({ queue: filter.queue, sort: filter.sort })}>
          {say(lang, words.clear)}
        </Link>
      </li>
    </ul>
  );
}

const deadlineWords = { qua: words.late, sap: words.soon, dung: words.paused } as const;
const channelLabels = {
  'truc-tuyen': words.online,
  'truc-tiep': words.direct,
  'buu-chinh': words.postal,
} as const;
const sortWords: Readonly<Record<Sort, Text>> = {
  buoc: words.sortStep,
  han: words.sortDue,
  moi: words.sortNew,
  cu: words.sortOld,
};
