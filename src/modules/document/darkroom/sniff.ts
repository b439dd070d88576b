import { fileTypeFromBuffer } from 'file-type';
import type { Medium } from './order.ts';
import { Spoil } from './spoil.ts';

const media: Readonly<Record<string, Medium>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** What a file is, judged by its first bytes and never by its name. Throws Spoil with the reason that helps most. */
export async function sniff(bytes: Uint8Array): Promise<Medium> {
  if (bytes.length === 0) throw new Spoil('file-empty');
  const mime = (await fileTypeFromBuffer(bytes))?.mime ?? 'unknown';
  const medium = media[mime];
  if (medium) return medium;
  if (mime.startsWith('video/')) throw new Spoil('type-video');
  if (mime === 'application/x-cfb') throw new Spoil('type-old-word');
  if (/zip|rar|7z|gzip|tar/.test(mime)) throw new Spoil('type-archive');
  throw new Spoil('type-unknown');
}
