const address = (place, role, id) => ({ place, role, at: 0, holes: { id }, query: {}, cursor: null, tail: null });

/** What was found once, by the name of the target: played each time before anything new is tried. */
export const KEPT = {
  // Seed 2000: an id that is none was asked of a column of ids; a sign that is no text, of a column of texts.
  addresses: [
    address('/api/v1/reports/published/{id}', 'supervisor', 'agriculture'),
    address('/api/v1/public/organs/{id}/guide', undefined, 'a\0b'),
  ],
  // Seed 2: a file whose kind is said to be nothing could not be kept, and stopped the mailbox.
  enclosures: [
    {
      subject: '申请公开',
      parts: [{ name: '.pdf', content: Buffer.from('%PDF-1.4'), type: '', way: 'disposition' }],
      deep: 0,
      cut: null,
    },
  ],
  bodies: [
    { place: '/api/v1/feeds/{id}', method: 'DELETE', role: 'clerk', at: 0, holes: { id: 'a\0b' }, body: undefined, done: [] },
    {
      place: '/api/v1/reports/published/{id}/end',
      method: 'POST',
      role: 'supervisor',
      at: 0,
      holes: { id: 'agriculture' },
      body: {},
      done: [],
    },
  ],
};
