import { get, type Route } from '#/platform/http/index.ts';
import type { Site } from '#/ui/index.ts';
import { say } from '#/values/text.ts';
import { accessibility } from './accessibility.ts';
import { ArticleView } from './article.tsx';
import { help } from './help.ts';
import { privacy } from './privacy.ts';

/** The pages that every page links to at its foot. */
export function aboutRoutes(site: Site): Route[] {
  return [help(site), accessibility, privacy].map((article) =>
    get(article.path, ['anyone'], async (_tx, { lang }) => ({
      title: say(lang, article.title),
      layout: 'citizen',
      view: <ArticleView article={article} lang={lang} />,
    })),
  );
}
