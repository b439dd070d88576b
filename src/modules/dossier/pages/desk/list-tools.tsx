import type { Visit } from '#/platform/http/index.ts';
import { Ask, Button, Details, Form } from '#/ui/index.ts';
import { say, type Text } from '#/values/text.ts';
import { columnKeys, columns as columnWords, type ColumnKey } from '../../desk/columns.ts';
import type { DeskFilter } from '../../desk/filter.ts';
import type { SavedQueue } from '../../desk/queue-store.ts';
import { deskWords as words } from './desk-words.ts';
import { writeFrom } from './from.ts';

export interface ListToolsProps {
  readonly visit: Visit;
  readonly filter: DeskFilter;
  readonly columns: readonly ColumnKey[];
  readonly saved: SavedQueue | undefined;
}

/** Own columns, and keeping the list under a name. */
export function ListTools(props: ListToolsProps) {
  return (
    <div class="list-tools">
      <Columns {...props} />
      {props.saved === undefined ? <Save {...props} /> : <Discard {...props} saved={props.saved} />}
    </div>
  );
}

function Columns({ visit, filter, columns, saved }: ListToolsProps) {
  const { lang } = visit;
  return (
    <Details summary={say(lang, words.columns)}>
      <Form csrf={visit.csrf} lang={lang} action="/can-bo/cot">
        <input type="hidden" name="tu" value={writeFrom(filter)} />
        {saved && <input type="hidden" name="luu" value={saved.id} />}
        {columnKeys.map((key) => (
          <label class="tick" key={key}>
            <input type="checkbox" name="cot" value={key} checked={columns.includes(key)} />
            {say(lang, columnWords[key])}
          </label>
        ))}
        <Button look="secondary" small>
          {say(lang, words.columnsSave)}
        </Button>
      </Form>
    </Details>
  );
}

function Save({ visit, filter, columns }: ListToolsProps) {
  const { lang } = visit;
  return (
    <Details summary={say(lang, words.save)}>
      <SaveForm
        visit={visit}
        from={writeFrom(filter)}
        columns={columns}
        typed=""
        wrong={undefined}
      />
    </Details>
  );
}

interface SaveFormProps {
  readonly visit: Visit;
  readonly from: string;
  readonly columns: readonly string[];
  readonly typed: string;
  readonly wrong: Text | undefined;
}

/** Asks for the name under which a list is kept. */
export function SaveForm({ visit, from, columns, typed, wrong }: SaveFormProps) {
  const { lang } = visit;
  return (
    <Form csrf={visit.csrf} lang={lang} action="/can-bo/danh-sach">
      <input type="hidden" name="tu" value={from} />
      {columns.map((key) => (
        <input type="hidden" name="cot" value={key} key={key} />
      ))}
      <Ask
        question={{
          name: 'name',
          kind: 'text',
          label: words.saveName,
          hint: words.saveHint,
          required: true,
          maxLength: 60,
        }}
        typed={{ name: typed }}
        wrong={wrong ? { name: wrong } : {}}
        lang={lang}
      />
      <Button look="secondary" small>
        {say(lang, words.saveDo)}
      </Button>
    </Form>
  );
}

function Discard({ visit, saved }: ListToolsProps & { readonly saved: SavedQueue }) {
  const { lang } = visit;
  return (
    <Form csrf={visit.csrf} lang={lang} action={`/can-bo/danh-sach/${saved.id}/bo`}>
      <Button look="quiet" small icon="trash-2">
        {say(lang, words.discard)}
      </Button>
    </Form>
  );
}
