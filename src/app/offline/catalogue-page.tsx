import { publishedOn, type PublishedProcedure } from '#/modules/procedure/index.ts';
import { get, type Route } from '#/platform/http/index.ts';
import { BackLink, Details, Link, SummaryList } from '#/ui/index.ts';
import { dayOf } from '#/values/day.ts';
import { say, text, type Lang } from '#/values/text.ts';

/** All services on one page, short: what browsers keep of the catalogue for being offline. */
export function catalogueRoute(): Route {
  return get('/ngoai-tuyen/dich-vu', ['anyone'], async (tx, { lang, now }) => {
    const published = await publishedOn(tx, dayOf(now));
    const inOrder = published.toSorted((a, b) =>
      say(lang, a.facts.shortName).localeCompare(say(lang, b.facts.shortName), lang),
    );
    return {
      title: say(lang, words.title),
      layout: 'citizen',
      view: (
        <>
          <BackLink href="/ngoai-tuyen" lang={lang} />
          <h1>{say(lang, words.title)}</h1>
          <p class="lead">{say(lang, words.lead)}</p>
          {inOrder.map((one) => (
            <Service key={one.facts.slug} lang={lang} facts={one.facts} />
          ))}
        </>
      ),
    };
  });
}

type Facts = PublishedProcedure['facts'];

function Service({ lang, facts }: { readonly lang: Lang; readonly facts: Facts }) {
  const papers = facts.papers.filter(({ group }) => group !== 'LOOKED_UP');
  return (
    <Details summary={say(lang, facts.shortName)}>
      <SummaryList
        lang={lang}
        rows={[
          { label: say(lang, words.deadline), value: say(lang, facts.deadlineText) },
          { label: say(lang, words.fee), value: say(lang, facts.feeText) },
          {
            label: say(lang, words.papers),
            value: papers.map(({ name }) => say(lang, name)).join('; '),
          },
        ]}
      />
      <p>
        <Link href={`/dich-vu/${facts.slug}`}>{say(lang, words.more)}</Link>
      </p>
    </Details>
  );
}

const words = {
  title: text('Danh mục dịch vụ rút gọn', 'Services in short'),
  lead: text(
    'Trang này xem được cả khi không có mạng. Giấy tờ, thời hạn và lệ phí tùy từng trường hợp; khi có mạng, trang dịch vụ hỏi và trả lời cho đúng việc của bạn.',
    'This page can be read without network. Papers, time and fee depend on the case; with network the page of the service asks and answers for yours.',
  ),
  deadline: text('Thời hạn', 'Time'),
  fee: text('Lệ phí', 'Fee'),
  papers: text('Giấy tờ', 'Papers'),
  more: text('Mở trang đầy đủ (cần mạng)', 'Open the whole page (needs the network)'),
};
