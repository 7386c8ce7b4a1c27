import { makePrintable, showUnprintable } from '../text/printable.js';

/** The questions a command may ask a person. Every answer can be given by a flag as well. */
export interface Prompt {
  /** One line; `check` returns what is wrong with an answer, or null. */
  line(question: {
    readonly message: string;
    readonly initial?: string;
    readonly check?: (answer: string) => string | null;
  }): Promise<string>;
  choose(question: {
    readonly message: string;
    readonly choices: readonly { readonly name: string; readonly value: string }[];
    readonly initial?: string;
  }): Promise<string>;
  confirm(question: { readonly message: string; readonly initial: boolean }): Promise<boolean>;
}

/** Thrown when the person leaves a question with Ctrl-C; its message says what stays of it. */
export class PromptCancelled extends Error {
  constructor(stays = 'nothing was written') {
    super(stays);
  }
}

/** Questions quote titles and criteria from files: nothing in them may act on the terminal. */
export function withPrintableQuestions(prompt: Prompt): Prompt {
  return {
    line: (question) => prompt.line(makePrintable(question)),
    choose: (question) =>
      prompt.choose({
        ...makePrintable(question),
        choices: question.choices.map(({ name, value }) => ({
          name: showUnprintable(name),
          value,
        })),
      }),
    confirm: (question) => prompt.confirm(makePrintable(question)),
  };
}

export async function loadPrompt({
  stdin,
  stdout,
  colorLevel,
}: {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly colorLevel: 0 | 1 | 2 | 3;
}): Promise<Prompt> {
  const { default: inquirer } = await import('inquirer');
  const output = colorLevel === 0 ? withoutColours(stdout) : stdout;
  const ask = inquirer.createPromptModule({ input: stdin, output });
  const answer = async <T>(question: Parameters<typeof ask>[0]): Promise<T> => {
    try {
      return ((await ask(question)) as unknown as { answer: T }).answer;
    } catch (error) {
      if (error instanceof Error && error.name === 'ExitPromptError') throw new PromptCancelled();
      throw error;
    }
  };
  return {
    line: ({ message, initial, check }) =>
      answer<string>({
        type: 'input',
        name: 'answer',
        message,
        ...(initial === undefined ? {} : { default: initial }),
        validate: (text: string) => check?.(text) ?? true,
      }),
    choose: ({ message, choices, initial }) =>
      answer<string>({
        type: 'select',
        name: 'answer',
        message,
        choices: choices.map((choice) => ({ ...choice })),
        ...(initial === undefined ? {} : { default: initial }),
      }),
    confirm: ({ message, initial }) =>
      answer<boolean>({ type: 'confirm', name: 'answer', message, default: initial }),
  };
}

/** The same stream, less the colours: inquirer looks at the environment alone, some Node at nothing. */
function withoutColours(stdout: NodeJS.WritableStream): NodeJS.WritableStream {
  const write = (text: unknown, ...rest: never[]) =>
    stdout.write(typeof text === 'string' ? text.replace(colours, '') : (text as string), ...rest);
  return new Proxy(stdout, {
    get(target, key) {
      if (key === 'write') return write;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** Select Graphic Rendition (ECMA-48, 8.3.117), which sets colours and weights. */
const colours = /\u001b\[[\d;]*m/g;
