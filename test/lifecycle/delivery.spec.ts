import { acceptedOn, asked, signed } from '../support/roads.js';
import type { Life } from '../support/life.js';

const owed = (life: Life) =>
  life.watched.filter(({ deadline }) => deadline.startsWith('service')).map(({ deadline, about, due }) => [deadline, about, due]);

/** Made is not served, and what comes back is not undone (G235). */
describe('a document on its way', () => {
  test('a reply of which no word comes is looked up; one that comes back is tried again, and each try stays on record', () => {
    const life = signed(acceptedOn('2026-03-02'), '2026-03-10');
    const id = life.now.file.round.reply.noticeId;
    life.on('2026-03-11').take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA123456789CN' });
    expect(owed(life)).toEqual([['serviceProofDue', id, '2026-03-20']]);
    life.on('2026-03-18').take({ type: 'recordReturn', reason: 'nobody at home' });
    expect(owed(life)).toEqual([['serviceAgainDue', id, '2026-03-23']]);
    expect(life.steps().permitted.find(({ type }) => type === 'dispatch')?.limit).toContain('23 Mar');
    life.on('2026-03-20').take({ type: 'dispatch', mode: 'registered_mail' });
    expect(owed(life)).toEqual([['serviceProofDue', id, '2026-03-31']]);
    expect(life.now.file.notices.at(-1)).toMatchObject({
      dispatchedOn: '2026-03-11',
      mode: 'registered_mail',
      attempts: [
        {
          on: '2026-03-11',
          mode: 'ems',
          trackingNumber: 'EA123456789CN',
          cameBackOn: '2026-03-18',
          cameBackFor: 'nobody at home',
        },
        { on: '2026-03-20', mode: 'registered_mail', trackingNumber: null, cameBackOn: null },
      ],
    });
    life.on('2026-03-24').take({ type: 'recordService', noticeId: 'reply', how: 'signed for' });
    expect(owed(life)).toEqual([]);
    expect(life.replayed()).toEqual(life.now);
  });

  test('once a public notice is out, nobody looks for the letter', () => {
    const life = signed(acceptedOn('2026-03-02'), '2026-03-10');
    life.take({ type: 'dispatch', mode: 'ems' });
    life.on('2026-03-18').take({ type: 'recordReturn', reason: 'moved' });
    life.take({ type: 'serveByPublicNotice' });
    expect(owed(life)).toEqual([]);
  });

  test('letters and notices are looked up as well, until they are served, answered or overtaken', () => {
    const life = acceptedOn('2026-03-02');
    const first = asked(life, 'askThirdParty', '2026-03-03');
    expect(owed(life)).toEqual([['serviceProofDue', first, '2026-03-12']]);
    const second = asked(life, 'askThirdParty', '2026-03-13', '2026-03-16');
    expect(second).not.toBe(first);
    expect(owed(life)).toEqual([]);
    const third = asked(life, 'askOtherOrgan', '2026-03-17');
    expect(owed(life)).toEqual([['serviceProofDue', third, '2026-03-26']]);
    life.on('2026-03-18').take({ type: 'recordAnswer', consultationId: third, answer: 'agree' });
    expect(owed(life)).toEqual([]);
  });
});
