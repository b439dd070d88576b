import { get, post, type Route, type Visit } from '#/platform/http/index.ts';
import { isRefusal } from '#/platform/refusal.ts';
import { BackLink, Button, DeskLayout, Form, SummaryList, Table } from '#/ui/index.ts';
import { say } from '#/values/text.ts';
import { officials } from '../../access.ts';
import { findInScope } from '../../desk/open-dossier.ts';
import type { Dossier } from '../../dossier.ts';
import {
  controlSheetOf,
  printControlSheet,
  type ControlSheet,
} from '../../registers/control-sheet.ts';
import { registerWords as words } from './register-words.ts';

const path = '/can-bo/ho-so/:code/phieu-kiem-soat';

/** Through whose hands a dossier went and when: to look at, and as a paper (Mẫu 05). */
export function controlSheetRoutes(): Route[] {
  return [
    get(path, officials, async (tx, visit) => {
      const dossier = await findInScope(tx, visit.actor!, visit.params['code'] ?? '');
      if (isRefusal(dossier)) return dossier;
      const sheet = await controlSheetOf(tx, dossier, visit.now);
      return {
        title: `${say(visit.lang, words.control)}: ${dossier.code}`,
        layout: 'desk',
        view: <Sheet visit={visit} dossier={dossier} sheet={sheet} />,
      };
    }),
    post(path, officials, async (tx, visit) => {
      const dossier = await findInScope(tx, visit.actor!, visit.params['code'] ?? '');
      if (isRefusal(dossier)) return dossier;
      return { goTo: `/van-ban/${await printControlSheet(tx, visit.actor!, dossier)}` };
    }),
  ];
}

interface SheetProps {
  readonly visit: Visit;
  readonly dossier: Dossier;
  readonly sheet: ControlSheet;
}

function Sheet({ visit, dossier, sheet }: SheetProps) {
  const { lang } = visit;
  const row = (label: (typeof words)[keyof typeof words], value: string) => ({
    label: say(lang, label),
    value,
  });
  return (
    <DeskLayout lang={lang}>
      <BackLink href={`/can-bo/ho-so/${dossier.code}`} lang={lang}>
        {say(lang, words.back)}
      </BackLink>
      <p class="caption figures">{dossier.code}</p>
      <h1>{say(lang, words.control)}</h1>
      <SummaryList
        lang={lang}
        rows={[
          row(words.procedure, sheet.procedure),
          row(words.name, sheet.ownerName),
          row(words.office, sheet.leadOffice),
          row(words.acceptedAt, sheet.acceptedAt),
          row(words.dueAt, sheet.dueAt),
        ]}
      />
      <Table
        caption={say(lang, words.handovers)}
        narrow="scroll"
        empty={<p class="soft">{say(lang, words.handoversNone)}</p>}
        columns={[
          { title: say(lang, words.handOffice), heads: true, cell: ({ office }) => office },
          { title: say(lang, words.given), cell: ({ givenAt }) => givenAt },
          { title: say(lang, words.taken), cell: ({ takenAt }) => takenAt },
          { title: say(lang, words.people), cell: ({ people }) => people },
          { title: say(lang, words.timeliness), cell: ({ timeliness }) => timeliness },
          { title: say(lang, words.handNote), cell: ({ note }) => note },
        ]}
        rows={sheet.handovers}
      />
      <Form csrf={visit.csrf} lang={lang}>
        <Button look="secondary" icon="printer">
          {say(lang, words.printSheet)}
        </Button>
      </Form>
    </DeskLayout>
  );
}
