import { ForwardOnly } from './forward-only.js';

/** What a token opens, and its last day. Those from before open what they opened. */
export class TokenScopes1795907500000 extends ForwardOnly {
  readonly name = 'TokenScopes1795907500000';
  protected readonly statements = [
    `ALTER TABLE api_token ADD scopes text[] NOT NULL DEFAULT '{read,intake,work}', ADD expires_on date`,
    'ALTER TABLE api_token ALTER scopes DROP DEFAULT',
  ];
}
