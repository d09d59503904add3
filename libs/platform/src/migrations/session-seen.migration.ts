import { ForwardOnly } from './forward-only.js';

/** When somebody was last seen at a screen: a session can end because nobody is there. */
export class SessionSeen1795907400000 extends ForwardOnly {
  readonly name = 'SessionSeen1795907400000';
  protected readonly statements = [
    'ALTER TABLE session ADD seen_at timestamptz',
    'UPDATE session SET seen_at = created_at',
    'ALTER TABLE session ALTER seen_at SET NOT NULL',
  ];
}
