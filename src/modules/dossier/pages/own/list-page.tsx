import { compiledVersion } from '#/modules/procedure/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { get, type Route, type Visit } from '#/platform/http/index.ts';
import { formatInstant } from '#/values/instant.ts';
import { fill, say, type Text } from '#/values/text.ts';
import { Card, Cards, EmptyState, Link, LinkButton, StatusTag } from '#/ui/index.ts';
import { appliers } from '../../access.ts';
import type { Dossier } from '../../dossier.ts';
import { stateWords } from '../../state-words.ts';
import { listLiveDrafts, listOfPerson, type Draft } from '../../store/index.ts';
import { ownWords as words } from '../own-words.ts';
import { applyWords } from '../words.ts';

/** All that one has begun and filed. */
export function listRoutes(): Route[] {
  return [
    get('/ho-so', appliers, async (tx, visit) => {
      const drafts = await withNames(tx, await listLiveDrafts(tx, visit.actor!));
      const dossiers = await listOfPerson(tx, visit.actor!, 100);
      return {
        title: titleFor(visit),
        layout: 'citizen',
        view: <List visit={visit} drafts={drafts} dossiers={dossiers} />,
      };
    }),
  ];
}

interface NamedDraft {
  readonly draft: Draft;
  readonly slug: string;
  readonly name: Text;
}

async function withNames(tx: Tx, drafts: readonly Draft[]): Promise<NamedDraft[]> {
  const named: NamedDraft[] = [];
  for (const draft of drafts) {
    const { catalogue } = await compiledVersion(tx, draft.versionId);
    named.push({ draft, slug: catalogue.slug, name: catalogue.shortName });
  }
  return named;
}

interface ListProps {
  readonly visit: Visit;
  readonly drafts: readonly NamedDraft[];
  readonly dossiers: readonly Dossier[];
}

function List({ visit, drafts, dossiers }: ListProps) {
  const { lang } = visit;
  return (
    <>
      <h1>{titleFor(visit)}</h1>
      {drafts.length === 0 && dossiers.length === 0 && (
        <EmptyState title={say(lang, words.none)}>
          <p>{say(lang, words.noneText)}</p>
          <LinkButton href="/dich-vu">{say(lang, words.find)}</LinkButton>
        </EmptyState>
      )}
      {drafts.length > 0 && (
        <section>
          <h2>{say(lang, words.drafts)}</h2>
          <Cards>
            {drafts.map(({ draft, slug, name }) => (
              <Card
                key={draft.id}
                title={<Link href={`/nop/${slug}`}>{titleOf(say(lang, name), draft.subject)}</Link>}
              >
                <p class="soft">
                  {say(
                    lang,
                    fill(applyWords.resumeText, { at: formatInstant(draft.savedAt, lang) }),
                  )}
                </p>
              </Card>
            ))}
          </Cards>
        </section>
      )}
      {dossiers.length > 0 && (
        <section>
          <h2>{say(lang, words.filed)}</h2>
          <Cards>
            {dossiers.map((dossier) => (
              <DossierCard key={dossier.id} visit={visit} dossier={dossier} />
            ))}
          </Cards>
        </section>
      )}
    </>
  );
}

/** Whose dossiers these are. */
function titleFor({ lang, actor }: Visit): string {
  const name = actor?.actingFor?.name;
  return say(lang, name === undefined ? words.mine : fill(words.theirs, { name }));
}

function titleOf(name: string, subject: string): string {
  return subject === '' ? name : `${name}: ${subject}`;
}

function DossierCard({ visit, dossier }: { readonly visit: Visit; readonly dossier: Dossier }) {
  const { lang } = visit;
  const { name, tone, next } = stateWords[dossier.state];
  return (
    <Card title={<Link href={`/ho-so/${dossier.code}`}>{dossier.abstract}</Link>}>
      <p>
        <StatusTag tone={tone}>{say(lang, name)}</StatusTag>
      </p>
      <p>{say(lang, next)}</p>
      <p class="soft small">
        {dossier.code} ·{' '}
        {say(lang, fill(words.filedOn, { at: formatInstant(dossier.submittedAt, lang) }))}
      </p>
    </Card>
  );
}
