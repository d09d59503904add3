import type { SaidByLink } from '@gongkai/casework';
import { answerTexts } from '@gongkai/contracts';
import { officeMoment } from '@gongkai/platform';
import type { Values } from '../content/places.js';
import { dayText } from './days.js';
import { fileText } from './records.js';
import type { Telling } from './telling.js';

/** What was answered by link to the letter that a paper is about, word for word (REG 32, 34). */
export const saidOf = ({ said = [] }: Telling): readonly Values[] =>
  said.map(({ at, answer, text, files }) => ({
    'said.at': momentText(at),
    'said.answer': answerTexts[answer]['zh-CN'],
    'said.text': text,
    'said.files': files.map(({ id }) => fileText(id, { files })).join('\n'),
  }));

/** Which answers these were, each once; nothing where there was none. */
export function saidAltogether({ said = [] }: Telling): string | undefined {
  const answers = new Set(said.map(({ answer }) => answerTexts[answer]['zh-CN']));
  return answers.size === 0 ? undefined : [...answers].join('、');
}

function momentText(at: SaidByLink['at']): string {
  const { on, time } = officeMoment(at);
  return `${dayText(on) ?? ''}${time}`;
}
