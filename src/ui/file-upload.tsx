import type { Filled } from '#/platform/form/question.ts';
import { type Lang, say, text } from '#/values/text.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Link } from './link.tsx';
import { StatusTag, type Tone } from './tag.tsx';
import { words } from './words.ts';

export interface UploadedFile {
  readonly name: string;
  /** "3 trang · 1,2 MB". */
  readonly about: string;
  readonly href?: string | undefined;
  readonly status: { readonly tone: Tone; readonly words: string };
  /** The value of the button that takes it away. */
  readonly remove?: string | undefined;
}

export interface FileUploadProps extends Pick<Filled, 'wrong'> {
  readonly name: string;
  readonly label: string;
  readonly lang: Lang;
  /** Kinds and size that are taken: "Ảnh hoặc PDF, mỗi tệp tối đa 20 MB". */
  readonly hint: string;
  readonly files: readonly UploadedFile[];
  readonly accept?: string | undefined;
  readonly many?: boolean | undefined;
}

/** Files of one paper: those that are there, and a place to bring more. Works by an ordinary multipart post. */
export function FileUpload({
  name,
  label,
  lang,
  hint,
  files,
  accept,
  many = true,
  wrong,
}: FileUploadProps) {
  const message = wrong[name];
  return (
    <div class={message === undefined ? 'ask' : 'ask ask--wrong'}>
      <label class="label" for={name}>
        {label}
      </label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      {message !== undefined && (
        <p class="message" id={`${name}-wrong`}>
          <Icon name="circle-alert" />
          <span>
            <span class="unseen">{say(lang, words.error)} </span>
            {say(lang, message)}
          </span>
        </p>
      )}
      {files.length > 0 && (
        <ul class="files">
          {files.map((file) => (
            <FileRow key={file.remove ?? file.name} file={file} lang={lang} />
          ))}
        </ul>
      )}
      <div class="upload" data-upload={name}>
        <input
          type="file"
          id={name}
          name={name}
          multiple={many}
          accept={accept}
          aria-describedby={message === undefined ? `${name}-hint` : `${name}-hint ${name}-wrong`}
          aria-invalid={message === undefined ? undefined : 'true'}
        />
        <Button look="secondary" small icon="upload" name="_do" value={`upload:${name}`}>
          {say(lang, words.upload)}
        </Button>
      </div>
    </div>
  );
}

function FileRow({ file, lang }: { readonly file: UploadedFile; readonly lang: Lang }) {
  return (
    <li class="file">
      <span class="file-name">
        <Icon name="file-text" />
        {file.href === undefined ? file.name : <Link href={file.href}>{file.name}</Link>}{' '}
        <span class="soft small">{file.about}</span>
      </span>
      <StatusTag tone={file.status.tone}>{file.status.words}</StatusTag>
      {file.remove !== undefined && (
        <Button look="quiet" small icon="trash-2" name="_do" value={file.remove} about={file.name}>
          {say(lang, text('Bỏ', 'Remove'))}
        </Button>
      )}
    </li>
  );
}
