import { getUnit, type Unit } from '#/modules/agency/index.ts';
import type { Tx } from '#/platform/db/index.ts';
import { get, post, type Body, type Route, type Shown, type Visit } from '#/platform/http/index.ts';
import { isRefusal, refuse, type Refusal } from '#/platform/refusal.ts';
import {
  BackLink,
  Button,
  Csrf,
  DeskLayout,
  ErrorSummary,
  Link,
  NotificationBanner,
  Table,
} from '#/ui/index.ts';
import { fill, say } from '#/values/text.ts';
import { officials } from '../../access.ts';
import { mostLines, printRegister, registerOf, type Register } from '../../registers/register.ts';
import { registerWords as words } from './register-words.ts';
import { SpanForm } from './span-form.tsx';
import { spanAsked, unitsOf, type SpanAsked } from './span.ts';

const path = '/can-bo/so-theo-doi';

/** The register of a unit over a span of days: to look at, and as a paper (Mẫu 06). */
export function registerPageRoutes(): Route[] {
  return [
    get(path, officials, async (tx, visit) => {
      const { tu, den, 'don-vi': don_vi } = visit.query;
      const asked = spanAsked(visit.actor!, { tu, den, don_vi });
      return asked ? show(tx, visit, asked, 200) : refuse('dossier.not-your-unit');
    }),
    post(path, officials, async (tx, visit, body) => {
      const fields = { tu: one(body, 'tu'), den: one(body, 'den'), don_vi: one(body, 'don-vi') };
      const asked = spanAsked(visit.actor!, fields);
      if (!asked) return refuse('dossier.not-your-unit');
      if (asked.isWrong) return show(tx, visit, asked, 422);
      const printed = await printRegister(tx, visit.actor!, asked.span);
      return isRefusal(printed) ? printed : { goTo: `/van-ban/${printed}` };
    }),
  ];
}

function one(body: Body, name: string): string {
  return [body[name] ?? ''].flat().at(-1) ?? '';
}

async function show(
  tx: Tx,
  visit: Visit,
  asked: SpanAsked,
  status: 200 | 422,
): Promise<Shown | Refusal> {
  const units = await Promise.all(unitsOf(visit.actor!).map((id) => getUnit(tx, id)));
  const register = asked.isWrong ? { lines: [], isMore: false } : await registerOf(tx, asked.span);
  return {
    title: say(visit.lang, words.register),
    layout: 'desk',
    status: asked.isWrong ? 422 : status,
    view: <RegisterView visit={visit} asked={asked} units={units} register={register} />,
  };
}

interface RegisterProps {
  readonly visit: Visit;
  readonly asked: SpanAsked;
  readonly units: readonly Unit[];
  readonly register: Register;
}

function RegisterView({ visit, asked, units, register }: RegisterProps) {
  const { lang } = visit;
  const { span, isWrong } = asked;
  return (
    <DeskLayout lang={lang} wide>
      <BackLink href="/can-bo" lang={lang} />
      <ErrorSummary wrong={isWrong ? { tu: words.wrongSpan } : {}} lang={lang} />
      <h1>{say(lang, words.register)}</h1>
      <p>{say(lang, words.registerIntro)}</p>
      <SpanForm lang={lang} action={path} span={span} units={units} isWrong={isWrong} />
      {register.isMore && (
        <NotificationBanner tone="warning" lang={lang}>
          {say(lang, fill(words.more, { most: String(mostLines) }))}
        </NotificationBanner>
      )}
      <Lines lang={lang} lines={register.lines} />
      {register.lines.length > 0 && !register.isMore && (
        <form method="post" action={path}>
          <Csrf token={visit.csrf} />
          <input type="hidden" name="tu" value={span.from} />
          <input type="hidden" name="den" value={span.until} />
          <input type="hidden" name="don-vi" value={span.unitId} />
          <Button look="secondary" icon="printer">
            {say(lang, words.print)}
          </Button>
        </form>
      )}
    </DeskLayout>
  );
}

/** Addresses and telephone numbers are only on the printed register. */
function Lines({
  lang,
  lines,
}: {
  readonly lang: Visit['lang'];
  readonly lines: Register['lines'];
}) {
  return (
    <Table
      caption={say(lang, words.register)}
      captionUnseen
      narrow="scroll"
      empty={<p class="soft">{say(lang, words.none)}</p>}
      keyOf={({ code }) => code}
      columns={[
        {
          title: say(lang, words.code),
          heads: true,
          cell: ({ code }) => <Link href={`/can-bo/ho-so/${code}`}>{code}</Link>,
        },
        { title: say(lang, words.procedure), cell: ({ procedure }) => procedure },
        { title: say(lang, words.name), cell: ({ name }) => name },
        { title: say(lang, words.office), cell: ({ office }) => office },
        { title: say(lang, words.acceptedAt), cell: ({ acceptedAt }) => acceptedAt },
        { title: say(lang, words.dueAt), cell: ({ dueAt }) => dueAt },
        { title: say(lang, words.resultAt), cell: ({ resultAt }) => resultAt },
        { title: say(lang, words.deliveredAt), cell: ({ deliveredAt }) => deliveredAt },
        { title: say(lang, words.note), cell: ({ note }) => note },
      ]}
      rows={lines}
    />
  );
}
