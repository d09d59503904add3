import type { Channel, IncomingSource, IncomingView } from '@gongkai/contracts';
import { officeTime } from '../i18n/office-time.js';
import { newDraft, type Draft } from './draft.js';

/** The channel by which an application came that lies in the inbox; a scan is mostly of a letter. */
const CHANNEL_OF: Readonly<Record<IncomingSource, Channel>> = {
  fax: 'fax',
  email: 'email',
  hotline: 'in_person',
  scan: 'ordinary_mail',
  portal: 'web',
};

const ADDRESS = /[^\s<>]+@[^\s<>]+/;

const faxFields = ({ sender, pages, arrivedAt }: IncomingView): Partial<Draft> => ({
  faxNumber: sender ?? '',
  pages: pages === null ? '' : String(pages),
  arrivedAt: officeTime(arrivedAt),
});
const mailFields = ({ sender }: IncomingView): Partial<Draft> => ({ email: ADDRESS.exec(sender ?? '')?.[0] ?? '' });

/** Whom the hotline names, and the number behind the name; it says so in this order. */
const CALLER = /^(?:([^\d]+?)\s*)?(\+?[\d-]{7,20})$/;
function orderFields({ sender }: IncomingView): Partial<Draft> {
  const [, name = '', phone = ''] = CALLER.exec(sender?.trim() ?? '') ?? [];
  return { name, phone };
}

/** What a source tells beside the day and the pages. */
const FIELDS: Readonly<Partial<Record<IncomingSource, (view: IncomingView) => Partial<Draft>>>> = {
  fax: faxFields,
  email: mailFields,
  hotline: orderFields,
};

/** A letter that begins with what is known of it: its day, its sender, its pages. */
export const draftFrom = (view: IncomingView, contactWith: string): Draft => ({
  ...newDraft({ channel: CHANNEL_OF[view.source], contactWith }),
  arrivedOn: view.arrivedOn,
  files: view.files,
  ...FIELDS[view.source]?.(view),
});
