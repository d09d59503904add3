import type { InEnglish } from '../same-keys.js';
import type { delegation as zh } from '../zh/delegation.js';

/** Who signs in whose place. */
export const delegation = {
  title: 'Delegation of sign-off',
  what: 'Meanwhile the delegate approves, signs and sends back in that place; they cannot pass it on, nor approve what either of them has drafted.',
  none: 'No sign-off is delegated, or was.',
  'to-other': '{{name}} signs in this place',
  'from-other': 'in the place of {{name}}',
  'open-end': 'from {{day}} until it is revoked',
  granted: '{{day}}, by {{name}}: {{reason}}',
  'state.to_come': 'not begun',
  'state.in_force': 'in force',
  'state.over': 'over',
  'state.revoked': 'revoked',
  delegate: 'Delegate',
  from: 'From',
  to: 'Until (that day included; empty: until it is revoked)',
  reason: 'Reason',
  grant: 'Delegate',
  revoke: 'Revoke',
  'revoke-title': 'Revoke the delegation to {{name}}',
  'revoked-now': '{{name}} signs no more from now on.',
  'done-stands': 'What was signed meanwhile stands; the history says for whom.',
} as const satisfies InEnglish<typeof zh>;
