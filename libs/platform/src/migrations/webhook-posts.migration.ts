import { ForwardOnly } from './forward-only.js';

/** What went out together is tried again together, and with nothing else. */
export class WebhookPosts1795906700000 extends ForwardOnly {
  readonly name = 'WebhookPosts1795906700000';
  protected readonly statements = ['ALTER TABLE webhook_message ADD COLUMN post text'];
}
