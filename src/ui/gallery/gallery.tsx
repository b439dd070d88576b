import type { Lang } from '#/values/text.ts';
import { GalleryForms } from './gallery-forms.tsx';
import { GalleryStanding } from './gallery-standing.tsx';
import { GalleryWords } from './gallery-words.tsx';

/** Every component of the design system in every state, for reviewers. */
export function Gallery({ lang, csrf }: { readonly lang: Lang; readonly csrf: string }) {
  return (
    <>
      <h1>Hệ thống giao diện</h1>
      <p class="lead">
        Mọi thành phần trong mọi trạng thái. Thử đổi cỡ chữ, tương phản và nền ở mục Hiển thị phía
        trên.
      </p>
      <GalleryWords lang={lang} />
      <GalleryStanding lang={lang} />
      <GalleryForms lang={lang} csrf={csrf} />
    </>
  );
}
