import { get, type Route } from '#/platform/http/index.ts';
import { Gallery, GalleryDesk } from '#/ui/index.ts';

/** Every component of the design system in every state, for reviewers. */
export function galleryRoutes(): Route[] {
  return [
    get('/ui', ['anyone'], async (_tx, visit) => ({
      title: 'Bộ giao diện',
      layout: 'citizen',
      view: <Gallery lang={visit.lang} csrf={visit.csrf} />,
    })),
    get('/ui/ban-lam-viec', ['anyone'], async (_tx, visit) => ({
      title: 'Bộ giao diện: bàn làm việc',
      layout: 'desk',
      view: <GalleryDesk lang={visit.lang} csrf={visit.csrf} />,
    })),
  ];
}
