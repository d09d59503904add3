import { filtersIn } from './search-filters.js';

const read = (query: string) => {
  const params = new URLSearchParams(query);
  return filtersIn((name) => params.get(name) ?? undefined);
};

test('filters are read from the address, several values of one filter with commas', () => {
  expect(read('light=red,overdue&open=true&q=%E5%90%88%E5%90%8C&sort=-receivedOn')).toEqual({
    light: 'red,overdue',
    open: 'true',
    q: '合同',
    sort: '-receivedOn',
  });
});

test('what is no filter, or has no such value, is left out and the others hold', () => {
  expect(read('light=blue&dueFrom=2026-02-30&cols=number&state=filed&sort=sideways')).toEqual({ state: 'filed' });
});
