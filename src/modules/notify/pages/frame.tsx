import type { ComponentChildren, VNode } from 'preact';
import type { Shown, Visit } from '#/platform/http/index.ts';
import { DeskLayout, Tabs } from '#/ui/index.ts';
import { say, text, type Text } from '#/values/text.ts';

export const path = '/quan-tri/tin-nhan';

/** A page of the administrator of messages, with the way to the others. */
export function framed(visit: Visit, title: Text, at: string, children: ComponentChildren): Shown {
  const { lang } = visit;
  const tabs = [
    { title: words.messages, href: path },
    { title: words.templates, href: `${path}/mau` },
    { title: words.services, href: `${path}/dich-vu` },
    ...(visit.isDemo ? [{ title: words.caught, href: `${path}/hop-thu-thu` }] : []),
  ];
  const view: VNode = (
    <DeskLayout lang={lang} wide>
      <h1>{say(lang, title)}</h1>
      <Tabs
        label={say(lang, words.parts)}
        tabs={tabs.map((tab) => ({
          title: say(lang, tab.title),
          href: tab.href,
          current: tab.href === at,
        }))}
      />
      {children}
    </DeskLayout>
  );
  return { title: say(lang, title), layout: 'desk', view };
}

const words = {
  parts: text('Các phần của tin nhắn', 'Parts of messages'),
  messages: text('Tin gửi đi', 'Messages'),
  templates: text('Mẫu tin', 'Templates'),
  services: text('Dịch vụ kết nối', 'Connected services'),
  caught: text('Hộp thư thử', 'Catcher'),
};
