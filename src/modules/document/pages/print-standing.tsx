import type { Visit } from '#/platform/http/index.ts';
import { Button, Csrf, StatusTag } from '#/ui/index.ts';
import { say, text } from '#/values/text.ts';
import { mayReprint } from '../access.ts';
import type { Issued } from '../issued/issued.ts';

export interface PrintStandingProps {
  readonly visit: Visit;
  readonly issued: Pick<Issued, 'id' | 'state' | 'title'>;
  /** Page of this site to come back to. */
  readonly back: string;
}

/** Where an issued paper stands that is not there yet; officials who may have a failed one printed again, by a button. */
export function PrintStanding({ visit, issued, back }: PrintStandingProps) {
  const { lang, actor } = visit;
  if (issued.state === 'printed') return null;
  if (issued.state === 'waiting')
    return <span class="soft small">{say(lang, printWords.waiting)}</span>;
  return (
    <>
      <StatusTag tone="error">{say(lang, printWords.failed)}</StatusTag>
      {actor && mayReprint(actor) && (
        <form method="post" action={`/van-ban/${issued.id}/lap-lai`}>
          <Csrf token={visit.csrf} />
          <input type="hidden" name="ve" value={back} />
          <Button look="secondary" small about={issued.title}>
            {say(lang, printWords.reprint)}
          </Button>
        </form>
      )}
    </>
  );
}

export const printWords = {
  waiting: text('Đang lập, tải lại trang sau vài giây', 'Being printed; reload in some seconds'),
  failed: text(
    'Không lập được, đã báo bộ phận kỹ thuật',
    'Could not be printed; the technical staff know',
  ),
  reprint: text('Lập lại', 'Print again'),
  again: text('Đang lập lại giấy tờ.', 'The paper is being printed again.'),
};
