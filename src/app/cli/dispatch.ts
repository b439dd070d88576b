import { parseArgs } from 'node:util';
import { readingAs } from '#/platform/db/index.ts';
import { operatorAccountId } from '#/platform/http/index.ts';
import { UsageFault, type Command, type Tell, type Typed } from './command.ts';
import { commandHelp, generalHelp } from './help.ts';

/** Where lines go: answers to the standard output, complaints to the standard error. */
export interface Voices {
  readonly tell: Tell;
  readonly complain: Tell;
}

/** Runs what was typed. @returns the exit code: 0 done, 1 could not be done, 2 typed wrongly */
export async function dispatch(
  args: readonly string[],
  commands: readonly Command[],
  { tell, complain }: Voices,
): Promise<number> {
  const found = findCommand(args, commands);
  if (!found) {
    if (args.length === 0 || args[0] === '--help' || args[0] === '-h' || args[0] === 'help') {
      tell(generalHelp(commands));
      return args.length === 0 ? 2 : 0;
    }
    complain(unknownWords(args, commands));
    return 2;
  }
  const { command, rest } = found;
  if (rest.includes('--help') || rest.includes('-h')) {
    tell(commandHelp(command));
    return 0;
  }
  try {
    return (await runAsReader(command, readTyped(command, rest), tell)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UsageFault)) throw error;
    complain(error.message);
    complain(`Cách dùng: npx cqs ${command.name} ${command.usage}`);
    return 2;
  }
}

/** What a command opens of people is told to them as read by whoever types on the machine. */
function runAsReader(command: Command, typed: Typed, tell: Tell): Promise<boolean> {
  const id = operatorAccountId;
  const reader = {
    way: 'command',
    what: command.name,
    accountId: id,
    personId: id,
    own: [],
  } as const;
  return readingAs(reader, () => command.run(typed, tell));
}

function findCommand(
  args: readonly string[],
  commands: readonly Command[],
): { command: Command; rest: string[] } | undefined {
  for (const length of [3, 2, 1]) {
    const name = args.slice(0, length).join(' ');
    const command = commands.find((each) => each.name === name);
    if (command) return { command, rest: args.slice(length) };
  }
  return undefined;
}

/** Half a command deserves the list of its other halves. */
function unknownWords(args: readonly string[], commands: readonly Command[]): string {
  const kin = commands.filter(({ name }) => name.startsWith(`${args[0]} `));
  const typed = args.slice(0, kin.length > 0 ? 2 : 1).join(' ');
  const list = (kin.length > 0 ? kin : commands).map(({ name }) => name).join(', ');
  return `Không có lệnh "${typed}". Có: ${list}. Xem: npx cqs --help`;
}

function readTyped(
  { options = {}, words: [fewest, most] = [0, 0] }: Command,
  args: readonly string[],
): Typed {
  let parsed;
  try {
    parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageFault(wrongOption(error as NodeJS.ErrnoException, args));
  }
  const { positionals: words, values } = parsed;
  if (words.length < fewest) throw new UsageFault('Thiếu tham số.');
  if (words.length > most) throw new UsageFault(`Thừa tham số: ${words.slice(most).join(' ')}.`);
  return { words, options: values };
}

function wrongOption({ code, message }: NodeJS.ErrnoException, args: readonly string[]): string {
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const unknown = args.find(
      (arg) => arg.startsWith('-') && message.includes(`'${arg.split('=')[0]}'`),
    );
    return `Không có tùy chọn ${unknown?.split('=')[0] ?? ''}.`;
  }
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const name = /'(?:-\w, )?(--[\w-]+)/.exec(message)?.[1] ?? '';
    return `Tùy chọn ${name} thiếu giá trị hoặc có giá trị không nhận.`;
  }
  return message;
}
