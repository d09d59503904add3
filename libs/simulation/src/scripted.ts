import type { CaseView, Command, NoticeKind } from '@gongkai/contracts';
import type { Course } from './course.js';
import type { PlanLaw } from './reckoning.js';
import type { Make } from './diary.js';
import type { Voice } from './voice.js';

/** What a script is written from. */
export type Scripted = { readonly course: Course; readonly law: PlanLaw; readonly voice: Voice };

const about =
  (find: (view: CaseView) => string | undefined, command: (id: string) => Command): Make =>
  (view) => {
    const id = find(view);
    return id === undefined ? null : command(id);
  };

/** A command about the i-th item, consultation, last notice of a kind, last remedy, or the entry that waits for a second person. */
export const aboutItem = (i: number, command: (itemId: string) => Command): Make => about(({ items }) => items[i]?.id, command);
export const aboutConsultation = (i: number, command: (consultationId: string) => Command): Make =>
  about(({ consultations }) => consultations[i]?.id, command);
export const aboutNotice = (kind: NoticeKind, command: (noticeId: string) => Command): Make =>
  about(({ notices }) => notices.findLast((notice) => notice.kind === kind)?.id, command);
export const aboutRemedy = (kind: string, command: (remedyId: string) => Command): Make =>
  about(({ remedies }) => remedies.findLast((remedy) => remedy.kind === kind)?.id, command);
export const aboutEntry = (command: (entryId: string) => Command): Make =>
  about(({ toConfirm }) => toConfirm[0]?.entryId, command);
