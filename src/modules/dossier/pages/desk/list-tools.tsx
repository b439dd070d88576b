import type { Visit } from '#/platform/http/index.ts';
import { Button, Details, Form } from '#/ui/index.ts';
import { say } from '#/values/text.ts';
import { columnKeys, columns as columnWords, type ColumnKey } from '../../desk/columns.ts';
import type { DeskFilter } from '../../desk/filter.ts';
import type { SavedQueue } from '../../desk/queue-store.ts';
import { deskWords as words } from './desk-words.ts';
import { writeFrom } from './from.ts';
import { NameForm, nameForm } from './name-form.tsx';

export interface ListToolsProps {
  readonly visit: Visit;
  readonly filter: DeskFilter;
  readonly columns: readonly ColumnKey[];
  readonly saved: SavedQueue | undefined;
}

/** Own columns, and keeping the list under a name, another name, or no longer. */
export function ListTools(props: ListToolsProps) {
  return (
    <div class="list-tools">
      <Columns {...props} />
      {props.saved === undefined ? (
        <Save {...props} />
      ) : (
        <>
          <Rename {...props} saved={props.saved} />
          <Discard {...props} saved={props.saved} />
        </>
      )}
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
  return (
    <Details summary={say(visit.lang, words.save)}>
      <NameForm
        visit={visit}
        action="/can-bo/danh-sach"
        fields={[['tu', writeFrom(filter)], ...columns.map((key) => ['cot', key] as const)]}
        filled={nameForm.blank}
      />
    </Details>
  );
}

function Rename({ visit, saved }: ListToolsProps & { readonly saved: SavedQueue }) {
  return (
    <Details summary={say(visit.lang, words.rename)}>
      <NameForm
        visit={visit}
        action={`/can-bo/danh-sach/${saved.id}/ten`}
        filled={nameForm.filledWith({ name: saved.name })}
      />
    </Details>
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
