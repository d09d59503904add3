import { ForwardOnly } from './forward-only.js';

/** Both logs of looks are read from the newest on. */
export class AccessOrder1795908200000 extends ForwardOnly {
  readonly name = 'AccessOrder1795908200000';
  protected readonly statements = [
    'CREATE INDEX access_log_at ON access_log (at, seq)',
    'CREATE INDEX admin_log_at ON admin_log (at, seq)',
  ];
}
