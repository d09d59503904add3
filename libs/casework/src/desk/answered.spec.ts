import type { CaseView } from '@gongkai/contracts';
import { answered } from './answered.js';

const TOLD = { status: 200, caseId: '4f2d', replayed: false } as const;

/** Counts how often the view is drawn. */
function counting() {
  const drawn = { times: 0 };
  const draw = (): CaseView => {
    drawn.times += 1;
    return { id: '4f2d', version: 3 } as CaseView;
  };
  return { drawn, answer: answered(TOLD, draw) };
}

describe('an answer', () => {
  it('draws no view for who does not look', () => {
    const { drawn, answer } = counting();
    const { status, caseId, replayed } = answer;
    expect({ status, caseId, replayed }).toEqual(TOLD);
    expect(drawn.times).toBe(0);
  });

  it('draws it once for who looks', () => {
    const { drawn, answer } = counting();
    expect(answer.view).toBe(answer.view);
    expect(drawn.times).toBe(1);
  });
});
