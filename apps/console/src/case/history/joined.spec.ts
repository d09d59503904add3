import { joined } from './joined.js';

test.each([
  [['周四前报送。', '说明情况'], '，', '周四前报送，说明情况'],
  [['查明原因。周四前报送；', '3', '整改。'], '，', '查明原因。周四前报送，3，整改。'],
  [['Send it by Thursday.', 'explain'], ', ', 'Send it by Thursday, explain'],
  [['第1项'], '，', '第1项'],
])('%j', (parts, comma, line) => {
  expect(joined(parts, comma)).toBe(line);
});
