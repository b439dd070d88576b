import { ask, form } from '#/platform/form/index.ts';
import { text } from '#/values/text.ts';
import { longestMessage } from '../../commands/write-message.ts';
import { ownWords } from '../own-words.ts';

/** What the applicant writes to the officials. */
export const messageForm = form({
  words: ask.textarea({
    label: ownWords.messageLabel,
    required: true,
    maxLength: longestMessage,
    missing: text('Viết nội dung muốn gửi', 'Write what you want to send'),
  }),
});
