import { faults } from './faults.ts';
import { people } from './people.ts';

/** The page on which somebody chooses who to be. Its values are escaped; nothing on it is from a visitor but the query. */
export function choicePage(query: URLSearchParams): string {
  const hidden = ['client_id', 'redirect_uri', 'state']
    .map((name) => `<input type="hidden" name="${name}" value="${escaped(query.get(name) ?? '')}">`)
    .join('');
  const buttons = people
    .map(
      ({ citizenPid, fullName, accountLevel }) =>
        `<p><button name="person" value="${citizenPid}">${escaped(fullName)} · mức ${accountLevel}</button></p>`,
    )
    .join('');
  const options = Object.entries(faults)
    .map(([name, words]) => `<option value="${name}">${escaped(words)}</option>`)
    .join('');
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>VNeID giả lập</title><style>
body{font:1.125rem/1.5 system-ui,sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
button,select{font:inherit;padding:.6rem 1rem;width:100%;min-height:44px;text-align:left;background:#fff;color:inherit;border:1px solid #555;border-radius:4px}
</style><main><h1>VNeID giả lập</h1>
<p>Trang này chỉ có khi chạy thử. Mọi người dưới đây đều không có thật.</p>
<form method="post" action="/authorize">${hidden}${buttons}
<p><label for="fault">Thử một lỗi</label><br><select id="fault" name="fault">${options}</select></p></form></main></html>`;
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
