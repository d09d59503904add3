import { localDate } from '@gongkai/calendar';
import { readGrounds } from '@gongkai/platform';
import { Decision, DECISION_CODES, GROUNDS, PLAIN_CODES } from './decision-codes.js';
import { OrganStanding, reconsiderationFirst, reconsiderationOrgan, remediesOf } from './remedies.js';

const madeOn = localDate('2026-03-09');
const grounds = readGrounds();

describe('order of remedies', () => {
  it.each(GROUNDS.filter((ground) => ground !== 'administrative_query'))(
    'a refusal for %s goes to reconsideration first',
    (ground) => {
      expect(remediesOf({ code: 'refused', ground }, madeOn, grounds)).toEqual({
        reconsiderationFirst: true,
        routes: ['reconsideration'],
        article: 'ARL 23(1)(4); SPC25 1',
      });
    },
  );

  it.each(PLAIN_CODES)('%s can be taken to court at once', (code) => {
    expect(remediesOf({ code }, madeOn, grounds).routes).toEqual(['reconsideration', 'suit']);
  });

  it('a matter with its own access rule can be taken to court at once', () => {
    expect(reconsiderationFirst({ code: 'refused', ground: 'administrative_query' }, madeOn, grounds)).toBe(false);
  });

  it('the withheld part of a partial grant goes to reconsideration first, with or without its ground', () => {
    expect(reconsiderationFirst({ code: 'partly_granted' }, madeOn, grounds)).toBe(true);
    expect(reconsiderationFirst({ code: 'partly_granted', ground: 'third_party_rights' }, madeOn, grounds)).toBe(true);
  });

  it('one reply with four results: two of them need reconsideration first', () => {
    const reply: Decision[] = [
      { code: 'already_public' },
      { code: 'partly_granted', ground: 'third_party_rights' },
      { code: 'refused', ground: 'process_information' },
      { code: 'not_existing' },
    ];
    expect(reply.map((decision) => reconsiderationFirst(decision, madeOn, grounds))).toEqual([false, true, true, false]);
  });

  it('no decision made before 2024 needs reconsideration first', () => {
    const refusal: Decision = { code: 'refused', ground: 'state_secret' };
    expect(reconsiderationFirst(refusal, localDate('2023-12-31'), grounds)).toBe(false);
    expect(reconsiderationFirst(refusal, localDate('2024-01-01'), grounds)).toBe(true);
  });
});

describe('a decision', () => {
  it.each([{ code: 'refused' }, { code: 'granted', ground: 'state_secret' }, { code: 'not_held' }])(
    'is refused as %j',
    (decision) => {
      expect(Decision.safeParse(decision).success).toBe(false);
    },
  );

  it('has 19 codes', () => {
    expect(DECISION_CODES).toHaveLength(19);
  });
});

describe('organ that decides a reconsideration', () => {
  it.each([
    [{ kind: 'local_department', id: 'district-bureau', government: 'district' }, 'district', 'ARL 24(1)(1)'],
    [{ kind: 'territorial_branch', id: 'street', government: 'district' }, 'district', 'ARL 24(1)(3)'],
    [{ kind: 'department_branch', id: 'station', government: 'district' }, 'district', 'ARL 24(4)'],
    [{ kind: 'authorised_body', id: 'fund-centre', government: 'city' }, 'city', 'ARL 24(1)(4)'],
    [{ kind: 'local_government', id: 'district', nextHigherGovernment: 'city' }, 'city', 'ARL 24(1)(2)'],
    [{ kind: 'provincial_government', id: 'city' }, 'city', 'ARL 24(2)'],
    [{ kind: 'state_council_department', id: 'ministry' }, 'ministry', 'ARL 25'],
    [{ kind: 'vertical_organ', id: 'district-tax', superiorDepartment: 'city-tax' }, 'city-tax', 'ARL 27'],
  ] as const)('for %j is %s', (standing, organ, article) => {
    expect(reconsiderationOrgan(OrganStanding.parse(standing))).toEqual({ organ, article });
  });

  it('is never guessed: a department without its government is refused', () => {
    expect(OrganStanding.safeParse({ kind: 'local_department', id: 'bureau' }).success).toBe(false);
  });
});
